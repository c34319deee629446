"""The worker's two threads: one reads requests, the other carries them out."""

import os
import queue
import signal
import sys
import threading
import time
import traceback
from typing import BinaryIO

from demur.domain.errors import DemurError
from demur.engine.protocol import (
    Answer,
    Cancel,
    Done,
    Failed,
    Generate,
    Load,
    Ready,
    Stage,
    Text,
    line_of,
    parse_request,
)
from demur.engine.session import Session

from .loading import model_file
from .native import AbortFlag, NativeModel

# Room for system prompt, voice samples, a beat and its rewrite; a larger one only takes memory.
_CONTEXT = 2048


class Inbox:
    """Requests in order; a cancel takes effect at once, whatever is going on."""

    def __init__(self, stream: BinaryIO, abort: AbortFlag) -> None:
        self._stream = stream
        self._abort = abort
        self._lock = threading.Lock()
        self._running = 0
        self._cancelled = 0
        self.requests: queue.SimpleQueue[tuple[Load | Generate, float] | None] = queue.SimpleQueue()

    def read(self) -> None:
        """Sort requests until the stream ends: when the app closes it, and when the app dies."""
        for line in self._stream:
            request = parse_request(line)
            if isinstance(request, Cancel):
                self._cancel(request.id)
            else:
                self.requests.put((request, time.perf_counter()))
        self._cancel(sys.maxsize)
        self.requests.put(None)

    def begin(self, request: Generate) -> None:
        """From now on the abort flag is about ``request``."""
        with self._lock:
            self._running = request.id
            self._update()

    def _cancel(self, up_to: int) -> None:
        with self._lock:
            self._cancelled = up_to
            self._update()

    def _update(self) -> None:
        self._abort.set(self._running <= self._cancelled)


class Worker:
    """Carries out requests and writes answers."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        self._answers = answers
        self._abort = AbortFlag()
        self._inbox = Inbox(requests, self._abort)

    def run(self) -> None:
        """Load, then generate as asked, until there is nothing more to come."""
        threading.Thread(target=self._inbox.read, daemon=True).start()
        session = None
        while (item := self._inbox.requests.get()) is not None:
            request, arrived = item
            try:
                if isinstance(request, Load):
                    session = self._load(request)
                elif session:
                    self._generate(session, request, arrived)
            except DemurError as error:
                about = request.id if isinstance(request, Generate) else 0
                self._answer(Failed(id=about, message=error.message, hint=error.hint))

    def _load(self, request: Load) -> Session:
        file = model_file(request, preparing=lambda: self._answer(Stage(name="preparing")))
        self._answer(Stage(name="loading"))
        context = min(request.entry.context or _CONTEXT, _CONTEXT)
        model = NativeModel(file, context, request.threads, self._abort)
        entry = request.entry
        if not entry.prompt_format:
            entry = entry.model_copy(update={"prompt_format": model.own_format()})
        session = Session(model, entry, model.context)
        self._answer(Ready(file=file.path.name, note=file.note))
        return session

    def _generate(self, session: Session, request: Generate, arrived: float) -> None:
        self._inbox.begin(request)
        generations = session.answer(
            request.prompt,
            request.sampling,
            request.count,
            on_text=lambda number, text: self._answer(Text(id=request.id, number=number, text=text)),
            arrived=arrived,
        )
        self._answer(Done(id=request.id, generations=generations))

    def _answer(self, answer: Answer) -> None:
        self._answers.write(line_of(answer))
        self._answers.flush()


def main() -> None:
    """Serve on what were standard input and output; whatever native code prints goes to the log."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the app, which then closes the pipes
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(sys.stderr.fileno(), 1)
    status = 1
    try:
        Worker(requests, answers).run()
        status = 0
    finally:
        if status:
            traceback.print_exc()
        os._exit(status)  # an orderly end would wait for the thread that reads


if __name__ == "__main__":
    main()
