"""The cards of an address book (``.vcf``): RFC 6350, and the older forms that telephones still write.

Names and e-mail addresses are all that is wanted of a card. A library for calendars that also reads cards
(icalendar 7.3) refuses those of version 2.1, such as ``EMAIL;INTERNET:ana@example.org``.
"""

import quopri
import re
from collections.abc import Iterator

from .errors import StorageError
from .records import Contact

# A property, the group before its name left out; its parameters; its value.
_PROPERTY = re.compile(
    r"(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<options>(?:;(?:[^\";:]|\"[^\"]*\")*)*):(?P<value>.*)"
)
_CHARSET = re.compile(r"CHARSET=\"?([\w-]+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)")


def read_cards(text: str, name: str) -> Iterator[Contact]:
    """The contacts of ``text``, cards without a name left out; ``name`` is that of the file.

    Raises ``StorageError`` when there is no card.
    """
    begun = 0
    for number, line in _lines(text):
        prop, value = _property(line)
        if (prop, value.upper()) == ("BEGIN", "VCARD"):
            begun, full, parted, addresses = number, "", "", []
        elif begun and prop == "FN":
            full = full or _plain(value)
        elif begun and prop == "N":
            parted = _plain(" ".join(reversed(value.split(";")[:2])))
        elif begun and prop == "EMAIL" and "@" in value:
            addresses.append(_plain(value))
        elif begun and prop == "END" and (full or parted):
            yield Contact(line=begun, name=full or parted, addresses=tuple(addresses))
    if not begun:
        raise StorageError(f"{name} holds no cards. Nothing was imported.", "Export it again as vCard.")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, those put together that were folded because of their length."""
    begun, whole = 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        part = line.rstrip("\r")
        if part[:1] in (" ", "\t"):
            whole += part[1:]
        elif whole.endswith("=") and _is_quoted_printable(whole):
            whole = whole[:-1] + part
        else:
            yield begun, whole
            begun, whole = number, part
    yield begun, whole


def _property(line: str) -> tuple[str, str]:
    found = _PROPERTY.fullmatch(line)
    if found is None:
        return "", ""
    value = found["value"]
    if _is_quoted_printable(line):
        charset = _CHARSET.search(found["options"])
        value = quopri.decodestring(value).decode(charset[1] if charset else "utf-8", "replace")
    return found["name"].upper(), value


def _is_quoted_printable(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line.partition(":")[0].upper()


def _plain(value: str) -> str:
    return " ".join(_ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], value).split())
