"""Run a step of an installation and tell how far it is, as read off what pip and ninja say."""

import queue
import re
import shutil
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

_TAIL = 40  # lines that say why a step failed
_QUIET_SECONDS = 10  # between two lines where no line can be overwritten


class Progress:
    """What ``pip install -v`` of ``total`` packages has said so far."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.stage = "starting"
        self._seen = 0

    def read(self, line: str) -> None:
        """Take in one line of pip's, or of the compiler that it runs."""
        if found := re.match(r"\s*(?:Collecting|Obtaining) (\S+?)(?:==|\s|$)", line):
            self._seen += 1
            self.stage = f"fetching {found[1]} ({self._seen} of {self.total})"
        elif found := re.match(r"\s*Building wheel for (\S+)", line):
            self.stage = f"building {found[1]}"
        elif found := re.match(r"\s*\[(\d+)/(\d+)\]", line):
            self.stage = f"{self.stage.split(',')[0]}, compiled {found[1]} of {found[2]}"
        elif line.lstrip().startswith("Installing collected packages"):
            self.stage = f"installing {self.total} packages"


class Teller:
    """Tells how far things are: on a terminal in one changing line, elsewhere in a line now and then."""

    def __init__(
        self, title: str, out: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._title = title
        self._out = out or sys.stdout
        self._clock = clock
        self._start = clock()
        self._told_at = self._start - _QUIET_SECONDS

    def tell(self, stage: str) -> None:
        """Say the stage; called every second, so that the time runs on while nothing else happens."""
        line = f"{self._title}: {stage}  {self._elapsed()}"
        if self._out.isatty():
            columns = shutil.get_terminal_size().columns - 1
            self._out.write(f"\r{line[:columns]:<{columns}}")
        elif self._clock() - self._told_at >= _QUIET_SECONDS:
            self._told_at = self._clock()
            self._out.write(f"{line}\n")
        self._out.flush()

    def done(self, outcome: str) -> None:
        """Say the last word, on a line that stays."""
        self._told_at = self._clock() - _QUIET_SECONDS
        self.tell(outcome)
        if self._out.isatty():
            self._out.write("\n")
            self._out.flush()

    def _elapsed(self) -> str:
        minutes, seconds = divmod(int(self._clock() - self._start), 60)
        return f"{minutes}:{seconds:02}"


class InstallError(Exception):
    """An installation step failed; the text is what was said last, and where the rest stands."""


def follow(
    command: list[str],
    folder: Path,
    variables: dict[str, str],
    log: Path,
    progress: Progress,
    teller: Teller,
) -> None:
    """Run ``command`` in ``folder``, tell how far it is, and add what it says to ``log``.

    Raises ``InstallError`` with the last lines when it fails.
    """
    said: deque[str] = deque(maxlen=_TAIL)
    with (
        log.open("a", encoding="utf-8") as kept,
        subprocess.Popen(
            command,
            cwd=folder,
            env=variables,
            encoding="utf-8",
            errors="replace",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            for line in _every_second(process.stdout or ()):
                kept.write(line)
                said.extend([line] if line else [])
                progress.read(line)
                teller.tell(progress.stage)
        except BaseException:
            process.terminate()
            raise
    teller.done("failed" if process.returncode else "done")
    if process.returncode:
        raise InstallError(f"{''.join(said)}\nAll that was said stands in {log}.")


def _every_second(lines: Iterable[str]) -> Iterable[str]:
    """Each of ``lines`` as it comes, and an empty one whenever none has come for a second."""
    waiting: queue.Queue[str | None] = queue.Queue()

    def pour() -> None:
        for line in lines:
            waiting.put(line)
        waiting.put(None)

    threading.Thread(target=pour, daemon=True).start()
    while True:
        try:
            line = waiting.get(timeout=1)
        except queue.Empty:
            yield ""
            continue
        if line is None:
            return
        yield line
