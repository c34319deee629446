"""How a text is told to be about something."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.domain.data_file import parse_data_file
from demur.rules import about, opening_of, openings_of, words_of
from demur.rules.pack import Topics
from demur.rules.topics import widened
from rulebook import PACKS

WORDS = words_of("Could we talk about financing a C++ start-up, and the head of the product team?")


@pytest.mark.parametrize(
    "phrase", ["finance", "The Finances", "head of product", "C++", "talks about teams"]
)
def test_a_text_is_about_it_in_other_forms_and_orders(phrase: str) -> None:
    assert about(WORDS, [phrase]) == (phrase,)


@pytest.mark.parametrize("phrase", ["finance law", "C#", "headline", "", "of the", "fin"])
def test_a_text_is_not_about_it(phrase: str) -> None:
    assert about(WORDS, [phrase]) == ()


phrases = st.lists(st.sampled_from(["finance", "the heads", "of", "team", "C++", "law", "Ökologie"])).map(
    " ".join
)


@given(phrases, phrases)
def test_what_a_text_is_about_opens_as_one_of_its_words(text: str, phrase: str) -> None:
    if about(words_of(text), [phrase]):
        assert opening_of(phrase) in openings_of(words_of(text))


SAME = (("vc", "venture capital"), ("coding", "programming", "software development"))


@pytest.mark.parametrize("phrase", ["VC", "venture capital", "capital for ventures"])
@pytest.mark.parametrize("text", ["the VC scene", "Venture capital in Leeds"])
def test_phrases_of_one_meaning_stand_for_each_other(text: str, phrase: str) -> None:
    assert about(widened(words_of(text), SAME), [phrase]) == (phrase,)


@pytest.mark.parametrize("text", ["a venture of mine", "capital letters", "the develop branch"])
def test_a_part_of_a_phrase_does_not_stand_for_another(text: str) -> None:
    assert widened(words_of(text), SAME) == words_of(text)


def test_no_two_shipped_phrases_are_the_same_by_their_stems() -> None:
    for group in parse_data_file(PACKS["topics.toml"], "topics.toml", Topics).same:
        for one, other in combinations(group, 2):
            found = about(words_of(one), [other]) and about(words_of(other), [one])
            assert not found, f"{one}, {other}: no need to say so"
