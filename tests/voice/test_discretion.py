"""What may be kept of somebody's letters: nothing that names, counts, dates or tells of third people."""

import pytest

from demur.voice import Discretion

PLAIN = Discretion((), ["Jordan Blake", "Will Osei"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks so much for thinking of me!",
        "I'm afraid I can't take this on right now.",
        "OK, that works for me — I’ll write soon.",
        "Unfortunately not this time.",
        "no worries at all, happy to wait",
        "You may well be right.",
        "One or two of us could join.",
    ],
)
def test_what_says_nothing_of_anybody_may_be_kept(sentence: str) -> None:
    assert PLAIN.allows(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks to Priya it works.",
        "Priya says hello.",
        "thanks to jordan it works",
        "blake says hello",
        "ask sarah about it",
        "The team at Northgate is great.",
        "I use an iPhone, says NASA.",
        "It costs 40 a month.",
        "It costs forty a month.",
        "It cost €, I think.",
        "That is two thousand more.",
        "See you on friday then.",
        "We meet again in may, I hope.",
        "Write to me at jo@x.example please.",
        "It is on www.maps.example now.",
        "She lost her way a little.",
        "I heard he’s leaving soon.",
        "My wife would love that.",
        "The salary is what matters.",
        "Sorry to hear about the divorce.",
        "Just between us, it is over.",
        "Dear [Name], thank you so much.",
        "Grüße to all of you.",
    ],
)
def test_what_tells_of_somebody_is_passed_over(sentence: str) -> None:
    assert not PLAIN.allows(sentence)


def test_what_its_author_writes_large_is_a_name() -> None:
    letters = ["We met at Blossom again.", "The team at Fern.", "I'd ask the team."]
    discretion = Discretion(letters, ())
    assert not discretion.allows("Fern is where we met.")
    assert not discretion.allows("We met at fern.")
    assert discretion.allows("Team meetings are fine with me.")
    assert not PLAIN.allows("Team meetings are fine with me.")


def test_a_word_that_is_stressed_is_told_from_initials() -> None:
    discretion = Discretion(["It was a lovely walk.", "So LOVELY."], ())
    assert discretion.allows("That was REALLY lovely, a LOVELY walk.")
    assert not discretion.allows("That was NASA.")
    assert not PLAIN.allows("That was a LOVELY walk with BLAKE.")


def test_a_name_that_is_a_word_too_is_told_by_its_first_letter() -> None:
    discretion = Discretion((), ["Will Osei", "support.team"])
    assert discretion.allows("That will be lovely for the team.")
    assert not discretion.allows("Will says hello.")
    assert not discretion.allows("I asked Will.")
    assert not discretion.allows("I asked osei.")
