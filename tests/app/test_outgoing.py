"""A reply on its way to the mail program: there for a while, then gone."""

import os
from pathlib import Path

from demur.app import Services, WritingModel
from demur.domain.profile import Profile
from demur.outbox import Reply, as_eml
from demur.storage import Folders


def test_a_draft_lies_in_the_users_own_folder_until_it_has_been_picked_up(tmp_path: Path) -> None:
    folders = Folders(data=tmp_path / "data", config=tmp_path / "config", cache=tmp_path / "cache")
    reply = Reply(text="No, sorry.")
    first = Services(folders, folders.ledger, Profile(), WritingModel(None))
    path = first.hand_over(reply)
    assert path.is_relative_to(folders.cache)
    assert path.read_bytes() == as_eml(reply)
    first.close()
    assert path.exists()  # the mail program may still be starting

    os.utime(path.parent, (0, 0))
    Services(folders, folders.ledger, Profile(), WritingModel(None)).close()
    assert not path.exists()
