"""What may go wrong with a model file or a process, and what is said then."""

import hashlib
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from demur.domain.model import Prompt, Sampling, Stop
from demur.engine import CatalogueEntry, EngineError, ModelWorker, check_model_file
from demur.engine.protocol import Text

PROMPT = Prompt(system="You tell stories.", user="Tell me a story.")


def generate(worker: ModelWorker, on_text: Callable[[str], None] = lambda _: None) -> str:
    return worker.generate(PROMPT, Sampling(max_tokens=64), on_text, threading.Event()).text


def test_a_worker_killed_in_mid_sentence_says_why_and_comes_back(
    embedded_model: CatalogueEntry, model_source: Path, model_cache: Path
) -> None:
    with closing(ModelWorker(embedded_model, model_source, model_cache)) as worker:
        whole = generate(worker)
        killed = worker.pid
        assert killed

        with pytest.raises(EngineError, match="stopped by the system, perhaps for lack") as caught:
            generate(worker, lambda _: os.kill(killed, signal.SIGKILL))
        assert "Nothing you wrote is lost" in caught.value.hint
        assert worker.pid not in (None, killed)
        assert generate(worker) == whole


def test_a_worker_that_died_unnoticed_is_replaced(
    embedded_model: CatalogueEntry, model_source: Path, model_cache: Path
) -> None:
    with closing(ModelWorker(embedded_model, model_source, model_cache)) as worker:
        worker.start()
        pid = worker.pid
        assert pid
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda: ended(pid))
        assert generate(worker)


def test_a_crash_is_named(embedded_model: CatalogueEntry, tmp_path: Path) -> None:
    program = "import os; os.write(2, b'oh no'); os.write(1, b'{half an answer'); os.abort()"
    with closing(fake(embedded_model, tmp_path, program)) as worker:
        with pytest.raises(EngineError, match=r"crashed \(Aborted\)"):
            generate(worker)
        assert worker.log == "oh no"


def test_a_worker_that_answers_nonsense_is_ended(embedded_model: CatalogueEntry, tmp_path: Path) -> None:
    with closing(fake(embedded_model, tmp_path, "import sys; print('{}', flush=True); input()")) as worker:
        with pytest.raises(EngineError, match="something unreadable"):
            generate(worker)
        assert worker.pid is None


def test_a_worker_that_says_nothing_is_ended(embedded_model: CatalogueEntry, tmp_path: Path) -> None:
    with closing(fake(embedded_model, tmp_path, "import time; time.sleep(60)", patience=0.1)) as worker:
        with pytest.raises(EngineError, match=r"did not answer for 0\.1 seconds"):
            generate(worker)
        assert worker.pid is None


def test_a_worker_that_does_not_stop_is_left_alone(embedded_model: CatalogueEntry, tmp_path: Path) -> None:
    words = Text(id=1, text="Once upon").model_dump_json()
    program = f"import sys; print({words!r}, flush=True); sys.stdin.read()"
    cancel = threading.Event()
    with closing(fake(embedded_model, tmp_path, program)) as worker:
        cut = worker.generate(PROMPT, Sampling(), lambda _: cancel.set(), cancel)
    assert (cut.stop, cut.text) == (Stop.CANCELLED, "Once upon")


def test_a_worker_that_cannot_start_is_an_error(embedded_model: CatalogueEntry, tmp_path: Path) -> None:
    worker = ModelWorker(embedded_model, tmp_path / "m.gguf", tmp_path, command=[str(tmp_path / "none")])
    with pytest.raises(EngineError, match="cannot be started: No such file"):
        worker.start()


def test_a_missing_model_file_is_named(embedded_model: CatalogueEntry, tmp_path: Path) -> None:
    with (
        closing(ModelWorker(embedded_model, tmp_path / "gone.gguf", tmp_path)) as worker,
        pytest.raises(EngineError, match=r"gone\.gguf is not there") as caught,
    ):
        generate(worker)
    assert "make run" in caught.value.hint


