"""People as rows: who they are, how a sender is told to be one of them, and how they are forgotten."""

import sqlite3
import unicodedata
from collections.abc import Iterable

from demur.domain.message import Sender

from .errors import StorageError
from .records import Person


def add(connection: sqlite3.Connection, person: Person) -> Person:
    """Insert ``person`` with addresses and fields; an address that another one has is refused."""
    number = connection.execute(
        "INSERT INTO people (name, name_key, met, trusted) VALUES (?, ?, ?, ?)",
        (person.name, name_key(person.name), person.met, person.trusted),
    ).lastrowid
    added = person.model_copy(update={"id": number})
    add_addresses(connection, added.id, person.addresses)
    add_fields(connection, added.id, person.fields)
    return added


def add_addresses(connection: sqlite3.Connection, person: int, addresses: Iterable[str]) -> None:
    """Record addresses of ``person``; one that another person has is refused."""
    for address in addresses:
        if with_address(connection, address) not in (None, person):
            raise StorageError(
                f"{address} belongs to somebody else in the ledger.", "An address leads to one person only."
            )
        row = (address_key(address), person)
        connection.execute("INSERT OR IGNORE INTO addresses (address, person) VALUES (?, ?)", row)


def add_fields(connection: sqlite3.Connection, person: int, fields: Iterable[str]) -> None:
    """Record fields that ``person`` knows."""
    connection.executemany(
        "INSERT OR IGNORE INTO fields (person, field, opening) VALUES (?1, ?2, opening_of(?2))",
        ((person, field) for field in fields),
    )


def load(connection: sqlite3.Connection, person: int) -> Person:
    """The person with this number."""
    row = connection.execute("SELECT name, met, trusted FROM people WHERE id = ?", (person,)).fetchone()
    if row is None:
        raise nobody(person)
    name, met, trusted = row
    addresses = connection.execute(
        "SELECT address FROM addresses WHERE person = ? ORDER BY address", (person,)
    )
    fields = connection.execute("SELECT field FROM fields WHERE person = ? ORDER BY field", (person,))
    return Person(
        id=person,
        name=name,
        addresses=tuple(address for (address,) in addresses),
        met=met,
        trusted=bool(trusted),
        fields=tuple(field for (field,) in fields),
    )


def match(connection: sqlite3.Connection, sender: Sender) -> int | None:
    """Who ``sender`` is: by address, else by full name; None when nobody is, or it must be asked.

    A name is enough when one person alone bears it and no address speaks against it. A single word is no
    full name: the Anna of a message is not the Anna of the ledger.
    """
    if sender.address and (known := with_address(connection, sender.address)) is not None:
        return known
    found = _of_full_name(connection, sender.name)
    if len(found) != 1 or (sender.address and _has_address(connection, found[0])):
        return None
    return found[0]


def namesakes(connection: sqlite3.Connection, sender: Sender) -> tuple[Person, ...]:
    """Who ``sender`` may be, when name and address leave it open."""
    if match(connection, sender) is not None:
        return ()
    return tuple(load(connection, person) for person in _of_full_name(connection, sender.name))


def find(connection: sqlite3.Connection, text: str, limit: int) -> tuple[Person, ...]:
    """At most ``limit`` people whose name or address holds ``text``, by name."""
    rows = connection.execute(
        """SELECT id FROM people WHERE instr(name_key, ?1) OR id IN
        (SELECT person FROM addresses WHERE instr(address, ?2)) ORDER BY name_key, id LIMIT ?3""",
        (name_key(text), address_key(text), limit),
    )
    return tuple(load(connection, person) for (person,) in rows.fetchall())


def the_one(connection: sqlite3.Connection, who: str) -> Person:
    """The person with the number, address or name ``who``; raises ``StorageError`` when it is not one."""
    if who.isdecimal():
        return load(connection, int(who))
    known = with_address(connection, who)
    found = called(connection, who) if known is None else [known]
    if not found:
        raise StorageError(f"Nobody called {who} is in the ledger.", "See who is: demur ledger people.")
    if len(found) > 1:
        numbers = ", ".join(map(str, found))
        raise StorageError(f"{len(found)} people are called {who}.", f"Say which by the number: {numbers}.")
    return load(connection, found[0])


def forget(connection: sqlite3.Connection, person: int) -> None:
    """Remove the person with all that is on record about them; what they told of others stays, unsigned."""
    name = load(connection, person).name
    connection.execute("DELETE FROM people WHERE id = ?", (person,))
    if called(connection, name):
        return
    for table, column in (("interactions", "told_by"), ("notes", "source")):
        sources = connection.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall()  # noqa: S608
        for (source,) in sources:
            if name_key(source) == name_key(name):
                renamed = f"UPDATE {table} SET {column} = ? WHERE {column} = ?"  # noqa: S608
                connection.execute(renamed, (_SOMEBODY, source))


def called(connection: sqlite3.Connection, name: str) -> list[int]:
    """The numbers of those who bear ``name``."""
    rows = connection.execute("SELECT id FROM people WHERE name_key = ? ORDER BY id", (name_key(name),))
    return [person for (person,) in rows]


def with_address(connection: sqlite3.Connection, address: str) -> int | None:
    """The number of the person with ``address``."""
    key = (address_key(address),)
    row = connection.execute("SELECT person FROM addresses WHERE address = ?", key).fetchone()
    return None if row is None else int(row[0])


def nobody(person: int) -> StorageError:
    """What to say of a number that nobody has."""
    return StorageError(f"Person {person} is not in the ledger.", "Add them first.")


def address_key(address: str) -> str:
    """One spelling for an address."""
    return address.strip().casefold()


def name_key(name: str) -> str:
    """One spelling for the ways in which a name may be typed; accents tell names apart and stay."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _of_full_name(connection: sqlite3.Connection, name: str) -> list[int]:
    return called(connection, name) if " " in name_key(name) else []


def _has_address(connection: sqlite3.Connection, person: int) -> bool:
    found = connection.execute("SELECT 1 FROM addresses WHERE person = ?", (person,))
    return found.fetchone() is not None


# Whoever told it was forgotten; it must not look as if the user had lived it.
_SOMEBODY = "somebody"
