"""Which reader reads what: a new format is one module and one line here."""

from collections.abc import Callable

import re2

from .eml import read_eml
from .letter import Letter
from .plain import read_html, read_plain

Reader = Callable[[bytes], Letter]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".eml": read_eml,
}

# What mail programs write at the top of a message, and people do not.
_MAIL_HEADER = re2.compile(
    rb"(?im)^(?:mime-version|content-type|content-transfer-encoding|return-path|message-id"
    rb"|received: *(?:from|by)\b)"
)
_HEAD_BYTES = 65_536


def reader_of(content: bytes) -> Reader:
    """The reader for bytes without a file name: the source of an e-mail, else text."""
    return read_eml if is_mail(content) else read_plain


def is_mail(content: bytes) -> bool:
    """Whether ``content`` begins as the source of an e-mail does."""
    head = content.lstrip()[:_HEAD_BYTES].replace(b"\r\n", b"\n").split(b"\n\n")[0]
    return bool(_MAIL_HEADER.search(head))


def suffixes() -> str:
    """The suffixes that can be opened, as a sentence names them."""
    *others, last = READERS
    return f"{', '.join(others)} or {last}"
