"""The ways to prepare a model's file for speed."""

import ctypes
from collections.abc import Callable
from pathlib import Path

import llama_cpp.llama_cpp as llama

from demur.engine.preparation import Conversion

from .merging import add_adapter

# Beside weights of 4 bits, in multiples of their size at most: 8 bits; the same and 16 bits.
_GROWTH, _MERGED_GROWTH = 2, 6


def to_8_bit(threads: int) -> Conversion:
    """Writes a model again with 8-bit weights, of whatever kind its own are."""

    def write(source: Path, target: Path) -> bool:
        return _quantize(source, target, llama.LLAMA_FTYPE_MOSTLY_Q8_0, threads)

    return Conversion(f"Q8_0 {_version()}", _GROWTH, write)


def merged_to_8_bit(threads: int, adapter: Path, sha256: str, alive: Callable[[], None]) -> Conversion:
    """As ``to_8_bit``, with what ``adapter`` adds: rounded to 4 bits, most of that would be lost.

    ``alive`` is called now and then. What is between is a file beside the target.
    """

    def write(source: Path, target: Path) -> bool:
        between = target.with_name("16-bit.gguf")
        if not _quantize(source, between, llama.LLAMA_FTYPE_MOSTLY_F16, threads):
            return False
        alive()
        add_adapter(between, adapter)
        alive()
        done = _quantize(between, target, llama.LLAMA_FTYPE_MOSTLY_Q8_0, threads)
        between.unlink()
        return done

    return Conversion(f"F16 + {sha256} to Q8_0 {_version()}", _MERGED_GROWTH, write)


def _quantize(source: Path, target: Path, kind: int, threads: int) -> bool:
    params = llama.llama_model_quantize_default_params()
    params.ftype = kind
    params.allow_requantize = True
    params.nthread = threads
    return bool(llama.llama_model_quantize(bytes(source), bytes(target), ctypes.byref(params)) == 0)


def _version() -> str:
    return str(llama.llama_version().decode())
