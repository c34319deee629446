"""A model file is prepared once, and never believed to be finished when it is not."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from demur.engine import CatalogueEntry, EngineError
from demur.engine.preparation import Conversion, ModelFile, find_or_prepare

SHIPPED = b"GGUF\3\0\0\0 as shipped"
PREPARED = b"GGUF\3\0\0\0 as prepared"


class Preparing:
    """A shipped file, an empty cache, and a count of how often the file was converted."""

    def __init__(self, folder: Path, entry: CatalogueEntry) -> None:
        self.source = folder / "shipped.gguf"
        self.source.write_bytes(SHIPPED)
        self.cache = folder / "cache"
        digest = hashlib.sha256(SHIPPED).hexdigest()
        self.entry = entry.model_copy(update={"size": len(SHIPPED), "sha256": digest})
        self.conversions = 0

    def __call__(self, recipe: str = "first", write: Callable[[Path], bool] | None = None) -> ModelFile:
        def convert(source: Path, target: Path) -> bool:
            assert source == self.source
            self.conversions += 1
            return write(target) if write else bool(target.write_bytes(PREPARED))

        conversion = Conversion(recipe, 6, convert)
        return find_or_prepare(self.source, self.entry, self.cache, conversion, preparing=lambda: None)

    def left(self) -> list[str]:
        return sorted(path.suffix for path in self.cache.iterdir())


@pytest.fixture
def prepare(tmp_path: Path, embedded_model: CatalogueEntry) -> Preparing:
    return Preparing(tmp_path, embedded_model)


def test_a_file_is_prepared_once(prepare: Preparing) -> None:
    file = prepare()
    assert file.path.read_bytes() == PREPARED
    assert file.note == ""
    assert prepare() == file
    assert prepare.conversions == 1


def test_a_prepared_file_needs_no_shipped_one(prepare: Preparing) -> None:
    file = prepare()
    prepare.source.unlink()
    assert prepare() == file


@pytest.mark.parametrize("damage", [PREPARED[:-1], PREPARED + b"!", PREPARED[:-1] + b"!", b""])
def test_a_damaged_file_is_made_again(prepare: Preparing, damage: bytes) -> None:
    file = prepare()
    file.path.write_bytes(damage)
    os.utime(file.path, ns=(0, 0))
    assert prepare().path.read_bytes() == PREPARED
    assert prepare.conversions == 2


def test_a_file_that_was_only_touched_is_kept(prepare: Preparing) -> None:
    os.utime(prepare().path, ns=(0, 0))
    prepare()
    assert prepare.conversions == 1


@pytest.mark.parametrize("record", ["", "{}", '{"size": 20'])
def test_a_file_without_its_record_is_made_again(prepare: Preparing, record: str) -> None:
    prepare().path.with_suffix(".json").write_text(record)
    prepare()
    assert prepare.conversions == 2


def test_a_new_recipe_replaces_the_old_file(prepare: Preparing) -> None:
    old = prepare("first").path
    new = prepare("second").path
    assert new.exists()
    assert not old.exists()
    assert prepare.left() == [".gguf", ".json"]


def test_a_failed_conversion_leaves_nothing_and_the_shipped_file_serves(prepare: Preparing) -> None:
    def half(target: Path) -> bool:
        target.write_bytes(PREPARED[:5])
        return False

    file = prepare(write=half)
    assert file.path == prepare.source
    assert "could not be written (writing it failed)" in file.note
    assert prepare.left() == []


def test_a_conversion_that_gives_a_reason_is_told_with_it(prepare: Preparing) -> None:
    def refuse(target: Path) -> bool:
        raise EngineError(f"The file {target.suffix} is damaged.")

    file = prepare(write=refuse)
    assert file.path == prepare.source
    assert "could not be written (The file .gguf is damaged), so" in file.note
    assert prepare.left() == []


def test_a_full_disk_is_seen_before_writing(prepare: Preparing, monkeypatch: pytest.MonkeyPatch) -> None:
    too_little = 6 * len(SHIPPED) - 1
    usage = shutil._ntuple_diskusage(10**9, 10**9, too_little)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    file = prepare()
    assert file.path == prepare.source
    assert "the disk is full" in file.note
    assert prepare.conversions == 0


def test_what_a_killed_worker_left_is_cleared_away(prepare: Preparing) -> None:
    for name in ("preparing-old", "preparing-now"):
        (prepare.cache / name).mkdir(parents=True)
    os.utime(prepare.cache / "preparing-old", (0, 0))
    prepare()
    assert not (prepare.cache / "preparing-old").exists()
    assert (prepare.cache / "preparing-now").exists()


def test_a_wrong_shipped_file_is_never_converted(prepare: Preparing) -> None:
    prepare.source.write_bytes(SHIPPED[:-1] + b"!")
    with pytest.raises(EngineError, match="SHA-256 differs"):
        prepare()
    assert prepare.conversions == 0
