"""Turns a model file, once, into the one that runs fast on the user's machine.

The shipped 4-bit format has no fast kernels on common processors: with 8-bit weights a prompt is read twice
as fast, and nothing is lost. The result stays in the cache folder, under a name that holds the hash of all
that it is made from.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from demur.domain.frozen import Frozen

from .catalogue import CatalogueEntry
from .model_file import check_model_file, is_gguf, sha256_of

# An 8-bit file is at most this many times the size of a 4-bit one.
_GROWTH = 2
_UNFINISHED = "preparing-"
_ABANDONED_AFTER = 3600.0  # seconds


class Conversion(NamedTuple):
    """A way to prepare a file: ``write(source, target)`` says whether it worked.

    ``recipe`` changes when it would write something else.
    """

    recipe: str
    write: Callable[[Path, Path], bool]


class ModelFile(NamedTuple):
    """A verified file; ``note`` says in plain words why it is not the prepared one, if so."""

    path: Path
    note: str


class Record(Frozen):
    """What a prepared file was when it was finished; it stands beside the file."""

    size: int
    modified: int
    sha256: str


def find_or_prepare(
    source: Path, entry: CatalogueEntry, cache: Path, conversion: Conversion, preparing: Callable[[], None]
) -> ModelFile:
    """The prepared file of ``entry`` in ``cache``, made from ``source`` if need be; else ``source`` itself.

    ``preparing`` is called before a file is made. Raises ``EngineError`` when one must be and ``source`` is
    not what the catalogue says.
    """
    target = cache / _prepared_name(entry, conversion.recipe)
    if _is_intact(target):
        return ModelFile(target, "")
    preparing()
    check_model_file(source, entry)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        problem = _prepare(source, target, conversion)
    except OSError as error:
        problem = error.strerror or "unknown reason"
    if problem:
        note = f"The faster copy of the model could not be written ({problem}), so this takes longer."
        return ModelFile(source, note)
    _remove_other_recipes(target, entry)
    return ModelFile(target, "")


def _prepared_name(entry: CatalogueEntry, recipe: str) -> str:
    made_from = hashlib.sha256(f"{entry.sha256} {recipe}".encode())
    return f"{entry.id}-{made_from.hexdigest()[:16]}.gguf"


def _prepare(source: Path, target: Path, conversion: Conversion) -> str:
    """Make ``target``, or leave everything as it is and say why. Raises ``OSError`` likewise."""
    if shutil.disk_usage(target.parent).free < _GROWTH * source.stat().st_size:
        return "the disk is full"
    _remove_unfinished(target.parent)
    with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=target.parent) as folder:
        unfinished = Path(folder) / target.name
        if not conversion.write(source, unfinished):
            return "writing it failed"
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        digest = sha256_of(unfinished)
        unfinished.replace(target)
        _write_record(target, digest, Path(folder))
    return ""


def _is_intact(target: Path) -> bool:
    """Whether ``target`` is as it was finished; it is read only if its time has changed."""
    try:
        record = Record.model_validate_json(_record_of(target).read_bytes())
        now = target.stat()
        if now.st_size != record.size or not is_gguf(target):
            return False
        return now.st_mtime_ns == record.modified or sha256_of(target) == record.sha256
    except (OSError, ValidationError):
        return False


def _record_of(target: Path) -> Path:
    return target.with_suffix(".json")


def _write_record(target: Path, digest: str, folder: Path) -> None:
    stat = target.stat()
    unfinished = folder / "record"
    record = Record(size=stat.st_size, modified=stat.st_mtime_ns, sha256=digest)
    unfinished.write_text(record.model_dump_json(), "utf-8")
    unfinished.replace(_record_of(target))


def _remove_unfinished(cache: Path) -> None:
    """What a killed worker left; a young one may be another worker's, still at work."""
    for folder in cache.glob(f"{_UNFINISHED}*"):
        if time.time() - folder.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(folder, ignore_errors=True)


def _remove_other_recipes(target: Path, entry: CatalogueEntry) -> None:
    """A newer llama.cpp makes a new file: the old one would only take up space."""
    for old in target.parent.glob(f"{entry.id}-{'[0-9a-f]' * 16}.*"):
        if old.stem != target.stem:
            old.unlink(missing_ok=True)
