"""A saved reply stands there whole, or the old one does."""

import errno
import os
import resource
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demur.outbox import OutboxError, Reply, save_reply

unhurried = settings(deadline=None)  # a busy machine is no defect

OLD = "the old letter\n"


def save_text(path: Path, text: str) -> None:
    save_reply(path, Reply(text=text))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "reply.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


def only_the_old_letter_is_there(letter: Path) -> bool:
    return letter.read_text(encoding="utf-8") == OLD and list(letter.parent.iterdir()) == [letter]


def test_a_new_file_holds_the_text_byte_for_byte(tmp_path: Path) -> None:
    save_text(tmp_path / "reply.txt", "Grüße,\nZoë — 👋\n")
    assert (tmp_path / "reply.txt").read_bytes() == "Grüße,\nZoë — 👋\n".encode()


def test_an_old_file_is_replaced_and_nothing_else_is_left(letter: Path) -> None:
    save_text(letter, "new")
    assert letter.read_text(encoding="utf-8") == "new"
    assert list(letter.parent.iterdir()) == [letter]


def test_an_old_file_keeps_its_permissions(letter: Path) -> None:
    letter.chmod(0o640)
    save_text(letter, "new")
    assert stat.S_IMODE(letter.stat().st_mode) == 0o640


def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    save_text(tmp_path / "reply.txt", "private")
    assert stat.S_IMODE((tmp_path / "reply.txt").stat().st_mode) == 0o600


def test_a_link_stays_a_link(letter: Path) -> None:
    link = letter.parent / "link.txt"
    link.symlink_to(letter)
    save_text(link, "new")
    assert link.is_symlink()
    assert letter.read_text(encoding="utf-8") == "new"


def test_half_a_surrogate_pair_costs_one_character_not_the_letter(tmp_path: Path) -> None:
    save_text(tmp_path / "reply.txt", "Hi \ud83d Sam")
    assert (tmp_path / "reply.txt").read_text(encoding="utf-8") == "Hi ? Sam"


@unhurried
@given(text=st.text())
def test_any_text_comes_back_as_it_was(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reply.txt"
        save_text(path, text)
        assert path.read_bytes().decode("utf-8") == text


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """The operating system itself refuses to write more bytes than this into one file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_no_room_for_the_text(letter: Path) -> None:
    with files_of_at_most(1000), pytest.raises(OutboxError, match="no room on the disk") as caught:
        save_text(letter, "x" * 5000)
    assert "Free some space" in caught.value.hint
    assert only_the_old_letter_is_there(letter)


def test_a_disk_that_turns_out_full_when_the_bytes_should_reach_it(
    letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OutboxError, match="no room on the disk"):
        save_text(letter, "new")
    assert only_the_old_letter_is_there(letter)


def test_an_interruption_leaves_the_old_letter_and_is_passed_on(
    letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save_text(letter, "new")
    assert only_the_old_letter_is_there(letter)


def test_a_failure_without_a_rule_of_its_own_says_what_the_system_says(
    letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_disk(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", broken_disk)
    with pytest.raises(OutboxError, match="could not be saved: Input/output error"):
        save_text(letter, "new")
    assert only_the_old_letter_is_there(letter)


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """Permissions bind everybody but root, whom tests may run as."""
    was = os.geteuid()
    os.seteuid(was or 65534)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_read_only_folder(open_to_all: Path) -> None:
    letter = open_to_all / "reply.txt"
    letter.write_text(OLD, encoding="utf-8")
    letter.chmod(0o666)
    open_to_all.chmod(0o555)
    with (
        as_an_ordinary_user(),
        pytest.raises(OutboxError, match="may not be written in the folder") as caught,
    ):
        save_text(letter, "new")
    open_to_all.chmod(0o755)
    assert "Choose another folder" in caught.value.hint
    assert only_the_old_letter_is_there(letter)


def test_a_read_only_file_is_not_replaced_behind_its_owners_back(open_to_all: Path) -> None:
    letter = open_to_all / "reply.txt"
    letter.write_text(OLD, encoding="utf-8")
    letter.chmod(0o444)
    open_to_all.chmod(0o777)
    with as_an_ordinary_user(), pytest.raises(OutboxError, match="may not be written"):
        save_text(letter, "new")
    assert only_the_old_letter_is_there(letter)


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(OutboxError, match="There is no folder"):
        save_text(tmp_path / "nowhere" / "reply.txt", "new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be(letter: Path) -> None:
    with pytest.raises(OutboxError, match="There is no folder"):
        save_text(letter / "reply.txt", "new")
    assert only_the_old_letter_is_there(letter)


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "reply.txt").mkdir()
    with pytest.raises(OutboxError, match="is a folder"):
        save_text(tmp_path / "reply.txt", "new")
    assert list(tmp_path.iterdir()) == [tmp_path / "reply.txt"]
