"""Which model is meant, and where its file is."""

from pathlib import Path

import pytest

from demur.app import WritingModel
from demur.app.models import find_model
from demur.domain.errors import DemurError
from demur.domain.model import ModelInfo
from demur.storage import Folders


def at(home: Path) -> Folders:
    return Folders(data=home / "data", config=home / "config", cache=home / "cache").create()


def reason(found: WritingModel) -> DemurError:
    assert found.usable is not None
    with pytest.raises(DemurError) as caught:
        found.usable.start()
    return caught.value


def test_none_is_no_model(tmp_path: Path) -> None:
    found = find_model("none", at(tmp_path))
    assert (found.usable, found.info, found.notes) == (None, ModelInfo(id="none"), ())
    found.close()


def test_an_unknown_model_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(DemurError) as caught:
        find_model("gpt-9", at(tmp_path))
    assert "smollm2-135m-instruct" in caught.value.hint


def test_a_model_that_does_not_come_along_says_where_it_can_be_had(tmp_path: Path) -> None:
    error = reason(find_model("qwen3-4b", at(tmp_path)))
    assert "not on this machine" in error.message
    assert "https://huggingface.co/Qwen/Qwen3-4B-GGUF/" in error.hint
    assert str(at(tmp_path).models) in error.hint


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    error = reason(find_model(str(tmp_path / "gone.gguf"), at(tmp_path)))
    assert str(tmp_path / "gone.gguf") in error.message


def test_the_embedded_model_is_known_and_not_tried(tmp_path: Path, model_source: Path) -> None:
    found = find_model("", at(tmp_path))
    assert found.usable is not None
    assert found.info == ModelInfo(id="smollm2-135m-instruct", file=model_source.name)
    found.close()


def test_a_model_that_the_user_got_is_found_in_its_folder_and_tried_first(tmp_path: Path) -> None:
    folder = at(tmp_path).models
    folder.mkdir()
    (folder / "Qwen3-4B-Q4_K_M.gguf").write_bytes(b"GGUF")
    found = find_model("qwen3-4b", at(tmp_path))
    assert found.usable is None
    assert found.info.file == "Qwen3-4B-Q4_K_M.gguf"
    assert "tried" in found.notes[0]
    found.close()


@pytest.mark.parametrize("name", ["own.gguf", "OWN.GGUF", "./blob", "~/blob"])
def test_a_file_of_ones_own_is_tried_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / Path(name).name).write_bytes(b"GGUF")
    found = find_model(name, at(tmp_path))
    assert found.usable is None
    assert found.info.file == Path(name).name
    found.close()
