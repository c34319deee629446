"""Letters written, counted and printed, by models that say what a test tells them to."""

from pathlib import Path

import pytest

from demur.app.knowledge import Knowledge
from demur.domain.advice import MoveId
from demur.domain.draft import Check, DraftBeat, Origin
from demur.domain.errors import DataFileError, DemurError
from demur.domain.template import FilledBeat, Role, Slot
from demur.domain.voice import Voice
from quality.drafts.__main__ import main
from quality.drafts.figures import bare, confusion, heard, styles, texts, words
from quality.drafts.material import Person, Task
from quality.drafts.printing import printed
from quality.drafts.reader import Reader
from quality.drafts.style import Ruler
from quality.drafts.writing import Beat, Letter, Writer, load, measured, save
from scripted_model import ScriptedModel

KNOWLEDGE = Knowledge()
SAMPLES = ("The train was late.", "I do not like soup.")
SOMEBODY = Person(name="somebody", about="Plain.", seen=True, shown=SAMPLES, kept=SAMPLES)
PLAIN = Voice(id="plain", name="Plain", contractions=0.0)
SOURCE = FilledBeat(role=Role.CLOSE, text="I wish you well.", alternatives=("I wish you all the best.",))


def beat(text: str, origin: Origin = Origin.MODEL, refused: str = "", check: str = "") -> Beat:
    """``text`` in the place of a beat that wishes somebody well."""
    draft = DraftBeat(
        role=Role.CLOSE,
        template=SOURCE.text,
        fallback=SOURCE.text,
        text=text,
        origin=origin,
        refused=refused,
        refusals=tuple(Check(id=name, passed=False) for name in (check,) if name),
    )
    return measured(draft, SOURCE, PLAIN)


def letter(*beats: Beat, person: str = "somebody", model: str = "adapter", seen: bool = True) -> Letter:
    text = " ".join(beat.text for beat in beats)
    return Letter(model=model, person=person, seen=seen, move="decline", text=text, beats=beats)


def test_words_are_the_models_own_when_no_template_and_no_rule_has_them() -> None:
    assert beat("All the very best to you.").own
    assert not beat("I wish you well.").own
    assert not beat("I wish you all the best.").own  # a paraphrase that the template knows
    assert not beat("All the very best to you.", Origin.VOICE).own


def test_other_marks_and_another_case_are_no_other_words() -> None:
    assert (beat("i wish you well!").own, beat("i wish you well!").reworded) == (True, False)
    assert beat("Wishing you well.").reworded


def test_beats_are_counted_by_whose_words_they_are_and_refusals_by_check() -> None:
    kept = beat("I wish you well.", Origin.TEMPLATE, refused="I wish.", check="lost-words")
    ruled = beat("I wish you all the best.", Origin.VOICE)
    found = words([letter(beat("All the best!"), beat("Be well."), kept, ruled)])
    shares = (found.own, found.rules, found.template)
    assert [(share.part, share.whole) for share in shares] == [(2, 4), (1, 4), (1, 4)]
    assert found.refused == {"lost-words": 1}
    assert found.unchanged == 1


def test_greeting_and_sign_off_are_not_counted() -> None:
    greeting = beat("Hello,", Origin.TEMPLATE).model_copy(update={"role": Role.GREET})
    assert words([letter(greeting, beat("Be well."))]).own.whole == 1


def test_a_letter_is_written_as_the_app_writes_it() -> None:
    echo = ScriptedModel(lambda sentence, _: sentence)
    writer = Writer(KNOWLEDGE.drafter, KNOWLEDGE.templates, echo, "echo")
    made = writer.write(Task(SOMEBODY, MoveId.DECLINE_BREAK, {Slot.TOPIC: "rooftop beekeeping"}))
    assert (made.model, made.person, made.move) == ("echo", "somebody", "decline-break")
    assert made.asked
    assert words([made]).own.part == 0
    assert "rooftop beekeeping" in made.text
    assert "rooftop beekeeping" not in " ".join(texts(made, "letter"))


