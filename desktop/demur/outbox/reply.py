"""An answer as it leaves: its words, whom they go to, and what they stand below."""

from demur.domain.frozen import Frozen
from demur.domain.message import Message, Sender

from .quote import quoted
from .subject import reply_subject


class Reply(Frozen):
    """``text`` is all that will be read, what is quoted included; the rest is as far as the message told.

    ``answers`` is the identifier of the message, ``references`` are those of its thread up to it.
    """

    text: str
    to: Sender = Sender()
    subject: str = ""
    answers: str = ""
    references: tuple[str, ...] = ()


def answer(message: Message, text: str, *, quoting: bool = False) -> Reply:
    """The reply to ``message`` that says ``text``, with the message below it when ``quoting``."""
    envelope = message.envelope
    elsewhere = envelope.reply_to.lower() not in ("", message.sender.address.lower())
    return Reply(
        text=f"{text.rstrip()}\n\n{quoted(message)}\n" if quoting else text,
        # A known name must not hide that the answer goes to another address.
        to=Sender(address=envelope.reply_to) if elsewhere else message.sender,
        subject=reply_subject(message.subject),
        answers=envelope.message_id,
        references=(*envelope.references, envelope.message_id) if envelope.message_id else (),
    )
