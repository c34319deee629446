import datetime as dt
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given

import storage_values
from demur.domain.errors import DataFileError
from demur.domain.profile import Goal, GoalKind, Limits, Period, Profile
from demur.domain.voice import Voice
from demur.storage import (
    Settings,
    StorageError,
    atomic_write,
    delete_voice,
    read_pack,
    read_packs,
    read_profile,
    read_scratch,
    read_settings,
    read_voice,
    read_voices,
    write_profile,
    write_scratch,
    write_settings,
    write_voice,
)


@contextmanager
def disk_with_room_for(size: int) -> Iterator[None]:
    """Let the system refuse every write that makes a file longer than ``size`` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)


def test_a_write_replaces_the_whole_file_and_is_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("a much longer old text", encoding="utf-8")
    atomic_write(path, "new\r\n\N{WAVING HAND SIGN}")
    assert path.read_bytes() == "new\r\n\N{WAVING HAND SIGN}".encode()
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_the_disk_refuses_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("old", encoding="utf-8")
    with (
        disk_with_room_for(10_000),
        pytest.raises(StorageError, match="Nothing stored was changed") as refusal,
    ):
        atomic_write(path, "x" * 20_000)
    assert refusal.value.hint
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_to_a_file_kept_elsewhere_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    target, link = tmp_path / "dotfiles" / "profile.toml", tmp_path / "profile.toml"
    target.write_text("", encoding="utf-8")
    link.symlink_to(target)
    write_profile(link, Profile(name="Ana"))
    assert link.is_symlink()
    assert read_profile(target) == Profile(name="Ana")


def test_a_folder_that_is_missing_is_said_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="nowhere") as refusal:
        write_settings(tmp_path / "nowhere" / "settings.toml", Settings())
    assert refusal.value.hint


@given(profile=storage_values.profiles)
def test_any_profile_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, profile: Profile
) -> None:
    path = tmp_path_factory.mktemp("config") / "profile.toml"
    write_profile(path, profile)
    assert read_profile(path) == profile


@given(voice=storage_values.voices)
def test_any_voice_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, voice: Voice
) -> None:
    folder = tmp_path_factory.mktemp("voices")
    assert read_voice(write_voice(folder, voice)) == voice


def test_a_written_profile_can_be_read_by_a_person(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    write_profile(
        path,
        Profile(
            name="Ana Silva",
            networking_since=dt.date(2026, 1, 5),
            goals=(Goal(kind=GoalKind.MENTOR, about="pricing"),),
            limits=Limits(weekly_meetings=2),
            breaks=(Period(start=dt.date(2026, 7, 1), end=dt.date(2026, 7, 31)),),
        ),
    )
    assert path.read_text(encoding="utf-8") == (
        'name = "Ana Silva"\n'
        "networking_since = 2026-01-05\n"
        "goals = [\n"
        '    { kind = "mentor", about = "pricing" },\n'
        "]\n"
        "breaks = [\n"
        "    { start = 2026-07-01, end = 2026-07-31 },\n"
        "]\n"
        "\n"
        "[limits]\n"
        "weekly_meetings = 2\n"
    )


def test_what_was_never_written_is_read_as_empty(tmp_path: Path) -> None:
    assert read_profile(tmp_path / "profile.toml") == Profile()
    assert read_settings(tmp_path / "settings.toml") == Settings()
    assert read_voices(tmp_path / "voices") == ()
    assert read_scratch(tmp_path / "scratch.txt") == ""


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_settings(path, Settings(voice="warm", model="none"))
    assert read_settings(path) == Settings(voice="warm", model="none")


def test_a_slip_made_by_hand_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text('name = "Ana"\nfeilds = ["law"]\n', encoding="utf-8")
    with pytest.raises(DataFileError, match=r"profile\.toml, line 2: feilds"):
        read_profile(path)


def test_a_file_in_another_encoding_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes('voice = "f\xf6rmlich"'.encode("latin-1"))
    with pytest.raises(StorageError, match="UTF-8"):
        read_settings(path)
    assert path.read_bytes().startswith(b"voice")


def test_voices_are_listed_in_order(tmp_path: Path) -> None:
    for name in ("plain", "formal"):
        write_voice(tmp_path, Voice(id=name, name=name.title()))
    assert [voice.id for voice in read_voices(tmp_path)] == ["formal", "plain"]


def test_a_voice_in_a_file_of_any_name_is_changed_and_deleted_there(tmp_path: Path) -> None:
    write_voice(tmp_path, Voice(id="own-1", name="Mine")).rename(tmp_path / "for work.toml")
    assert write_voice(tmp_path, Voice(id="own-1", name="Work")) == tmp_path / "for work.toml"
    assert [voice.name for voice in read_voices(tmp_path)] == ["Work"]
    delete_voice(tmp_path, "own-1")
    delete_voice(tmp_path, "own-1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "../profile", "a/b", "Aunt May", "con.", "-x"])
def test_a_voice_whose_id_is_no_file_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageError, match="cannot be kept"):
        write_voice(tmp_path, Voice(id=name, name="x"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", ["", "Hi Ana,\r\n\ttea?\x00", "half an emoji: \ud83d", "\ufeffmarked"])
def test_the_paste_box_comes_back_character_by_character(tmp_path: Path, typed: str) -> None:
    path = tmp_path / "scratch.txt"
    write_scratch(path, typed)
    assert read_scratch(path) == typed


def test_rule_packs_are_read_in_order_and_one_that_cannot_be_keeps_no_other_away(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text("off = []", encoding="utf-8")
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "c.toml").write_text("# mine: ü", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no pack", encoding="utf-8")
    texts, errors = read_packs(tmp_path)
    assert texts == {"b.toml": "off = []", "c.toml": "# mine: ü"}
    assert [error.message for error in errors] == [f"{tmp_path / 'a.toml'} is not UTF-8 text."]


def test_without_a_folder_there_are_no_rule_packs(tmp_path: Path) -> None:
    assert read_packs(tmp_path / "rules") == ({}, ())


def test_one_rule_pack_is_its_text_and_a_missing_one_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("off = []", encoding="utf-8")
    assert read_pack(tmp_path / "a.toml") == "off = []"
    with pytest.raises(StorageError, match=r"There is no .*b\.toml"):
        read_pack(tmp_path / "b.toml")
