"""Pairs made by rule: sentences put together from parts, said in styles that come about by chance."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.voice import measure
from shipped import ROOT
from training import read_corpus
from training.parts import Parts, Styles, Words, sentence
from training.restyling import Speaker
from training.wording import SLOTS, slots_in

PARTS = Parts.read(ROOT / "models/training/data/parts.toml")
HELD_OUT = {one.text for one in read_corpus().sentences if one.held_out}

seeds = st.integers(min_value=0, max_value=2**32)


def said(seed: int) -> tuple[str, str]:
    chance = Random(seed)
    speaker = Speaker(PARTS.styles, chance)
    source = sentence(PARTS.sentences, chance)
    return source, speaker.say(source)


@given(seeds)
def test_a_sentence_has_known_slots_begins_large_and_ends(seed: int) -> None:
    made = sentence(PARTS.sentences, Random(seed))
    assert set(slots_in(made)) <= SLOTS
    assert made[0].isupper() or made[0] == "$"
    assert made.endswith((".", "?", "$link"))


@given(seeds)
def test_no_sentence_is_one_that_is_held_out(seed: int) -> None:
    assert sentence(PARTS.sentences, Random(seed)) not in HELD_OUT


@given(seeds)
def test_whatever_the_style_slots_stay(seed: int) -> None:
    source, rewrite = said(seed)
    assert slots_in(rewrite) == slots_in(source)


@given(seeds)
def test_a_question_stays_one_and_a_link_ends_what_it_ended(seed: int) -> None:
    source, rewrite = said(seed)
    assert ("?" in rewrite) == source.endswith("?")
    assert rewrite.endswith("$link") == source.endswith("$link")


@given(seeds)
def test_the_same_seed_speaks_the_same(seed: int) -> None:
    assert said(seed) == said(seed)


@given(seeds)
def test_the_app_measures_what_the_samples_show(seed: int) -> None:
    speaker = Speaker(PARTS.styles, Random(seed))
    assert measure(speaker.samples, id="", name="").lower_case is speaker.lower_case


def styles(**words: Words) -> Styles:
    """Styles of few words: those of interest, and some that no sentence holds."""
    return Styles(
        everyday=tuple(f"You are number {n}, so wait." for n in range(12)),
        emoji=("🌱", "☕", "🚀"),
        openers=("Righto,",),
        closers=("pal",),
        words=words | {f"word {n}": Words(plain=("other",), casual=()) for n in range(9)},
    )


@given(seeds)
def test_no_word_of_ones_own_is_said_that_no_sample_shows(seed: int) -> None:
    speaker = Speaker(styles(about=Words(plain=(), casual=("bout",))), Random(seed))
    shown = " ".join(speaker.samples).lower()
    told = " ".join(speaker.say("We talked about it.") for _ in range(8)).lower()
    assert "bout it" not in told.replace("about", "")
    assert "righto" in shown or "righto" not in told
    assert "pal" in shown or "pal" not in told


@pytest.mark.parametrize("word", ["I hope", "Thank you for", "Unfortunately,"])
@given(seed=seeds)
def test_a_word_put_into_the_midst_of_a_sentence_begins_small(word: str, seed: int) -> None:
    speaker = Speaker(styles(**{word: Words(plain=("Here is",), casual=())}), Random(seed))
    assert "it: Here" not in speaker.say(f"Take it: {word} tea.")
