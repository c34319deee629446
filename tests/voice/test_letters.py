"""A message taken apart into what its author opens with, says and closes with."""

import pytest

from demur.voice.letters import Letter, read_letter


@pytest.mark.parametrize(
    ("opening", "greeting"),
    [
        ("Hi Sam,", "Hi"),
        ("hey sam", "hey"),
        ("Hi there Sam!", "Hi there!"),
        ("Dear Dr. Garcia-Lopez:", "Dear:"),
        ("Good morning all,", "Good morning"),
        ("Hello Sam -", "Hello -"),
        ("Hello", "Hello"),
        ("Sam,", ""),
        ("Morning walks are good.", None),
        ("Hi this is about the house", None),
    ],
)
def test_the_greeting_is_the_first_line_without_the_name(opening: str, greeting: str | None) -> None:
    assert read_letter(f"\n{opening}\n\nAll is well.").greeting == greeting


@pytest.mark.parametrize(
    ("closing", "sign_off"),
    [
        ("Cheers,\nAlex", "Cheers"),
        ("Kind regards\n\nAlex Rivera\nAcme Ltd", "Kind regards"),
        ("Thanks!\nBest, Alex", "Best"),
        ("thanks so much!", "thanks so much!"),
        ("best, a", "best"),
        ("- Alex", ""),
        ("-alex", ""),
        ("Alex", None),
        ("That is all.", None),
    ],
)
def test_the_sign_off_is_the_last_closing_without_the_name(closing: str, sign_off: str | None) -> None:
    assert read_letter(f"Hi,\nAll is well.\n\n{closing}").sign_off == sign_off


def test_a_greeting_can_share_its_line() -> None:
    assert read_letter("Hi Sam, all is well.") == Letter("Hi", ("all is well.",), None)


def test_a_sentence_by_itself_neither_greets_nor_signs() -> None:
    assert read_letter("Thanks") == Letter(None, ("Thanks",), None)


def test_sentences_end_with_their_marks_or_lines_and_not_where_a_line_is_wrapped() -> None:
    wrapped = "We went to see the old mill by the river on the very last day of\nMay! 🎉 Then home"
    assert read_letter(wrapped).sentences == (
        "We went to see the old mill by the river on the very last day of May! 🎉",
        "Then home",
    )
    assert read_letter("1.\nfirst\n\nsecond").sentences == ("first", "second")


@pytest.mark.parametrize(
    "divider",
    [
        "On Mon, 2 March, Jo <jo@x.example> wrote:",
        "----- Original Message -----",
        "From: jo@x.example",
        "_" * 32,
    ],
)
def test_what_others_wrote_below_is_left_out(divider: str) -> None:
    assert read_letter(f"All is well.\n> No.\n{divider}\nDear Alex, it is not.").sentences == (
        "All is well.",
    )
