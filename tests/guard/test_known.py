"""A shipped sentence is known by its words, and its verified wordings come with the same values in them."""

import pytest

from demur.domain.errors import DataFileError
from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice
from demur.guard import GuardContext, Known
from demur.guard.known import Instance
from guard_words import GUARD, KNOWN

FILE = """
[[beat]]
says = ["Thank you for writing about $topic."]
wordings = ["About $topic... ta.", "You wrote to me about $topic. How kind."]

[[beat]]
says = ["Thank you for writing about $topic and for thinking of $name.", "Thanks."]
wordings = ["Cheers."]
"""
SMALL = Known(FILE, "wordings.toml")


def test_a_filled_sentence_is_recognised_with_its_values() -> None:
    assert SMALL.instance("Thank you for writing about the panel.") == Instance(
        facts=("the panel",),
        wordings=(
            "Thank you for writing about the panel.",
            "About the panel... ta.",
            "You wrote to me about the panel. How kind.",
        ),
    )


def test_a_value_that_ends_a_sentence_takes_no_second_stop() -> None:
    known = SMALL.instance("Thank you for writing about “Why Not?”")
    assert "You wrote to me about “Why Not?”. How kind." in known.wordings
    known = SMALL.instance("Thank you for writing about Why Not?")
    assert "You wrote to me about Why Not? How kind." in known.wordings
    assert "About Why Not?... ta." in known.wordings


def test_the_longest_sentence_that_fits_is_meant() -> None:
    known = SMALL.instance("Thank you for writing about the panel and for thinking of Ana.")
    assert known.facts == ("the panel", "Ana")


def test_a_sentence_of_ones_own_is_not_known() -> None:
    assert SMALL.instance("I write about the panel.") == Instance()


def test_the_nearest_wordings_come_first() -> None:
    known = SMALL.instance("Thank you for writing about the panel.")
    assert known.nearest("You wrote about the panel, how kind!", 1) == (
        "You wrote to me about the panel. How kind.",
    )


def test_a_file_that_holds_something_else_is_named_when_it_is_asked() -> None:
    with pytest.raises(DataFileError, match=r"wordings\.toml"):
        Known("beat = 3", "wordings.toml").instance("Thanks.")


def passes(text: str, candidate: str, voice: Voice | None = None) -> bool:
    beat = FilledBeat(role=Role.STATEMENT, text=text)
    return all(check.passed for check in GUARD.check(beat, candidate, GuardContext(voice=voice)))


BREAK = "I am taking a break from networking until 14 December, so I cannot say yes at the moment."


def test_every_verified_wording_passes() -> None:
    known = KNOWN.instance(BREAK)
    assert len(known.wordings) > 20
    assert [wording for wording in known.wordings if not passes(BREAK, wording)] == []


def test_a_wording_licenses_nothing_that_changes_it() -> None:
    near = [
        "I'm on a break from networking until 15 December, so I can't say yes right now.",
        "I'm on a break from networking until 14 December, so I can say yes right now.",
        "I'm on a break from networking until 14 December, and then I'll say yes.",
        "You're on a break from networking until 14 December, so I can't say yes right now.",
    ]
    assert [candidate for candidate in near if passes(BREAK, candidate)] == []


def test_what_fills_a_shipped_sentence_stays_word_for_word() -> None:
    text = "Thank you for getting in touch about the hiring panel in May."
    assert passes(text, "Thanks for getting in touch about the hiring panel in May!")
    assert not passes(text, "Thanks for getting in touch about the panel in May!")


def test_another_voices_sign_word_is_licensed_to_nobody() -> None:
    text = "I would be glad to take part."
    own = Voice(id="v", name="V", samples=("Right you are, mate.",))
    plain = Voice(id="v", name="V", samples=("Good morning to you all.",))
    assert passes(text, "I'd be glad to take part, mate.", own)
    assert not passes(text, "I'd be glad to take part, mate.", plain)


@pytest.mark.parametrize(
    "candidate",
    [
        "Thank you for getting in touch, I am joining the advisory board!",
        "Thanks for getting in touch and joining the advisory board.",
        "Thanks for joining the advisory board, and for getting in touch.",
    ],
)
def test_what_a_sentence_is_about_stays_what_it_is_about(candidate: str) -> None:
    text = "Thank you for getting in touch about joining the advisory board."
    assert not passes(text, candidate)
    assert passes(text, "Thanks for getting in touch on joining the advisory board!")


def test_what_it_is_about_may_have_an_article() -> None:
    text = "Thank you for getting in touch about the advisory board."
    assert passes(text, "Thank you for writing to me about the advisory board.")
    beat = FilledBeat(role=Role.THANK, text=text, facts=("advisory board",))
    checks = GUARD.check(beat, "Thanks for getting in touch about the advisory board!", GuardContext())
    assert all(check.passed for check in checks)
