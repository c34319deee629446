"""How far a text is from a voice: what tells which of several wordings a person would have chosen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demur.domain.voice import Voice
from demur.voice import distance, measure

LIVELY = (
    "So good to see you last week!",
    "Honestly, mate, the garden's never looked better 😊",
    "I'm over the moon about the new bike!",
    "Honestly, we've had cake every day 😊",
)
SOBER = (
    "The committee will inspect the orchard on the first Monday of the month.",
    "I have enclosed the revised floor plan together with both measurements.",
    "The museum is closed for repairs and will not open before the spring.",
    "It is customary in this house to take tea at four in the afternoon.",
)
SMALL = ("just got back from the beach", "can't find the charger - no idea", "it's late so i'm off")


def voice(samples: tuple[str, ...]) -> Voice:
    return measure(samples, id="v", name="V")


@pytest.mark.parametrize(
    ("samples", "nearer", "farther"),
    [
        (LIVELY, "Honestly, I can't, mate!", "I regret that I am not able to accept this at present."),
        (SOBER, "I regret that I am not able to accept this at present.", "Honestly, I can't, mate!"),
        (SMALL, "thanks but it's not for me", "Thanks, but it's not for me."),
        (SOBER, "I do not have the time for it.", "I don't have the time for it."),
        (SOBER, "That is a fine plan for you all.", "That is a fine plan for you all!"),
        (SOBER, "That is a fine plan for you all.", "That is a fine plan for you all 😊"),
        (SOBER, "That is a fine plan for you all.", "That is a fine plan - for you all."),
        (SOBER, "That is a fine plan for you all.", "Well, that is a fine plan for you all."),
        (SOBER, "That is a fine plan for you all.", "That is a totally fine plan for you all."),
        (SOBER, "That is a plan that I can see the use of.", "I see the use."),
    ],
)
def test_the_wording_that_the_person_would_have_chosen_is_nearer(
    samples: tuple[str, ...], nearer: str, farther: str
) -> None:
    assert distance([nearer], voice(samples)) < distance([farther], voice(samples))


def test_a_letter_may_exclaim_as_often_as_its_author_does() -> None:
    half = voice(("What a lovely day!", "We had the tea outside."))
    calm, loud = "The tea is ready for you.", "The tea is ready for you!"
    mixed = distance([calm, loud], half)
    assert mixed < distance([calm, calm], half)
    assert mixed < distance([loud, loud], half)


def test_nothing_said_is_not_far_from_anybody() -> None:
    assert distance([], voice(SOBER)) == distance(["…"], voice(SOBER)) == 0.0


def test_without_samples_what_is_told_of_the_voice_still_counts() -> None:
    told = Voice(id="v", name="V", contractions=0.0)
    assert distance(["I do not know."], told) < distance(["I don't know."], told)


SENTENCES = st.lists(st.sampled_from([*LIVELY, *SOBER, *SMALL]) | st.text(max_size=40), max_size=6)


@settings(deadline=None)
@given(SENTENCES, st.sampled_from([LIVELY, SOBER, SMALL]))
def test_it_lies_between_0_and_1_and_does_not_hang_on_the_order(
    texts: list[str], samples: tuple[str, ...]
) -> None:
    here = distance(texts, voice(samples))
    assert 0.0 <= here <= 1.0
    assert distance(texts[::-1], voice(samples)) == pytest.approx(here)


@settings(deadline=None)
@given(st.lists(st.sampled_from(SOBER), min_size=1, max_size=4))
def test_ones_own_sentences_are_nearer_than_those_of_another(texts: list[str]) -> None:
    assert distance(texts, voice(SOBER)) < distance(texts, voice(LIVELY))
    assert distance(texts, voice(SOBER)) < distance(texts, voice(SMALL))
