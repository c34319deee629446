"""The two ways in: a text, a file."""

from collections.abc import Callable
from pathlib import Path

import re2

from demur.domain.message import Message, Sender
from demur.domain.profile import Profile

from .eml import read_eml
from .errors import IntakeError
from .language import detect_language
from .letter import Letter
from .limits import MAX_FILE_BYTES
from .links import find_links
from .plain import read_pasted, read_plain
from .signature import split_signature
from .thread import split_thread

# What mail programs write at the top of a message, and people do not.
_MAIL_HEADER = re2.compile(rb"(?im)^(?:mime-version|content-type|received|return-path|message-id):")
_HEAD_BYTES = 65_536

Reader = Callable[[bytes], Letter]

READERS: dict[str, Reader] = {".txt": read_plain, ".md": read_plain, ".eml": read_eml}

NOBODY = Profile()


def read_text(text: str, me: Profile = NOBODY) -> Message:
    """Read a pasted message, which may begin with header lines and carry its thread.

    The sender is never ``me``. Raises ``IntakeError`` when there is nothing to read, or too much.
    """
    return _message(read_pasted(text), me)


def read_file(path: Path, me: Profile = NOBODY) -> Message:
    """Read the message in the file at ``path``, by its suffix: ``.txt``, ``.md`` or ``.eml``.

    Raises ``IntakeError`` when the file cannot be read, or holds no message.
    """
    reader = READERS.get(path.suffix.lower())
    if path.is_dir():
        raise IntakeError(f"“{path.name}” is a folder.", "Choose the file of one message.")
    if reader is None:
        raise IntakeError(
            f"Files like “{path.name}” cannot be opened.",
            f"Choose a file that ends in {_listed(READERS)}, or paste the text of the message.",
        )
    return _message(reader(_content(path)), me)


def read_bytes(content: bytes, me: Profile = NOBODY) -> Message:
    """Read a message without a file name, the source of an e-mail or text; raises as ``read_file``."""
    head = content.lstrip()[:_HEAD_BYTES].replace(b"\r\n", b"\n").split(b"\n\n")[0]
    reader = read_eml if _MAIL_HEADER.search(head) else read_plain
    return _message(reader(content), me)


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


def _message(letter: Letter, me: Profile) -> Message:
    thread = split_thread(letter.text)
    signed = split_signature(thread.newest)
    if not signed.body:
        raise IntakeError("There is no message here.", "Paste the request that you want to answer.")
    return Message(
        subject=letter.subject,
        body=signed.body,
        sender=_sender(letter.sender, signed.name, me),
        date=letter.date,
        links=tuple(dict.fromkeys((*find_links(signed.body), *letter.links))),
        signature=signed.signature,
        quoted=thread.quoted,
        language=detect_language(signed.body),
    )


def _sender(header: Sender, signed: str, me: Profile) -> Sender:
    if header.address.lower() in {address.lower() for address in me.addresses}:
        header = Sender()
    name = header.name or signed
    return Sender(name="" if name.lower() == me.name.lower() else name, address=header.address)


def _listed(suffixes: dict[str, Reader]) -> str:
    *others, last = suffixes
    return f"{', '.join(others)} or {last}"
