"""What a GGUF file says of itself is believed only as far as the file goes."""

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demur.engine import EngineError
from demur.engine.gguf import read_gguf
from demur.engine.worker.merging import add_adapter
from gguf_writing import gguf

WEIGHT = np.arange(12, dtype=np.float16).reshape(3, 4)
A = np.array([[1, 2, 0, 0], [0, 0, 1, 0]], dtype=np.float16)
B = np.array([[1, 0], [0, 1], [2, 2]], dtype=np.float32)
WEIGHTS = gguf({"general.name": "tiny", "numbers": [1, 2]}, {"norm": B[0], "layer.weight": WEIGHT})
ADAPTER = gguf({"adapter.lora.alpha": 4.0}, {"layer.weight.lora_a": A, "layer.weight.lora_b": B})


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_names_shapes_and_places_are_read(tmp_path: Path) -> None:
    file = read_gguf(written(tmp_path, "adapter.gguf", ADAPTER))
    assert file.numbers == {"adapter.lora.alpha": 4.0}
    place = file.tensors["layer.weight.lora_b"]
    assert (place.shape, place.kind) == ((3, 2), "<f4")
    assert ADAPTER[place.offset : place.offset + place.size] == B.tobytes()


@pytest.mark.parametrize("length", range(0, len(ADAPTER) - 8, 16))
def test_a_file_that_is_cut_short_is_refused(tmp_path: Path, length: int) -> None:
    with pytest.raises(EngineError, match=r"adapter\.gguf is damaged"):
        read_gguf(written(tmp_path, "adapter.gguf", ADAPTER[:length]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(WEIGHTS) - 8), st.sampled_from([0, 1, 2**31, 2**32 - 1, 2**63, 2**64 - 1]))
def test_whatever_its_numbers_say_it_is_read_or_refused(tmp_path: Path, at: int, number: int) -> None:
    hostile = WEIGHTS[:at] + struct.pack("<Q", number) + WEIGHTS[at + 8 :]
    path = written(tmp_path, "hostile.gguf", hostile)
    try:
        tensors = read_gguf(path).tensors
    except EngineError:
        return
    assert all(0 <= place.offset <= len(hostile) - place.size for place in tensors.values())


def test_quantized_numbers_are_refused(tmp_path: Path) -> None:
    quantized = WEIGHTS.replace(struct.pack("<QQI", 4, 3, 1), struct.pack("<QQI", 4, 3, 8))
    assert quantized != WEIGHTS
    with pytest.raises(EngineError, match="is damaged"):
        read_gguf(written(tmp_path, "q8.gguf", quantized))


def test_what_was_learned_is_added_and_the_rest_stays(tmp_path: Path) -> None:
    weights = written(tmp_path, "weights.gguf", WEIGHTS)
    add_adapter(weights, written(tmp_path, "adapter.gguf", ADAPTER))
    changed = WEIGHT + 4 / 2 * (B @ A)
    assert weights.read_bytes() == WEIGHTS.replace(WEIGHT.tobytes(), changed.astype(np.float16).tobytes())


@pytest.mark.parametrize(
    "adapter",
    [
        gguf({"adapter.lora.alpha": 4.0}, {"other.lora_a": A, "other.lora_b": B}),
        gguf({"adapter.lora.alpha": 4.0}, {"layer.weight.lora_a": A}),
        gguf({}, {"layer.weight.lora_a": A, "layer.weight.lora_b": B}),
        gguf({"adapter.lora.alpha": 4.0}, {"layer.weight.lora_a": A[:, :1], "layer.weight.lora_b": B[:1]}),
        gguf({"adapter.lora.alpha": 4.0}, {"layer.weight.lora_a": A[:0], "layer.weight.lora_b": B[:, :0]}),
    ],
)
def test_an_adapter_for_another_model_is_refused(tmp_path: Path, adapter: bytes) -> None:
    weights = written(tmp_path, "weights.gguf", WEIGHTS)
    with pytest.raises(EngineError, match="is for another model"):
        add_adapter(weights, written(tmp_path, "adapter.gguf", adapter))
