"""What Demur keeps in files, whole."""

from pathlib import Path

from demur.files import replace_file

from .errors import file_errors


def atomic_write(path: Path, text: str) -> None:
    """Put ``text`` as UTF-8 into the file ``path``, or leave the old file as it was.

    Lone surrogates, halves of an emoji that an editor may hand over, are kept as they are. Raises
    ``StorageError`` when the disk is full or the folder read-only.
    """
    with file_errors(path):
        replace_file(path, text.encode("utf-8", "surrogatepass"))
