"""How a text is told to be about something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.rules import about, opening_of, openings_of, words_of

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
