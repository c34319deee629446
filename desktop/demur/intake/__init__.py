"""What came in: pasted text or a file, read as the newest message of its thread; or many, from any path.

``read_many`` gives an ``Entry`` for each message in folders, mailboxes, exports and archives;
``find_author`` tells which of them are the user's own.
"""

from .author import Author, UnknownAuthorError, find_author
from .collection import read_many
from .entry import Entry
from .errors import IntakeError, OtherFileError
from .language import detect_language
from .read import read_bytes, read_file, read_text

__all__ = [
    "Author",
    "Entry",
    "IntakeError",
    "OtherFileError",
    "UnknownAuthorError",
    "detect_language",
    "find_author",
    "read_bytes",
    "read_file",
    "read_many",
    "read_text",
]
