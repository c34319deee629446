"""Finds the data that travels with Demur: in a wheel, in a checkout and in a frozen build.

Paths are written as in a checkout, with ``desktop/`` left out: ``prompts/templates/decline.toml``,
``demur/rules/packs/asks.toml``.
"""

import importlib.resources
import importlib.util
import sys
from pathlib import Path, PurePosixPath

from .domain.errors import DemurError

_MEND = "Install Demur again (in a checkout: make run); demur doctor shows what is missing."


class ResourceError(DemurError):
    """A file that belongs to Demur is not where its installation should have put it."""


def read(path: str) -> str:
    """The text of the file at ``path``. Raises ``ResourceError`` when it is not there."""
    try:
        return _locate(path).read_text("utf-8")
    except OSError as error:
        raise ResourceError(f"{path} is missing from this installation of Demur.", _MEND) from error


def read_all(folder: str, suffix: str) -> dict[str, str]:
    """The texts of the files in ``folder`` and below that end in ``suffix``, in the order of their names.

    A name is the path from ``folder``: ``decline.toml``, ``de/decline.toml``. Raises ``ResourceError`` when
    there is none.
    """
    within = _locate(folder)
    found = {file.relative_to(within).as_posix(): file for file in within.rglob(f"*{suffix}")}
    if not found:
        raise ResourceError(f"{folder} is missing from this installation of Demur.", _MEND)
    return {name: found[name].read_text("utf-8") for name in sorted(found)}


def packaged_model_file(package: str, file: str) -> Path:
    """Where ``package`` keeps its model ``file``; the package itself is never run.

    Raises ``ResourceError`` when either is not installed.
    """
    spec = importlib.util.find_spec(package)
    if spec is not None:
        # Its code needs what is left out on purpose; an empty module leads to its files as well.
        found = importlib.resources.files(importlib.util.module_from_spec(spec)) / file
        if isinstance(found, Path) and found.is_file():
            return found
    raise ResourceError(f"The model file {file} is missing from this installation of Demur.", _MEND)


def adapter_file(file: str) -> Path:
    """Where the adapter ``file`` of a model belongs; whether it is there is not looked at."""
    return _locate(f"models/adapters/{file}")


def _locate(path: str) -> Path:
    package = _package()
    top, *rest = PurePosixPath(path).parts
    if top == "demur":
        return package.joinpath(*rest)
    data = package / "data"
    return (data if data.is_dir() else package.parent.parent) / path


def _package() -> Path:
    """The folder of the package ``demur``; a frozen build unpacks it away from its code."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "demur" if frozen else Path(__file__).parent
