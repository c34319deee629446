"""A message as the rules read it."""

import datetime as dt
from enum import StrEnum

from .frozen import Frozen


class Part(StrEnum):
    """The two texts of a message that evidence can point into."""

    SUBJECT = "subject"
    BODY = "body"


class Sender(Frozen):
    """Who wrote; either field is empty when the message does not tell."""

    name: str = ""
    address: str = ""


class Envelope(Frozen):
    """What the head of a mail says to whoever answers it, all empty for what came otherwise.

    ``reply_to`` is the address that wants the answer, where it is not the sender's. ``message_id`` and the
    identifiers in ``references``, the oldest first, stand in angle brackets; mail programs put a reply
    below its message by them.
    """

    reply_to: str = ""
    message_id: str = ""
    references: tuple[str, ...] = ()


class Message(Frozen):
    """The newest message of what was pasted or dropped, apart from what it quotes and how it is signed.

    ``body`` has ``\\n`` line ends; offsets into it and into ``subject`` are code points.
    """

    subject: str = ""
    body: str
    sender: Sender = Sender()
    date: dt.datetime | None = None
    links: tuple[str, ...] = ()
    signature: str = ""
    quoted: str = ""
    language: str = "en"
    envelope: Envelope = Envelope()

    def part(self, part: Part) -> str:
        """The text that evidence of ``part`` points into."""
        return self.subject if part is Part.SUBJECT else self.body


class Evidence(Frozen):
    """Where in the message something stands: ``message.part(part)[start:end] == text``."""

    part: Part
    start: int
    end: int
    text: str
