"""Tells the newest message from the thread below it."""

import warnings
from functools import cache
from re import Pattern
from typing import NamedTuple

import re2
from mailparser_reply.constants import MAIL_LANGUAGES
from mailparser_reply.parser import EmailMessage

# The patterns of mail-parser-reply backtrack: they see short lines, few of them, and no runs of blank ones.
# What stands above a quote is told by how it begins and how it ends, so a long line loses its middle.
_MOST_LINES = 400
_LINE_HEAD, _LINE_TAIL = 60, 50

# What the library does not find: its Spanish pattern excludes itself, Portuguese and forwards it lacks.
_ALSO_ABOVE_QUOTES = re2.compile(
    r"(?im)^(?:> ?)*(?:(?:El|Em)\s.{5,}\s(?:escribió|escreveu):"
    r"|-{3,} ?(?:Original|Forwarded|Weitergeleitete|Ursprüngliche|Transféré|Reenviado|\pL+) ?"
    r"(?:message|Nachricht|mensaje|mensagem) ?-{3,}|Begin forwarded message:)$"
)
_NAMES_A_SENDER = re2.compile(
    r"(?im)^[*> ]*(?:From|Von|De|Da|Od|Van|Fra|Från|差出人|보낸 ?사람|发件人) ?\*?:"
)
_HEADER_KEY = re2.compile(r"^\s*[*> ]*[^\s:*>\d][^:\n\d]{0,15}:")
_RULE = re2.compile(r"^\s*[-_*=]{5,}\s*$")


class Thread(NamedTuple):
    """The newest message, and all that it quotes."""

    newest: str
    quoted: str


def split_thread(text: str) -> Thread:
    """Cut ``text`` where the first quoted message begins, and take out quoted lines above that.

    A text that is nothing but a quote is the newest message itself.
    """
    lines = text.split("\n")
    end = _first_line_below(lines)
    own = [line for line in lines[:end] if not _is_quoted(line)]
    below = [line for line in lines[:end] if _is_quoted(line)] + lines[end:]
    newest = "\n".join(own).strip()
    return Thread(newest, "\n".join(below).strip()) if newest else Thread(text.strip(), "")


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _first_line_below(lines: list[str]) -> int:
    """The number of the line at which the thread begins; the number of lines when none does."""
    numbers, view = _outline(lines)
    end = min((numbers[row] for row in _header_rows("\n".join(view))), default=len(lines))
    while end < len(lines) and end > 0 and (_RULE.search(lines[end - 1]) or not lines[end - 1].strip()):
        end -= 1
    return end


def _outline(lines: list[str]) -> tuple[list[int], list[str]]:
    """The first lines, cut short and stripped, one blank one at a time; and their numbers."""
    numbers: list[int] = []
    view: list[str] = []
    for number, line in enumerate(lines):
        short = line.strip()
        if len(short) > _LINE_HEAD + _LINE_TAIL:
            short = f"{short[:_LINE_HEAD]}{short[-_LINE_TAIL:]}"
        if short or (view and view[-1]):
            numbers.append(number)
            view.append(short)
        if len(view) == _MOST_LINES:
            break
    return numbers, view


def _header_rows(view: str) -> list[int]:
    """The rows of ``view`` at which a quoted message is announced: one or two, first first in each way."""
    starts = [match.start() for match in [_ALSO_ABOVE_QUOTES.search(view)] if match]
    for match in _header_pattern().finditer(view):
        block = match.group()
        if _HEADER_KEY.search(block) and not _NAMES_A_SENDER.search(block):
            continue  # two lines such as "Date: 3 June" and "To: everybody" tell of an event, too
        starts.append(match.end() - len(block.lstrip()))
        break
    return [view.count("\n", 0, start) for start in starts]


@cache
def _header_pattern() -> Pattern[str]:
    languages = [language for language in MAIL_LANGUAGES if language != "david"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # its call of re.sub, from Python 3.13 on
        pattern: Pattern[str] = EmailMessage(text="", languages=languages).HEADER_REGEX
    return pattern
