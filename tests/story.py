"""A user's life as a story: whom they know, what they did, what they told, and what then arrives."""

import datetime as dt
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from demur.app import Services, WritingModel
from demur.app.knowledge import Knowledge
from demur.domain.advice import MoveId
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.domain.report import Report
from demur.domain.request import Request
from demur.storage import (
    Folders,
    FollowUp,
    Interaction,
    Ledger,
    Note,
    Outcome,
    Person,
    Promise,
    PromiseState,
)

TODAY = dt.date(2026, 3, 31)  # a Tuesday
KNOWLEDGE = Knowledge()


class Told:
    """What Demur says of a message; signals are named as their ids."""

    def __init__(self, report: Report) -> None:
        self.strengths = {signal.id.value: signal.strength for signal in report.signals}
        self.entries = {signal.id.value: signal.entries for signal in report.signals}
        self.why = {signal.id.value: signal.why for signal in report.signals}
        self.move = report.advice.move.value
        self.because = {id_.value for id_ in report.advice.because}
        self.second_look = {look.signal.value for look in report.advice.second_look if look.signal}


class Known:
    """Somebody in the ledger, and what happens between them and the user."""

    def __init__(self, ledger: Ledger, person: Person) -> None:
        self._ledger, self._id = ledger, person.id

    def was(
        self, outcome: str, note: str = "", told_by: str = "", day: dt.date = TODAY, times: int = 1
    ) -> Self:
        """Exchanges that went ``good``, ``neutral`` or ``bad``."""
        for _ in range(times):
            told = Interaction(day=day, outcome=Outcome(outcome), note=note, told_by=told_by)
            self._ledger.record_interaction(self._id, told)
        return self

    def promised(self, what: str, state: str = "open", times: int = 1) -> Self:
        """Promises that are ``open``, ``kept`` or ``broken``."""
        for _ in range(times):
            self._ledger.record_promise(self._id, Promise(what=what, day=TODAY, state=PromiseState(state)))
        return self

    def is_said(self, text: str, by: str) -> Self:
        """What is told of their reputation."""
        self._ledger.record_note(self._id, Note(text=text, source=by))
        return self

    def waits(self, *, due: dt.date, done: dt.date | None = None) -> Self:
        """The user owes them something."""
        self._ledger.add_follow_up(self._id, FollowUp(about="the slides", due=due, done=done))
        return self


class Story:
    """A user with a real ledger on the disk, on one day; nothing is told at the beginning."""

    def __init__(self, folder: Path) -> None:
        self.today = TODAY
        self._path = folder / "ledger.sqlite"
        self._folders = Folders(data=folder, config=folder, cache=folder)
        self._ledger = Ledger(self._path)
        self._profile = Profile()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ledger.close()

    def tells(self, **profile: Any) -> None:
        """The user fills in more of the profile."""
        self._profile = Profile.model_validate(self._profile.model_dump() | profile)

    def knows(
        self, name: str, *addresses: str, met: str = "", trusted: bool = False, fields: tuple[str, ...] = ()
    ) -> Known:
        """Somebody comes into the ledger."""
        person = Person(name=name, addresses=addresses, met=met, trusted=trusted, fields=fields)
        return Known(self._ledger, self._ledger.add_person(person))

    def answered(self, move: str, times: int = 1, *, ago: int = 1, state: str = "open") -> None:
        """The user decided on requests ``ago`` days before today; what became of it is the ``state``."""
        for _ in range(times):
            day = self.today - dt.timedelta(days=ago)
            opened = dt.datetime.combine(day, dt.time())
            message = Message(body="Shall we have a coffee?")
            request = self._ledger.keep(Request(opened=opened, message=message, advised=MoveId(move)))
            self._ledger.decide(request.id, MoveId(move), day)
            self._ledger.settle(request.id, PromiseState(state))

    def reads(self, text: str, sender: str = "Bo Lind", address: str = "bo@example.org") -> Told:
        """A message arrives and is read, from the e-mail as it came to the advice."""
        services = Services(
            self._folders, self._path, self._profile, WritingModel(None), today=lambda: self.today
        )
        services._knowledge = KNOWLEDGE  # compiled once for all stories
        mail = f"From: {sender} <{address}>\nSubject: Hello\n\n{text}\n" if address else text
        try:
            return Told(services.check(services.read_bytes(mail.encode())))
        finally:
            services.close()
