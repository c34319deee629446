"""Reads ``.eml``: headers and the text of the message itself, never what is attached to it."""

import email
import email.policy
from collections.abc import Iterator
from email.message import Message as Mail

import re2

from demur.domain.message import Envelope, Sender

from .charset import decode
from .errors import IntakeError
from .headers import decode_header, parse_date, parse_sender
from .html import html_to_text
from .letter import Letter
from .limits import refuse_too_long
from .tidy import tidy

# A mail with more is made to hold a parser up: the standard one recurses into each level.
_MOST_LEVELS = 60
_MOST_PARTS = 5_000
_MOST_HEADER_LINES = 2_000
_LONGEST_HEADERS = 200_000

_LEVEL = re2.compile(
    rb"(?i)boundary\s*\*?[\d*]*=|message/(?:rfc822|global|partial|external-body)|multipart/digest"
)
# Of a long thread its first message and the latest are enough to find its place.
_MOST_REFERENCES = 20
_IDENTIFIER = re2.compile(rb"<[!-;=?-~]+>")
_ADDRESS = re2.compile(r"[^\s<>,;:\"'()\[\]]+@[^\s<>,;:\"'()\[\]@]+")
_HEADERS = ("from", "to", "subject", "date", "received", "content-type")


def read_eml(content: bytes) -> Letter:
    """The letter in an RFC 5322 file; raises ``IntakeError`` when it is none, or has no text."""
    _refuse_bombs(content)
    # compat32 parses anything; the modern policy fails on malformed mails.
    mail = email.message_from_bytes(content, policy=email.policy.compat32)
    if not any(name in mail for name in _HEADERS):
        raise IntakeError(
            "This file does not look like an e-mail: it has no header lines.",
            "Save it from your mail program again, or paste its text here.",
        )
    text, links = _text(mail)
    refuse_too_long(text)
    return Letter(
        text=tidy(text),
        subject=_header(mail, "subject"),
        sender=parse_sender(_header(mail, "from")),
        date=parse_date(_header(mail, "date")),
        links=links,
        envelope=_envelope(mail),
    )


def read_people(content: bytes) -> tuple[Sender, tuple[Sender, ...]]:
    """Who wrote an RFC 5322 file and to whom, the first few of many, as its head says; reads no more."""
    head = _head(content[:_LONGEST_HEADERS])
    mail = email.message_from_bytes(head, policy=email.policy.compat32)
    addressed = f"{_header(mail, 'to')} {_header(mail, 'cc')}"
    recipients = tuple(Sender(address=address) for address in _ADDRESS.findall(addressed))
    return parse_sender(_header(mail, "from")), recipients


def _head(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]


def _refuse_bombs(content: bytes) -> None:
    head = _head(content)
    if (
        len(head) > _LONGEST_HEADERS
        or head.count(b"\n") > _MOST_HEADER_LINES
        or content.count(b"\n--") > _MOST_PARTS
        or len(_LEVEL.findall(content)) > _MOST_LEVELS
    ):
        raise IntakeError(
            "This e-mail is built in a way that is too complex to read.",
            "Open it in your mail program and paste its text here.",
        )


def _header(mail: "Mail[str, str]", name: str) -> str:
    return tidy(decode_header(_raw(mail, name)))


def _raw(mail: "Mail[str, str]", name: str) -> str:
    return next((str(raw) for key, raw in mail.raw_items() if key.lower() == name), "")


def _envelope(mail: "Mail[str, str]") -> Envelope:
    """What a reply needs; who wrote no References may name the message before in In-Reply-To."""
    own, references, answered = (
        _identifiers(mail, name) for name in ("message-id", "references", "in-reply-to")
    )
    before = references or answered[:1]
    return Envelope(
        reply_to=parse_sender(_header(mail, "reply-to")).address,
        message_id=own[0] if own else "",
        references=(*before[:1], *before[1:][1 - _MOST_REFERENCES :]),
    )


def _identifiers(mail: "Mail[str, str]", name: str) -> list[str]:
    raw = _raw(mail, name).encode("utf-8", "surrogateescape")
    return [found.decode() for found in _IDENTIFIER.findall(raw)]


def _text(mail: "Mail[str, str]") -> tuple[str, tuple[str, ...]]:
    """The first text of the message itself that says anything, plain rather than HTML; and its links."""
    parts = list(_own_texts(mail))
    for part in parts:
        if part.get_content_subtype() != "html" and (text := _decoded(part)).strip():
            return text, ()
    for part in parts:
        if part.get_content_subtype() == "html":
            text, links = html_to_text(_decoded(part))
            if text:
                return text, links
    raise IntakeError(
        "There is no text in this e-mail, only attachments or pictures.",
        "Open what is attached and paste the text that you want to answer.",
    )


def _own_texts(mail: "Mail[str, str]") -> Iterator["Mail[str, str]"]:
    if mail.get_content_maintype() == "multipart" and mail.is_multipart():
        for part in mail.get_payload():
            if isinstance(part, Mail):
                yield from _own_texts(part)
    elif mail.get_content_maintype() == "text" and mail.get_content_disposition() != "attachment":
        yield mail


def _decoded(part: "Mail[str, str]") -> str:
    content = part.get_payload(decode=True)
    return decode(content, str(part.get_content_charset() or "")) if isinstance(content, bytes) else ""
