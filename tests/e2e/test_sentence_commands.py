"""``demur rewrite`` and ``demur guard`` as a person and a script use them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from command_line import answer, demur
from demur import resources
from demur.cli import run
from demur.domain.errors import DemurError
from demur.domain.report import RewriteReport

NO = "I cannot take on new calls, as I wrote in https://example.org/calls."
CASUAL = ["hey, can't do friday!", "i'm off to the lake, won't be long", "that's fine, it's a short walk"]
FORMAL = ["I am glad that it is done.", "It is not far from here.", "I will not be long, I think."]


def lines(*questions: dict[str, Any] | str) -> str:
    return "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in questions)


def answers(done: subprocess.CompletedProcess[str]) -> dict[str | int, dict[str, Any]]:
    read = map(json.loads, done.stdout.splitlines())
    return {one["id"]: one for one in read}


def test_each_sentence_is_said_in_the_voice_of_its_line(tmp_path: Path) -> None:
    given = lines(
        {"id": "casual", "template": NO, "voice": CASUAL, "note": "not for us"},
        {"id": 2, "template": "I can't come.", "voice": FORMAL},
        {"id": 3, "template": "Ich kann leider nicht kommen.", "voice": CASUAL},
    )
    done = demur(tmp_path, "rewrite", "--jsonl", "--model", "none", given=given)
    assert (done.returncode, done.stderr) == (0, "")
    said = answers(done)
    assert list(said["casual"]) == ["id", "text", "origin", "checks"]
    assert said["casual"]["text"] == "i can't take on new calls, as i wrote in https://example.org/calls."
    assert (said[2]["text"], said[2]["origin"]) == ("I cannot come.", "voice")
    assert (said[3]["text"], said[3]["origin"]) == ("Ich kann leider nicht kommen.", "template")
    assert all(check["passed"] for one in said.values() for check in one["checks"])


def test_the_model_writes_only_what_the_guard_lets_pass(tmp_path: Path, writing_cache: Path) -> None:
    prepared = tmp_path / "cache"
    prepared.symlink_to(writing_cache)
    questions = [{"id": number, "template": NO, "voice": CASUAL} for number in range(2)]
    path = tmp_path / "in.jsonl"
    path.write_text(lines(*questions))
    done = demur(tmp_path, "rewrite", "--jsonl", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    first, second = answers(done).values()
    assert first | {"id": 1} == second
    assert first["origin"] in ("model", "voice")
    assert "https://example.org/calls" in first["text"]
    assert all(check["passed"] for check in first["checks"])


def test_a_model_that_is_missing_is_told_once_and_the_rules_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_package: str, file: str) -> Path:
        raise DemurError(f"The model file {file} is missing.", "Install Demur again.")

    monkeypatch.setenv("DEMUR_HOME", str(tmp_path))
    monkeypatch.setattr(resources, "packaged_model_file", missing)
    path = tmp_path / "in.jsonl"
    path.write_text(lines(*({"id": number, "template": NO, "voice": CASUAL} for number in range(2))))
    assert run(["rewrite", "--jsonl", str(path)]) == 0
    written = capsys.readouterr()
    assert [json.loads(line)["origin"] for line in written.out.splitlines()] == ["voice", "voice"]
    assert written.err.count("is missing.") == 1


@pytest.mark.parametrize(
    ("command", "wrong", "says"),
    [
        ("rewrite", "template: no", "it is no JSON object."),
        ("rewrite", "[1]", "it is no JSON object."),
        ("rewrite", '{"id": 1, "template": "No."}', '"voice" is missing.'),
        ("rewrite", '{"id": 1, "template": "No.", "voice": []}', '"voice" is empty.'),
        ("rewrite", '{"id": 1, "template": "No.", "voice": [" "]}', "There are no samples to tell"),
        ("rewrite", '{"id": 1, "template": "No.", "voice": ["a", 2]}', '"voice", number 2, must be text.'),
        ("rewrite", '{"id": 1, "template": "No.", "voice": "a"}', '"voice" must be a list.'),
        ("rewrite", '{"id": 1, "template": " ", "voice": ["a"]}', '"template" is empty.'),
        ("guard", '{"id": 1, "template": "No."}', '"candidate" is missing.'),
        ("guard", '{"template": "No.", "candidate": "No."}', '"id" is missing.'),
        ("guard", json.dumps({"id": 1, "template": "no " * 400, "candidate": "No."}), "longer than 1000"),
        ("check", '{"id": 1}', '"text" is missing.'),
    ],
)
def test_a_wrong_line_is_named_and_the_others_answered(
    command: str, wrong: str, says: str, tmp_path: Path
) -> None:
    right = {"id": "right", "template": NO, "voice": CASUAL, "candidate": NO, "text": "Hello there"}
    model = ["--model", "none"] if command == "rewrite" else []
    done = demur(tmp_path, command, "--jsonl", *model, given=lines(right, "", wrong, right | {"id": 9}))
    assert done.returncode == 1
    assert list(answers(done)) == ["right", 9]
    told, hint, *end = done.stderr.splitlines()
    assert told.startswith("demur: standard input, line 3: ")
    assert says in told
    assert hint.strip()
    assert end[0] == "demur: 1 line was left unanswered."


def test_a_line_that_is_no_text_is_named(tmp_path: Path) -> None:
    done = demur(tmp_path, "guard", "--jsonl", "-", given=b'\xff\xfe"\n\xff\n')
    assert done.stderr.count("it is not UTF-8 text.") == 2
    assert "2 lines were left unanswered." in done.stderr


def test_an_editors_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(lines({"id": 1, "template": NO, "candidate": NO}), encoding="utf-8-sig")
    assert demur(tmp_path, "guard", "--jsonl", str(path)).returncode == 0


def test_the_guard_answers_a_line_for_a_line(tmp_path: Path) -> None:
    yes = "I can take on new calls, as I wrote in https://example.org/calls."
    given = lines(
        {"id": "kept", "template": NO, "candidate": NO},
        {"id": "flipped", "template": NO, "candidate": yes},
        {"id": "lost", "template": NO, "candidate": "I cannot take on new calls, as I wrote."},
        {"id": "empty", "template": NO, "candidate": ""},
    )
    done = demur(tmp_path, "guard", "--jsonl", given=given)
    assert done.returncode == 0
    said = answers(done)
    assert {name: one["passed"] for name, one in said.items()} == {
        "kept": True, "flipped": False, "lost": False, "empty": False,
    }  # fmt: skip
    assert list(said["kept"]) == ["id", "passed", "checks"]
    failed = [check for check in said["lost"]["checks"] if not check["passed"]]
    assert {"id": "facts-kept", "passed": False, "detail": "drops https://example.org/calls"} in failed


def test_a_person_rewrites_a_sentence_in_the_voice_of_messages(tmp_path: Path) -> None:
    messages = "\n\n".join(f"hey sam,\n\n{sentence}\n\ncheers,\nkim" for sentence in CASUAL)
    given = ["rewrite", "I cannot come.", "--samples", "-", "--model", "none"]
    done = demur(tmp_path, *given, given=messages)
    assert done.stdout == "i can't come.\n\n(in this voice, by rule)\n"
    report = RewriteReport.model_validate(answer(tmp_path, *given, given=messages))
    assert report.text == "i can't come."


def test_a_person_gives_a_voice_file_or_uses_their_own(tmp_path: Path) -> None:
    voice = tmp_path / "kim.toml"
    voice.write_text('id = "kim"\nname = "Kim"\ncontractions = 1.0\nlower_case = true\n')
    done = demur(tmp_path, "rewrite", "I cannot come.", "--voice", str(voice), "--model", "none")
    assert done.stdout.startswith("i can't come.")
    own = tmp_path / "config" / "voices"
    own.mkdir(parents=True)
    voice.rename(own / "kim.toml")
    done = demur(tmp_path, "rewrite", "I cannot come.", "--model", "none")
    assert done.stdout.startswith("i can't come.")


def test_a_person_sees_what_the_model_wrote_and_why_not(tmp_path: Path, writing_cache: Path) -> None:
    (tmp_path / "cache").symlink_to(writing_cache)
    done = demur(tmp_path, "rewrite", NO)
    assert done.returncode == 0
    text, _, origin, *rest = done.stdout.splitlines()
    assert "https://example.org/calls" in text
    assert origin in ("(rewritten by the model)", "(in this voice, by rule)", "(as it was)")
    assert not rest or rest[1].startswith("Refused: ")


def test_samples_that_cannot_be_read_are_told_in_words(tmp_path: Path) -> None:
    missing = demur(tmp_path, "rewrite", "No.", "--samples", str(tmp_path / "none.txt"))
    assert (missing.returncode, "none.txt cannot be read" in missing.stderr) == (1, True)
    empty = demur(tmp_path, "rewrite", "No.", "--samples", "-")
    assert (empty.returncode, "There are no samples" in empty.stderr) == (1, True)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (("rewrite",), "one of the arguments sentence --jsonl is required"),
        (("rewrite", " "), "a sentence is empty"),
        (("rewrite", "--jsonl", "-", "--samples", "x.txt"), "each line brings its own voice"),
        (("guard", "No."), "give TEMPLATE and CANDIDATE, or --jsonl"),
    ],
)
def test_what_makes_no_sense_is_said(wrong: tuple[str, ...], says: str, tmp_path: Path) -> None:
    done = demur(tmp_path, *wrong)
    assert (done.returncode, says in done.stderr) == (2, True)


def test_an_answer_comes_before_the_next_question_and_an_interrupt_ends_it(
    tmp_path: Path, writing_cache: Path
) -> None:
    (tmp_path / "cache").symlink_to(writing_cache)
    with subprocess.Popen(
        [sys.executable, "-m", "demur", "rewrite", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"DEMUR_HOME": str(tmp_path)},
        start_new_session=True,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(lines({"id": 1, "template": NO, "voice": CASUAL}))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=60)  # with its input still open: the end of that would end it too
        rest, told = process.communicate()
    assert (process.returncode, rest, told) == (130, "", "")
