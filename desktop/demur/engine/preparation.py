"""Turns a model file, once, into the one that runs fast on the user's machine.

The shipped 4-bit format has no fast kernels on common processors: with 8-bit weights a prompt is read twice
as fast, and nothing is lost. What an adapter has learned is added to them on the way. The result stays in
the cache folder, under a name that holds the hash of all that it is made from.
"""

import contextlib
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
from .errors import EngineError
from .model_file import check_model_file, is_gguf, sha256_of

_UNFINISHED = "preparing-"
_ABANDONED_AFTER = 3600.0  # seconds


class Conversion(NamedTuple):
    """A way to prepare a file: ``write(source, target)`` says whether it worked, or raises ``EngineError``.

    ``recipe`` changes when it would write something else. What it writes, also on the way, all lies beside
    ``target`` and takes at most ``growth`` times the room of the source.
    """

    recipe: str
    growth: int
    write: Callable[[Path, Path], bool]


class ModelFile(NamedTuple):
    """A verified file, and the ``adapter`` to be laid over it where that is not part of it.

    ``note`` says in plain words why it is not the prepared one, if so.
    """

    path: Path
    note: str = ""
    adapter: Path | None = None


class Record(Frozen):
    """What a prepared file was when it was finished; it stands beside the file."""

    size: int
    modified: int
    sha256: str


def find_prepared(entry: CatalogueEntry, cache: Path, conversion: Conversion) -> Path | None:
    """The file that ``conversion`` once made of that of ``entry``, if it is as it was."""
    _remove_unfinished(cache)
    target = cache / _prepared_name(entry, conversion.recipe)
    return target if _is_intact(target) else None


def find_or_prepare(
    source: Path, entry: CatalogueEntry, cache: Path, conversion: Conversion, preparing: Callable[[], None]
) -> ModelFile:
    """The prepared file of ``entry`` in ``cache``, made from ``source`` if need be; else ``source`` itself.

    ``preparing`` is called before a file is made. Raises ``EngineError`` when one must be and ``source`` is
    not what the catalogue says.
    """
    if found := find_prepared(entry, cache, conversion):
        return ModelFile(found)
    preparing()
    check_model_file(source, entry)
    target = cache / _prepared_name(entry, conversion.recipe)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        problem = _prepare(source, target, conversion)
    except OSError as error:
        problem = error.strerror or "unknown reason"
    except EngineError as error:
        problem = error.message.rstrip(".")
    if problem:
        note = f"The faster copy of the model could not be written ({problem}), so this takes longer."
        return ModelFile(source, note)
    _remove_other_recipes(target, entry)
    return ModelFile(target)


def _prepared_name(entry: CatalogueEntry, recipe: str) -> str:
    made_from = hashlib.sha256(f"{entry.sha256} {recipe}".encode())
    return f"{entry.id}-{made_from.hexdigest()[:16]}.gguf"


def _prepare(source: Path, target: Path, conversion: Conversion) -> str:
    """Make ``target``, or leave everything as it is and say why. Raises ``OSError`` likewise."""
    if shutil.disk_usage(target.parent).free < conversion.growth * source.stat().st_size:
        return "the disk is full"
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
        with contextlib.suppress(FileNotFoundError):  # the other has done
            if time.time() - folder.stat().st_mtime > _ABANDONED_AFTER:
                shutil.rmtree(folder, ignore_errors=True)


def _remove_other_recipes(target: Path, entry: CatalogueEntry) -> None:
    """A newer llama.cpp makes a new file: the old one would only take up space."""
    for old in target.parent.glob(f"{entry.id}-{'[0-9a-f]' * 16}.*"):
        if old.stem != target.stem:
            old.unlink(missing_ok=True)
