"""Is this the model file that the catalogue means? Asked before native code reads a byte of it.

A malformed GGUF file makes llama.cpp abort, or worse.
"""

import hashlib
import struct
from collections.abc import Callable
from pathlib import Path

from .catalogue import Adapter, CatalogueEntry
from .errors import EngineError

_GET_AGAIN = (
    "Get it again (in a checkout: make run), or draft with templates and rules alone: --model none."
)

_OTHER = "is not the one that Demur knows: its SHA-256 differs"

# docs/gguf.md of ggml: the magic, then the version as a little-endian uint32.
_HEADER = struct.Struct("<4sI")
_VERSIONS = (2, 3)


def check_model_file(path: Path, entry: CatalogueEntry) -> None:
    """Compare the file at ``path`` with its catalogue ``entry``: presence, header, size, SHA-256.

    What the entry leaves open is not compared. Raises ``EngineError`` saying which of them is wrong.
    """
    _check(path, "model", lambda: _difference(path, path.stat().st_size, entry))


def check_adapter(path: Path, adapter: Adapter) -> None:
    """Compare the file at ``path`` with ``adapter``: presence, SHA-256. Raises ``EngineError`` likewise."""
    _check(path, "adapter", lambda: "" if sha256_of(path) == adapter.sha256 else _OTHER)


def _check(path: Path, kind: str, difference: Callable[[], str]) -> None:
    try:
        wrong = difference()
    except FileNotFoundError as error:
        raise EngineError(f"The {kind} file {path.name} is not there.", _GET_AGAIN) from error
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise EngineError(f"The {kind} file {path.name} cannot be read: {reason}.", _GET_AGAIN) from error
    if wrong:
        raise EngineError(f"The {kind} file {path.name} {wrong}.", _GET_AGAIN)


def sha256_of(path: Path) -> str:
    """The SHA-256 of the file at ``path``, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_gguf(path: Path) -> bool:
    """Whether the file at ``path`` starts as a GGUF file of a version that llama.cpp reads."""
    with path.open("rb") as file:
        header = file.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return False
    magic, version = _HEADER.unpack(header)
    return magic == b"GGUF" and version in _VERSIONS


def _difference(path: Path, size: int, entry: CatalogueEntry) -> str:
    if not is_gguf(path):
        return "is not a model file (it does not start as GGUF)"
    if entry.size and size < entry.size:
        return f"is cut short: {size:,} of {entry.size:,} bytes"
    if (entry.size and size > entry.size) or (entry.sha256 and sha256_of(path) != entry.sha256):
        return _OTHER
    return ""
