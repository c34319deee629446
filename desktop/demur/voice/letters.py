"""A person's own words in a message of theirs: greeting, sentences, sign-off; not what they quote."""

from itertools import pairwise
from typing import NamedTuple

import re2

_GREETINGS = (
    "(?:hi|hello|hey)(?: there)?|hiya|howdy|yo|dear|greetings|good day|"
    "(?:good )?(?:morning|afternoon|evening)"
)
_SIGN_OFFS = (
    "(?:with )?(?:kind|kindest|warm|warmest|best|very best|many) (?:regards|wishes|thanks)|"
    "(?:all |all the |very )?best|regards|cheers|ta|thanks(?: again| so much)?|thank you|warmly|"
    "cordially|respectfully|love|yours(?: faithfully| sincerely| truly)?|sincerely(?: yours)?|"
    "take care|(?:talk|speak|see you) soon|ciao"
)
_MARK = r"(?: ?[!:–—]| -|[,.])(?: |$)"
_NAME = r"(?:(?i:dr|mr|mrs|ms|prof)\.|[\p{Lu}\p{Lo}][\pL\pM'’-]*)"
# A name begins large, or is short: "Morning walks are good." greets nobody.
_GREETING = re2.compile(
    rf"^((?i:{_GREETINGS}))(?:(?: {_NAME}){{0,3}}(?:{_MARK}|$)|(?: [\pL'’-]+){{1,2}}(?: ?[!–—,](?: |$)|$))"
)
_NAME_ALONE = re2.compile(r"^\pL[\pL'’-]*,$")
_SIGN_OFF = re2.compile(
    rf"^((?i:{_SIGN_OFFS}))(!?)(?:[,.]? *|[, ]+\p{{Lu}}[\pL.'’-]*(?: \p{{Lu}}[\pL.'’-]*)?|, *\pL+)$"
)
_BARE_NAME = re2.compile(r"^([-–—]*) ?\p{Lu}[\pL'’-]*(?: \p{Lu}[\pL.'’-]*)?\.?$|^([-–—]+) ?\pL+$")

_QUOTED = re2.compile(r"^\s*[>|]")
_FROM_HERE_QUOTED = re2.compile(
    r"(?i)^\s*(?:on\b.*\bwrote:|-+ ?(?:original|forwarded) message.*|from: .*@.*|_{8,})\s*$"
)

EMOJI = r"[\x{1F300}-\x{1FAFF}\x{2600}-\x{27BF}\x{2B50}\x{23E9}-\x{23FA}]"
_BREAK = re2.compile(rf"[.!?…]+[\"'”’)\]]*(?: +{EMOJI}+)*\s+")
_PARAGRAPHS = re2.compile(r"\r?\n[ \t]*\r?\n")
_LETTER = re2.compile(r"\pL")
# A line as long as this was wrapped, not ended.
_WRAPPED_AT = 60
_LAST_LINES = 4
_EVERYBODY = {"", "all", "both", "everybody", "everyone", "folks", "guys", "team", "there", "again"}


class Letter(NamedTuple):
    """``greeting`` and ``sign_off`` as written, None where there is none; empty for a name alone."""

    greeting: str | None
    sentences: tuple[str, ...]
    sign_off: str | None


def split_letters(text: str) -> list[str]:
    """The messages in ``text``, pasted one after the other: each paragraph that greets begins one."""
    letters: list[str] = []
    for paragraph in _PARAGRAPHS.split(text.strip()):
        if letters and not _GREETING.match(paragraph.strip().split("\n")[0]):
            letters[-1] += f"\n\n{paragraph}"
        else:
            letters.append(paragraph)
    return letters


def read_letter(sample: str) -> Letter:
    """Take a message, or a single sentence, apart."""
    lines = _own_lines(sample)
    greeting = None
    if match := _GREETING.match(lines[0]):
        opening = match.group().strip()
        greeting = match.group(1) + opening[len(opening.rstrip(" !:–—-")) :]
        lines[0] = lines[0][match.end() :]
    elif len(lines) > 1 and _NAME_ALONE.match(lines[0]):
        greeting = ""
        lines = lines[1:]
    sign_off, lines = _without_sign_off(lines)
    return Letter(greeting, tuple(_sentences(lines)), sign_off)


def greeted_names(text: str) -> list[str]:
    """Whom the message ``text`` greets, word by word; nobody where it greets all or none."""
    match = _GREETING.match(_own_lines(text)[0])
    words = match.group()[len(match.group(1)) :].split() if match else []
    return [word for word in (word.strip(" ,.!:–—-") for word in words) if word.lower() not in _EVERYBODY]


def read_sign_off(signature: str) -> str | None:
    """How a message with this ``signature`` ends; empty for a name alone, None when it is neither."""
    first = " ".join(signature.strip().split("\n")[0].split())
    if match := _SIGN_OFF.match(first):
        return str(match.group(1) + match.group(2))
    return "" if _BARE_NAME.match(first) else None


def _own_lines(sample: str) -> list[str]:
    """At least one line, without blanks at its ends; the first and the last hold something if any does."""
    lines: list[str] = []
    # Half characters, which broken mail leaves behind, are no pattern's to meet.
    for line in sample.encode("utf-8", "replace").decode("utf-8").splitlines():
        if _FROM_HERE_QUOTED.match(line):
            break
        if not _QUOTED.match(line):
            lines.append(" ".join(line.split()))
    return "\n".join(lines).strip().split("\n")


def _without_sign_off(lines: list[str]) -> tuple[str | None, list[str]]:
    """How the letter ends, and the lines before; a sentence that stands alone is no letter."""
    for at in reversed(range(max(1, len(lines) - _LAST_LINES), len(lines))):
        if match := _SIGN_OFF.match(lines[at]):
            return match.group(1) + match.group(2), lines[:at]
    if len(lines) > 1 and (match := _BARE_NAME.match(lines[-1])):
        return "" if match.group(1) or match.group(2) else None, lines[:-1]
    return None, lines


def _sentences(lines: list[str]) -> list[str]:
    sentences: list[str] = []
    for paragraph in _unwrapped(lines).splitlines():
        ends = [0, *(match.end() for match in _BREAK.finditer(paragraph)), len(paragraph)]
        for start, end in pairwise(ends):
            piece = paragraph[start:end].strip()
            if _LETTER.search(piece):
                sentences.append(piece)
            elif piece and sentences:
                sentences[-1] += f" {piece}"
    return sentences


def _unwrapped(lines: list[str]) -> str:
    wrapped = (line + (" " if len(line) >= _WRAPPED_AT else "\n") for line in lines)
    return "".join(wrapped)
