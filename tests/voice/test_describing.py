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


def test_the_user_reads_one_plain_sentence() -> None:
    assert describe(LIVELY) == (
        "Opens with “hey”, signs off with “cheers”; short sentences, lower case, contractions, "
        "exclamation marks, emoji, dashes."
    )
    assert describe(STIFF) == (
        "Opens with the name alone, signs off with the name alone; long sentences, no contractions."
    )


def test_the_model_reads_one_line_of_tags() -> None:
    assert style_line(LIVELY) == (
        "lowercase, contractions, exclamation marks, emoji, dashes, short, words: cheers reckon just"
    )
    assert style_line(STIFF) == "no contractions, long"
    assert style_line(UNKNOWN) == "medium"
