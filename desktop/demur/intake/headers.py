"""Header lines: those that a pasted text begins with, and the values in any."""

import datetime as dt
import email.utils
from contextlib import suppress
from typing import NamedTuple

import re2

from demur.domain.message import Sender

_FIELDS = {
    "from": "from|von|de|da|od",
    "subject": "subject|betreff|objet|asunto|assunto|oggetto|temat",
    "date": "date|sent|datum|gesendet|envoyé|fecha|enviado|data",
    "other": r"to|cc|bcc|an|kopie|à|a|para|do|reply-to|received|[\w]+(?:-[\w]+)+",
}
_LINE = re2.compile(
    r"(?i)^\*?(?:"
    + "|".join(f"(?P<{field}>{names})" for field, names in _FIELDS.items())
    + r")\*? ?:\*?(?:\s(?P<value>.*))?$"
)
_ADDRESS = re2.compile(r"^(?P<name>[^<]*)<(?:mailto:)?(?P<address>[^<>\s]+@[^<>\s]+)>")
_BARE_ADDRESS = re2.compile(r"^\S+@\S+$")
_LAST_FIRST = re2.compile(r"^(?P<last>\pL[\pL'\x{2019} -]*), (?P<first>\pL[\pL'\x{2019} .-]*)$")
_LONGEST_VALUE = 1000


class Headers(NamedTuple):
    """What the header lines told, and the text below them."""

    subject: str
    sender: Sender
    date: dt.datetime | None
    rest: str


def take_headers(text: str) -> Headers:
    """Read the header lines that ``text`` begins with; a block must name a sender or a subject."""
    lines = text.lstrip("\n").split("\n")
    values: dict[str, str] = {}
    field = ""
    count = 0
    for count, line in enumerate(lines):  # noqa: B007 - where it stops is used below
        match = _LINE.search(line.rstrip())
        if match:
            field = str(match.lastgroup if match.lastgroup != "value" else _field(match))
            values.setdefault(field, (match["value"] or "").strip())
        elif field and line[:1] in " \t" and line.strip():
            values[field] = f"{values[field]} {line.strip()}"
        else:
            break
    if not values.keys() & {"from", "subject"}:
        return Headers("", Sender(), None, text)
    return Headers(
        values.get("subject", ""),
        parse_sender(values.get("from", "")),
        parse_date(values.get("date", "")),
        "\n".join(lines[count:]),
    )


def _field(match: "re2._Match[str]") -> str:
    return next(field for field in _FIELDS if match[field] is not None)


def parse_sender(value: str) -> Sender:
    """Name and address of a From line: ``Blake, Jordan <jordan@blake.example>`` and the like."""
    value = " ".join(value[:_LONGEST_VALUE].replace("[mailto:", "<").replace("]", ">").split())
    match = _ADDRESS.search(value)
    if match:
        return Sender(name=_plain_name(match["name"]), address=match["address"])
    if _BARE_ADDRESS.search(value):
        return Sender(address=value.strip("<>"))
    return Sender(name=_plain_name(value))


def _plain_name(name: str) -> str:
    name = email.utils.unquote(name.strip()).strip(" '\"*")
    name = name.split(" via ")[0]
    if "@" in name:
        return ""
    match = _LAST_FIRST.search(name)
    return f"{match['first']} {match['last']}" if match else name


def parse_date(value: str) -> dt.datetime | None:
    """The date of a Date line, as far as it is written in a standard form."""
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return email.utils.parsedate_to_datetime(value[:_LONGEST_VALUE])
    with suppress(ValueError):
        return dt.datetime.fromisoformat(value)
    return None
