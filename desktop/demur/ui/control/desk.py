"""The request on the desk: what was opened, and every change to it as a step that can be undone."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from demur.domain.advice import MoveId
from demur.domain.draft import Draft
from demur.domain.errors import DemurError
from demur.domain.message import Message
from demur.domain.reading import SignalId
from demur.domain.report import Report
from demur.domain.request import Request
from demur.drafting import adopt
from demur.ui.background import Job, Lanes
from demur.ui.weave import weave

if TYPE_CHECKING:
    from demur.app import Services

_LANE = "open"


class Step(QUndoCommand):
    """One change of the request, from one value to the next."""

    def __init__(
        self, label: str, before: Request, after: Request, apply: Callable[[Request], None]
    ) -> None:
        super().__init__(label)
        self.before = before
        self.after = after
        self._apply = apply

    def undo(self) -> None:
        """Go back to what was."""
        self._apply(self.before)

    def redo(self) -> None:
        """Go on to what came."""
        self._apply(self.after)


class Desk(QObject):
    """Holds one ``Request`` at a time, and the ``Report`` on its message.

    ``opened`` carries the report of a message newly laid out, ``read`` the pasted text that became one,
    ``failed`` a ``DemurError``. ``changed`` tells of every change to the request, ``travelled`` before it
    of one by undo or redo, ``cleared`` of an empty desk. ``settling`` asks for what is typed but not told
    yet, before a step.
    """

    opened = Signal(object)
    changed = Signal()
    travelled = Signal()
    cleared = Signal()
    read = Signal(str)
    failed = Signal(object)
    settling = Signal()

    def __init__(self, services: "Services", lanes: Lanes) -> None:
        super().__init__()
        self._services = services
        self._lanes = lanes
        self._steps: list[Step] = []
        self._writing_from = 0
        self.undo_stack = QUndoStack(self)
        self.report: Report | None = None
        self.request: Request | None = None
        self.voice = ""

    def open_text(self, text: str) -> None:
        """Read pasted text and lay it out; on failure the desk stays as it is."""

        def done(report: Report) -> None:
            self._lay_out_new(report)
            self.read.emit(text)

        def work(_: Job) -> Report:
            return self._services.check(self._services.read_text(text))

        self._lanes.run(_LANE, work, done, self.failed.emit)

    def open_files(self, paths: list[Path]) -> None:
        """Read files and lay them out, the first on top; of those that fail the first says why."""

        def work(_: Job) -> tuple[list[Report], list[DemurError]]:
            reports, errors = [], []
            for path in reversed(paths):
                try:
                    reports.append(self._services.check(self._services.read_file(path)))
                except DemurError as error:
                    errors.append(error)
            return reports, errors

        def done(found: tuple[list[Report], list[DemurError]]) -> None:
            reports, errors = found
            for report in reports:
                self._lay_out_new(report)
            if errors:
                self.failed.emit(errors[-1])

        self._lanes.run(_LANE, work, done, self.failed.emit)

    def open_kept(self, number: int) -> None:
        """Go on with the stored request ``number`` where it was left."""

        def work(_: Job) -> tuple[Report, Request]:
            request = self._services.request(number)
            return self._services.check(request.message), request

        self._lanes.run(_LANE, work, lambda found: self._lay_out(*found), self.failed.emit)

    def bring_back(self, request: Request) -> None:
        """Lay out a request that was forgotten, to be stored anew."""
        report = self._services.check(request.message)
        self._lay_out(report, request.model_copy(update={"id": 0}))

    def clear(self) -> None:
        """Nothing on the desk."""
        self._forget_steps()
        self.report = self.request = None
        self.cleared.emit()

    @property
    def move(self) -> MoveId | None:
        """The move in force: the user's choice, else the advice; None on an empty desk."""
        return (self.request.move or self.request.advised) if self.request else None

    @property
    def message(self) -> Message | None:
        """The message on the desk."""
        return self.request.message if self.request else None

    def change(self, label: str, **updates: Any) -> None:
        """Change fields of the request, as one step; an empty desk stays empty."""
        if self.request is None:
            return
        step = Step(label, self.request, self.request.model_copy(update=updates), self._set)
        del self._steps[self.undo_stack.index() :]
        self._steps.append(step)
        self.undo_stack.push(step)
        self.changed.emit()

    def note(self, **updates: Any) -> None:
        """Change fields that are no step of the work, such as when a reply was sent."""
        if self.request is not None:
            self._set(self.request.model_copy(update=updates))
            self.changed.emit()

    def choose_move(self, move: MoveId) -> None:
        """Follow ``move`` from now on; it is remembered as the user's choice unless it is the advice."""
        self.settling.emit()
        if self.request is None or move is self.move:
            return
        chosen = None if move is self.request.advised else move
        self.change("other reply", move=chosen, draft=None)

    def choose_voice(self, voice: str) -> None:
        """Write in ``voice`` from now on."""
        self.settling.emit()
        self.voice = voice
        if self.request is not None and self.request.voice != voice:
            self.change("other voice", voice=voice, draft=None)

    def set_dismissed(self, signal: SignalId, dismissed: bool) -> None:
        """Mark a flag as not so here, or as so after all."""
        self.settling.emit()
        if self.request is None:
            return
        others = tuple(one for one in self.request.dismissed if one is not signal)
        self.change(
            "not so here" if dismissed else "so after all", dismissed=others + (signal,) * dismissed
        )

    def type_letter(self, text: str) -> None:
        """Take over the letter as the person typed it."""
        if self.request is None or self.move is None:
            return
        draft = self.request.draft or Draft(move=self.move, text="", beats=())
        if text != draft.text:
            self.change("typing", draft=adopt(draft, text))

    def begin_writing(self) -> None:
        """From here on ``weave_in`` completes the steps taken, so that none brings back half a letter."""
        self._writing_from = self.undo_stack.index()

    def weave_in(self, theirs: Draft) -> None:
        """Put in a draft as far as it has got, around what the person typed since it began."""
        self.settling.emit()
        for number, step in enumerate(self._steps[: self.undo_stack.index()]):
            if number >= self._writing_from:
                step.before = _woven(step.before, theirs)
            if number >= self._writing_from - 1:
                step.after = _woven(step.after, theirs)
        if self.request is not None:
            self.note(draft=_woven(self.request, theirs).draft)

    def undo(self) -> None:
        """One step back."""
        self.settling.emit()
        if self.undo_stack.canUndo():
            self.undo_stack.undo()
            self.travelled.emit()
            self.changed.emit()

    def redo(self) -> None:
        """One step on."""
        self.settling.emit()
        if self.undo_stack.canRedo():
            self.undo_stack.redo()
            self.travelled.emit()
            self.changed.emit()

    def _set(self, request: Request) -> None:
        """Told of by ``changed`` only when the undo stack has settled: whoever hears it may add to it."""
        if self.request is not None:
            request = request.model_copy(
                update={"id": self.request.id, "sent": request.sent or self.request.sent}
            )
        self.request = request

    def _lay_out_new(self, report: Report) -> None:
        now = dt.datetime.now(dt.UTC)
        request = Request(opened=now, message=report.message, advised=report.advice.move, voice=self.voice)
        self._lay_out(report, request)

    def _lay_out(self, report: Report, request: Request) -> None:
        self.settling.emit()
        self._forget_steps()
        self.report = report
        self.request = None
        self.opened.emit(report)
        self._set(request)
        self.changed.emit()

    def _forget_steps(self) -> None:
        self._steps.clear()
        self._writing_from = 0
        self.undo_stack.clear()


def _woven(request: Request, theirs: Draft) -> Request:
    mine = request.draft
    if mine is None:
        return request.model_copy(update={"draft": theirs})
    if len(mine.beats) != len(theirs.beats):
        return request  # begun by hand on an empty page: the person's own letter
    return request.model_copy(update={"draft": weave(mine, theirs)})
