"""A message goes in as it was pasted or saved, and comes out as the rules read it."""

from pathlib import Path

import pytest

from demur.domain.message import Sender
from demur.domain.profile import Profile
from demur.intake import IntakeError, read_file, read_text

PASTED = """From: Jordan Blake <jordan@blake.example>
Subject: Quick call?
Date: Fri, 3 May 2024 10:32:00 +0200

Hi Sam,

  as in 2019
- are you free for a call?
- is https://example.org/jobs/7 still open?

Best,
Jordan

On Thu, 2 May 2024, Sam Hill <sam@hill.example> wrote:
> Nice to meet you.
"""


def test_a_pasted_message_with_headers_and_thread() -> None:
    message = read_text(PASTED.replace("\n", "\r\n"))
    assert message.subject == "Quick call?"
    assert message.sender == Sender(name="Jordan Blake", address="jordan@blake.example")
    assert message.date is not None
    assert message.date.isoformat() == "2024-05-03T10:32:00+02:00"
    assert message.body == (
        "Hi Sam,\n\n  as in 2019\n- are you free for a call?\n- is https://example.org/jobs/7 still open?"
    )
    assert message.links == ("https://example.org/jobs/7",)
    assert message.signature == "Best,\nJordan"
    assert message.quoted == ("On Thu, 2 May 2024, Sam Hill <sam@hill.example> wrote:\n> Nice to meet you.")
    assert message.language == "en"


def test_a_bare_line() -> None:
    assert read_text("Can we talk?").body == "Can we talk?"


def test_a_quote_and_nothing_else_is_the_message() -> None:
    assert read_text("> Can you refer me?\n> Sam").body == "> Can you refer me?\n> Sam"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "Subject: Hello\n\n"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(IntakeError, match="no message here"):
        read_text(text)


def test_the_sender_is_never_oneself() -> None:
    me = Profile(name="Jordan Blake", addresses=("Jordan@blake.example",))
    assert read_text(PASTED, me).sender == Sender(name="Jordan")
    assert read_text("Hi,\nany news?\n\nJordan Blake\n", me).sender == Sender()


@pytest.mark.parametrize("name", ["request.txt", "request.md", "REQUEST.TXT"])
def test_a_text_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PASTED, encoding="utf-8")
    assert read_file(tmp_path / name) == read_text(PASTED)


def test_ten_megabytes() -> None:
    with pytest.raises(IntakeError, match="too long for a message: 10,000,000 characters"):
        read_text("x" * 10_000_000)


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.eml"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(IntakeError, match="too large: 30,000,000 bytes"):
        read_file(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="There is no file"):
        read_file(tmp_path / "gone.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="is a folder"):
        read_file(tmp_path)


def test_a_name_without_a_file_whatever_its_kind(tmp_path: Path) -> None:
    for name in ("request", "request.pdf", "request.txt"):
        with pytest.raises(IntakeError, match="There is no file"):
            read_file(tmp_path / name)


def test_another_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(b"%PDF")
    with pytest.raises(IntakeError, match="cannot be opened") as caught:
        read_file(tmp_path / "cv.pdf")
    assert ".txt, .md, .html, .htm or .eml" in caught.value.hint


@pytest.mark.parametrize("name", ["letter.txt", "letter.eml"])
def test_bytes_that_are_no_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(256)) * 40)
    with pytest.raises(IntakeError):
        read_file(tmp_path / name)


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "letter.txt").write_text(PASTED, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", forbidden)
    with pytest.raises(IntakeError, match="could not be read: Permission denied"):
        read_file(tmp_path / "letter.txt")
