"""The window against a bare one: how soon it shows, how much memory it takes."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.ratio import Ratio, compare

_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
"""

_DEMUR = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from demur.app import Services
from demur.ui import MainWindow
from demur.ui.background import PoolRunner
app = QApplication([])
services = Services.at_home()
window = MainWindow(services, PoolRunner())
window.show()
"""

# Painted once: the events that showing brought about are through.
_SHOWN = """
app.processEvents()
print("shown", flush=True)
"""

_WORKING = """
from demur.domain.request import Request
services.warm_up()
window.start([])
for _ in range(50):
    app.processEvents()
"""

_MEMORY = """
import sys
print("ready", flush=True)
sys.stdin.read()
services and services.close()
"""


def ratios() -> list[Ratio]:
    """``L`` and ``M``."""
    with tempfile.TemporaryDirectory() as home:
        _shown(_DEMUR, home)  # makes folders and ledger
        return [
            compare(
                "L",
                "first window / bare window, process start included",
                lambda: _shown(_DEMUR, home),
                lambda: _shown(_BARE, home),
            ),
            compare(
                "M",
                "memory of window and worker / bare window and model file",
                lambda: _memory(_DEMUR + _WORKING, home),
                lambda: _memory("services = None\n" + _BARE, home) + _model_file(home),
                "MB",
                rounds=3,
            ),
        ]


def _shown(program: str, home: str) -> float:
    started = time.perf_counter()
    with _process(program + _SHOWN, home) as process:
        assert process.stdout is not None
        if process.stdout.readline() != b"shown\n":
            raise RuntimeError("no window was shown")
        took = time.perf_counter() - started
        process.kill()
    return took


def _memory(program: str, home: str) -> float:
    """Proportional set size of the process and those that it started, in MB."""
    with _process(program + "app.processEvents()\n" + _MEMORY, home) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        if process.stdout.readline() != b"ready\n":
            raise RuntimeError("the window did not get ready")
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        megabytes = sum(_proportional(pid) for pid in (str(process.pid), *children))
        process.stdin.close()
        process.wait()
    return megabytes


def _proportional(pid: str) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("Pss:"))) / 1024


def _model_file(home: str) -> float:
    return sum(file.stat().st_size for file in Path(home).rglob("*.gguf")) / 1e6


def _process(program: str, home: str) -> subprocess.Popen[bytes]:
    place = {"DEMUR_HOME": home, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", program], stdin=pipe, stdout=pipe, env=os.environ | place
    )
