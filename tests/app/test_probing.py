"""A model that nobody has measured is tried once, and used as far as it can be."""

import datetime as dt
import os
import threading
from pathlib import Path

import pytest

from command_line import SAMPLE
from demur import resources
from demur.app import Sentences, Services, WritingModel
from demur.app.knowledge import Knowledge
from demur.app.probing import Manner, Probe, Prober, in_words, manner
from demur.domain.draft import Draft
from demur.domain.errors import DemurError
from demur.domain.model import Sampling
from demur.domain.profile import Profile
from demur.domain.request import Request
from demur.domain.template import Role
from demur.drafting import Tally
from demur.storage import Folders, StorageError, read_trials
from scripted_model import ScriptedModel

KNOWLEDGE = Knowledge()
PROBE = Probe.load(resources.read("prompts/probe.toml"), "prompts/probe.toml")


def at(home: Path) -> Folders:
    return Folders(data=home / "data", config=home / "config", cache=home / "cache").create()


def own_file(home: Path, content: bytes = b"GGUF of one's own") -> Path:
    path = home / "own.gguf"
    path.write_bytes(content)
    return path


def lively(asked: str, _: Sampling) -> str:
    """Answers in the same numbers, with an opener that says nothing and that the voice has too."""
    return "\n".join(_opened(line) for line in asked.split("\n"))


def _opened(line: str) -> str:
    number, dot, sentence = line.partition(". ") if line[:1].isdigit() else ("", "", line)
    formal = any(sentence == beat.text for beat in PROBE.letters[1].beats)
    first = sentence if sentence.startswith("I ") else sentence[0].lower() + sentence[1:]
    return f"{number}{dot}{'Indeed' if formal else 'Honestly'}, {first}"


def by_sentence_only(asked: str, how: Sampling) -> str:
    return "Of course!" if asked.startswith("1. ") else lively(asked, how)


def contrary(*_: object) -> str:
    return "Yes, I'd be delighted!"


def tried(home: Path, model: ScriptedModel) -> WritingModel:
    hired = WritingModel(model, Prober(own_file(home), at(home).trials))
    hired.try_out(KNOWLEDGE.drafter, lambda *_: None)
    return hired


def test_the_probe_holds_twelve_sentences_in_two_voices_over_every_kind_that_is_rewritten() -> None:
    letters = PROBE.trial_letters
    assert len({letter.terms.voice.sentence_length for letter in letters}) == 2
    beats = [beat for letter in letters for beat in letter.beats]
    assert len(beats) == 12
    assert {beat.role for beat in beats} == set(Role) - {Role.GREET, Role.SIGN}


def test_what_the_probe_says_is_true_to_itself() -> None:
    for letter in PROBE.trial_letters:
        for beat in letter.beats:
            for text in (beat.text, *beat.alternatives):
                checks = KNOWLEDGE.guard.check(beat, text, letter.terms.context)
                assert [check for check in checks if not check.passed] == [], text


@pytest.mark.parametrize(
    ("by_beat", "by_letter", "expected"),
    [
        (12, 12, Manner.LETTER),
        (9, 9, Manner.LETTER),
        (10, 9, Manner.BEAT),
        (9, 8, Manner.BEAT),
        (6, 0, Manner.BEAT),
        (5, 8, Manner.NOT_AT_ALL),
        (0, 0, Manner.NOT_AT_ALL),
    ],
)
def test_the_score_decides_how_a_model_is_used(by_beat: int, by_letter: int, expected: Manner) -> None:
    assert manner(Tally(by_beat=by_beat, by_letter=by_letter, of=12)) is expected


def test_the_outcome_is_said_in_plain_words() -> None:
    assert in_words(Tally(by_beat=9, by_letter=3, of=12)) == (
        "This model rewrote 9 of 12 trial sentences safely, so it is used sentence by sentence."
    )
    assert in_words(Tally(by_beat=1, by_letter=2, of=12)) == (
        "This model rewrote 2 of 12 trial sentences safely, which is too few: templates and rules write."
    )
    assert in_words(Tally(by_beat=9, by_letter=11, of=12)) == (
        "This model rewrote 11 of 12 trial sentences safely when asked for whole letters, so it is used so."
    )


def test_a_good_model_writes_letters_and_says_why(tmp_path: Path) -> None:
    model = ScriptedModel(lively)
    hired = tried(tmp_path, model)
    assert hired.usable is model
    assert hired.by_letter
    assert hired.info.id == "scripted"
    assert "12 of 12" in hired.info.note


