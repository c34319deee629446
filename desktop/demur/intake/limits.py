"""How much is read: far beyond any real request, far below what could hold the window up."""

from .errors import IntakeError

MAX_CHARACTERS = 1_000_000
MAX_FILE_BYTES = 25_000_000

# Of many at once: messages and files together, folders within folders, archives within archives.
MAX_ENTRIES = 100_000
MAX_FOLDER_DEPTH = 20
MAX_ARCHIVE_DEPTH = 2
# Of an archive: its list of contents, all that it says to hold, and how often a member may unfold.
MAX_LIST_BYTES = 10_000_000
MAX_UNPACKED_BYTES = 4_000_000_000
MAX_RATIO = 200


def refuse_too_long(text: str) -> None:
    """Raise ``IntakeError`` when ``text`` is longer than ``MAX_CHARACTERS``."""
    if len(text) > MAX_CHARACTERS:
        raise IntakeError(
            f"This is too long for a message: {len(text):,} characters, of at most {MAX_CHARACTERS:,}.",
            "Paste only the message that you want to answer.",
        )