def test_single_sentences_are_written_together() -> None:
    echo = ScriptedModel(lambda sentence, _: sentence)
    writer = Writer(KNOWLEDGE.drafter, KNOWLEDGE.templates, echo, "echo")
    made = writer.write(Task(SOMEBODY, None, {}, ("I cannot come.", "I wish you well.")))
    assert [beat.template for beat in made.beats] == ["I cannot come.", "I wish you well."]
    assert made.move == ""


def test_a_model_that_fails_is_not_measured() -> None:
    broken = ScriptedModel(lambda _, __: DemurError("It broke.", ""))
    writer = Writer(KNOWLEDGE.drafter, KNOWLEDGE.templates, broken, "broken")
    with pytest.raises(DemurError, match=r"It broke\."):
        writer.write(Task(SOMEBODY, None, {}, ("I cannot come.",)))


def test_facts_tell_nothing_of_a_voice() -> None:
    assert bare("Ask Ines Falk or Ines.", ("Ines", "Ines Falk")) == "Ask this or this."


def test_whoever_is_heard_in_a_letter_is_named() -> None:
    crowd = {name: [f"{name} {name} {name}"] for name in "abcdefgh"}
    reader = Reader(crowd, [text for texts in crowd.values() for text in texts], ["# #"])
    letters = [letter(beat("a a a a"), beat("b b"), person="a"), letter(beat("c c c"), person="b")]
    found = heard(letters, "letter", reader)
    assert (found.beats.part, found.beats.whole) == (1, 3)
    assert (found.letters.part, found.letters.whole) == (1, 2)
    assert confusion(letters, reader) == {"a": {"a": 1}, "b": {"c": 1}}
    assert heard(letters, "template", reader).beats.part == 0


def test_a_letter_in_the_manner_of_a_person_is_nearer_to_them_than_the_template() -> None:
    loud = Person(name="loud", about="", seen=True, shown=("Late!",), kept=("Soup! Good!", "Home!"))
    ruler = Ruler({"loud": loud.kept, "somebody": SAMPLES})
    letters = [letter(beat("Be well!"), person="loud")]
    near, far = (styles(letters, wording, [loud], ruler) for wording in ("letter", "template"))
    assert near["exclamation marks"] < far["exclamation marks"]
    assert near["sentence length"] < far["sentence length"]


def test_letters_are_printed_with_their_templates_and_what_was_refused() -> None:
    shown = "\n".join(
        printed([letter(beat("Be well.", refused="I wish.", check="loop"))], {"somebody": "Plain."})
    )
    assert "1. somebody: decline (adapter)\nPlain.\n\n> Be well.\n" in shown
    assert "+ I wish you well.\n      Be well.\n      refused (loop): I wish." in shown


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    letters = [letter(beat("Be well."))]
    assert list(save(letters, tmp_path / "build" / "drafts.jsonl")) == letters
    assert load(tmp_path / "build" / "drafts.jsonl") == letters
    (tmp_path / "broken.jsonl").write_text("{}\n", "utf-8")
    with pytest.raises(DataFileError, match=r"broken\.jsonl"):
        load(tmp_path / "broken.jsonl")


def test_all_figures_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = {"careful-dutch": False, "academic": True}
    letters = [letter(beat("Be well."), person=name, seen=seen) for name, seen in known.items()]
    assert [*save(letters, tmp_path / "drafts.jsonl")]
    judged = tmp_path / "judged.jsonl"
    judged.write_text(
        '{"template": "I cannot.", "candidate": "I can.", "faithful": false, "why": "flip"}\n'
    )
    given = ["--from", str(tmp_path / "drafts.jsonl"), "--labelled", str(judged), "--into", str(tmp_path)]
    assert main(given) == 0
    printed_lines = capsys.readouterr().out
    for head in ("whose words", "by move", "the right voice out of eight", "taken for", "distance", "flip"):
        assert head in printed_lines
    assert "careful-dutch: decline (adapter)" in (tmp_path / "letters.md").read_text("utf-8")


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--from", str(tmp_path / "absent.jsonl")]) == 2
    assert "absent.jsonl" in capsys.readouterr().err
