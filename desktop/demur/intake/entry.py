"""One message among many: who wrote to whom is known at once, the rest when it is asked for."""

from collections.abc import Callable
from typing import NamedTuple

from demur.domain.message import Message, Sender

from .errors import IntakeError
from .headers import take_headers
from .letter import Letter
from .read import message_of


class Entry(NamedTuple):
    """Where a message lies, and who wrote it to whom as its head tells, oneself included.

    ``read`` gives the message; it raises ``IntakeError`` for what cannot be read. Messages of one exchange
    share their ``conversation``, as far as the format tells.
    """

    place: str
    read: Callable[[], Message]
    sender: Sender = Sender()
    recipients: tuple[Sender, ...] = ()
    conversation: str = ""


def entry_of(
    place: str, letter: Letter, recipients: tuple[Sender, ...] = (), conversation: str = ""
) -> Entry:
    """The entry of a letter that is read already."""
    sender = letter.sender if letter.sender != Sender() else take_headers(letter.text).sender
    return Entry(place, lambda: message_of(letter), sender, recipients, conversation or place)


def unreadable(place: str, error: IntakeError) -> Entry:
    """The entry of what cannot be read, which says why."""

    def read() -> Message:
        raise error

    return Entry(place, read, conversation=place)
