"""A voice in words."""

from demur.domain.voice import Voice
from demur.voice import describe, style_line

LIVELY = Voice(
    id="lively",
    name="Lively",
    greeting="hey",
    sign_off="cheers",
    contractions=1.0,
    sentence_length=6.0,
    exclamations=0.5,
    emoji=0.4,
    dashes=0.4,
    lower_case=True,
    favourites=("cheers", "reckon", "just", "pretty"),
)
STIFF = Voice(id="stiff", name="Stiff", greeting="", sign_off="", contractions=0.0, sentence_length=12.0)
UNKNOWN = Voice(id="unknown", name="Unknown", sentence_length=10.0)


def test_the_user_reads_a_few_plain_lines() -> None:
    lively = LIVELY.model_copy(update={"samples": ("thanks!", "cheers"), "emoji": 0.1, "dashes": 0.9})
    assert describe(lively) == (
        "You open with “hey”, not with “Dear”, and sign off with “cheers”.",
        "6 words a sentence; “I'm”, not “I am”; all in lower case.",
        "“Thanks”, not “thank you”.",
        "An exclamation mark in one sentence of 2, an emoji in one sentence of 10, "
        "a dash in nearly every sentence.",
        "Words you like: cheers, reckon, just, pretty.",
    )
    assert describe(STIFF.model_copy(update={"samples": ("I thank you.",)})) == (
        "You open with the name alone and sign off with your name alone.",
        "12 words a sentence; “I am”, not “I'm”.",
        "“Thank you”, not “thanks”.",
        "No exclamation marks, no emoji, no dashes to speak of.",
    )


def test_what_is_not_known_is_not_claimed() -> None:
    assert describe(Voice(id="x", name="X", greeting="Dear", samples=("Thanks.", "Thank you."))) == (
        "You open with “Dear”, not with “Hi”, and sign off with “Best wishes”.",
        "14 words a sentence.",
        "No exclamation marks, no emoji, no dashes to speak of.",
    )


def test_the_model_reads_one_line_of_tags() -> None:
    assert style_line(LIVELY) == (
        "lowercase, contractions, exclamation marks, emoji, dashes, short, words: cheers reckon just"
    )
    assert style_line(STIFF) == "no contractions, long"
    assert style_line(UNKNOWN) == "medium"
