"""Many messages from whatever path people have them at; what cannot be read costs itself and no more."""

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demur.domain.message import Sender
from demur.intake import Entry, IntakeError, OtherFileError, collection, read_many, stored
from sent_mail import JORDAN, ME, archive, folder, mail, mbox, table

FILES = Path(__file__).parents[2] / ".." / "shared" / "cases" / "files"

unhurried = settings(deadline=None, max_examples=50)  # a busy machine is no defect


def outcome(entry: Entry) -> str:
    """What the message says, or in brackets what kept it from being read."""
    try:
        return entry.read().body
    except IntakeError as error:
        return f"[{type(error).__name__}]"


def outcomes(path: Path) -> dict[str, str]:
    return {entry.place: outcome(entry) for entry in read_many(path)}


def test_a_folder_of_all_kinds_of_files(tmp_path: Path) -> None:
    folder(
        tmp_path,
        {
            "a.eml": mail("One."),
            "b.txt": "Two.",
            "c.md": "Three.",
            "d.html": "<p>Four.</p>",
            "photo.jpg": b"\xff\xd8\xff",
            "people.csv": "name,address\nJo,jo@x.example\n",
            "2025/e.EML": mail("Five."),
            "cur/1700000000.M1.host:2,S": mail("Six."),
            "empty.txt": "",
        },
    )
    assert outcomes(tmp_path) == {
        "a.eml": "One.",
        "b.txt": "Two.",
        "c.md": "Three.",
        "d.html": "Four.",
        "empty.txt": "[IntakeError]",
        "people.csv": "[OtherFileError]",
        "photo.jpg": "[OtherFileError]",
        "2025/e.EML": "Five.",
        "cur/1700000000.M1.host:2,S": "Six.",
    }


def test_a_single_file(tmp_path: Path) -> None:
    folder(tmp_path, {"a.eml": mail("One.")})
    (entry,) = read_many(tmp_path / "a.eml")
    assert entry.place == "a.eml"
    assert entry.sender == Sender(name="Sam Hill", address="sam@hill.example")
    assert entry.recipients == (Sender(address="jordan@blake.example"),)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="There is no file"):
        next(read_many(tmp_path / "sent.mbox"))


@pytest.mark.parametrize("name", ["Sent.mbox", "Sent", "mbox"])
def test_a_mailbox_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    mbox(tmp_path / name, [mail("One."), mail("Two.\n\nFrom here on it rains.", JORDAN, ME)])
    one, two = read_many(tmp_path / name)
    assert (one.place, one.read().body) == (f"{name}, message 1", "One.")
    assert two.read().body == "Two.\n\nFrom here on it rains."
    assert two.sender == Sender(name="Jordan Blake", address="jordan@blake.example")


def test_a_mailbox_with_one_message_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("demur.intake.mbox.MAX_FILE_BYTES", 1_000)
    mbox(tmp_path / "Sent.mbox", [mail("One."), mail("x" * 2_000), mail("Three.")])
    assert [*outcomes(tmp_path / "Sent.mbox").values()] == ["One.", "[IntakeError]", "Three."]


def test_a_line_between_messages_stands_below_a_blank_one(tmp_path: Path) -> None:
    separator = b"From sam@hill.example Mon Mar  2 10:00:00 2026\n"
    content = separator + mail("One.") + separator + b"\n" + separator + mail("Two.")
    folder(tmp_path, {"Sent.mbox": content, "not.mbox": b"", "nor.mbox": b"\x00\xff" * 100})
    assert [*outcomes(tmp_path / "Sent.mbox").values()] == [f"One.\n{separator.decode().strip()}", "Two."]
    assert outcomes(tmp_path / "not.mbox") == {}
    assert [*outcomes(tmp_path / "nor.mbox").values()] == ["[IntakeError]"]


