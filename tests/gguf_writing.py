"""Small GGUF files, written by hand: docs/gguf.md of ggml."""

import struct
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

_ALIGNMENT = 32
_KINDS = {"float32": 0, "float16": 1}


def gguf(values: Mapping[str, object], tensors: Mapping[str, npt.NDArray[np.floating]]) -> bytes:
    """A file that says ``values``, floats, texts and lists of whole numbers, and holds ``tensors``."""
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(values))
    head += b"".join(_text(name) + _value(value) for name, value in values.items())
    data = b""
    for name, tensor in tensors.items():
        shape = struct.pack(f"<I{tensor.ndim}Q", tensor.ndim, *reversed(tensor.shape))
        head += _text(name) + shape + struct.pack("<IQ", _KINDS[tensor.dtype.name], len(data))
        data = _padded(data + tensor.tobytes())
    return _padded(head) + data


def _text(text: str) -> bytes:
    return struct.pack("<Q", len(text)) + text.encode()


def _value(value: object) -> bytes:
    match value:
        case float():
            return struct.pack("<If", 6, value)
        case str():
            return struct.pack("<I", 8) + _text(value)
        case list():
            return struct.pack(f"<IIQ{len(value)}i", 9, 5, len(value), *value)
    raise TypeError(value)


def _padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % _ALIGNMENT)
