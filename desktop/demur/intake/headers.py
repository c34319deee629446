"""Header lines: those that a text begins with, and the values of any."""

import datetime as dt
import email.errors
import email.header
import email.utils
from contextlib import suppress
from typing import NamedTuple

import re2

from demur.domain.message import Sender

from .charset import decode_as

_FIELDS = {
    "from": "from|von|de|da|od|van|fra|från",
    "subject": "subject|betreff|objet|asunto|assunto|oggetto|temat|onderwerp|emne|ämne",
    "date": "date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|wysłano|verzonden|sendt"
    "|skickat|dato",
    "other": r"to|cc|bcc|an|kopie|à|a|para|do|aan|til|till|reply-to|received|\w+(?:-\w+)+",
}
_LINE = re2.compile(
    r"(?i)^\*?(?:"
    + "|".join(f"(?P<{field}>{names})" for field, names in _FIELDS.items())
    + r")\*? ?:\*?(?:\s(?P<value>.*))?$"
)
_FORWARDED = re2.compile(r"(?i)^(?:-{3,}[ \pL]+-{3,}|Begin forwarded message:)$")
_ADDRESS = re2.compile(r"^(?P<name>[^<]*)<(?P<address>[^<>\s]+@[^<>\s]+)>")
_BARE_ADDRESS = re2.compile(r"^<?(?P<address>[^<>\s]+@[^<>\s]+?)>?$")
_LAST_FIRST = re2.compile(r"^(?P<last>[^,\d]+), (?P<first>[^,\d]+)$")
_VIA = re2.compile(r"(?i)\s+(?:via|über|através de)\s.*$|\s+\([^)]*\)$")

_MOST_LINES = 300
_LONGEST_VALUE = 1000


class Headers(NamedTuple):
    """What the header lines told, and the text below them."""

    subject: str
    sender: Sender
    date: dt.datetime | None
    rest: str


def take_headers(text: str) -> Headers:
    """Read the header lines that ``text`` begins with, those of a forwarded message included.

    They count only when they name a sender or a subject: an invitation, too, may begin with a date.
    """
    lines = text.lstrip().split("\n")
    values, below = _block(lines)
    if not values.keys() & {"from", "subject"}:
        return Headers("", Sender(), None, text)
    return Headers(
        values.get("subject", ""),
        parse_sender(values.get("from", "")),
        parse_date(values.get("date", "")),
        "\n".join(lines[below:]),
    )


def _block(lines: list[str]) -> tuple[dict[str, str], int]:
    """The value of each kind of field, the first that is given; and the number of the line below."""
    values: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines[:_MOST_LINES]):
        match = _LINE.search(line.rstrip())
        if match:
            last = next(field for field in _FIELDS if match[field] is not None)
            values.setdefault(last, (match["value"] or "").strip())
        elif last and line.strip() and line[0] in " \t":
            values[last] = f"{values[last]} {line.strip()}"
        elif values or (line.strip() and not _FORWARDED.search(line.strip())):
            return values, number
    return values, min(len(lines), _MOST_LINES)


def decode_header(raw: str) -> str:
    """A raw header value in words; what cannot be decoded stays as it is."""
    # The standard library hands over bytes that are not ASCII as lone surrogates.
    line = " ".join(_decode(raw[:_LONGEST_VALUE].encode("utf-8", "surrogateescape"), "").split())
    with suppress(ValueError, email.errors.HeaderParseError):
        return "".join(
            part if isinstance(part, str) else _decode(part, charset or "")
            for part, charset in email.header.decode_header(line)
        )
    return line


def _decode(content: bytes, charset: str) -> str:
    """A header is too short to guess its encoding: without one it is UTF-8 or Western European."""
    known = (decode_as(content, name) for name in (charset, "utf-8", "cp1252"))
    return next((text for text in known if text is not None), content.decode("latin-1"))


def parse_sender(value: str) -> Sender:
    """Name and address of a From line: ``Blake, Jordan <jordan@blake.example>`` and the like."""
    value = " ".join(value[:_LONGEST_VALUE].replace("[mailto:", "<").replace("<mailto:", "<").split())
    match = _ADDRESS.search(value.replace("]", ">"))
    if match:
        return Sender(name=_plain_name(match["name"]), address=match["address"])
    match = _BARE_ADDRESS.search(value)
    return Sender(address=match["address"]) if match else Sender(name=_plain_name(value))


def _plain_name(name: str) -> str:
    """``Jordan Blake``, however it was quoted, turned round or forwarded."""
    name = _VIA.sub("", email.utils.unquote(name.strip())).strip(" '\"*")
    match = _LAST_FIRST.search(name)
    name = f"{match['first']} {match['last']}" if match else name
    return "" if "@" in name else name


def parse_date(value: str) -> dt.datetime | None:
    """The date of a Date line, as far as it is written in a standard form."""
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return email.utils.parsedate_to_datetime(value[:_LONGEST_VALUE])
    with suppress(ValueError):
        return dt.datetime.fromisoformat(value)
    return None
