"""Tells what a message says from how it is signed, and reads the name it is signed with."""

from typing import NamedTuple

import re2

from .closings import CLOSINGS
from .names import is_name, is_placeholder, signed_name

# A signature stands within the last lines; further up the same words are part of the message.
_LAST_LINES = 25
_LONGEST_LINE = 200
_WORDS_OF_A_SENTENCE = 10
_WORDS_OF_A_CLOSING = 5

_CLOSING = re2.compile(rf"(?i)^(?:{'|'.join(CLOSINGS)})(?:\s*[,.!:;–—-]+\s*|\s+|$)(?P<rest>.*)$")
_DASHED = re2.compile(r"^(?:[-–—]{1,3}|~|/) ?(?P<rest>[^-–—\s].*)$")
_DELIMITER = re2.compile(
    r"(?i)^(?:--|__)$|^_{10,}$"
    r"|^(?:sent from my|get outlook for|gesendet von|envoyé depuis|enviado desde|inviato da)\b[^,?]*$"
)
_QUESTION = re2.compile(r"\?(?:\s|$)")
_ONE_CLAUSE = re2.compile(r"^[^,]+,$")
_POSTSCRIPT = re2.compile(r"(?i)^p\. ?s\.?\b|^ps[:. ]")
_GREETING = re2.compile(r"(?i)^(?:hi|hello|hey|dear|good|hallo|liebe[rs]?|bonjour|hola|ol[aá]|ciao)\b")
_CONTACT = re2.compile(r"@|https?://|www\.|\d{3}")


class Signed(NamedTuple):
    """What is said, how it is signed, and by whom as far as the signature tells."""

    body: str
    signature: str
    name: str


def split_signature(text: str) -> Signed:
    """Cut the signature off ``text``; a text that is nothing else, or goes on below it, stays whole."""
    lines = text.split("\n")
    written = [number for number, line in enumerate(lines) if line.strip()][-_LAST_LINES:]
    tail = [lines[number].strip()[:_LONGEST_LINE] for number in written]
    start = _start(tail)
    if start is None:
        return Signed(text.strip(), "", "")
    body = "\n".join(lines[: written[start]]).strip()
    if not body or any(_POSTSCRIPT.search(line) for line in tail[start:]):
        return Signed(text.strip(), "", _name(tail[start:]))
    return Signed(body, "\n".join(lines[written[start] :]).strip(), _name(tail[start:]))


def _start(tail: list[str]) -> int | None:
    """Where in the last written lines the signature begins."""
    closing = [row for row in range(len(tail)) if _closes(tail, row)]
    while len(closing) > 1 and closing[-1] == closing[-2] + 1:
        closing.pop()  # "Thanks," above "Best," above the name: all of it
    delimiters = [row for row, line in enumerate(tail) if _DELIMITER.search(line)]
    likely = [row for row in range(1, len(tail)) if _looks_signed(tail, row)]
    return min([*closing[-1:], *delimiters[:1]] or likely[:1], default=None)


def _closes(tail: list[str], row: int) -> bool:
    """Whether this one of the last lines is a known closing, or a name behind a dash."""
    line, below = tail[row], tail[row + 1 :]
    closing = _CLOSING.search(line)
    if closing and closing["rest"]:
        return _is_named(closing["rest"]) and not _goes_on(below)
    if closing and below and (_is_named(below[0]) or below[0].isalpha()):
        return not any(_QUESTION.search(one) for one in below)
    if closing:
        return not _goes_on(below)
    dashed = _DASHED.search(line)
    last = len(below) <= 1 or bool(_DELIMITER.search(below[0]))
    in_list = any(_DASHED.search(one) for one in [*tail[:row][-1:], *below[:1]])
    return bool(dashed and _is_named(dashed["rest"]) and last and not in_list)


def _looks_signed(tail: list[str], row: int) -> bool:
    """Whether this one of the last lines is a closing of one's own, "Onwards,", or just a name."""
    line, below = tail[row], tail[row + 1 :]
    if below and _ONE_CLAUSE.search(line) and not _GREETING.search(line):
        return len(line.split()) <= _WORDS_OF_A_CLOSING and len(below) <= 3 and _is_named(below[0])
    return row > 1 and is_name(line) and all(_CONTACT.search(one) for one in below)


def _is_named(line: str) -> bool:
    return is_placeholder(line) or bool(signed_name(line))


def _goes_on(lines: list[str]) -> bool:
    return any(_QUESTION.search(line) or len(line.split()) >= _WORDS_OF_A_SENTENCE for line in lines)


def _name(signature: list[str]) -> str:
    """The name beside the closing, or in the line below it, where it may be in lower case."""
    for line in signature[:3]:
        match = _CLOSING.search(line) or _DASHED.search(line)
        if match and (name := signed_name(match["rest"])):
            return name
        if not (match or _DELIMITER.search(line) or _ONE_CLAUSE.search(line)):
            return signed_name(line) or (line if line.isalpha() else "")
    return ""
