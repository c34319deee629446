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


# What one person sends: openers, a no now and then, thanks, closers, and other people's business.
OPENERS = ("Thanks for thinking of me!", "Good to hear from you.", "That made my day.", "What a surprise!")
MIDDLES = (
    "I'm afraid I can't take this on right now.",
    "I'd rather not, if that's alright with you.",
    "It's been a full month here, so I'll keep it short.",
    "I won't be able to join, but do tell me how it went.",
    "Happy to read it once there's a draft.",
    "Could you send the short version first?",
    "We just moved the last boxes, and I'm still looking for the kettle.",
)
SECRETS = (
    "Priya Raman at Northgate earns 92000 a year.",
    "Between us, Robin is getting divorced.",
    "Call me on +44 20 7946 0123.",
    "I live at 7 Rosenweg, flat 3.",
    "We meet on Friday at the Guild.",
)
CLOSERS = (
    "Good luck with it!",
    "Hope it all works out.",
    "Let me know how it goes.",
    "All the best for now.",
)


def letter(number: int) -> str:
    """One of the many that a person sends; each other than the rest."""
    middles = [MIDDLES[number % len(MIDDLES)], f"The {_thing(number)} looks fine to me."]
    said = [OPENERS[number % len(OPENERS)], *middles, SECRETS[number % len(SECRETS)]]
    return f"Hi Jordan,\n\n{' '.join(said)}\n\n{CLOSERS[number % len(CLOSERS)]}\n\nBest,\nSam\n{QUOTE}"


def _thing(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}") + "book"


QUOTE = """
On Mon, 2 Mar 2026, Jordan Blake <jordan@blake.example> wrote:
> Dear Sam, I humbly request your assistance!!!
"""
