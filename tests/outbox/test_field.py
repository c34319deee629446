"""What goes into the head of a mail: one line, and nothing that begins another."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.outbox.field import address, identifiers, plain

BREAKS = [chr(n) for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) in {"Cc", "Zl", "Zp"}]


@pytest.mark.parametrize("character", BREAKS, ids=ascii)
def test_what_controls_or_breaks_a_line_is_a_blank(character: str) -> None:
    assert plain(f"a{character}b") == "a b"


@given(st.text("=?a \n\0"))
def test_nothing_begins_an_encoded_word(text: str) -> None:
    assert "=?" not in plain(text)
    assert plain(plain(text)) == plain(text)


def test_half_a_character_is_one_that_is_not_known() -> None:
    assert plain("=\ud83d?").strip("\ufffd=?") == ""
    assert "=?" not in plain("=\ud83d?")


def test_words_stay_as_they_are() -> None:
    assert (
        plain("Q & A: 50 %, café, שבת — \u2067\u0645\u0631\u062d\u2069 👋?")
        == "Q & A: 50 %, café, שבת — \u2067\u0645\u0631\u062d\u2069 👋?"
    )


@pytest.mark.parametrize(
    "value",
    [
        "",
        "<>",
        "a@b",
        "<a b@c>",
        "<a@b>\n",
        "<a\r@b>",
        "<a\0@b>",
        "<a@b><c@d>",
        "<ä@b>",
        "<=?@b>",
        "<" + "a" * 999 + ">",
    ],
)
def test_what_is_no_identifier_is_left_out(value: str) -> None:
    assert identifiers((value, "<a=b?c@d>")) == ["<a=b?c@d>"]


def test_a_long_address_is_no_work() -> None:
    assert address(f"a@{'ä' * 1_000_000}.example") == ""
