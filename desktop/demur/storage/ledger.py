"""The user's memory: people, requests, decisions and promises."""

import datetime as dt
from collections.abc import Collection, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from demur.domain.advice import MoveId
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Sender
from demur.domain.request import Request, RequestSummary

from . import contacts as contacts_
from . import copying, entries, people, requests
from .database import Database
from .facts import facts
from .records import (
    Contact,
    FollowUp,
    Imported,
    Interaction,
    LedgerCopy,
    Note,
    Person,
    Promise,
    PromiseState,
)


class Ledger:
    """The ledger in the database at ``path``; any thread may use it, and what a method wrote stays.

    Opening raises ``StorageError`` as ``Database`` says. So does every method when the disk is full or
    refuses, when an entry names what is not in the ledger, or when another program holds it for over five
    seconds; the ledger is then as it was before the call.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._database.close()

    def facts(
        self,
        sender: Sender,
        today: dt.date,
        trusted: Collection[str] = (),
        words: frozenset[str] = frozenset(),
    ) -> LedgerFacts:
        """What the rules may know on ``today`` when ``sender`` writes; ``trusted`` comes from the profile.

        ``words`` are those of the message: experts are at most five people who know what they are about.

        The sender is matched by address, else by full name if only one person bears it and no address
        speaks against it; see ``namesakes``. ``accepted`` are requests accepted, ``kept`` those of them
        that were honoured since, ``open_requests`` those of any age that are neither honoured nor broken.
        """
        with self._database.reading() as rows:
            return facts(rows, people.match(rows, sender), today, trusted, words)

    def namesakes(self, sender: Sender) -> tuple[Person, ...]:
        """Who ``sender`` may be, when that must be asked: those of the same name, none of them certain.

        They are told apart for good by ``add_address``.
        """
        with self._database.reading() as rows:
            return people.namesakes(rows, sender)

    def keep(self, request: Request) -> Request:
        """Store the request as it stands; gives it back with its id.

        A request that was forgotten comes back under its old id: forgetting can be undone.
        """
        with self._database.writing() as rows:
            return requests.keep(rows, request)

    def recent(self, limit: int) -> tuple[RequestSummary, ...]:
        """The last ``limit`` requests, newest first."""
        with self._database.reading() as rows:
            return requests.recent(rows, limit)

    def accepted(self) -> tuple[RequestSummary, ...]:
        """The requests that were accepted and neither honoured nor broken since, oldest first."""
        with self._database.reading() as rows:
            return requests.accepted(rows)

    def request(self, number: int) -> Request:
        """The request with this id, as it was kept last; raises ``StorageError`` when there is none."""
        with self._database.reading() as rows:
            return requests.load(rows, number)

    def forget(self, number: int) -> None:
        """Remove the request with this id and the decision on it, in the file too."""
        with self._database.writing() as rows:
            requests.forget(rows, number)

    def decide(self, number: int, move: MoveId, day: dt.date) -> None:
        """Record what was decided on a request, in the place of an earlier decision on it."""
        with self._database.writing() as rows:
            requests.decide(rows, number, move, day)

    def settle(self, number: int, state: PromiseState) -> None:
        """Record whether the user honoured what they decided on a request."""
        with self._database.writing() as rows:
            requests.settle(rows, number, state)

    def add_person(self, person: Person) -> Person:
        """Store somebody; gives them back with their id. Two people may bear one name, not one address."""
        with self._database.writing() as rows:
            return people.add(rows, person)

    def people(self, text: str, limit: int) -> tuple[Person, ...]:
        """At most ``limit`` people whose name or address holds ``text``, by name."""
        with self._database.reading() as rows:
            return people.find(rows, text, limit)

    def person(self, who: str) -> Person:
        """The one person with this id, address or full name; raises ``StorageError`` when it is not one."""
        with self._database.reading() as rows:
            return people.the_one(rows, who)

    def take(self, contacts: Iterable[Contact]) -> Imported:
        """Add and update people from an address book: all of them, or none when an error is raised."""
        with self._database.writing() as rows:
            return contacts_.take(rows, contacts)

    def forget_person(self, person: int) -> None:
        """Remove the person with this id for good: all that is on record about them, and their requests.

        Nothing of it stays in the file. What the user wrote about others is theirs and stays, but no longer
        names this person as its source. Requests go by address, and by name if nobody else bears it.
        """
        with self._database.writing() as rows:
            known = people.load(rows, person)
            requests.forget_sender(rows, known, alone=len(people.called(rows, known.name)) == 1)
            people.forget(rows, person)
        self._database.scrub()

    def copy(self) -> LedgerCopy:
        """Everything in the ledger."""
        with self._database.reading() as rows:
            return copying.copy(rows)

    def add_address(self, person: int, address: str) -> None:
        """Record that ``address``, too, is that of the person with this id."""
        with self._database.writing() as rows:
            people.load(rows, person)
            people.add_addresses(rows, person, [address])

    def record_promise(self, person: int, promise: Promise) -> int:
        """Record what the person with this id promised; gives the promise's id."""
        with self._database.writing() as rows:
            return entries.record_promise(rows, person, promise)

    def settle_promise(self, promise: int, state: PromiseState) -> None:
        """Record what became of a person's promise."""
        with self._database.writing() as rows:
            entries.settle_promise(rows, promise, state)

    def record_interaction(self, person: int, interaction: Interaction) -> None:
        """Record an exchange with the person with this id."""
        with self._database.writing() as rows:
            entries.record_interaction(rows, person, interaction)

    def record_note(self, person: int, note: Note) -> None:
        """Record what is said of a person's reputation."""
        with self._database.writing() as rows:
            entries.record_note(rows, person, note)

    def add_follow_up(self, person: int, follow_up: FollowUp) -> int:
        """Record what the user owes a person; gives the follow-up's id."""
        with self._database.writing() as rows:
            return entries.add_follow_up(rows, person, follow_up)

    def finish_follow_up(self, follow_up: int, day: dt.date) -> None:
        """Record that the user followed up on ``day``."""
        with self._database.writing() as rows:
            entries.finish_follow_up(rows, follow_up, day)
