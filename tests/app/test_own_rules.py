"""Rule packs in the settings folder, as the use cases take them."""

from pathlib import Path

import pytest

from demur.app import Services, WritingModel, check_pack
from demur.domain.errors import DemurError
from demur.domain.profile import Profile
from demur.storage import Folders

PACK = """
[[act]]
type = "ask"
kind = "stroll"
noun = "a stroll"
patterns = ["go for a stroll"]
hits = ["Shall we go for a stroll?", "Let's go for a stroll.", "To go for a stroll is fine."]
misses = ["A stroll.", "We go.", "Go forth."]
"""


def services(home: Path, **packs: str | bytes) -> Services:
    folders = Folders(data=home / "data", config=home / "config", cache=home / "cache").create()
    for name, pack in packs.items():
        (folders.rules / f"{name}.toml").write_bytes(pack.encode() if isinstance(pack, str) else pack)
    return Services(folders, folders.ledger, Profile(), WritingModel(None))


def kinds(demur: Services) -> list[str]:
    report = demur.check(demur.read_text("Shall we go for a stroll by the river on Sunday afternoon?"))
    return [act.kind for act in report.acts]


def test_a_pack_in_the_settings_folder_is_read(tmp_path: Path) -> None:
    demur = services(tmp_path, mine=PACK)
    assert "stroll" in kinds(demur)
    assert demur.left_out is None


def test_packs_that_are_wrong_or_unreadable_are_left_out_and_told_and_the_others_hold(
    tmp_path: Path,
) -> None:
    demur = services(tmp_path, mine=PACK, bad="off = 3", worse=b"\xff\xfe")
    assert "stroll" in kinds(demur)
    assert demur.left_out is not None
    assert "bad.toml, line 1: off: " in demur.left_out.message
    assert "worse.toml is not UTF-8 text" in demur.left_out.message
    assert str(tmp_path / "config" / "rules") in demur.left_out.hint


def test_a_rule_is_explained_on_a_message(tmp_path: Path) -> None:
    demur = services(tmp_path, mine=PACK)
    assert demur.explain("ask:stroll", demur.read_text("Shall we go for a stroll?")).acts


def test_a_pack_is_checked_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(PACK)
    assert check_pack(tmp_path / "mine.toml").examples == 6
    with pytest.raises(DemurError, match="There is no"):
        check_pack(tmp_path / "yours.toml")
