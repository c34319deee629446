"""The ways in: a text, a file, bytes without a name."""

from pathlib import Path

from demur.domain.message import Envelope, Message, Sender
from demur.domain.profile import Profile

from .chat import take_chat_header
from .errors import IntakeError
from .formats import READERS, reader_of, suffixes
from .headers import take_headers
from .language import detect_language
from .letter import Letter
from .limits import MAX_FILE_BYTES, refuse_too_long
from .links import find_links
from .names import introduced_name
from .signature import split_signature
from .thread import split_thread
from .tidy import tidy

NOBODY = Profile()


def read_text(text: str, me: Profile = NOBODY) -> Message:
    """Read a pasted message, with its header lines and its thread as far as they were pasted.

    The sender is never ``me``. Raises ``IntakeError`` when there is nothing to read, or too much.
    """
    refuse_too_long(text)
    return read_bytes(tidy(text).encode(), me)


def read_file(path: Path, me: Profile = NOBODY) -> Message:
    """Read the message in the file at ``path``, by its suffix: ``.txt``, ``.md``, ``.html`` or ``.eml``.

    Raises ``IntakeError`` when the file cannot be read, or holds no message.
    """
    reader = READERS.get(path.suffix.lower())
    if path.exists() and not path.is_file():
        raise IntakeError(f"“{path.name}” is a folder, not a file.", "Choose the file of one message.")
    content = _content(path)
    if reader is None:
        raise IntakeError(
            f"Files like “{path.name}” cannot be opened.",
            f"Choose a file that ends in {suffixes()}, or paste the text of the message.",
        )
    return message_of(reader(content), me)


def read_bytes(content: bytes, me: Profile = NOBODY) -> Message:
    """Read a message without a file name, the source of an e-mail or text; raises as ``read_file``."""
    return message_of(reader_of(content)(content), me)


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise IntakeError(
                f"“{path.name}” is too large: {size:,} bytes, of at most {MAX_FILE_BYTES:,}.",
                "Paste only the message that you want to answer.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise IntakeError(
            f"There is no file “{path}”.", "Check the name, or choose the file again."
        ) from error
    except OSError as error:
        raise IntakeError(
            f"“{path.name}” could not be read: {error.strerror}.",
            "Check that you may open it, or paste the text of the message.",
        ) from error


def message_of(letter: Letter, me: Profile = NOBODY) -> Message:
    """The newest message of ``letter``, apart from thread and signature; raises as ``read_file``."""
    letter = _unwrapped(letter)
    thread = split_thread(letter.text)
    signed = split_signature(thread.newest)
    if not signed.body:
        raise IntakeError("There is no message here.", "Paste the request that you want to answer.")
    name = signed.name or introduced_name(signed.body)
    return Message(
        subject=letter.subject,
        body=signed.body,
        sender=_sender(letter.sender, name, me),
        date=letter.date,
        links=tuple(dict.fromkeys((*find_links(signed.body), *letter.links))),
        signature=signed.signature,
        quoted=thread.quoted,
        language=detect_language(signed.body),
        envelope=_envelope(letter, me),
    )


def _unwrapped(letter: Letter) -> Letter:
    """The letter below the header lines, of a forward or of a chat, that its text begins with."""
    headers = take_headers(letter.text)
    chat = take_chat_header(headers.rest)
    known = headers.sender if headers.sender != Sender() else letter.sender
    return Letter(
        text=chat.rest,
        subject=headers.subject or letter.subject,
        sender=known if known != Sender() else Sender(name=chat.name),
        date=headers.date or letter.date,
        links=letter.links,
        envelope=letter.envelope if known == letter.sender else Envelope(),
    )


def _sender(header: Sender, signed: str, me: Profile) -> Sender:
    """Who wrote, unless that is oneself, as when the message was forwarded to oneself."""
    if _is_own(header.address, me):
        header = Sender()
    name = header.name or signed
    return Sender(name="" if name.lower() == me.name.lower() else name, address=header.address)


def _envelope(letter: Letter, me: Profile) -> Envelope:
    """That of the message, unless it is one's own; no answer goes to oneself."""
    if _is_own(letter.sender.address, me):
        return Envelope()
    if _is_own(letter.envelope.reply_to, me):
        return letter.envelope.model_copy(update={"reply_to": ""})
    return letter.envelope


def _is_own(address: str, me: Profile) -> bool:
    return address.lower() in {own.lower() for own in me.addresses}
