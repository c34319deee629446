"""Work off the window's thread; results come back on it, unless something newer took their place."""

import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from demur.domain.errors import DemurError

T = TypeVar("T")

# A draft, a check, a save and a warm-up may be under way together; all but the last two are short.
_THREADS = 6
_PATIENCE_MS = 3000


class Runner(Protocol):
    """Runs work elsewhere and brings calls back to the window's thread."""

    def start(self, work: Callable[[], None]) -> None:
        """Run ``work``, which never raises, away from the window's thread."""
        ...

    def post(self, call: Callable[[], None]) -> None:
        """Run ``call`` on the window's thread, as soon as it is free."""
        ...

    def wait(self) -> None:
        """Return when everything started has ended, or after a few seconds."""
        ...


class PoolRunner(QObject):
    """The runner of the real window: a thread pool, and a queued signal back."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[], None]) -> None:
        """Run ``work`` on a thread of the pool."""
        self._pool.start(work)

    def post(self, call: Callable[[], None]) -> None:
        """Queue ``call`` for the window's event loop."""
        self._posted.emit(call)

    def wait(self) -> None:
        """Wait for the pool, three seconds at most."""
        self._pool.waitForDone(_PATIENCE_MS)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        call()


class Job:
    """One piece of work: ``cancel`` asks it to stop, ``report`` hands over what it has so far."""

    def __init__(self, report: Callable[[Callable[[], None]], None]) -> None:
        self.cancel = threading.Event()
        self._report = report

    def report(self, call: Callable[[], None]) -> None:
        """Run ``call`` on the window's thread if this job is still wanted then."""
        self._report(call)


class Lanes:
    """At most one wanted job a lane: a newer one makes the older stale, and stale results are dropped."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._wanted: dict[str, Job] = {}

    def run(
        self,
        lane: str,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[DemurError], None],
    ) -> None:
        """Run ``work`` in the background; ``done`` or ``failed`` follow on the window's thread.

        A defect in ``work`` is raised there too, and so reaches the crash dialog.
        """
        self.drop(lane)
        job = Job(lambda call: self._runner.post(lambda: self._if_wanted(lane, job, call)))
        self._wanted[lane] = job

        def body() -> None:
            try:
                result = work(job)
            except DemurError as error:
                expected = error
                self._runner.post(lambda: self._settle(lane, job, lambda: failed(expected)))
            except Exception as error:  # noqa: BLE001 - raised again on the window's thread
                defect = error
                self._runner.post(lambda: self._settle(lane, job, lambda: _throw(defect)))
            else:
                self._runner.post(lambda: self._settle(lane, job, lambda: done(result)))

        self._runner.start(body)

    def busy(self, lane: str) -> bool:
        """Whether a wanted job is under way in ``lane``."""
        return lane in self._wanted

    def stop(self, lane: str) -> None:
        """Ask the job in ``lane`` to end early; what it has done by then still counts."""
        if lane in self._wanted:
            self._wanted[lane].cancel.set()

    def drop(self, lane: str) -> None:
        """Ask the job in ``lane`` to end early, and forget what it brings."""
        self.stop(lane)
        self._wanted.pop(lane, None)

    def drop_all(self) -> None:
        """Drop every job, and wait for those under way."""
        for lane in list(self._wanted):
            self.drop(lane)
        self._runner.wait()

    def _if_wanted(self, lane: str, job: Job, call: Callable[[], None]) -> None:
        if self._wanted.get(lane) is job:
            call()

    def _settle(self, lane: str, job: Job, call: Callable[[], None]) -> None:
        if self._wanted.get(lane) is job:
            del self._wanted[lane]
            call()


def _throw(defect: Exception) -> None:
    raise defect
