"""What may go wrong when keeping things, in words for the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demur.domain.errors import DemurError


class StorageError(DemurError):
    """Something could not be kept or read; what was stored before is still there."""


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turn what the system says about ``path`` into a ``StorageError``."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise StorageError(f"{path} is not UTF-8 text.", "Save it as UTF-8, or move it away.") from error
    except FileNotFoundError as error:
        missing = path if path.parent.exists() else path.parent
        raise StorageError(f"There is no {missing}.", "Check the name.") from error
    except OSError as error:
        reason = error.strerror or "it failed"
        raise StorageError(
            f"{path} could not be used: {reason}. Nothing stored was changed.",
            "Check that the disk has room and that the folder may be written to, then try again.",
        ) from error


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the database at ``path`` into a ``StorageError``."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a defect of ours, nothing that the user could mend
    except sqlite3.Error as error:
        message, hint = _SAID.get(_primary_code(error), (f"it failed ({error})", "Try again."))
        raise StorageError(f"The ledger {path}: {message}. Nothing stored before is lost.", hint) from error


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether ``error`` says that the file itself is no sound database."""
    return _primary_code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _primary_code(error: sqlite3.Error) -> int:
    """The code without its extension; 0 for errors that Python itself raises."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


_SAID = {
    sqlite3.SQLITE_FULL: ("the disk is full", "Free some space, then try again."),
    sqlite3.SQLITE_IOERR: ("the disk does not answer as it should", "Check the disk and its free space."),
    sqlite3.SQLITE_READONLY: ("it may only be read", "Allow writing to the file and to its folder."),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "Check that its folder exists and may be written to."),
    sqlite3.SQLITE_BUSY: ("another program is writing to it", "Close the other Demur, then try again."),
    sqlite3.SQLITE_CORRUPT: ("it is damaged", "Start Demur again: the damaged file will be set aside."),
}
