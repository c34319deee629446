"""The port ``LanguageModel`` over a worker process."""

import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from demur.domain.model import Generation, ModelInfo, Prompt, Sampling, Stop

from .catalogue import CatalogueEntry
from .errors import TRY_AGAIN, EngineError
from .process import WorkerProcess
from .protocol import Answer, Cancel, Done, Failed, Generate, Load, Ready, Text
from .threads import generation_threads

# -P: a file called json.py in the user's working folder is not the one that the worker means.
_COMMAND = (sys.executable, "-P", "-m", "demur.engine.worker")
# Seconds between looks at the cancel event, which nothing can wait for together with a pipe.
_LOOK = 0.01


class ModelWorker:
    """The model of ``entry``, from the file ``source``, prepared for speed in the folder ``cache``.

    ``adapter`` is the file that the entry names; without it, the weights are used as they are.

    Its process is started by ``start``, or by the first ``generate``; after a crash it is started again in
    the background. One that says nothing for ``patience`` seconds is ended; one that goes on for ``grace``
    seconds after a cancel is left to itself until it has done. Every method may be called from any thread;
    generations take turns. ``close`` leaves no process behind, nor does the death of the app.
    """

    def __init__(
        self,
        entry: CatalogueEntry,
        source: Path,
        cache: Path,
        *,
        adapter: Path | None = None,
        command: Sequence[str] = _COMMAND,
        patience: float = 60.0,
        grace: float = 0.07,
    ) -> None:
        threads = generation_threads()
        self._load = Load(entry=entry, source=source, adapter=adapter, cache=cache, threads=threads)
        self._command = command
        self._patience = patience
        self._grace = grace
        self._info = ModelInfo(id=entry.id, file=source.name)
        self._turn = threading.Lock()
        self._state = threading.Lock()
        self._process: WorkerProcess | None = None
        self._closed = self._loaded = False
        self._past_log = ""
        self._last_id = 0

    @property
    def info(self) -> ModelInfo:
        """Which model answers; from which file, and why not from the prepared one, once it is loaded."""
        return self._info

    @property
    def pid(self) -> int | None:
        """The number of its process, None while there is none."""
        process = self._process
        return process.pid if process else None

    @property
    def log(self) -> str:
        """The last lines that its process, and the one before it, wrote to the log, for a report."""
        process = self._process
        return self._past_log + (process.log if process else "")

    def start(self) -> None:
        """Start loading, without waiting for it. Raises ``EngineError`` if that is not possible."""
        self._running()

    def generate(
        self,
        prompt: Prompt,
        sampling: Sampling,
        on_text: Callable[[str], None],
        cancel: threading.Event,
    ) -> Generation:
        """Answer ``prompt``, handing over text as it comes; stops within 100 ms of ``cancel``.

        Token counts are 0 where it is cancelled before the worker could tell. Raises ``EngineError`` when
        the prompt is too long, the model cannot be loaded or its process dies; the next call has a new one.
        """
        return self._answers(prompt, sampling, 1, on_text, cancel)[0]

    def sample(
        self, prompt: Prompt, sampling: Sampling, count: int, cancel: threading.Event
    ) -> tuple[Generation, ...]:
        """``count`` answers to ``prompt``, 1 to 8, written side by side; else as ``generate``.

        Number ``n`` is drawn with the seed ``sampling.seed + n``; asked again, the answers are the same.
        """
        return self._answers(prompt, sampling, count, lambda _: None, cancel)

    def close(self) -> None:
        """End the process; a generation that runs fails, and so does every one after it."""
        self._closed = True
        if process := self._process:
            self._drop(process)

    def _running(self) -> WorkerProcess:
        """The process, started again if it has ended meanwhile."""
        process = self._process
        if process and not process.running:
            self._drop(process)
        with self._state:
            if self._closed:
                raise _closed()
            if self._process is None:
                self._loaded = False
                self._process = WorkerProcess(self._command)
                self._process.send(self._load)
            return self._process

    def _drop(self, process: WorkerProcess) -> None:
        """End ``process`` and keep what it logged; one that has taken its place meanwhile goes on."""
        with self._state:
            if self._process is process:
                self._process = None
        process.close()
        self._past_log = process.log

    def _answers(
        self,
        prompt: Prompt,
        sampling: Sampling,
        count: int,
        on_text: Callable[[str], None],
        cancel: threading.Event,
    ) -> tuple[Generation, ...]:
        while not self._turn.acquire(timeout=_LOOK):
            if cancel.is_set():
                return _cancelled([""] * count, 0.0)
        try:
            process = self._running()
            self._last_id += 1
            request = Generate(id=self._last_id, prompt=prompt, sampling=sampling, count=count)
            process.send(request)
            return self._heard_out(process, request, on_text, cancel)
        finally:
            self._turn.release()

    def _heard_out(
        self,
        process: WorkerProcess,
        request: Generate,
        on_text: Callable[[str], None],
        cancel: threading.Event,
    ) -> tuple[Generation, ...]:
        try:
            return self._listen(process, request, on_text, cancel)
        except BaseException:
            process.send(Cancel(id=request.id))  # nobody listens any more
            raise

    def _listen(
        self,
        process: WorkerProcess,
        request: Generate,
        on_text: Callable[[str], None],
        cancel: threading.Event,
    ) -> tuple[Generation, ...]:
        began = heard = time.monotonic()
        cancelled: float | None = None
        texts = [""] * request.count
        while True:
            answer = self._hear(process)
            now = time.monotonic()
            match answer:
                case Text(id=about) if about == request.id:
                    texts[answer.number] += answer.text
                    on_text(answer.text)
                case Done(id=about) if about == request.id:
                    return answer.generations
                case Failed(id=about) if about == request.id:
                    raise EngineError(answer.message, answer.hint)
            if answer:
                heard = now
            elif now - heard > self._patience:
                self._end_silent(process)
            if cancelled is None and cancel.is_set():
                cancelled = now
                process.send(Cancel(id=request.id))
            if cancelled is not None and now - cancelled > self._grace:
                return _cancelled(texts, now - began)

    def _hear(self, process: WorkerProcess) -> Answer | None:
        """The next answer, if one comes soon; what concerns the process and no generation is seen to."""
        try:
            answer = process.answer(_LOOK)
        except EngineError as error:
            if self._closed:
                raise _closed() from error
            self._drop(process)
            if self._loaded:  # else it would only fail again
                self._running()
            raise
        match answer:
            case Ready():
                self._loaded = True
                self._info = ModelInfo(id=self._info.id, file=answer.file, note=answer.note)
            case Failed(id=0):
                self._drop(process)
                raise EngineError(answer.message, answer.hint)
        return answer

    def _end_silent(self, process: WorkerProcess) -> NoReturn:
        process.kill()
        self._drop(process)
        raise EngineError(f"The model's process did not answer for {self._patience:g} seconds.", TRY_AGAIN)


def _closed() -> EngineError:
    return EngineError("The model was closed.", "Start Demur again to use it.")


def _cancelled(texts: Sequence[str], seconds: float) -> tuple[Generation, ...]:
    return tuple(
        Generation(
            text=text,
            stop=Stop.CANCELLED,
            prompt_tokens=0,
            reused_tokens=0,
            new_tokens=0,
            first_token=0.0,
            seconds=seconds,
        )
        for text in texts
    )
