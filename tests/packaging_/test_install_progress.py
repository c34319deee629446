import io
import os
import sys
from pathlib import Path

import pytest

from install_progress import InstallError, Progress, Teller, follow

# What pip 23 and ninja print, shortened.
SAID = """\
Using pip 23.2.1 from .venv/lib/python3.11/site-packages/pip (python 3.11)
Collecting llama-cpp-python==0.3.36 (from -r requirements.lock (line 244))
  Using cached llama_cpp_python-0.3.36.tar.gz (60.1 MB)
  Running command Preparing metadata (pyproject.toml)
Collecting numpy==2.4.6 (from -r requirements.lock (line 404))
Building wheels for collected packages: llama-cpp-python
  Building wheel for llama-cpp-python (pyproject.toml): started
  [1/83] Building C object vendor/llama.cpp/ggml/src/ggml.c.o
  [83/83] Linking CXX shared library libllama.so
Installing collected packages: numpy, llama-cpp-python
"""


class Screen(io.StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_each_stage_is_read_off_what_pip_says() -> None:
    progress, stages = Progress(2), ["starting"]
    for line in SAID.splitlines(keepends=True):
        progress.read(line)
        if progress.stage != stages[-1]:
            stages.append(progress.stage)
    assert stages == [
        "starting",
        "fetching llama-cpp-python (1 of 2)",
        "fetching numpy (2 of 2)",
        "building llama-cpp-python",
        "building llama-cpp-python, compiled 1 of 83",
        "building llama-cpp-python, compiled 83 of 83",
        "installing 2 packages",
    ]


def test_a_terminal_shows_one_line_that_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "31")
    screen, clock = Screen(terminal=True), Clock()
    teller = Teller("libraries", screen, clock)
    teller.tell("compiled 9 of 83")
    clock.now += 65
    teller.done("done")
    first, last = "libraries: compiled 9 of 83  0", "libraries: done  1:05"
    assert screen.getvalue() == f"\r{first}\r{last:<30}\n"


def test_a_log_gets_a_line_now_and_then_and_the_last_word() -> None:
    screen, clock = Screen(terminal=False), Clock()
    teller = Teller("libraries", screen, clock)
    for second in range(22):
        clock.now = 100 + second
        teller.tell(f"step {second}")
    teller.done("done")
    assert screen.getvalue().splitlines() == [
        "libraries: step 0  0:00",
        "libraries: step 10  0:10",
        "libraries: step 20  0:20",
        "libraries: done  0:21",
    ]


def run(program: str, log: Path, screen: Screen) -> None:
    command = [sys.executable, "-c", program]
    follow(command, log.parent, dict(os.environ), log, Progress(1), Teller("step", screen))


def test_a_step_is_followed_to_its_end_and_kept_in_the_log(tmp_path: Path) -> None:
    log, screen = tmp_path / "install.log", Screen(terminal=False)
    run("print('Collecting numpy==2')", log, screen)
    run("print('[1/2] Building')", log, screen)
    assert log.read_text(encoding="utf-8") == "Collecting numpy==2\n[1/2] Building\n"
    assert screen.getvalue().count("step: done") == 2


def test_a_silent_step_is_told_of_all_the_same(tmp_path: Path) -> None:
    screen = Screen(terminal=True)
    run("import time; time.sleep(1.5)", tmp_path / "install.log", screen)
    assert "step: starting" in screen.getvalue()


def test_a_step_that_fails_shows_the_last_forty_lines_and_where_the_rest_is(tmp_path: Path) -> None:
    log, screen = tmp_path / "install.log", Screen(terminal=False)
    program = "import sys\nfor n in range(100): print('line', n, flush=True)\nsys.exit('no such header')"
    with pytest.raises(InstallError) as failure:
        run(program, log, screen)
    told = str(failure.value)
    assert "line 60\n" not in told
    assert "line 61\n" in told
    assert "no such header\n" in told
    assert str(log) in told
    assert "step: failed" in screen.getvalue()
