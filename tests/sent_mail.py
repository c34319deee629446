"""Mail as people send it, in the files that they have it in."""

import csv
import io
import mailbox
import zipfile
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from pathlib import Path

ME = "Sam Hill <sam@hill.example>"
JORDAN = "Jordan Blake <jordan@blake.example>"
ROBIN = "Robin Marsh <robin@marsh.example>"

_COLUMNS = ("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "TO", "DATE", "SUBJECT", "CONTENT", "FOLDER")


def mail(text: str, sender: str = ME, to: str = JORDAN, subject: str = "Hello") -> bytes:
    """The source of an e-mail."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, subject
    made.set_content(text)
    return made.as_bytes()


def folder(path: Path, files: Mapping[str, bytes | str]) -> Path:
    """A folder with these files, by their names in it."""
    for name, content in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def mbox(path: Path, mails: Iterable[bytes]) -> Path:
    """A mailbox as the standard library writes it."""
    box = mailbox.mbox(path)
    for content in mails:
        box.add(content)
    box.close()
    return path


def table(rows: Iterable[tuple[str, str, str, str]]) -> bytes:
    """LinkedIn's ``messages.csv`` with (conversation, from, to, text) in each row."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, restval="")
    writer.writeheader()
    for conversation, sender, to, content in rows:
        writer.writerow(
            {"CONVERSATION ID": conversation, "FROM": sender, "TO": to, "CONTENT": content}
            | {"DATE": "2026-03-02 10:00:00 UTC", "FOLDER": "INBOX"}
        )
    return text.getvalue().encode()


def archive(path: Path, files: Mapping[str, bytes | str]) -> Path:
    """A zip archive with these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path
