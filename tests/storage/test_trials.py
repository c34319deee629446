"""What is remembered of models that were tried."""

from pathlib import Path

import pytest

from demur.domain.errors import DataFileError
from demur.storage import StorageError, TriedModel, keep_trial, read_trials

TRIED = TriedModel(
    path=Path("/models/small.gguf").absolute(),
    size=100,
    modified=1,
    sha256="a" * 64,
    asked="b" * 64,
    by_beat=9,
    by_letter=3,
    of=12,
)


def test_nothing_is_known_before_the_first_trial(tmp_path: Path) -> None:
    assert read_trials(tmp_path / "trials.toml") == ()


def test_what_was_found_is_remembered(tmp_path: Path) -> None:
    record = tmp_path / "new/trials.toml"
    other = TRIED.model_copy(update={"path": tmp_path / "other.gguf", "sha256": "c" * 64})
    keep_trial(record, TRIED)
    keep_trial(record, other)
    assert read_trials(record) == (TRIED, other)


@pytest.mark.parametrize("changed", [{"sha256": "c" * 64}, {"path": Path("/elsewhere.gguf").absolute()}])
def test_a_file_that_changed_or_moved_takes_the_place_of_what_it_was(
    tmp_path: Path, changed: dict[str, object]
) -> None:
    record = tmp_path / "trials.toml"
    again = TRIED.model_copy(update=changed)
    keep_trial(record, TRIED)
    keep_trial(record, again)
    assert read_trials(record) == (again,)


def test_a_record_that_is_wrong_names_its_line(tmp_path: Path) -> None:
    record = tmp_path / "trials.toml"
    keep_trial(record, TRIED)
    record.write_text(record.read_text("utf-8").replace("size = 100", 'size = "big"'), "utf-8")
    with pytest.raises(DataFileError, match="line 3"):
        read_trials(record)


def test_a_record_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        read_trials(tmp_path)
