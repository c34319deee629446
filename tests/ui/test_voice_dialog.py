"""The dialog for one's own voice: messages in, a look at what was found, and only then it is kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from demur.app import Services
from demur.domain.voice import Voice
from demur.ui import MainWindow
from demur.ui.view.voice_dialog import VoiceDialog
from ui_fakes import ByHand, FakeServices
from ui_hands import letter, paste, request

TEXT = "Hi Sam,\n\nThanks a lot, see you soon!"


def opened(window: MainWindow) -> VoiceDialog:
    window.actions_by_name["voice"].trigger()
    dialog = window.findChild(VoiceDialog)
    assert dialog is not None
    return dialog


@pytest.fixture
def dialog(window: MainWindow) -> VoiceDialog:
    return opened(window)


@pytest.fixture
def by_hand(qtbot: QtBot, services: FakeServices) -> Iterator[tuple[VoiceDialog, ByHand]]:
    """The dialog of a window whose work waits until the test runs it."""
    runner = ByHand()
    window = MainWindow(cast(Services, services), runner)
    qtbot.addWidget(window)
    window.show()
    yield opened(window), runner
    runner.waiting.clear()


def drop(dialog: VoiceDialog, mime: QMimeData) -> None:
    where, keys, buttons = QPoint(5, 5), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    action = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(where, action, mime, buttons, keys)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.dropEvent(QDropEvent(where.toPointF(), action, mime, buttons, keys))


def test_a_voice_is_found_in_pasted_messages_looked_at_kept_and_used(
    window: MainWindow, services: FakeServices
) -> None:
    paste(window)
    dialog = opened(window)
    dialog.sources.samples.setPlainText("Hi")
    dialog.look.click()
    assert dialog.problem.text() == "That is too little to tell.\nGive two or three messages."
    assert dialog.sources.samples.toPlainText() == "Hi"
    dialog.sources.samples.setPlainText(TEXT)
    dialog.look.click()
    assert dialog.problem.isHidden()
    assert dialog.found.told.text() == "2 messages read."
    assert dialog.found.portrait.text().startswith("You open with “Hello”")
    assert services.voice_shelf.kept == []
    dialog.keep.click()
    assert not dialog.isVisible()
    assert request(window).voice == "own-1"
    assert window.view.reply.voice.currentText() == "My voice"
    assert "(own-1)" in letter(window)
    assert window.view.bar.words.text() == "Replies are written in “My voice” from now on."


def test_samples_are_edited_and_left_out_before_they_are_kept(
    dialog: VoiceDialog, services: FakeServices
) -> None:
    dialog.sources.samples.setPlainText(TEXT)
    dialog.look.click()
    samples = dialog.found.samples
    samples.item(0).setText(" Thanks heaps! ")
    samples.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.name.setText("Work")
    dialog.keep.click()
    assert [(one.name, one.samples) for one in services.voice_shelf.kept] == [("Work", ("Thanks heaps!",))]


def test_back_leads_to_what_was_given(dialog: VoiceDialog) -> None:
    dialog.sources.samples.setPlainText(TEXT)
    dialog.look.click()
    assert dialog.keep.isVisible()
    dialog.back.click()
    assert dialog.sources.isVisible()
    assert not dialog.keep.isVisible()
    assert dialog.sources.samples.toPlainText() == TEXT


def test_files_and_folders_are_dropped_or_chosen(
    dialog: VoiceDialog, services: FakeServices, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    drop(dialog, mime)
    drop(dialog, mime)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/mail/Sent.mbox"], ""))
    dialog.sources.choose_files.click()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/mail/sent")
    dialog.sources.choose_folder.click()
    files = (tmp_path, Path("/mail/Sent.mbox"), Path("/mail/sent"))
    assert dialog.sources.given.text() == "\n".join(map(str, files))
    dialog.look.click()
    assert services.voice_shelf.heard == (files, "", "")
    dialog.back.click()
    dialog.sources.clear.click()
    assert dialog.sources.files == ()


def test_text_is_dropped_and_what_is_empty_is_told(dialog: VoiceDialog) -> None:
    mime = QMimeData()
    mime.setText(TEXT)
    drop(dialog, mime)
    assert dialog.sources.samples.toPlainText() == TEXT
    drop(dialog, QMimeData())
    assert "came without its content" in dialog.problem.text()


def test_what_is_dropped_on_a_voice_that_was_found_leads_back(dialog: VoiceDialog) -> None:
    dialog.sources.samples.setPlainText(TEXT)
    dialog.look.click()
    mime = QMimeData()
    mime.setText("Hi Jo,\n\nSee you soon!")
    drop(dialog, mime)
    assert dialog.sources.isVisible()
    assert dialog.sources.samples.toPlainText().endswith("See you soon!")


def test_who_one_is_is_asked_where_others_write_too(dialog: VoiceDialog, services: FakeServices) -> None:
    services.voice_shelf.writers = ("Sam Hill", "Jordan Blake")
    dialog.sources.samples.setPlainText(TEXT)
    dialog.look.click()
    assert dialog.sources.who.isVisible()
    dialog.sources.who.setCurrentText("Jordan Blake")
    dialog.look.click()
    assert services.voice_shelf.heard == ((), TEXT, "Jordan Blake")
    assert dialog.found.isVisible()


def test_reading_shows_how_far_it_is_and_can_be_stopped(by_hand: tuple[VoiceDialog, ByHand]) -> None:
    dialog, runner = by_hand
    dialog.sources.samples.setPlainText(TEXT)
    dialog.look.click()
    assert dialog.progress.isVisible()
    assert not dialog.look.isVisible()
    dialog.stop.click()
    assert not dialog.progress.isVisible()
    runner.waiting.clear()
    assert dialog.sources.isVisible()
    dialog.look.click()
    runner.run_all()
    assert (dialog.progress.value(), dialog.progress.maximum()) == (50, 100)
    assert dialog.found.isVisible()


def test_closing_the_dialog_ends_the_reading(
    by_hand: tuple[VoiceDialog, ByHand], services: FakeServices
) -> None:
    dialog, runner = by_hand
    dialog.sources.samples.setPlainText(TEXT)
    dialog.look.click()
    dialog.reject()
    runner.run_all()
    assert services.voice_shelf.cancelled


def test_own_voices_are_looked_at_and_changed(window: MainWindow, services: FakeServices) -> None:
    services.voice_shelf.kept.append(Voice(id="own-1", name="Work", samples=("Not now.", "See you then.")))
    dialog = opened(window)
    dialog.shelf.open.click()
    assert dialog.name.text() == "Work"
    dialog.found.samples.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.name.setText("Office")
    dialog.keep.click()
    assert not dialog.isVisible()
    assert [(one.name, one.samples) for one in services.voice_shelf.kept] == [
        ("Office", ("See you then.",))
    ]
    assert window.view.reply.voice.findText("Office") == 0


def test_own_voices_are_deleted_after_a_question(window: MainWindow, services: FakeServices) -> None:
    services.voice_shelf.kept.append(Voice(id="own-1", name="Work"))
    dialog = opened(window)
    assert dialog.shelf.voices.currentText() == "Work"
    dialog.shelf.delete.click()
    box = dialog.findChild(QMessageBox)
    assert box is not None
    assert "“Work” for good" in box.text()
    assert services.voice_shelf.kept
    next(one for one in box.buttons() if "Delete" in one.text()).click()
    assert services.voice_shelf.kept == []
    assert not dialog.shelf.isVisible()
    assert window.view.reply.voice.findText("Work") == -1