def test_an_export_of_linkedin_in_its_archive(tmp_path: Path) -> None:
    rows = [
        ("c1", "Jordan Blake", "Sam Hill", "Can we talk?"),
        ("c1", "Sam Hill", "Jordan Blake", "Hi Jordan,\nnot now."),
        ("c2", "Sam Hill", "Robin Marsh, Ada Lund", '<p class="spin">Thank you both!</p>'),
        ("c3", "Sam Hill", "Robin Marsh", ""),
        ("c4", "Sam Hill", "Robin Marsh", "x" * 200_000),
        ("c4", "Sam Hill", "Robin Marsh", "<a" + " b" * 20_000 + ">"),
    ]
    files: dict[str, bytes | str] = {
        "messages.csv": table(rows),
        "Connections.csv": "Notes:\nFirst Name,Last Name\n",
        "Rich/": "",
    }
    one, two, three, *rest, last = read_many(archive(tmp_path / "export.zip", files))
    assert one.place == "export.zip/messages.csv, row 2"
    assert (one.conversation, one.sender.name, one.recipients) == (
        "c1",
        "Jordan Blake",
        (Sender(name="Sam Hill"),),
    )
    assert (two.conversation, two.read().body) == ("c1", "Hi Jordan,\nnot now.")
    assert [person.name for person in three.recipients] == ["Robin Marsh", "Ada Lund"]
    assert three.read().body == "Thank you both!"
    assert three.read().date is not None
    assert {outcome(entry) for entry in rest} == {"[IntakeError]"}
    with pytest.raises(OtherFileError):
        last.read()


def test_in_an_export_people_are_known_by_their_pages(tmp_path: Path) -> None:
    columns = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,CONTENT\n"
    rows = '1,"Sam Hill, MBA",l.example/sam,Jordan,"l.example/jordan; l.example/robin",Hello.\n'
    rows += '2,Jordan,l.example/jordan,"Sam Hill, MBA",l.example/sam,Hello.\n'
    rows += "3,,,Sam,,Hello.\n"
    sent, received, nameless = read_many(folder(tmp_path, {"messages.csv": f"\ufeff{columns}{rows}"}))
    assert sent.sender == Sender(name="Sam Hill, MBA", address="l.example/sam")
    assert sent.recipients[1:] == (Sender(address="l.example/jordan"), Sender(address="l.example/robin"))
    assert Sender(address="l.example/sam") in received.recipients
    assert received.read().sender == Sender(name="Jordan")
    assert nameless.sender == Sender(name="LinkedIn Member")


def test_a_mailbox_in_an_archive_in_an_archive(tmp_path: Path) -> None:
    inner = archive(
        tmp_path / "inner.zip", {"Sent.mbox": mbox(tmp_path / "box", [mail("One.")]).read_bytes()}
    )
    middle = archive(tmp_path / "middle.zip", {"inner.zip": inner.read_bytes(), "two.txt": "Two."})
    outer = archive(tmp_path / "outer.zip", {"middle.zip": middle.read_bytes()})
    assert outcomes(middle) == {
        "middle.zip/inner.zip/Sent.mbox, message 1": "One.",
        "middle.zip/two.txt": "Two.",
    }
    assert outcomes(outer)["outer.zip/middle.zip/inner.zip"] == "[IntakeError]"


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    before = sorted(tmp_path.parent.rglob("*"))
    path = archive(tmp_path / "a.zip", {"../../evil.txt": "One.", "/etc/evil\x1b[2J.txt": "Two."})
    assert outcomes(path) == {"a.zip/../../evil.txt": "One.", "a.zip//etc/evil�[2J.txt": "Two."}
    assert [file for file in sorted(tmp_path.parent.rglob("*")) if file != path] == before


def test_an_archive_that_unfolds_without_end_is_not_unfolded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = archive(tmp_path / "bomb.zip", {"a.txt": "One.", "zeros.mbox": b"\0" * 30_000_000})
    assert outcomes(bomb) == {"bomb.zip/a.txt": "One.", "bomb.zip": "[IntakeError]"}
    monkeypatch.setattr(stored, "MAX_UNPACKED_BYTES", 1_000)
    assert outcomes(bomb) == {"bomb.zip": "[IntakeError]"}
    monkeypatch.setattr(stored, "MAX_LIST_BYTES", 10)
    assert outcomes(archive(tmp_path / "long.zip", {"a.txt": "One."})) == {"long.zip": "[IntakeError]"}