def test_a_truncated_model_file_never_reaches_native_code(
    embedded_model: CatalogueEntry, model_source: Path, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.gguf"
    with model_source.open("rb") as file:
        cut.write_bytes(file.read(100_000))
    with (
        closing(ModelWorker(embedded_model, cut, tmp_path)) as worker,
        pytest.raises(EngineError, match="cut short: 100,000 of 98,362,432 bytes"),
    ):
        generate(worker)


def test_the_catalogue_knows_the_right_file(embedded_model: CatalogueEntry, tmp_path: Path) -> None:
    file = tmp_path / "small.gguf"
    good = b"GGUF\3\0\0\0 and the rest"
    entry = embedded_model.model_copy(
        update={"size": len(good), "sha256": hashlib.sha256(good).hexdigest()}
    )
    file.write_bytes(good)
    check_model_file(file, entry)

    def said_about(content: bytes) -> str:
        file.write_bytes(content)
        with pytest.raises(EngineError) as caught:
            check_model_file(file, entry)
        return caught.value.message

    assert "SHA-256 differs" in said_about(good[:-1] + b"!")
    assert "SHA-256 differs" in said_about(good + b"!")
    assert "cut short" in said_about(good[:-1])
    assert "not a model file" in said_about(b"GGUF\1" + good[5:])
    assert "not a model file" in said_about(b"<html>404</html>")
    assert "not a model file" in said_about(b"")
    file.unlink()
    file.mkdir()
    with pytest.raises(EngineError, match="cannot be read: Is a directory"):
        check_model_file(file, entry)


def test_without_room_for_the_prepared_file_the_shipped_one_answers(
    embedded_model: CatalogueEntry, model_source: Path, tmp_path: Path
) -> None:
    limited = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (10**6, {resource.RLIM_INFINITY}));"
        "import runpy; runpy.run_module('demur.engine.worker', run_name='__main__')"
    )
    command = [sys.executable, "-c", limited]
    with closing(ModelWorker(embedded_model, model_source, tmp_path, command=command)) as worker:
        assert generate(worker)
        assert worker.info.file == model_source.name
        assert "could not be written" in worker.info.note
    assert list(tmp_path.iterdir()) == []


def test_where_no_cache_can_be_the_shipped_file_answers(
    embedded_model: CatalogueEntry, model_source: Path, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    with closing(ModelWorker(embedded_model, model_source, tmp_path / "taken" / "cache")) as worker:
        assert generate(worker)
        assert worker.info.file == model_source.name
        assert "Not a directory" in worker.info.note


def test_the_worker_goes_when_the_app_is_killed(
    embedded_model: CatalogueEntry, model_source: Path, model_cache: Path
) -> None:
    app = f"""
import threading, time
from pathlib import Path
from demur.domain.model import Prompt, Sampling
from demur.engine import CatalogueEntry, ModelWorker
entry = CatalogueEntry.model_validate_json({embedded_model.model_dump_json()!r})
worker = ModelWorker(entry, Path({str(model_source)!r}), Path({str(model_cache)!r}))
worker.generate(Prompt(system="", user="Hi"), Sampling(max_tokens=1), lambda _: None, threading.Event())
print(worker.pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", app], stdout=subprocess.PIPE) as running:
        assert running.stdout
        pid = int(running.stdout.readline())
        assert not ended(pid)
        running.kill()
    wait_until(lambda: ended(pid))


def fake(entry: CatalogueEntry, folder: Path, program: str, patience: float = 60.0) -> ModelWorker:
    """A worker whose process runs ``program``."""
    command = [sys.executable, "-c", program]
    return ModelWorker(entry, folder / "m.gguf", folder, command=command, patience=patience)


def ended(pid: int) -> bool:
    """Whether the process ``pid`` runs no more, collected by its parent or not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def wait_until(happened: Callable[[], bool]) -> None:
    for _ in range(3000):
        if happened():
            return
        time.sleep(0.01)
    pytest.fail("it did not happen within half a minute")
