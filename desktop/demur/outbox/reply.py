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
    to = envelope.reply_to or message.sender.address
    return Reply(
        text=f"{text.rstrip()}\n\n{quoted(message)}\n" if quoting else text,
        to=Sender(name=message.sender.name, address=to),
        subject=reply_subject(message.subject),
        answers=envelope.message_id,
        references=(*envelope.references, envelope.message_id) if envelope.message_id else (),
    )
