"""Make the environment that Demur runs in: ``.venv`` in the checkout, from the lock files alone.

    python3 packaging/environment.py            what Demur needs to run
    python3 packaging/environment.py --test     and what its tests need
    python3 packaging/environment.py --training what training needs, in .venv-training
    python3 packaging/environment.py --missing  print the command that brings what the system lacks

Needs Python's standard library only. An environment that is not known to be whole, because an installation
was interrupted or a lock file has changed, is made anew; pip's cache keeps what was compiled.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- older ones must be able to read this line, and they say why
    sys.exit("Demur needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])  # noqa: UP031

import argparse
import fcntl
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import system_needs
from install_progress import InstallError, Progress, Teller, follow

ROOT = Path(__file__).resolve().parent.parent
BUILD, RUN, TEST = "requirements-build.lock", "requirements.lock", "requirements-test.lock"
TRAINING = "requirements-training.lock"

# What of llama.cpp Demur does not use; without it the compile takes about half as long.
_SWITCHED_OFF = (
    "LLAVA_BUILD",
    "LLAMA_BUILD_TOOLS",
    "LLAMA_BUILD_TESTS",
    "LLAMA_BUILD_EXAMPLES",
    "LLAMA_BUILD_SERVER",
    "LLAMA_BUILD_APP",
    "LLAMA_OPENSSL",
)


class Environment:
    """An environment of the checkout at ``root``; a stamp written last says what it wholly holds.

    What is in the lock file ``tools`` comes on top of what Demur needs to run.
    """

    def __init__(self, root: Path, folder: str = ".venv", tools: str = TEST) -> None:
        self.root = root
        self.folder = root / folder
        self.tools = tools
        self.python = self.folder / "bin" / "python"
        self.log = self.folder / "install.log"
        self._stamp = self.folder / "installed.json"

    def wanted(self) -> dict[str, str]:
        """What each part of a whole environment is made from, as fingerprints."""
        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))
        package = [project["project"], project["build-system"], project["tool"]["hatch"]]
        locks = {name: (self.root / name).read_text(encoding="utf-8") for name in (BUILD, RUN, self.tools)}
        return {
            "run": _fingerprint(sys.version, str(self.root), package, locks[BUILD], locks[RUN]),
            "tools": _fingerprint(locks[self.tools]),
        }

    def missing(self, tools: bool) -> tuple[str, ...]:
        """The parts to install: none, the tools alone, or all when what is there cannot be built upon."""
        wanted, held = self.wanted(), self._held()
        parts = ("run", "tools") if tools else ("run",)
        if all(held.get(part) == wanted[part] for part in parts):
            return ()
        return ("tools",) if tools and held == {"run": wanted["run"]} else parts

    def _held(self) -> dict[str, str]:
        try:
            held = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) and self.python.exists() else {}

    def install(self, parts: tuple[str, ...]) -> None:
        """Install ``parts``; an environment without a stamp is one that this did not get to the end of."""
        held = {} if "run" in parts else self._held()
        self._stamp.unlink(missing_ok=True)
        if "run" in parts:
            self._make()
            self._pip("1 of 3, build tools", BUILD)
            self._pip("2 of 3, libraries", RUN)
            self._pip("3 of 3, Demur itself", None)
        if "tools" in parts:
            self._pip("tools", self.tools)
        wanted = self.wanted()
        draft = self._stamp.with_suffix(".draft")
        draft.write_text(json.dumps({**held, **{part: wanted[part] for part in parts}}), encoding="utf-8")
        draft.replace(self._stamp)

    def _make(self) -> None:
        print(f"Making the environment in {self.folder.name}, from the lock files.", flush=True)
        if self.folder.exists():  # of other lock files, or not whole
            shutil.rmtree(self.folder)
        subprocess.run([sys.executable, "-m", "venv", self.folder], check=True)

    def _pip(self, title: str, lock: str | None) -> None:
        what = ["--require-hashes", "-r", lock] if lock else ["--editable", "."]
        total = len(re.findall(r"^\w", (self.root / lock).read_text("utf-8"), re.MULTILINE)) if lock else 1
        options = ["--no-deps", "--no-build-isolation", "--no-input", "--disable-pip-version-check"]
        command = [str(self.python), "-m", "pip", "install", "-v", "--progress-bar=off", *options, *what]
        follow(command, self.root, self._variables(), self.log, Progress(total), Teller(title))

    def _variables(self) -> dict[str, str]:
        """The surroundings in which llama-cpp-python compiles, with cmake and ninja from the build lock."""
        kept = self.root / "packaging" / "llama-without-common.cmake"
        flags = [f"-D{name}=OFF" for name in _SWITCHED_OFF]
        flags.append(shlex.quote(f"-DCMAKE_PROJECT_llama_cpp_INCLUDE={kept}"))
        return {
            **os.environ,
            "PATH": f"{self.python.parent}{os.pathsep}{os.environ.get('PATH', '')}",
            "CMAKE_ARGS": " ".join([*flags, os.environ.get("CMAKE_ARGS", "")]).strip(),
            "CMAKE_BUILD_PARALLEL_LEVEL": str(os.cpu_count() or 1),
        }


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold ``folder`` until the block ends, after whoever holds it already."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another installation is at work here; waiting for it.", flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _fingerprint(*made_from: object) -> str:
    return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()


def main(arguments: list[str]) -> int:
    """Make the environment if it is not there; gives the exit status."""
    parser = argparse.ArgumentParser(description="Make the environment that Demur runs in.")
    parser.add_argument("--test", action="store_true", help="with what the tests need")
    parser.add_argument(
        "--training", action="store_true", help="the one for training, apart from the other"
    )
    parser.add_argument("--missing", action="store_true", help="only print the command for what is missing")
    chosen = parser.parse_args(arguments)
    tools, libraries = system_needs.missing_tools(), system_needs.missing_libraries()
    command = system_needs.command_for(tools + libraries)
    if chosen.missing:
        print(command)
        return 0
    if libraries:
        print(
            system_needs.report(libraries, command),
            "The window needs it; the terminal works without.\n",
            sep="",
        )
    environment = Environment(ROOT, ".venv-training", TRAINING) if chosen.training else Environment(ROOT)
    try:
        with alone(ROOT):
            parts = environment.missing(chosen.test or chosen.training)
            if parts and tools:
                print(system_needs.report(tools, command), file=sys.stderr)
                return 1
            if parts:
                environment.install(parts)
    except InstallError as error:
        print(
            f"{error}\nNothing outside {environment.folder.name} was changed; the next run starts again.",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        print("\nStopped; the next run starts again.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
