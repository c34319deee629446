"""``make mutants``: which small faults in the rules and the advice no test would notice.

    python -m mutation [FILE ...] [--every N]

Each mutant is imported by a process of its own, which runs the tests of rules and advice until one fails.
"""

import argparse
import importlib.abc
import importlib.util
import os
import signal
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pydantic  # noqa: F401 -- so that it is there in every process
import pytest
import re2  # noqa: F401
import snowballstemmer  # noqa: F401

from demur.domain import data_file, profile, reading  # noqa: F401

from .mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "desktop"
PACKAGES = ("demur/rules", "demur/advice")
_ADVICE = ("advice",)
_RULES = (
    "rules/test_topics.py",
    "rules/test_wording.py",
    "scenarios",
    "rules/test_stories.py",
    "rules/test_acts.py",
    "rules/test_sieve.py",
    "rules/test_packs.py",
    "rules/test_own_packs.py",
    "rules/test_explaining.py",
    "rules/test_languages.py",
    "rules/test_opening_example.py",
    "rules/test_examples.py",
)
_OPTIONS = ("-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--hypothesis-seed=0")
# Seconds until a mutant counts as noticed because it never ends.
_PATIENCE = 300


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from other source than that of its file."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        self._name, self._path, self._source = name, path, source

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        wanted = fullname == self._name
        return importlib.util.spec_from_file_location(fullname, self._path, loader=self) if wanted else None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._source, self._path, "exec"), module.__dict__)  # noqa: S102 -- our own source


def noticed(path: Path, mutant: Mutant) -> bool:
    """Whether a test fails with ``mutant`` in place of the module at ``path``."""
    child = os.fork()
    if not child:
        os._exit(_tested(path, mutant))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def _tested(path: Path, mutant: Mutant) -> int:
    signal.alarm(_PATIENCE)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    for module in [module for module in sys.modules if module.startswith(("demur.rules", "demur.advice"))]:
        del sys.modules[module]
    sys.meta_path.insert(0, _Changed(name, path, mutant.source))
    tests = _ADVICE if "advice" in path.parts else _RULES
    try:
        return int(pytest.main([*_OPTIONS, *(str(ROOT / "tests" / test) for test in tests)]))
    except BaseException:  # noqa: BLE001 -- whatever a mutant does, it was noticed
        return 1


def main(arguments: Sequence[str]) -> int:
    """Print the mutants that live, and how many there were; 1 when a tenth of a package lives."""
    parser = argparse.ArgumentParser(prog="make mutants")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--every", type=int, default=1, help="test only every Nth mutant")
    given = parser.parse_args(arguments)
    files = [path.resolve() for path in given.files] or _files()
    if any(noticed(path, Mutant(0, "", "", path.read_text("utf-8"))) for path in _one_of_each(files)):
        print("The tests fail as it is: no mutant can be told by them.")
        return 2
    count: Counter[tuple[str, bool]] = Counter()
    for path in files:
        for mutant in list(mutants(path.read_text("utf-8")))[:: given.every]:
            dies = noticed(path, mutant)
            count[path.parent.name, dies] += 1
            if not dies:
                print(
                    f"{path.relative_to(SOURCE)}:{mutant.line}: {mutant.before}  ->  {mutant.after}",
                    flush=True,
                )
    return max([_told(package, count) for package in sorted({name for name, _ in count})], default=0)


def _files() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((SOURCE / package).glob("[!_]*.py"))]


def _one_of_each(files: Sequence[Path]) -> Iterable[Path]:
    return {path.parent: path for path in files}.values()


def _told(package: str, count: Counter[tuple[str, bool]]) -> int:
    alive, dead = count[package, False], count[package, True]
    print(
        f"{package}: {alive + dead} mutants, {dead} noticed, {alive} alive ({alive / (alive + dead):.1%})"
    )
    return int(alive * 10 >= alive + dead)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
