"""A message's text made ready for patterns, code point by code point, so that every offset stays true."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .pattern import FOLD, compile_pattern, matches_of

# What stands between these marks was said by somebody else, or is no prose; no pattern crosses it.
MASK = "\x01"

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u00b4`", "'"),
        "\u2026": ".",
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\t\r\x0b\x0c\x85\xa0\u2007\u2009\u200a\u202f\u2028\u2029\u3000", " "),
    }
)
_QUOTED = compile_pattern(r'"(?:[^"\n ]+ +){3,}[^"\n ]+"')
_BREAK = compile_pattern(rf"[.!?]+[\"')\]]*(?: +|\n|$)|\n+|{MASK}+")
_BULLET = compile_pattern(r"^ *(?:[-*•·–—~>|=#]|\d{1,2}[.)] )")
_GREETING = compile_pattern(r"^ *(?:hi|hey|hello|dear|good (?:morning|afternoon|evening))\b")

# A line shorter than this ended because its author ended it; a longer one was wrapped.
_WRAPPED_AT = 45

# Marks that make a rule.
_RULE = 3

# Code points of a passage: shorter ones are more work each, in longer ones more patterns find their words.
_PASSAGE = 200


class Passage(NamedTuple):
    """A piece of a text: what begins from ``start`` to ``end``, and ends at ``reach`` at the latest."""

    start: int
    end: int
    reach: int


@dataclass(frozen=True)
class Prepared:
    """``plain`` is as long as the text it came from; ``starts`` are where its sentences begin.

    ``spelled`` is ``plain`` with the marks that its letters had.
    """

    plain: str
    starts: tuple[int, ...]
    spelled: str

    def sentence(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that the code point ``at`` stands in."""
        number = bisect_right(self.starts, at)
        end = self.starts[number] if number < len(self.starts) else len(self.plain)
        return self.starts[number - 1], end

    @property
    def whole(self) -> Passage:
        """The text in one piece."""
        return Passage(0, len(self.plain), len(self.plain))

    @property
    def passages(self) -> Iterator[Passage]:
        """The text in pieces of one or more sentences, each reaching over the sentence that follows it."""
        ends = (*self.starts[1:], len(self.plain))
        start = 0
        for end, reach in zip(ends, (*ends[1:], ends[-1]), strict=True):
            if end - start >= _PASSAGE or end == reach:
                yield Passage(start, end, reach)
                start = end


@lru_cache(maxsize=2)  # subject and body: acts are looked for in them, then cues
def prepare(text: str) -> Prepared:
    """Unify apostrophes, quotation marks and blanks, unwrap lines, mask quotations, split sentences."""
    readable = text.encode("utf-8", "replace").decode("utf-8").translate(_SAME)
    spelled = _mask_quotations(_unwrap(_mask_blocks(readable.split("\n"))))
    length = len(spelled)
    breaks = (found.end() for found in matches_of(_BREAK, spelled, 0, length) if found.end() < length)
    return Prepared(spelled if spelled.isascii() else spelled.translate(FOLD), (0, *breaks), spelled)


def _mask_blocks(lines: list[str]) -> list[str]:
    """Mask quoted lines, and a letter to somebody else that stands between two rules."""
    masked = [MASK * len(line) if line.startswith(">") else line for line in lines]
    rules = [number for number, line in enumerate(lines) if _is_rule(line.strip(" "))]
    for first, last in zip(rules[::2], rules[1::2], strict=False):
        opening = next((line for line in lines[first + 1 : last] if line.strip()), "")
        if _GREETING.match(opening):
            masked[first:last] = [MASK * len(line) for line in lines[first:last]]
    return masked


def _is_rule(line: str) -> bool:
    return len(line) >= _RULE and line[0] in "-_*" and not line.strip(line[0])


def _unwrap(lines: list[str]) -> str:
    """Join the lines again, with a blank in place of a line end that only wraps a paragraph."""
    joined = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        wrapped = len(line) >= _WRAPPED_AT and following.strip() and not _BULLET.match(following)
        joined += [line, " " if wrapped else "\n"]
    return "".join(joined[:-1])


def _mask_quotations(text: str) -> str:
    """Mask what stands in quotation marks, from four words on: fewer are a name or a title."""
    pieces = []
    at = 0
    for match in _QUOTED.finditer(text):
        pieces += [text[at : match.start()], MASK * (match.end() - match.start())]
        at = match.end()
    return "".join([*pieces, text[at:]])
