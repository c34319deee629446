"""Nothing typed is lost: requests and the paste box are on disk within a second of every change."""

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from demur.domain.errors import DemurError
from demur.domain.request import Request, RequestSummary
from demur.ui.background import Lanes

if TYPE_CHECKING:
    from demur.app import Services

_DELAY_MS = 400
_RETRY_MS = 5_000
_LANE = "keep"

# What is to be stored: requests by when they were opened, and the paste box if it changed.
_Taken: TypeAlias = tuple[dict[object, Request], str | None]


class Keeper(QObject):
    """Stores what changed, a moment after it changed, one save at a time.

    A save that failed is tried again every few seconds. ``recent`` carries the summaries of what is stored,
    newest first; ``failed`` a ``DemurError``, once until it is another; ``recovered`` that all is well.
    """

    recent = Signal(object)
    failed = Signal(object)
    recovered = Signal()

    def __init__(self, services: "Services", lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)  # a save that is still to be tried again ends with its window
        self._services = services
        self._lanes = lanes
        self._requests: dict[object, Request] = {}
        self._scratch: str | None = None
        self._under_way: _Taken = {}, None
        self._numbers: dict[object, int] = {}
        self._trouble = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._save)

    def keep(self, request: Request) -> None:
        """Store ``request`` soon; when it was opened tells one from another."""
        self._requests[request.opened] = request
        self._timer.start(_DELAY_MS)

    def keep_scratch(self, text: str) -> None:
        """Store what stands in the paste box soon."""
        self._scratch = text
        self._timer.start(_DELAY_MS)

    def number(self, request: Request) -> int:
        """The number that ``request`` is stored under, 0 before its first save."""
        return request.id or self._numbers.get(request.opened, 0)

    def flush(self) -> None:
        """Store everything now, waiting for it; raises ``DemurError`` when that fails."""
        self._timer.stop()
        self._lanes.drop_all()
        self._put_back(self._under_way)
        self._under_way = {}, None
        taken = self._take()
        try:
            self._store(taken)
        except DemurError:
            self._put_back(taken)
            self._timer.start(_RETRY_MS)
            raise

    def forget(self, request: Request, number: int) -> None:
        """Remove ``request``, stored as ``number`` if that is not 0; ``recent`` follows."""
        self._requests.pop(request.opened, None)
        self._numbers.pop(request.opened, None)

        def work(_: object) -> tuple[RequestSummary, ...]:
            if number:
                self._services.forget(number)
            return self._services.recent()

        self._lanes.run("recent", work, self.recent.emit, self.failed.emit)

    def _save(self) -> None:
        if self._lanes.busy(_LANE):
            self._timer.start(_DELAY_MS)
            return
        taken = self._under_way = self._take()

        def work(_: object) -> tuple[RequestSummary, ...]:
            self._store(taken)
            return self._services.recent()

        def done(recent: tuple[RequestSummary, ...]) -> None:
            self._under_way = {}, None
            self.recent.emit(recent)
            if self._trouble:
                self._trouble = ""
                self.recovered.emit()

        def failed(error: DemurError) -> None:
            self._put_back(taken)
            self._timer.start(_RETRY_MS)
            if self._trouble != error.message:
                self._trouble = error.message
                self.failed.emit(error)

        self._lanes.run(_LANE, work, done, failed)

    def _take(self) -> _Taken:
        taken = self._requests, self._scratch
        self._requests, self._scratch = {}, None
        return taken

    def _put_back(self, taken: _Taken) -> None:
        requests, scratch = taken
        self._requests = requests | self._requests
        self._scratch = scratch if self._scratch is None else self._scratch

    def _store(self, taken: _Taken) -> None:
        requests, scratch = taken
        for opened, request in requests.items():
            number = self.number(request)
            kept = self._services.keep(request.model_copy(update={"id": number}))
            self._numbers[opened] = kept.id
        if scratch is not None:
            self._services.keep_scratch(scratch)
