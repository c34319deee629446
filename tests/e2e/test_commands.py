"""The commands as a script uses them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Never

import pytest

from command_line import SAMPLE, answer, demur, slots
from demur import __version__
from demur.__main__ import main
from demur.domain.advice import MoveId
from demur.domain.reading import SignalId
from demur.domain.report import DraftReport, Report

WRITING = [move for move in MoveId if move is not MoveId.NO_REPLY]
GOLDEN = Path(__file__).parent / "golden"


def test_check_flags_the_opening_of_article_002_with_the_words_that_show_it(tmp_path: Path) -> None:
    report = Report.model_validate(answer(tmp_path, "check", str(SAMPLE)))
    flagged = {signal.id: signal for signal in report.signals if signal.strength >= 2}
    assert {"too-soon", "many-asks", "one-sided"} <= flagged.keys()
    assert any("refer" in evidence.text for evidence in flagged[SignalId.TOO_SOON].evidence)
    assert len(flagged[SignalId.MANY_ASKS].evidence) >= 3
    assert report.advice.move in {MoveId.DECLINE_HELP, MoveId.DECLINE}
    for signal in report.signals:
        for evidence in signal.evidence:
            assert report.message.part(evidence.part)[evidence.start : evidence.end] == evidence.text


def test_check_says_the_same_twice_byte_for_byte(tmp_path: Path) -> None:
    first, second = (demur(tmp_path, "check", "--json", str(SAMPLE)).stdout for _ in range(2))
    assert first == second


def test_check_in_words_names_the_flags_and_the_advice(tmp_path: Path) -> None:
    done = demur(tmp_path, "check", str(SAMPLE))
    assert done.returncode == 0
    assert "- too-soon" in done.stdout
    assert "Advice   decline" in done.stdout


def test_check_answers_a_line_for_a_line(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    texts = {"a": SAMPLE.read_text(), "b": "  ", "c": "Thanks again for lunch!"}
    lines.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()))
    done = demur(tmp_path, "check", "--jsonl", str(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in answers] == ["a", "b", "c"]
    assert answers[0]["advice"]["move"].startswith("decline")
    assert answers[1]["error"]["hint"]
    assert answers[2]["signals"] is not None


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id": 1, "text": "Hello there"}\n{"id": 2}\n')
    done = demur(tmp_path, "check", "--jsonl", str(lines))
    assert done.returncode == 1
    assert "lines.jsonl, line 2" in done.stderr


@pytest.mark.parametrize("move", WRITING)
def test_every_move_writes_its_reply_without_a_model(move: MoveId, tmp_path: Path) -> None:
    given = ["draft", "--move", move, "--model", "none", *slots(), "--today", "2026-03-02", str(SAMPLE)]
    report = DraftReport.model_validate(answer(tmp_path, *given))
    assert report.draft.text + "\n" == (GOLDEN / f"{move}.txt").read_text()
    assert all(check.passed for beat in report.draft.beats for check in beat.checks)
    assert report.model.id == "none"


def test_a_missing_slot_is_named_with_the_option_that_fills_it(tmp_path: Path) -> None:
    done = demur(tmp_path, "draft", "--move", "decline-crunch", "--model", "none", str(SAMPLE))
    assert done.returncode == 1
    assert "--slot date=" in done.stderr


def test_fraud_gets_no_reply_and_the_reason(tmp_path: Path) -> None:
    done = demur(tmp_path, "draft", "--move", "no-reply", "--model", "none", str(SAMPLE))
    assert done.returncode == 1
    assert "fraud" in done.stderr


def test_a_message_comes_through_a_pipe(tmp_path: Path) -> None:
    assert answer(tmp_path, "check", "-", given=SAMPLE.read_text())["advice"]["move"].startswith("decline")


def test_the_guard_refuses_a_yes_where_the_sentence_says_no(tmp_path: Path) -> None:
    flipped = "I'm so glad to hear that you're interested in expanding your network."
    report = answer(tmp_path, "guard", "I'm not looking to expand my network.", flipped)
    assert not report["passed"]
    kept = answer(
        tmp_path, "guard", "I'm not looking to expand my network.", "I am not looking to expand my network."
    )
    assert kept["passed"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"", "no message"),
        (b"\x00\x01\x02\xff\xfe" * 200, "text"),
        (b"a word " * 1_500_000, "too long"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(given: bytes, says: str, tmp_path: Path) -> None:
    done = demur(tmp_path, "check", "-", given=given)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    message, hint = done.stderr.strip().splitlines()[:2]
    assert says in message.lower() or says in hint.lower()
    assert hint.strip()


@pytest.mark.parametrize("option", ["--profile", "--ledger", "--voice", "--jsonl"])
def test_a_file_that_is_named_but_missing_is_an_error(option: str, tmp_path: Path) -> None:
    command = {"--voice": ["draft", str(SAMPLE)], "--jsonl": ["check"]}.get(option, ["check", str(SAMPLE)])
    done = demur(tmp_path, *command, option, str(tmp_path / "missing"))
    assert done.returncode == 1
    assert str(tmp_path / "missing") in done.stderr
    assert "disk" not in done.stderr
    assert "Errno" not in done.stderr


def test_a_profile_given_changes_the_flags(tmp_path: Path) -> None:
    profile = tmp_path / "me.toml"
    profile.write_text(
        'name = "Sam"\n[[crunches]]\nstart = 2026-03-01\nend = 2026-03-20\nreason = "launch"\n'
    )
    report = answer(tmp_path, "check", "--profile", str(profile), "--today", "2026-03-02", str(SAMPLE))
    assert "crunch" in [signal["id"] for signal in report["signals"]]
    report = answer(tmp_path, "check", "--profile", str(profile), "--today", "2026-03-21", str(SAMPLE))
    assert "crunch" not in [signal["id"] for signal in report["signals"]]


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m demur check {SAMPLE} | head -n 1"
    place = os.environ | {"DEMUR_HOME": str(tmp_path)}
    done = subprocess.run(["bash", "-c", command], env=place, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("From ")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (("draft", "--move", "dance", str(SAMPLE)), "'dance' is none of accept, "),
        (("check", "--today", "tomorrow", str(SAMPLE)), "'tomorrow' is not a day such as 2026-03-14"),
        (("ledger", "address", "Ana", "ana@example.org"), "'Ana' is not a number"),
        (("ledger", "settle", "1", "done"), "'done' is none of open, "),
        (("chekc", str(SAMPLE)), "invalid choice: 'chekc'"),
    ],
)
def test_what_makes_no_sense_is_said_in_plain_words(
    wrong: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    done = demur(tmp_path, *wrong)
    assert done.returncode == 2
    assert says in done.stderr


def test_the_version_is_an_option_away(tmp_path: Path) -> None:
    assert demur(tmp_path, "--version").stdout == f"Demur {__version__}\n"


def test_without_a_display_the_files_given_are_answered_in_the_terminal(tmp_path: Path) -> None:
    message = tmp_path / "request.txt"
    message.write_text("Hi Sam,\n\nCan you refer me to the hiring manager?\n\nThanks,\nRobin")
    settings = tmp_path / "config" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text('model = "none"\n')
    done = demur(tmp_path, str(message), DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 0
    assert done.stdout.startswith("No display was found")
    assert "Hello Robin," in done.stdout
    assert "Jordan" not in done.stdout


def test_an_answer_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    place = os.environ | {"DEMUR_HOME": str(tmp_path)}
    command = f"{sys.executable} -m demur check {SAMPLE} > /dev/full"
    done = subprocess.run(["bash", "-c", command], env=place, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("demur: The answer could not be written")
    assert "Traceback" not in done.stderr


def test_no_standard_input_is_an_empty_one(tmp_path: Path) -> None:
    place = os.environ | {"DEMUR_HOME": str(tmp_path)}
    command = f"{sys.executable} -m demur check - <&-"
    done = subprocess.run(["bash", "-c", command], env=place, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "There is no message here." in done.stderr


class Interrupted:
    """A standard input at which Ctrl+C is pressed."""

    @property
    def buffer(self) -> Never:
        raise KeyboardInterrupt


def test_an_interrupt_from_the_keyboard_ends_without_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEMUR_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", Interrupted())
    monkeypatch.setattr(sys, "argv", ["demur", "check", "-"])
    assert main() == 130
    assert capsys.readouterr().err == ""


def test_a_language_that_is_not_read_is_named(tmp_path: Path) -> None:
    polish = "Dzień dobry, czy moglibyśmy spotkać się w przyszłym tygodniu na krótką rozmowę?"
    done = demur(tmp_path, "draft", "-", "--model", "none", given=polish)
    assert "This seems to be Polish, which Demur does not read" in done.stdout
    assert "Nothing in it speaks" not in done.stdout
    assert "Advice   none: pick the reply yourself" in done.stdout
    assert "There is no reply of this kind in Polish, so this one is in English." in done.stdout


def test_a_german_request_is_answered_in_german(tmp_path: Path) -> None:
    german = "Guten Tag Frau Weber,\n\nkönnten wir uns nächste Woche auf einen Kaffee treffen?"
    done = demur(tmp_path, "draft", "-", "--model", "none", given=german)
    assert "vague (clear): Wants a meeting" in done.stdout
    assert "Guten Tag,\n\nvielen Dank für Ihre Nachricht." in done.stdout
    assert "Demur rewrites English only: this is the template's wording." in done.stdout
