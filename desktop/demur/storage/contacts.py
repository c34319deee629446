"""Contacts taken into the ledger: an address tells who is who, a name alone does not."""

import sqlite3
from collections.abc import Iterable

from . import people
from .errors import StorageError
from .records import Contact, Imported, Person


def take(connection: sqlite3.Connection, contacts: Iterable[Contact]) -> Imported:
    """Add who is new, update who is known by an address; raises ``StorageError`` naming the line."""
    counts = {"added": 0, "updated": 0, "unchanged": 0}
    unclear = []
    for contact in contacts:
        known = _known(connection, contact)
        if known is not None:
            counts["updated" if _update(connection, known, contact) else "unchanged"] += 1
        elif contact.addresses or not people.called(connection, contact.name):
            people.add(connection, _new(contact))
            counts["added"] += 1
        else:
            unclear.append(contact)
    return Imported(**counts, unclear=tuple(unclear))


def _known(connection: sqlite3.Connection, contact: Contact) -> int | None:
    found = {people.with_address(connection, address) for address in contact.addresses} - {None}
    if len(found) > 1:
        raise StorageError(
            f"Line {contact.line}: the addresses of {contact.name} belong to {len(found)} people in the "
            "ledger. Nothing was imported.",
            "Give each person addresses of their own, then import again.",
        )
    return next(iter(found), None)


def _update(connection: sqlite3.Connection, number: int, contact: Contact) -> bool:
    """Add to what is known what ``contact`` tells beside it; says whether that was anything."""
    before = people.load(connection, number)
    people.add_addresses(connection, number, contact.addresses)
    people.add_fields(connection, number, contact.fields)
    met = contact.met or before.met
    trusted = before.trusted if contact.trusted is None else contact.trusted
    connection.execute("UPDATE people SET met = ?, trusted = ? WHERE id = ?", (met, trusted, number))
    return people.load(connection, number) != before


def _new(contact: Contact) -> Person:
    return Person(
        name=contact.name,
        addresses=contact.addresses,
        met=contact.met,
        trusted=contact.trusted or False,
        fields=contact.fields,
    )
