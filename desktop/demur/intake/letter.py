"""What a reader of one format makes of it, before thread and signature are told apart."""

import datetime as dt

from demur.domain.frozen import Frozen
from demur.domain.message import Envelope, Sender


class Letter(Frozen):
    """A message with its thread; ``links`` are those that the text itself does not show."""

    text: str
    subject: str = ""
    sender: Sender = Sender()
    date: dt.datetime | None = None
    links: tuple[str, ...] = ()
    envelope: Envelope = Envelope()