def test_a_model_that_loses_the_numbers_is_used_sentence_by_sentence(tmp_path: Path) -> None:
    hired = tried(tmp_path, ScriptedModel(by_sentence_only))
    assert hired.usable is not None
    assert not hired.by_letter


def test_a_model_that_changes_the_meaning_is_not_used(tmp_path: Path) -> None:
    model = ScriptedModel(contrary)
    hired = tried(tmp_path, model)
    assert hired.usable is None
    assert model.closed
    assert hired.info.id == "none"
    assert "0 of 12" in hired.notes[0]


def test_a_model_is_tried_once(tmp_path: Path) -> None:
    tried(tmp_path, ScriptedModel(lively))
    again = ScriptedModel(contrary)
    assert tried(tmp_path, again).by_letter
    assert again.asked == []


def test_a_file_that_only_moved_is_known_by_its_content(tmp_path: Path) -> None:
    tried(tmp_path, ScriptedModel(lively))
    moved = own_file(tmp_path).rename(tmp_path / "moved.gguf")
    again = WritingModel(ScriptedModel(contrary), Prober(moved, at(tmp_path).trials))
    again.try_out(KNOWLEDGE.drafter, lambda *_: None)
    assert again.by_letter
    assert [one.path for one in read_trials(at(tmp_path).trials)] == [moved]


@pytest.mark.parametrize("change", ["content", "probe"])
def test_another_file_or_another_probe_is_another_trial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    tried(tmp_path, ScriptedModel(lively))
    path = own_file(tmp_path, b"GGUF" if change == "content" else b"GGUF of one's own")
    os.utime(path, ns=(1, 1))
    if change == "probe":
        read = resources.read
        monkeypatch.setattr(resources, "read", lambda path: f"{read(path)}\n# changed")
    assert Prober(path, at(tmp_path).trials).known() is None


def test_a_model_that_fails_while_it_is_tried_is_not_used_and_tried_again(tmp_path: Path) -> None:
    failing = ScriptedModel(lambda *_: DemurError("It stopped.", "Try again."))
    hired = WritingModel(failing, Prober(own_file(tmp_path), at(tmp_path).trials))
    with pytest.raises(DemurError, match="stopped"):
        hired.try_out(KNOWLEDGE.drafter, lambda *_: None)
    assert hired.usable is None
    assert hired.notes == ("This model could not be tried. It stopped.",)
    assert tried(tmp_path, ScriptedModel(lively)).by_letter


def test_an_outcome_that_cannot_be_kept_holds_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    hired = WritingModel(ScriptedModel(lively), Prober(own_file(tmp_path), tmp_path / "file/trials.toml"))
    with pytest.raises(StorageError):
        hired.try_out(KNOWLEDGE.drafter, lambda *_: None)
    assert hired.by_letter


def test_a_file_that_went_away_is_named(tmp_path: Path) -> None:
    with pytest.raises(DemurError, match=r"gone\.gguf cannot be read"):
        Prober(tmp_path / "gone.gguf", at(tmp_path).trials).known()


def drafted(demur: Services) -> Draft:
    message = demur.read_file(SAMPLE)
    advised = demur.check(message).advice.move
    opened = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    request = Request(opened=opened, message=message, advised=advised)
    return demur.draft(request, lambda _: None, threading.Event())


def test_until_it_is_tried_the_rules_write_and_the_letter_says_why(tmp_path: Path) -> None:
    folders = at(tmp_path)
    model = ScriptedModel(by_sentence_only)
    hired = WritingModel(model, Prober(own_file(tmp_path), folders.trials))
    demur = Services(folders, folders.ledger, Profile(), hired)
    before = drafted(demur)
    assert "it is tried on some sentences first" in before.notes[-1]
    assert model.asked == []
    steps: list[tuple[int, int]] = []
    demur.try_model(lambda *step: steps.append(step))
    assert steps[-1] == (14, 14)
    in_trial = len(model.asked)
    assert drafted(demur).notes == before.notes[:-1]
    assert len(model.asked) > in_trial


def test_single_sentences_too_wait_for_the_trial(tmp_path: Path) -> None:
    model = ScriptedModel(lively)
    hired = WritingModel(model, Prober(own_file(tmp_path), at(tmp_path).trials))
    sentences = Sentences(at(tmp_path).voices, hired)
    voice = sentences.voice(None)
    sentence = "I will not be at the fair in Leeds."
    sentences.rewrite(sentence, voice, lambda _: None)
    assert model.asked == []
    sentences.try_model(lambda *_: None)
    sentences.rewrite(sentence, voice, lambda _: None)
    assert sentence in {asked for asked, _ in model.asked}
    assert "12 of 12" in sentences.model_info.note