def test_archives_that_are_damaged_or_locked(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.zip", {"a.txt": "One. " * 100}).read_bytes()
    locked = whole.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    locked = locked.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    spoilt = whole[:45] + b"\xff\xff\xff" + whole[48:]
    folder(
        tmp_path, {"a.zip": whole[:-30], "b.zip": locked, "c.zip": spoilt, "d.zip": b"", "e.txt": "Five."}
    )
    assert set(outcomes(tmp_path).values()) == {"[IntakeError]", "Five."}


def test_a_file_without_a_name_in_an_archive(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.zip", {"x": "One.", "b.txt": "Two."}).read_bytes()
    at = whole.index(b"PK\x01\x02")
    nameless = whole[:at] + whole[at:].replace(b"\x01\x00\x00\x00\x00\x00", b"\x00\x00\x01\x00\x00\x00", 1)
    (tmp_path / "a.zip").write_bytes(nameless)
    assert outcomes(tmp_path)["a.zip/b.txt"] == "Two."


def test_what_has_no_end_or_leads_elsewhere_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(__file__)
    assert outcomes(folder(tmp_path, {"a.txt": "One."})) == {"a.txt": "One."}


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    folder(tmp_path, {"a.txt": "One."})
    monkeypatch.setattr(Path, "open", forbidden)
    (entry,) = read_many(tmp_path)
    with pytest.raises(IntakeError, match="Permission denied"):
        entry.read()


def test_folders_that_go_down_forever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "MAX_FOLDER_DEPTH", 2)
    folder(tmp_path, {"1/2/near.txt": "Near.", "1/2/3/far.txt": "Far."})
    assert outcomes(tmp_path) == {"1/2/near.txt": "Near."}


def test_more_messages_than_anybody_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection, "MAX_ENTRIES", 2)
    folder(tmp_path, {f"{number}.txt": "Hello." for number in range(5)})
    *read, more = read_many(tmp_path)
    assert [outcome(entry) for entry in read] == ["Hello.", "Hello."]
    with pytest.raises(IntakeError, match="Only the first 2 messages"):
        more.read()


@pytest.mark.skipif(not FILES.exists(), reason="the shared files are not here")
def test_every_shared_file_is_read_or_refused() -> None:
    read = [outcome(entry) for entry in read_many(FILES)]
    refused = [one for one in read if one.startswith("[")]
    assert len(read) > 100
    assert len(refused) < len(read)


@unhurried
@given(content=st.binary(max_size=400), name=st.sampled_from(["a.zip", "a.mbox", "a.csv", "a", "a.html"]))
def test_whatever_the_bytes_there_is_an_answer(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    path = tmp_path_factory.mktemp("any")
    outcomes(folder(path, {name: content}))


@unhurried
@given(at=st.integers(0, 10_000), bite=st.binary(min_size=1, max_size=8))
def test_whatever_is_bitten_out_of_an_archive_there_is_an_answer(
    tmp_path_factory: pytest.TempPathFactory, at: int, bite: bytes
) -> None:
    path = tmp_path_factory.mktemp("bitten")
    whole = archive(path / "a.zip", {"a.txt": "One. " * 20, "b/c.eml": mail("Two.")}).read_bytes()
    at %= len(whole)
    (path / "a.zip").write_bytes(whole[:at] + bite + whole[at + len(bite) :])
    outcomes(path)


def test_an_archive_that_python_cannot_unpack(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_LZMA) as made:
        made.writestr("a.txt", "One. " * 100)
    content = bytearray((tmp_path / "a.zip").read_bytes())
    content[40:60] = b"\xff" * 20
    (tmp_path / "a.zip").write_bytes(content)
    assert outcomes(tmp_path) == {"a.zip/a.txt": "[IntakeError]"}
