"""The work of reading grows with the text, whatever a stranger sends and whatever a user's pack looks for.

What is counted is the same on every machine: each call of a function, and each character that the engine is
given to search.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
import re2

from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.rules import Rulebook
from hostile import LENGTHS, PIECES, WORST_BOOK, text
from rulebook import RULEBOOK, TODAY

_ENGINE = re2.__file__


class Work:
    """Calls made, characters handed to the engine, and how often it was asked for one more match."""

    def __init__(self) -> None:
        self.calls = 0
        self.characters = 0
        self.matches = 0

    def see(self, frame: FrameType, event: str, _: object) -> None:
        self.calls += event in ("call", "c_call")
        if event == "call" and frame.f_code.co_filename == _ENGINE:
            begun = frame.f_code.co_name == "_match" and "spans" not in frame.f_locals
            if begun or frame.f_code.co_name == "Match":
                self.characters += len(frame.f_locals["text"])
            elif frame.f_code.co_name == "_match":
                self.matches += 1

    @property
    def total(self) -> int:
        return self.calls + self.characters


@contextmanager
def counted() -> Iterator[Work]:
    work = Work()
    before = sys.getprofile()
    sys.setprofile(work.see)
    try:
        yield work
    finally:
        sys.setprofile(before)


def work(book: Rulebook, body: str) -> Work:
    with counted() as done:
        book.read(Message(body=body), Profile(), LedgerFacts(), TODAY)
    return done


@pytest.mark.parametrize("book", [RULEBOOK, WORST_BOOK], ids=["shipped", "with the worst pack"])
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_ten_times_the_text_is_about_ten_times_the_work(book: Rulebook, piece: str) -> None:
    small, middle, large = (work(book, text(piece, length)).total for length in LENGTHS)
    assert middle <= 11 * small
    assert large <= 11 * middle


def test_of_a_pattern_that_matches_everywhere_so_many_matches_are_asked_for_and_no_more() -> None:
    """RE2 may go through a whole line for each: its time is bounded by that number times the length."""
    few, many = (work(WORST_BOOK, text("a ", length)).matches for length in (10_000, 100_000))
    assert few == many
