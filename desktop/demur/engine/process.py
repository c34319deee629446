"""A worker process as the app sees it: requests go in, answers come out, and an end has a reason."""

import contextlib
import queue
import subprocess
import threading
from collections import deque
from collections.abc import Sequence
from typing import IO, cast

from .errors import TRY_AGAIN, EngineError, ending_in_words
from .protocol import Answer, Request, line_of, parse_answer

_LOG_LINES = 50
# Seconds that a process gets to end by itself; generation stops within milliseconds.
_GRACE = 2.0


class WorkerProcess:
    """A running ``command`` that speaks the protocol. Its log is what it wrote to standard error."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # only Windows would show one
            )
        except OSError as error:
            reason = error.strerror or "unknown reason"
            raise EngineError(f"The model's process cannot be started: {reason}.", TRY_AGAIN) from error
        pipes = (self._process.stdin, self._process.stdout, self._process.stderr)
        self._stdin, stdout, stderr = cast("tuple[IO[bytes], IO[bytes], IO[bytes]]", pipes)
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._log: deque[bytes] = deque(maxlen=_LOG_LINES)
        self._readers = [
            threading.Thread(target=self._read_answers, args=(stdout,), daemon=True),
            threading.Thread(target=self._read_log, args=(stderr,), daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def pid(self) -> int:
        """The number by which the system knows the process."""
        return self._process.pid

    @property
    def log(self) -> str:
        """The last lines of its log."""
        return b"".join(self._log.copy()).decode(errors="replace")

    @property
    def running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def send(self, request: Request) -> None:
        """Hand over ``request``; if the process has ended, the next answer says so."""
        with contextlib.suppress(OSError, ValueError):  # ended, or closed by another thread
            self._stdin.write(line_of(request))
            self._stdin.flush()

    def answer(self, timeout: float) -> Answer | None:
        """The next answer, None if none comes within ``timeout`` seconds.

        Raises ``EngineError`` with the reason when the process has ended.
        """
        try:
            line = self._answers.get(timeout=timeout)
        except queue.Empty:
            return None
        if line is None:
            self._answers.put(None)  # for whoever asks again
            raise EngineError(ending_in_words(self._process.wait()), TRY_AGAIN)
        return parse_answer(line)

    def kill(self) -> None:
        """End the process whatever it does, and wait until it is gone."""
        self._process.kill()
        self.close()

    def close(self) -> None:
        """Ask the process to end, see to it that it does, and let go of everything."""
        with contextlib.suppress(OSError):
            self._stdin.close()
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for reader in self._readers:
            reader.join()

    def _read_answers(self, stream: IO[bytes]) -> None:
        with stream:
            for line in stream:
                if line.endswith(b"\n"):  # else the process died while it wrote
                    self._answers.put(line)
        self._answers.put(None)

    def _read_log(self, stream: IO[bytes]) -> None:
        with stream:
            self._log.extend(stream)
