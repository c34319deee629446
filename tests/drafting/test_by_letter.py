"""A letter as numbered lines, and what a model makes of them."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.drafting.by_letter import answers, numbered

LETTER = ["Thank you for writing.", "I cannot meet in May.", "I wish you well."]

sentences = st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
letters = st.lists(sentences, min_size=1, max_size=12)


def test_a_letter_is_numbered_from_one() -> None:
    assert numbered(LETTER) == "1. Thank you for writing.\n2. I cannot meet in May.\n3. I wish you well."


def test_a_sentence_of_two_lines_is_one_line() -> None:
    assert numbered(["Thank you,\n2. really."]) == "1. Thank you, 2. really."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Thanks!\n2. No.\n3. Bye.", ("Thanks!", "No.", "Bye.")),
        ("1) Thanks!\n 2: No.  \n3.\tBye.", ("Thanks!", "No.", "Bye.")),
        ("3. Bye.\n1. Thanks!\n2. No.", ("Thanks!", "No.", "Bye.")),
        ("1. Thanks!\n3. Bye.", ("Thanks!", "", "Bye.")),
        ("1. Thanks!\n1. Cheers!\n2. No.\n3. Bye.", ("Thanks!", "No.", "Bye.")),
        (
            "Sure, here they are:\n\n1. Thanks!\n2. No.\n3. Bye.\n4. PS.\nAnything else?",
            ("Thanks!", "No.", "Bye."),
        ),
        ("1.\n2. No.\n3. ", ("", "No.", "")),
        ("Thanks! No. Bye.", ("", "", "")),
        ("1999 was good.\n10.30 suits me.", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_each_number_gets_its_own_line(text: str, found: Sequence[str]) -> None:
    assert answers(text, 3, finished=True) == found


def test_the_last_line_of_an_answer_that_was_cut_short_is_left_out() -> None:
    assert answers("1. Thanks!\n2. I cannot", 2, finished=False) == ("Thanks!", "")


@given(letters)
def test_a_letter_given_back_is_the_letter(letter: list[str]) -> None:
    assert answers(numbered(letter), len(letter), finished=True) == tuple(letter)


@given(letters, st.data())
def test_the_order_of_the_lines_does_not_matter(letter: list[str], data: st.DataObject) -> None:
    lines = data.draw(st.permutations(numbered(letter).split("\n")))
    assert answers("\n".join(lines), len(letter), finished=True) == tuple(letter)


@given(letters, st.data())
def test_a_line_that_is_missing_leaves_the_others_where_they_are(
    letter: list[str], data: st.DataObject
) -> None:
    missing = data.draw(st.integers(0, len(letter) - 1))
    lines = numbered(letter).split("\n")
    del lines[missing]
    expected = [*letter[:missing], "", *letter[missing + 1 :]]
    assert answers("\n".join(lines), len(letter), finished=True) == tuple(expected)


@given(letters, letters)
def test_what_is_said_twice_or_besides_changes_nothing(letter: list[str], more: list[str]) -> None:
    text = f"{numbered(letter)}\n{numbered(more)}"
    assert answers(text, len(letter), finished=True) == tuple(letter)


@given(st.text(), st.integers(0, 12), st.booleans())
def test_whatever_comes_each_sentence_has_one_line_or_none(text: str, count: int, finished: bool) -> None:
    found = answers(text, count, finished)
    assert len(found) == count
    assert not any("\n" in line for line in found)
