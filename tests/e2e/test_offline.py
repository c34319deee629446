"""Nothing leaves the machine, shown by the system calls of the real thing, native code and all."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import SAMPLE
from demur.domain.draft import Draft
from demur.storage import Folders, Ledger
from sent_mail import letter, mail, mbox

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace shows the system calls")

_SOCKET = re.compile(r"\bsocket\((\w+)")


def traced(trace: Path, *command: str, **environment: str) -> subprocess.Popen[bytes]:
    strace = ["strace", "-f", "--seccomp-bpf", "-e", "trace=network", "-o", str(trace)]
    demur = [sys.executable, "-m", "demur", *command]
    return subprocess.Popen([*strace, *demur], env=os.environ | environment, start_new_session=True)


def families(trace: Path) -> set[str]:
    return set(_SOCKET.findall(trace.read_text(errors="replace")))


@pytest.fixture
def display() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb shows the window")
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(screen, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
        server.terminate()


def written(home: Path) -> Draft | None:
    """The reply that the window keeps in the ledger, once there is one."""
    path = Folders(data=home / "data", config=home / "config", cache=home / "cache").ledger
    if not path.exists():
        return None
    with Ledger(path) as ledger:
        latest = ledger.recent(1)
        return ledger.request(latest[0].id).draft if latest else None


def test_a_draft_with_the_real_model_opens_no_socket_at_all(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    with traced(trace, "draft", str(SAMPLE), DEMUR_HOME=str(tmp_path)) as process:
        assert process.wait(timeout=240) == 0
    assert families(trace) == set()


def test_a_voice_is_learned_without_any_socket(tmp_path: Path) -> None:
    box = mbox(tmp_path / "Sent.mbox", [mail(letter(number)) for number in range(12)])
    trace = tmp_path / "trace"
    with traced(trace, "voice", "learn", str(box), DEMUR_HOME=str(tmp_path / "home")) as process:
        assert process.wait(timeout=240) == 0
    assert families(trace) == set()


def test_the_window_writes_a_reply_and_opens_only_local_sockets(tmp_path: Path, display: str) -> None:
    trace = tmp_path / "trace"
    place = {"DEMUR_HOME": str(tmp_path), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with traced(trace, str(SAMPLE), **place) as process:
        try:
            patience = time.monotonic() + 240
            while written(tmp_path) is None and time.monotonic() < patience:
                assert process.poll() is None, "the window closed by itself"
                time.sleep(0.5)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
    reply = written(tmp_path)
    assert reply is not None
    assert "Jordan" in reply.text
    assert families(trace) == {"AF_UNIX"}
