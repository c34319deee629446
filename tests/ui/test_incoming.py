"""How requests come in: by paste, drop, file, clipboard and sample; and what cannot be read."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from demur.app import Services
from demur.domain.errors import DemurError
from demur.domain.request import RequestSummary
from demur.ui import MainWindow
from ui_fakes import CLASSMATE, AtOnce, ByHand, FakeServices
from ui_hands import letter, paste, request


def drop(window: MainWindow, mime: QMimeData) -> None:
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


@pytest.fixture
def message_file(tmp_path: Path) -> Path:
    path = tmp_path / "request.eml"
    path.write_text(CLASSMATE, "utf-8")
    return path


def test_a_dropped_file_becomes_a_request(window: MainWindow, message_file: Path) -> None:
    drop(window, files(message_file))
    assert request(window).message.body == CLASSMATE
    assert letter(window).startswith("Hello Jordan,")


def test_a_file_dropped_into_the_paste_box_is_opened(window: MainWindow, message_file: Path) -> None:
    window.view.desk.box.insertFromMimeData(files(message_file))
    assert request(window).message.body == CLASSMATE
    assert window.view.desk.box.toPlainText() == ""


def test_of_several_files_the_first_lies_on_top_and_all_are_kept(
    window: MainWindow, services: FakeServices, message_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Second: still hiring? hop on a quick call? refer me?", "utf-8")
    drop(window, files(message_file, other))
    assert request(window).message.body == CLASSMATE
    window.keeper.flush()
    assert {one.message.body[:6] for one in services.kept.values()} == {CLASSMATE[:6], "Second"}


def test_dropped_text_becomes_a_request(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText(CLASSMATE)
    drop(window, mime)
    assert request(window).message.body == CLASSMATE


def test_a_drop_without_content_says_what_to_do(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setData("FileGroupDescriptorW", b"\1\0\0\0")
    drop(window, mime)
    assert "Save the message as a file and drop that, or paste its text." in window.view.bar.words.text()
    assert window.desk.request is None


def test_a_file_that_is_no_message_changes_nothing_but_says_so(window: MainWindow, tmp_path: Path) -> None:
    paste(window)
    before = request(window)
    bad = tmp_path / "picture.bin"
    bad.write_bytes(b"\0\1")
    drop(window, files(bad))
    assert window.view.bar.words.text() == "This is not a message.\nOpen a text or an .eml file."
    assert request(window) == before


def test_text_that_cannot_be_read_stays_in_the_box(window: MainWindow) -> None:
    QTest.keyClicks(window.view.desk.box, "   ")
    window.view.desk.read.click()
    assert window.view.bar.words.text() == "There is no text.\nPaste the whole message."
    assert window.view.desk.box.toPlainText() == "   "


def test_typed_text_is_read_on_demand_only(window: MainWindow) -> None:
    box = window.view.desk.box
    QTest.keyClicks(box, "refer me to the hiring manager, still hiring, hop on a quick call")
    assert window.desk.request is None
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(1)
    assert request(window).message.body.startswith("refer me")


def test_the_clipboard_is_one_key_away(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(CLASSMATE)
    window.actions_by_name["paste"].trigger()
    assert request(window).message.body == CLASSMATE


def test_an_empty_clipboard_is_told(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("  ")
    window.actions_by_name["paste"].trigger()
    assert window.view.bar.words.text().startswith("There is no text in the clipboard.")
    assert window.desk.request is None


def test_the_sample_is_ready_to_open(window: MainWindow) -> None:
    window.view.sample.click()
    assert request(window).message.body == CLASSMATE


def test_a_slow_file_does_not_replace_what_was_opened_after_it(
    services: FakeServices, qtbot: QtBot, message_file: Path
) -> None:
    runner = ByHand()
    window = MainWindow(cast(Services, services), runner)
    qtbot.addWidget(window)
    window.open_files([message_file])
    window.desk.open_text("Newer: still hiring, refer me to the hiring manager, hop on a quick call")
    runner.waiting.reverse()
    runner.run_all()
    assert request(window).message.body.startswith("Newer")


def test_files_named_at_the_start_are_opened(
    services: FakeServices, qtbot: QtBot, message_file: Path
) -> None:
    window = MainWindow(cast(Services, services), AtOnce())
    qtbot.addWidget(window)
    window.start([message_file])
    assert request(window).message.body == CLASSMATE


class DamagedServices(FakeServices):
    """What is stored cannot be read."""

    def recent(self) -> tuple[RequestSummary, ...]:
        raise DemurError("The ledger was damaged; it is kept aside.", "Start again.")


def test_files_named_at_the_start_are_opened_though_nothing_stored_can_be_read(
    qtbot: QtBot, message_file: Path
) -> None:
    window = MainWindow(cast(Services, DamagedServices()), AtOnce())
    qtbot.addWidget(window)
    window.start([message_file])
    assert request(window).message.body == CLASSMATE
    assert window.view.bar.words.text().startswith("The ledger was damaged")
