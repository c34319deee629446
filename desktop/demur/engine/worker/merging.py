"""Adds what an adapter has learned to the weights of a model, which then runs as fast as without it."""

from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from demur.engine.errors import TRY_AGAIN, EngineError
from demur.engine.gguf import Tensor, read_gguf

_ALPHA = "adapter.lora.alpha"
_A, _B = ".lora_a", ".lora_b"


def add_adapter(weights: Path, adapter: Path) -> None:
    """Add ``alpha / rank * B A`` to each of the 16-bit ``weights`` that ``adapter`` changes, in place.

    The format is that of llama.cpp's ``convert_lora_to_gguf.py``: A has one row per rank, B one column. A
    tensor is held in memory at a time. Raises ``EngineError`` when the two do not belong together, and
    ``OSError``; the weights are then of no use.
    """
    learned, base = read_gguf(adapter), read_gguf(weights)
    try:
        changes = {
            base.tensors[name.removesuffix(_A)]: (a, learned.tensors[name.removesuffix(_A) + _B])
            for name, a in learned.tensors.items()
            if name.endswith(_A)
        }
        alpha = learned.numbers[_ALPHA]
        with adapter.open("rb") as source, weights.open("rb+") as target:
            for weight, (a, b) in changes.items():
                rank = a.shape[0]
                change = _read(source, b) @ _read(source, a) * np.float32(alpha / rank)
                if change.shape != weight.shape:
                    raise ValueError("of another size")
                _write(target, weight, _read(target, weight) + change)
    except (LookupError, ValueError, ArithmeticError) as error:
        raise EngineError(f"The adapter {adapter.name} is for another model.", TRY_AGAIN) from error


def _read(file: BinaryIO, tensor: Tensor) -> npt.NDArray[np.float32]:
    file.seek(tensor.offset)
    return np.frombuffer(file.read(tensor.size), tensor.kind).reshape(tensor.shape).astype(np.float32)


def _write(file: BinaryIO, tensor: Tensor, numbers: npt.NDArray[np.float32]) -> None:
    file.seek(tensor.offset)
    file.write(numbers.astype(tensor.kind).tobytes())
