"""One SQLite file: opened, brought up to date, and written to in whole transactions."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demur.rules import opening_of

from .errors import StorageError, database_errors, file_errors, is_damage
from .schema import MIGRATIONS

_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")

Migrations = tuple[tuple[str, ...], ...]


class Database:
    """The database at ``path``, made when missing and migrated when old; any thread may use it.

    All threads share one connection behind a lock: a write takes a few milliseconds, and threads of a pool
    that come and go leave no connection open. A transaction is on the disk when it ends, after a power cut
    too (``synchronous=FULL``, one flush each): Demur writes about once a second and promises that nothing
    typed is lost, so there is no speed to win by less.

    Raises ``StorageError``: for a file that a newer Demur wrote, which stays untouched; for a damaged one,
    which is set aside under another name; and for what the disk refuses.
    """

    def __init__(self, path: Path, migrations: Migrations = MIGRATIONS) -> None:
        self.path = path
        self._lock = threading.Lock()
        with database_errors(path):
            self._connection = self._open(migrations)

    def _open(self, migrations: Migrations) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=5, isolation_level=None, check_same_thread=False)
        try:
            _refuse_newer(connection, len(migrations), self.path)
            _refuse_damaged(connection)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            migrate(connection, migrations)
        except BaseException as error:
            connection.close()
            if isinstance(error, sqlite3.DatabaseError) and is_damage(error):
                raise _set_aside(self.path) from error
            raise
        return connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for looking things up."""
        with self._lock, database_errors(self.path):
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection inside a transaction: all lasts when the block ends, nothing when it fails."""
        with self._lock, database_errors(self.path), _transaction(self._connection):
            yield self._connection

    def scrub(self) -> None:
        """Leave nothing of what was deleted in the file or beside it.

        What is deleted is overwritten (``secure_delete``), but stands in the journal until that is emptied.
        """
        with self.reading() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Give the file back; the database cannot be used any more."""
        with self._lock:
            self._connection.close()


def migrate(connection: sqlite3.Connection, migrations: Migrations) -> None:
    """Bring the database to the version ``len(migrations)``, all the steps that it lacks or none."""
    connection.create_function("opening_of", 1, opening_of, deterministic=True)
    with _transaction(connection):
        for statements in migrations[_version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk makes SQLite roll back by itself
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(connection: sqlite3.Connection, known: int, path: Path) -> None:
    if _version(connection) > known:
        raise StorageError(
            f"The ledger {path} was written by a newer Demur and has been left as it is.",
            "Update Demur, or choose another ledger.",
        )


class _DamageFound(sqlite3.DatabaseError):
    """What a look through the whole file brought up, as if a read had met it."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def _refuse_damaged(connection: sqlite3.Connection) -> None:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise _DamageFound(found)


def _set_aside(path: Path) -> StorageError:
    """Move the damaged database out of the way, with the journal that belongs to it; gives what to say."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    with file_errors(path):
        for suffix in ("-wal", "-shm", ""):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.rename(aside.with_name(aside.name + suffix))
    return StorageError(
        f"The ledger was damaged; it is kept as {aside}.",
        "Start again to go on with an empty ledger, or put a copy of the ledger back in its place.",
    )
