"""What the system must have before Python's own packages can help, and the one command that brings it."""

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Need(NamedTuple):
    """Something that the system lacks, in words, and the packages that bring it."""

    what: str
    apt: str
    dnf: str


COMPILER = Need("a C++ compiler", "g++", "gcc-c++")
VENV = Need("Python's venv with pip", "python3-venv", "python3-pip")

# What Qt's window and its offscreen stand-in load on Linux; Qt brings the rest itself.
LIBRARIES = tuple(
    Need(*row.split())
    for row in """
libEGL.so.1 libegl1 libglvnd-egl
libGL.so.1 libgl1 libglvnd-glx
libX11-xcb.so.1 libx11-xcb1 libX11-xcb
libdbus-1.so.3 libdbus-1-3 dbus-libs
libfontconfig.so.1 libfontconfig1 fontconfig
libglib-2.0.so.0 libglib2.0-0 glib2
libxcb-cursor.so.0 libxcb-cursor0 xcb-util-cursor
libxcb-icccm.so.4 libxcb-icccm4 xcb-util-wm
libxcb-image.so.0 libxcb-image0 xcb-util-image
libxcb-keysyms.so.1 libxcb-keysyms1 xcb-util-keysyms
libxcb-randr.so.0 libxcb-randr0 libxcb
libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil
libxcb-shape.so.0 libxcb-shape0 libxcb
libxcb-sync.so.1 libxcb-sync1 libxcb
libxcb-xfixes.so.0 libxcb-xfixes0 libxcb
libxcb-xkb.so.1 libxcb-xkb1 libxcb
libxkbcommon-x11.so.0 libxkbcommon-x11-0 libxkbcommon-x11
libxkbcommon.so.0 libxkbcommon0 libxkbcommon
""".strip().splitlines()
)

Has = Callable[[str], bool]


def _on_path(program: str) -> bool:
    return shutil.which(program) is not None


def _importable(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_tools(has_program: Has = _on_path, has_module: Has = _importable) -> tuple[Need, ...]:
    """What the installation itself cannot do without."""
    compilers = (os.environ.get("CXX", "c++"), "c++", "g++", "clang++")
    compiler = () if any(has_program(name) for name in compilers) else (COMPILER,)
    return compiler if has_module("ensurepip") else (*compiler, VENV)


def missing_libraries(loads: Has = _loadable, platform: str = sys.platform) -> tuple[Need, ...]:
    """What the window cannot do without; Windows and macOS bring it."""
    return tuple(need for need in LIBRARIES if not loads(need.what)) if platform == "linux" else ()


def command_for(needs: Iterable[Need], has_program: Has = _on_path, root: bool | None = None) -> str:
    """The one command that brings all of ``needs``; empty when there are none, or no known way."""
    needs = tuple(needs)
    if not needs:
        return ""
    sudo = "" if (os.geteuid() == 0 if root is None else root) else "sudo "
    if has_program("apt-get"):
        return f"{sudo}apt-get install -y {_joined(need.apt for need in needs)}"
    if has_program("dnf"):
        return f"{sudo}dnf install -y {_joined(need.dnf for need in needs)}"
    return "xcode-select --install" if has_program("xcode-select") else ""


def report(needs: Iterable[Need], command: str) -> str:
    """What is missing, and the command that brings it, for a person to read."""
    names = ", ".join(need.what for need in needs)
    advice = f"This brings it:\n\n    {command}\n" if command else "Install it with your system's packages."
    return f"Missing on this system: {names}.\n{advice}"


def _joined(packages: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(packages))
