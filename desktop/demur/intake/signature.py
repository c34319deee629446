"""Tells what a message says from how it is signed, and reads the name it is signed with."""

from typing import NamedTuple

import re2

# A signature stands within the last lines; further up the same words are part of the message.
_LAST_LINES = 25

_CLOSINGS = (
    # English
    "(?:(?:all|with|my)(?: the| my| our| very)? )?(?:best|warmest|warm|kindest|kind)(?: wishes| regards)?",
    "(?:with )?(?:many |kind |best |warm |warmest )?regards",
    "thanks(?: again| so much| a lot| in advance| and (?:best |kind |warm )?regards)?",
    "(?:many )?thanks",
    "thank you(?: again| so much| very much| in advance| for your time)?",
    "(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?",
    "yours",
    "cheers",
    "respectfully",
    "cordially",
    "take care",
    "talk soon",
    "happy hacking",
    # German
    "(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen) grüßen",
    "(?:beste|viele|liebe|herzliche|schöne) grüße",
    "(?:lieben |besten )?gruß",
    "(?:vielen |besten )?dank",
    "mfg",
    "lg",
    "vg",
    # French
    "(?:bien )?cordialement",
    "(?:meilleures )?salutations",
    "bonne journée",
    "merci(?: d'avance)?",
    # Spanish, Portuguese
    "(?:un )?(?:cordial )?saludos?(?: cordiales)?",
    "atentamente",
    "(?:muchas )?gracias",
    "(?:um )?abraço",
    "atenciosamente",
    "obrigad[oa]",
    # Polish
    "pozdrawiam",
)
_DASH = "\u2013\u2014-"
_WORD = r"[\p{Lu}\p{Lo}][\pL'\x{2019}.-]*"
_NAME = rf"{_WORD}(?: (?:de|da|di|del|van|von|der|den|la|le|bin|al|el|{_WORD})){{0,4}}"
_CLOSING = re2.compile(rf"(?i)^(?:{'|'.join(_CLOSINGS)})(?:\s*[,.!:;{_DASH}]+\s*|\s+|$)(?P<rest>.*)$")
_DASHED = re2.compile(rf"^(?:[{_DASH}]{{1,3}}|~) ?(?P<rest>{_NAME})[.,]?$")
_DELIMITER = re2.compile(
    r"(?i)^(?:--|__)$|^(?:-- )|^(?:sent from my|get outlook for|gesendet von|envoyé depuis|enviado desde)\b"
)
_NAME_LINE = re2.compile(rf"^(?P<name>{_NAME})(?:[,|(/·{_DASH}].*)?$")
_POSTSCRIPT = re2.compile(r"(?i)^p\. ?s\.?\b|^ps[:. ]")


class Signed(NamedTuple):
    """What is said, how it is signed, and by whom as far as the signature tells."""

    body: str
    signature: str
    name: str


def split_signature(text: str) -> Signed:
    """Cut the signature off ``text``; a text that is nothing else, or has a postscript, stays whole."""
    lines = text.split("\n")
    start = _first_line(lines)
    name = _name(lines[start:])
    body = "\n".join(lines[:start]).strip()
    if not body or any(_POSTSCRIPT.search(line.strip()) for line in lines[start:]):
        return Signed(text.strip(), "", name)
    return Signed(body, "\n".join(lines[start:]).strip(), name)


def _first_line(lines: list[str]) -> int:
    written = [number for number, line in enumerate(lines) if line.strip()][-_LAST_LINES:]
    closings = [number for number in written if _closes(lines[number].strip())]
    delimiters = [number for number in written if _DELIMITER.search(lines[number].strip())]
    return min([*closings[-1:], *delimiters[:1], len(lines)])


def _closes(line: str) -> bool:
    match = _CLOSING.search(line)
    if match:
        return not match["rest"] or bool(_NAME_LINE.search(match["rest"]))
    return bool(_DASHED.search(line))


def _name(signature: list[str]) -> str:
    """The first name in the first two lines that say anything."""
    for line in [line.strip() for line in signature if line.strip()][:2]:
        match = _CLOSING.search(line) or _DASHED.search(line)
        named = _NAME_LINE.search(match["rest"] if match else line)
        if named:
            return str(named["name"]).rstrip(".")
    return ""
