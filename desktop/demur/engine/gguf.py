"""Where the numbers of a GGUF file lie, and what is said about them: docs/gguf.md of ggml.

As much of it as adding an adapter to weights takes: numbers of 32 and 16 bits, and single values.
"""

import math
import mmap
import struct
from pathlib import Path
from typing import NamedTuple

from .errors import TRY_AGAIN, EngineError

# By their numbers in gguf_metadata_value_type, as struct calls them; and those of ggml_type, as numpy does.
_VALUES = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_FLOATS = {0: ("<f4", 4), 1: ("<f2", 2)}
_MOST_DIMENSIONS = 4


class Tensor(NamedTuple):
    """Floats of the ``kind`` that numpy calls so, from byte ``offset`` of the file on, ``size`` bytes.

    The last dimension of ``shape`` is dense.
    """

    kind: str
    shape: tuple[int, ...]
    offset: int
    size: int


class GgufFile(NamedTuple):
    """The single numbers and the tensors of a file, by name."""

    numbers: dict[str, float]
    tensors: dict[str, Tensor]


def read_gguf(path: Path) -> GgufFile:
    """What the file at ``path`` says of itself; all of each tensor lies within the file.

    Raises ``EngineError`` when it is cut short, no GGUF file or one of quantized numbers.
    """
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return _Reader(content).file()
    except (struct.error, ValueError, KeyError, ArithmeticError) as error:
        raise EngineError(f"The file {path.name} is damaged.", TRY_AGAIN) from error


class _Reader:
    """Reads on from where it is; what it cannot take is one of the errors that ``read_gguf`` knows."""

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        self._at = 0

    def file(self) -> GgufFile:
        if self._take(4) != b"GGUF":
            raise ValueError("no GGUF file")
        self._take(4)  # the version
        tensors, values = int(self._number("Q")), int(self._number("Q"))
        numbers: dict[str, float] = {}
        for _ in range(values):
            self._read_value(numbers)
        places = dict(self._tensor() for _ in range(tensors))
        alignment = int(numbers.get("general.alignment", 32))
        data = -(-self._at // alignment) * alignment
        return GgufFile(numbers, {name: self._placed(place, data) for name, place in places.items()})

    def _placed(self, tensor: Tensor, data: int) -> Tensor:
        placed = tensor._replace(offset=data + tensor.offset)
        if not 0 <= placed.offset <= len(self._content) - placed.size:
            raise ValueError("a tensor lies beyond the end")
        return placed

    def _tensor(self) -> tuple[str, Tensor]:
        name = self._text()
        dimensions = int(self._number("I"))
        if dimensions > _MOST_DIMENSIONS:
            raise ValueError("too many dimensions")
        shape = tuple(int(self._number("Q")) for _ in range(dimensions))
        kind, width = _FLOATS[int(self._number("I"))]
        offset = int(self._number("Q"))
        return name, Tensor(kind, shape[::-1], offset, math.prod(shape) * width)

    def _read_value(self, numbers: dict[str, float]) -> None:
        name, kind = self._text(), int(self._number("I"))
        if kind == _ARRAY:
            of, count = int(self._number("I")), int(self._number("Q"))
            if of == _STRING:
                for _ in range(count):
                    self._text()
            else:
                self._take(struct.calcsize(_VALUES[of]) * count)
        elif kind == _STRING:
            self._text()
        else:
            numbers[name] = self._number(_VALUES[kind])

    def _text(self) -> str:
        return self._take(int(self._number("Q"))).decode()

    def _number(self, kind: str) -> float:
        (found,) = struct.unpack(f"<{kind}", self._take(struct.calcsize(f"<{kind}")))
        return float(found) if kind in "fd" else int(found)

    def _take(self, size: int) -> bytes:
        """The next ``size`` bytes."""
        found = self._content[self._at : self._at + size]
        if len(found) < size:
            raise ValueError("cut short")
        self._at += size
        return found
