"""A reply leaves: for the mail program, a file, the clipboard; a blank is asked about first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog

from demur.domain.message import Envelope, Message, Sender
from demur.ui import MainWindow
from demur.ui.save_dialog import ask_where_to_save
from ui_fakes import FakeServices
from ui_hands import letter, paste, put_caret, request, type_words


class MailProgram:
    """Opens what it is given, or refuses."""

    def __init__(self) -> None:
        self.opened: list[QUrl] = []
        self.there = True

    def open(self, url: QUrl) -> bool:
        self.opened.append(url)
        return self.there


@pytest.fixture
def mail(window: MainWindow) -> MailProgram:
    program = MailProgram()
    window.outbox.open_url = program.open
    return program


def came_by_mail(window: MainWindow) -> None:
    message = Message(
        subject="AW: Coffee",
        body="Shall we meet?",
        sender=Sender(name="Jordan Blake", address="jordan@blake.example"),
        envelope=Envelope(message_id="<a@blake.example>"),
    )
    window.desk.note(message=message)


def test_a_pasted_request_is_answered_by_a_link(window: MainWindow, mail: MailProgram) -> None:
    paste(window)
    window.view.reply.mail_button.click()
    assert [url.scheme() for url in mail.opened] == ["mailto"]
    assert "I%20cannot%20take%20a%20call" in mail.opened[0].toEncoded().toStdString()
    assert request(window).sent
    assert window.view.bar.words.text().startswith("Opened in your mail program")


def test_a_mail_is_answered_by_a_draft_that_stands_below_it(
    window: MainWindow, mail: MailProgram, services: FakeServices
) -> None:
    paste(window)
    came_by_mail(window)
    window.actions_by_name["open_in_mail"].trigger()
    (path,) = (Path(url.toLocalFile()) for url in mail.opened)
    assert services.saved[path].text == letter(window)
    assert services.saved[path].answers == "<a@blake.example>"
    assert services.saved[path].subject == "Re: Coffee"


def test_the_message_is_quoted_when_it_should_be_and_in_mails_alone(
    window: MainWindow, mail: MailProgram, services: FakeServices, tmp_path: Path
) -> None:
    paste(window)
    came_by_mail(window)
    window.actions_by_name["quote"].trigger()
    for name in ("reply.eml", "reply.txt", "reply.md"):
        window.outbox.save(tmp_path / name)
    window.outbox.open_in_mail()
    quoted = {path.name for path, reply in services.saved.items() if "> Shall we meet?" in reply.text}
    assert quoted == {"reply.eml"}
    assert len(mail.opened) == 1
    window.actions_by_name["quote"].trigger()
    window.outbox.save(tmp_path / "plain.eml")
    assert services.saved[tmp_path / "plain.eml"].text == letter(window)


def test_no_mail_program_is_told_with_another_way(window: MainWindow, mail: MailProgram) -> None:
    mail.there = False
    paste(window)
    window.outbox.open_in_mail()
    assert window.view.bar.words.text().startswith("No mail program opened the reply.\nCopy it")
    assert request(window).sent is None


def test_a_full_disk_keeps_the_draft_here(
    window: MainWindow, mail: MailProgram, services: FakeServices
) -> None:
    paste(window)
    came_by_mail(window)
    services.full_disk = True
    window.outbox.open_in_mail()
    assert not mail.opened
    assert window.view.bar.words.text().startswith("The disk is full.")


def test_what_is_copied_as_html_has_both_readings(window: MainWindow) -> None:
    paste(window)
    window.actions_by_name["copy_html"].trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == letter(window)
    assert '<p dir="auto">Hello Jordan,</p>' in copied.html()


def test_what_was_copied_as_html_is_text_once_the_window_has_closed(window: MainWindow) -> None:
    paste(window)
    window.outbox.copy_html()
    said = letter(window)
    window.close()
    left = QGuiApplication.clipboard().mimeData()
    assert (left.text(), left.hasHtml()) == (said, False)


def test_what_is_copied_as_text_is_text_alone(window: MainWindow) -> None:
    paste(window)
    window.outbox.copy()
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


@pytest.mark.parametrize("way", ["copy", "copy_html", "open_in_mail"])
def test_a_blank_is_asked_about_before_the_reply_leaves(
    window: MainWindow, mail: MailProgram, way: str
) -> None:
    QGuiApplication.clipboard().setText("as it was")
    paste(window)
    put_caret(window, "reaching out")
    type_words(window, " about [topic]")
    window.actions_by_name[way].trigger()
    question = "“[topic]” is still blank in the reply. Let it go all the same?"
    assert window.view.bar.words.text() == question
    assert QGuiApplication.clipboard().text() == "as it was"
    assert not mail.opened
    put_caret(window, "[topic]")
    type_words(window, " and [more]")
    window.view.bar.action.click()
    left = "".join(QUrl.fromPercentEncoding(url.toEncoded()) for url in mail.opened)
    assert "[topic] and [more]" in (left or QGuiApplication.clipboard().text())


@pytest.mark.parametrize(
    ("way", "says"), [("copy", "copy"), ("copy_html", "copy"), ("open_in_mail", "open")]
)
def test_without_a_reply_nothing_leaves(window: MainWindow, mail: MailProgram, way: str, says: str) -> None:
    window.actions_by_name[way].trigger()
    assert window.view.bar.words.text().startswith(f"There is no reply to {says}.")
    assert not mail.opened


@pytest.mark.parametrize(
    ("chosen", "typed", "path"),
    [
        ("Text (*.txt)", "mine", "mine.txt"),
        ("E-mail draft (*.eml)", "mine", "mine.eml"),
        ("Markdown (*.md)", "mine", "mine.md"),
        ("Markdown (*.md)", "mine.eml", "mine.eml"),
    ],
)
def test_the_dialog_gives_the_suffix_that_was_chosen(
    window: MainWindow, tmp_path: Path, chosen: str, typed: str, path: str
) -> None:
    saved: list[Path] = []
    dialog = ask_where_to_save(window, saved.append)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectNameFilter(chosen)
    dialog.filterSelected.emit(chosen)
    dialog.selectFile(typed)
    dialog.accept()
    assert saved == [tmp_path / path]


def test_the_keys(window: MainWindow) -> None:
    keys = {name: action.shortcut() for name, action in window.actions_by_name.items()}
    assert keys["save"] == QKeySequence(QKeySequence.StandardKey.Save)
    assert keys["open_in_mail"] == QKeySequence("Ctrl+M")
    used = [key.toString() for key in keys.values() if not key.isEmpty()]
    assert len(used) == len(set(used))
