from pathlib import Path

import pytest

from demur.storage import Folders, StorageError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "stick" / "demur"
    monkeypatch.setenv("DEMUR_HOME", str(place))
    return place


def test_a_portable_home_holds_everything(home: Path) -> None:
    folders = Folders.find()
    assert folders.ledger == home / "data" / "ledger.sqlite"
    assert folders.scratch == home / "data" / "scratch.txt"
    assert folders.profile == home / "config" / "profile.toml"
    assert folders.settings == home / "config" / "settings.toml"
    assert folders.voices == home / "config" / "voices"
    assert folders.rules == home / "config" / "rules"
    assert folders.cache == home / "cache"


def test_looking_makes_nothing_and_creating_makes_folders_for_the_owner_only(home: Path) -> None:
    folders = Folders.find()
    assert not home.exists()
    folders.create()
    folders.create()
    for folder in (folders.data, folders.config, folders.cache, folders.voices, folders.rules):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_without_a_home_of_its_own_it_follows_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEMUR_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    folders = Folders.find()
    assert len({folders.data, folders.config, folders.cache}) > 1
    assert all(tmp_path in place.parents for place in (folders.data, folders.config, folders.cache))


def test_a_place_that_cannot_be_made_is_said_with_a_next_step(home: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StorageError, match="data") as refusal:
        Folders.find().create()
    assert refusal.value.hint


def test_a_folder_that_may_only_be_read_is_said_with_a_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = Folders(data=tmp_path / "data", config=tmp_path / "config", cache=tmp_path / "cache")
    # The administrator may write everywhere, so the system is asked through a stand-in.
    monkeypatch.setattr("os.access", lambda path, _mode: path != folders.config)
    with pytest.raises(StorageError, match="config may only be read") as refusal:
        folders.create()
    assert "DEMUR_HOME" in refusal.value.hint
