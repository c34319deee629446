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

    def part(self, part: Part) -> str:
        """The text that evidence of ``part`` points into."""
        return self.subject if part is Part.SUBJECT else self.body


class Evidence(Frozen):
    """Where in the message something stands: ``message.part(part)[start:end] == text``."""

    part: Part
    start: int
    end: int
    text: str
