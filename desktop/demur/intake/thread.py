"""Tells the newest message from the thread below it."""

from functools import cache
from re import Pattern
from typing import NamedTuple

import re2
from mailparser_reply.parser import EmailMessage

# The patterns of mail-parser-reply backtrack: they see short lines, few of them, and no runs of blank ones.
_LONGEST_LINE = 200
_MOST_LINES = 1000

_LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl"]

# What the library does not find: its Spanish pattern excludes itself, and Portuguese is not in it.
_ALSO_ABOVE_QUOTES = re2.compile(
    r"(?i)^(?:> ?)*(?:(?:El|Em)\s.{5,}\s(?:escribió|escreveu):"
    r"|-{3,} ?(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado) ?-{3,}"
    r"|Begin forwarded message:)$"
)


class Thread(NamedTuple):
    """The newest message, and all that it quotes."""

    newest: str
    quoted: str


def split_thread(text: str) -> Thread:
    """Cut ``text`` where the first quoted message begins, and take out quoted lines above that.

    A text that is nothing but a quote is the newest message itself.
    """
    lines = text.split("\n")
    end = _first_quoted_line(lines)
    own = [line for line in lines[:end] if not _is_quoted(line)]
    below = [line for line in lines[:end] if _is_quoted(line)] + lines[end:]
    newest = "\n".join(own).strip()
    return Thread(newest, "\n".join(below).strip()) if newest else Thread(text.strip(), "")


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _first_quoted_line(lines: list[str]) -> int:
    """The number of the line at which the thread begins; the number of lines when none does."""
    numbers, view = _outline(lines)
    also = next(
        (n for n, line in zip(numbers, view, strict=True) if _ALSO_ABOVE_QUOTES.search(line)), len(lines)
    )
    match = _header_pattern().search("\n".join(view))
    if match is None:
        return also
    shown = match.string[: match.end() - len(match.group().lstrip())]
    return min(also, numbers[shown.count("\n")])


def _outline(lines: list[str]) -> tuple[list[int], list[str]]:
    """The first lines, cut short and stripped, one blank one at a time; and their numbers."""
    numbers: list[int] = []
    view: list[str] = []
    for number, line in enumerate(lines):
        short = line[:_LONGEST_LINE].strip()
        if short or (view and view[-1]):
            numbers.append(number)
            view.append(short)
        if len(view) == _MOST_LINES:
            break
    return numbers, view


@cache
def _header_pattern() -> Pattern[str]:
    pattern: Pattern[str] = EmailMessage(text="", languages=_LANGUAGES).HEADER_REGEX
    return pattern
