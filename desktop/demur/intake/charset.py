"""Bytes to text: as declared, else as UTF-8, else as it looks."""

import codecs
from contextlib import suppress

import charset_normalizer

from .errors import IntakeError

_NOT_FOR_MAIL = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"}
_BOMS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode(content: bytes, declared: str = "") -> str:
    """The text of ``content``; raises ``IntakeError`` when it is binary or in no known encoding."""
    for name in (declared, "utf-8-sig", _BOMS.get(content[:2], "")):
        text = decode_as(content, name)
        if text is not None and "\0" not in text:
            return text
    if b"\0" in content:
        raise _binary()
    best = charset_normalizer.from_bytes(content).best()
    if best is None:
        raise _binary()
    return str(best)


def decode_as(content: bytes, name: str) -> str | None:
    """The text of ``content`` in the encoding ``name``; None when it is in another."""
    with suppress(LookupError, ValueError):
        if name and codecs.lookup(name).name.replace("_", "-") not in _NOT_FOR_MAIL:
            return content.decode(name)
    return None


def _binary() -> IntakeError:
    return IntakeError(
        "This does not hold text that can be read: it is damaged, or it is not a message at all.",
        "Open the message in your mail program and paste its text here.",
    )
