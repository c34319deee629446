import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from demur.domain.message import Message, Sender
from demur.domain.request import Request
from demur.storage import Ledger, StorageError
from demur.storage.database import Database, migrate
from demur.storage.schema import MIGRATIONS

SCHEMA = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"


def long_request(body: str = "x" * 200_000) -> Request:
    return Request.model_validate(
        {"opened": "2026-03-02T10:00:00", "message": Message(body=body), "advised": "decline"}
    )


def at_version(path: Path, version: int) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, MIGRATIONS[:version])
    connection.close()


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_a_ledger_of_every_version_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    at_version(tmp_path / "old.sqlite", version)
    at_version(tmp_path / "new.sqlite", len(MIGRATIONS))
    Ledger(tmp_path / "old.sqlite").close()
    old, new = (sqlite3.connect(tmp_path / name) for name in ("old.sqlite", "new.sqlite"))
    assert old.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert old.execute(SCHEMA).fetchall() == new.execute(SCHEMA).fetchall()
    old.close()
    new.close()


def test_a_migration_keeps_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "data.sqlite"
    first = ("CREATE TABLE words (word TEXT)", "INSERT INTO words VALUES ('kept')")
    second = ("ALTER TABLE words ADD COLUMN length INTEGER", "UPDATE words SET length = length(word)")
    Database(path, (first,)).close()
    database = Database(path, (first, second))
    with database.reading() as rows:
        assert rows.execute("SELECT * FROM words").fetchall() == [("kept", 4)]
    database.close()


def test_a_migration_that_fails_leaves_the_old_version(tmp_path: Path) -> None:
    path = tmp_path / "data.sqlite"
    first = ("CREATE TABLE words (word TEXT)",)
    Database(path, (first,)).close()
    with pytest.raises(StorageError, match="no such table"):
        Database(path, (first, ("DROP TABLE words", "UPDATE nowhere SET word = ''")))
    database = Database(path, (first,))
    with database.reading() as rows:
        assert rows.execute("SELECT count(*) FROM words").fetchone() == (0,)
    database.close()


def test_a_ledger_of_a_newer_demur_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    at_version(path, len(MIGRATIONS))
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="newer Demur") as refusal:
        Ledger(path)
    assert "Update" in refusal.value.hint
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def no_database(path: Path) -> None:
    path.write_bytes(b"a shopping list, kept under a wrong name\n" * 100)


def truncated(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.keep(long_request())
    path.write_bytes(path.read_bytes()[:-50_000])


def overwritten_in_the_middle(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.keep(long_request())
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [no_database, truncated, overwritten_in_the_middle])
def test_a_damaged_ledger_is_set_aside_and_never_overwritten(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    path = tmp_path / "ledger.sqlite"
    seen = []
    for number in (1, 2):
        damage(path)
        seen.append(path.read_bytes())
        with pytest.raises(StorageError, match=f"kept as .*damaged-{number}") as refusal:
            Ledger(path)
        assert refusal.value.hint
    assert [(tmp_path / f"ledger.sqlite.damaged-{number}").read_bytes() for number in (1, 2)] == seen
    with Ledger(path) as fresh:
        assert fresh.recent(1) == ()


def test_damage_met_while_working_is_said_with_a_next_step(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        kept = ledger.keep(long_request("more than SQLite holds in memory" * 200_000))
    with Ledger(path) as ledger:
        content = bytearray(path.read_bytes())
        content[4096:] = b"\xa5" * (len(content) - 4096)
        path.write_bytes(content)
        with pytest.raises(StorageError, match="damaged") as refusal:
            ledger.request(kept.id)
        assert "set aside" in refusal.value.hint


def test_a_full_disk_is_said_and_nothing_kept_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        kept = ledger.keep(long_request("short"))
        connection = ledger._database._connection
        connection.execute("PRAGMA max_page_count = 1")  # SQLite then answers as on a full disk
        with pytest.raises(StorageError, match="the disk is full") as refusal:
            ledger.keep(long_request())
        assert "Free some space" in refusal.value.hint
        assert ledger.request(kept.id) == kept
        connection.execute("PRAGMA max_page_count = 1000000")
        assert ledger.keep(long_request()).id
    with Ledger(path) as ledger:
        assert len(ledger.recent(5)) == 2


def test_a_ledger_that_another_program_holds_is_said(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        ledger._database._connection.execute("PRAGMA busy_timeout = 10")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="another program"):
            ledger.keep(long_request("short"))
        other.execute("ROLLBACK")
        other.close()
        assert ledger.keep(long_request("short")).id


def test_a_ledger_in_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be opened") as refusal:
        Ledger(tmp_path / "nowhere" / "ledger.sqlite")
    assert "folder" in refusal.value.hint


def test_a_closed_ledger_is_a_defect_of_ours(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite")
    ledger.close()
    with pytest.raises(sqlite3.ProgrammingError):
        ledger.recent(1)


def test_every_write_is_flushed_to_the_disk(tmp_path: Path) -> None:
    database = Database(tmp_path / "ledger.sqlite")
    with database.reading() as rows:
        assert rows.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert rows.execute("PRAGMA synchronous").fetchone() == (2,)
        assert rows.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.close()


def test_what_people_knew_before_it_was_indexed_is_found_still(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    at_version(path, 1)
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO people (name, name_key, met, trusted) VALUES ('Cy', 'cy', '', 0)")
    connection.execute("INSERT INTO fields (person, field) VALUES (1, 'Tax')")
    connection.commit()
    connection.close()
    with Ledger(path) as ledger:
        experts = ledger.facts(Sender(), dt.date(2026, 3, 2), words=frozenset({"tax"})).experts
    assert [expert.name for expert in experts] == ["Cy"]
