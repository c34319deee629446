"""What is put around a sentence says nothing; the same words inside it may say something."""

import pytest

from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice
from demur.guard import GuardContext
from guard_words import GUARD

BUSY = "I cannot meet before 14 December."


def refused(template: str, candidate: str, voice: Voice | None = None) -> dict[str, str]:
    beat = FilledBeat(role=Role.STATEMENT, text=template)
    checks = GUARD.check(beat, candidate, GuardContext(voice=voice))
    return {check.id: check.detail for check in checks if not check.passed}


@pytest.mark.parametrize(
    ("template", "candidate"),
    [
        (BUSY, "Listen, I cannot meet before 14 December."),
        (BUSY, "Short version: I can't meet before 14 December."),
        (BUSY, "I must say I can't meet before 14 December."),
        (BUSY, "I can't, I must say, meet before 14 December."),
        (BUSY, "I can't meet, as it happens, before 14 December!"),
        (BUSY, "I can't meet before 14 December, let me tell you."),
        (BUSY, "Oh my goodness! I can't meet before 14 December."),
        (BUSY, "Now then, I can't meet before 14 December, lad."),
        (BUSY, "Please be informed that I cannot meet before 14 December."),
        ("My budget for this year is spent.", "My budget for this year, I must say, is spent."),
        ("Do you have a date in mind?", "Do you have a date in mind, then?"),
        ("Do you have a date in mind?", "Question: do you have a date in mind?"),
        ("Thank you for your note.", "omg thank you for your note"),
        ("I wrote to Ana, and she agreed.", "I wrote to Ana, and, as it happens, she agreed."),
    ],
)
def test_it_may_come_and_go(template: str, candidate: str) -> None:
    assert refused(template, candidate) == {}
    assert refused(candidate, template) == {}


@pytest.mark.parametrize(
    ("template", "candidate"),
    [
        ("I have to decline.", "I must say no question."),
        (BUSY, "I can't meet before 14 December then."),
        (BUSY, "Look at my note: I can't meet before 14 December."),
        (BUSY, "Listen, I can meet before 14 December."),
        (BUSY, "I must say I can meet before 14 December."),
        (BUSY, "Let me tell you why I can't meet before 14 December."),
        (BUSY, "Listen, listen, I can't meet before 14 December."),
        (BUSY, "I can't meet before 14 December, so I will."),
        (BUSY, "I can't meet you, my love, before 14 December."),
        ("I can't, and that is final.", "I can't, that is."),
    ],
)
def test_inside_a_sentence_it_counts(template: str, candidate: str) -> None:
    assert refused(template, candidate)


def test_with_a_voice_known_only_its_own_colour_it() -> None:
    own = Voice(id="v", name="V", samples=("Listen, the bread is out of the oven, lad.",))
    other = Voice(id="v", name="V", samples=("The bread is out of the oven.",))
    for candidate in (
        "Listen, I cannot meet before 14 December.",
        "I cannot meet before 14 December, lad.",
    ):
        assert refused(BUSY, candidate, own) == {}
        assert "new-words" in refused(BUSY, candidate, other)
        assert refused(BUSY, candidate) == {}
    assert refused(BUSY, "As it happens, I cannot meet before 14 December.", other) == {}
    assert "new-words" in refused(BUSY, "I cannot meet before 14 December, that is.", other)
    assert refused(BUSY, "I cannot, of course, meet before 14 December.", other) == {}
    assert refused("Listen, I must decline.", "Listen, I must decline!", other) == {}


def test_nothing_but_an_aside_is_said_all_the_same() -> None:
    assert refused("Right then.", "Right then!") == {}
    assert refused("Right then.", "Listen.")
