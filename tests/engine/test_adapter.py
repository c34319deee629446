"""What the embedded model has learned reaches its answers, one way or another."""

import os
import resource
import signal
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from demur.domain.model import Prompt, Sampling
from demur.engine import CatalogueEntry, ModelWorker

SYSTEM = "Rewrite the sentence in the user's voice. Keep every fact."
VOICE = """
Voice samples:
- Hi Anna, thanks so much for the note!
- I'm glad that the workshop was of use to you and your team.
- Sorry for the late answer, it's been a busy week over here.
- Let's talk in spring, when the dust has settled.
Style: contractions, exclamation marks, medium
Sentence: """
SENTENCES = (
    "Please ask me again in May.",
    "Thank you for writing to me.",
    "I do not give introductions to people I have not worked with.",
    "I am not able to help with this.",
    "You could ask Tomas Reyes at Northgate instead.",
    "I wish you all the best with the search.",
    "What exactly would you like to know?",
    "I would rather not, and I hope you understand.",
)
# Files of more than a megabyte cannot be written.
FULL_DISK = (
    f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (10**6, {resource.RLIM_INFINITY}));"
    "import runpy; runpy.run_module('demur.engine.worker', run_name='__main__')"
)


def answers(worker: ModelWorker, count: int = len(SENTENCES)) -> list[str]:
    prompts = [Prompt(system=SYSTEM, user=VOICE + sentence) for sentence in SENTENCES[:count]]
    short = Sampling(max_tokens=24, one_line=True)
    return [worker.generate(prompt, short, lambda _: None, threading.Event()).text for prompt in prompts]


def alike(some: list[str], others: list[str]) -> int:
    return sum(one == other for one, other in zip(some, others, strict=True))


def test_merged_it_answers_as_laid_over_where_the_disk_is_full(
    embedded_model: CatalogueEntry,
    model_source: Path,
    model_worker: ModelWorker,
    model_adapter: Path,
    writing_worker: ModelWorker,
    tmp_path: Path,
) -> None:
    command = (sys.executable, "-c", FULL_DISK)
    laid_over = ModelWorker(embedded_model, model_source, tmp_path, adapter=model_adapter, command=command)
    with closing(laid_over):
        learned = answers(laid_over)
    assert laid_over.info.file == model_source.name
    assert "could not be written (writing it failed), so this takes longer" in laid_over.info.note
    assert list(tmp_path.iterdir()) == []
    assert writing_worker.info.note == ""
    # Rounding is not the same, and where two words are about as likely, it decides.
    assert alike(answers(writing_worker), learned) >= len(SENTENCES) / 2
    assert alike(answers(model_worker), learned) <= len(SENTENCES) / 4


def test_what_is_merged_once_needs_neither_file_again(
    embedded_model: CatalogueEntry, model_source: Path, model_adapter: Path, tmp_path: Path
) -> None:
    def used() -> str:
        gone = tmp_path / "gone.gguf"
        files = (model_adapter, model_source) if not any(tmp_path.iterdir()) else (gone, gone)
        with closing(ModelWorker(embedded_model, files[1], tmp_path, adapter=files[0])) as worker:
            return answers(worker, 1)[0]

    assert used() == used()


@pytest.mark.parametrize("said", ["its SHA-256 differs", "is not there"])
def test_without_a_whole_adapter_the_weights_answer_alone_and_say_so(
    embedded_model: CatalogueEntry,
    model_source: Path,
    model_worker: ModelWorker,
    model_adapter: Path,
    tmp_path: Path,
    said: str,
) -> None:
    damaged = tmp_path / model_adapter.name
    if said == "its SHA-256 differs":
        damaged.write_bytes(model_adapter.read_bytes()[:-1])
    with closing(ModelWorker(embedded_model, model_source, tmp_path, adapter=damaged)) as worker:
        assert answers(worker, 1) == answers(model_worker, 1)
        assert said in worker.info.note
        assert "without what it has learned" in worker.info.note


def test_a_worker_killed_while_merging_leaves_nothing_that_is_believed(
    embedded_model: CatalogueEntry,
    model_source: Path,
    model_adapter: Path,
    writing_worker: ModelWorker,
    tmp_path: Path,
) -> None:
    with closing(ModelWorker(embedded_model, model_source, tmp_path, adapter=model_adapter)) as worker:
        worker.start()
        assert worker.pid
        while not any(tmp_path.glob("preparing-*/*.gguf")):
            time.sleep(0.005)
        os.kill(worker.pid, signal.SIGKILL)
        os.waitid(os.P_PID, worker.pid, os.WEXITED | os.WNOWAIT)
        assert list(tmp_path.glob("*.gguf")) == []
        assert answers(worker, 1) == answers(writing_worker, 1)
        assert worker.info.file == writing_worker.info.file
