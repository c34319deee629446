"""Drafting as the window sees it: starts by itself, never in the way, never over the person's words."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from demur.domain.advice import MoveId
from demur.domain.draft import Alternative, Draft, Progress
from demur.domain.errors import DemurError
from demur.domain.request import Request
from demur.domain.template import Slot
from demur.drafting import with_beat
from demur.ui.background import Job, Lanes

from .desk import Desk

if TYPE_CHECKING:
    from demur.app import AskedSlot, Services

_LANE = "write"


class Writer(QObject):
    """Runs drafts and rewrites for the request on the desk.

    ``asked`` carries the ``AskedSlot``s of the move, ``busy`` whether something is being written,
    ``progressed`` a ``Progress``, ``failed`` a ``DemurError``, ``told`` what else to say.
    """

    asked = Signal(object)
    busy = Signal(bool)
    progressed = Signal(object)
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, services: "Services", lanes: Lanes, desk: Desk) -> None:
        super().__init__()
        self._services = services
        self._lanes = lanes
        self._desk = desk
        self._slots: tuple[AskedSlot, ...] = ()
        self._asked_for: tuple[object, ...] = ()
        self._written_for: tuple[object, ...] = ()
        desk.opened.connect(lambda _: self.drop())
        desk.cleared.connect(self.drop)
        desk.travelled.connect(self.drop)
        desk.changed.connect(self._follow)

    def draft_again(self) -> None:
        """Write the whole letter anew; undo brings the old one back."""
        request = self._settled()
        if request is not None and request.draft is not None:
            self._desk.change("write again", draft=None)
        elif request is not None:
            self._start(request)

    def fill(self, slots: Mapping[Slot, str]) -> None:
        """Take over what the form says, and write the letter with it."""
        request = self._settled()
        if request is None:
            return
        self._desk.change("details", slots=dict(slots), draft=None)
        name = slots.get(Slot.ME, "").strip()
        if name and name != self._services.profile.name:
            profile = self._services.profile.model_copy(update={"name": name})
            self._lanes.run(
                "profile", lambda _: self._services.save_profile(profile), lambda _: None, self.failed.emit
            )

    def regenerate(self, index: int) -> None:
        """Another wording of one beat; used unless the person changed that beat meanwhile."""
        request = self._settled()
        if request is None or request.draft is None:
            return
        submitted = request.draft

        def work(job: Job) -> Draft:
            return self._services.regenerate(request, index, self._reporter(job), job.cancel)

        self._run(work, lambda theirs: self._put_in(submitted, theirs, index))

    def revert(self, index: int) -> None:
        """One beat back to the template's words in the user's voice."""
        request = self._settled()
        if request is not None and request.draft is not None:
            self._desk.change("revert sentence", draft=self._services.revert(request, index))

    def take(self, index: int, wanted: Alternative) -> None:
        """One of a beat's alternatives in the place of what stands there; not while anything is written."""
        request = self._settled()
        if request is None or request.draft is None or self._lanes.busy(_LANE):
            return
        if wanted not in request.draft.beats[index].alternatives:
            return
        try:
            draft = self._services.take(request, index, wanted)
        except DemurError as error:
            self.failed.emit(error)
        else:
            self._replace(request.draft, draft, "These words do not pass every check any more")

    def stop(self) -> None:
        """End what is under way; what is done by then stays."""
        self._lanes.stop(_LANE)

    def drop(self) -> None:
        """End what is under way and use nothing of it."""
        if self._lanes.busy(_LANE):
            self._lanes.drop(_LANE)
            self.busy.emit(False)

    def _follow(self) -> None:
        request = self._desk.request
        if request is None:
            return
        asked_for = (request.opened, self._desk.move)
        if asked_for != self._asked_for:
            self._asked_for = asked_for
            self._ask(request)
        written_for = (*asked_for, request.voice, request.slots)
        under_way = self._lanes.busy(_LANE) and written_for == self._written_for
        if request.draft is None and not under_way:
            self._written_for = written_for
            self._start(request)

    def _ask(self, request: Request) -> None:
        """A reply that is not to be written asks for nothing."""
        move = request.move or request.advised
        writes = move is not MoveId.NO_REPLY
        self._slots = self._services.asked_slots(move, request.message) if writes else ()
        self.asked.emit(self._slots)

    def _start(self, request: Request) -> None:
        self.drop()
        if self._desk.move is MoveId.NO_REPLY or missing(self._slots, request.slots):
            return
        self._desk.begin_writing()

        def work(job: Job) -> Draft:
            return self._services.draft(request, self._reporter(job), job.cancel)

        self._run(work, self._desk.weave_in)

    def _settled(self) -> Request | None:
        self._desk.settling.emit()
        return self._desk.request

    def _run(self, work: Callable[[Job], Draft], done: Callable[[Draft], None]) -> None:
        def finish(draft: Draft) -> None:
            done(draft)
            self.busy.emit(False)

        def fail(error: DemurError) -> None:
            self.busy.emit(False)
            self.failed.emit(error)

        self.busy.emit(True)
        self._lanes.run(_LANE, work, finish, fail)

    def _reporter(self, job: Job) -> Callable[[Progress], None]:
        return lambda progress: job.report(lambda: self._advance(progress))

    def _advance(self, progress: Progress) -> None:
        if progress.draft is not None:
            self._desk.weave_in(progress.draft)
        self.progressed.emit(progress)

    def _put_in(self, submitted: Draft, theirs: Draft, index: int) -> None:
        request = self._settled()
        if request is None or request.draft is None or request.draft.beats[index] != submitted.beats[index]:
            return
        mine = with_beat(request.draft, index, theirs.beats[index])
        draft = mine.model_copy(update={"notes": theirs.notes})
        self._replace(request.draft, draft, "No other wording passed every check")

    def _replace(self, before: Draft, after: Draft, why_not: str) -> None:
        """One step on; where no words changed none, but what was refused is noted, and told."""
        if after.text == before.text:
            self._desk.note(draft=after)
            self.told.emit(f"{why_not}, so the sentence stays as it is.")
        else:
            self._desk.change("other wording", draft=after)


def missing(asked: "tuple[AskedSlot, ...]", given: Mapping[Slot, str]) -> tuple[Slot, ...]:
    """The required slots that neither the message, the profile nor the person has filled."""
    return tuple(one.slot for one in asked if one.required and not given.get(one.slot, one.value).strip())
