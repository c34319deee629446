"""What a user's hands do, for tests of the window, which need no display."""

import os

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from demur.domain.draft import Draft
from demur.domain.request import Request
from demur.ui import MainWindow
from ui_fakes import CLASSMATE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def paste(window: MainWindow, text: str = CLASSMATE) -> None:
    mime = QMimeData()
    mime.setText(text)
    window.view.desk.box.insertFromMimeData(mime)
    QTest.qWait(1)


def letter(window: MainWindow) -> str:
    return window.view.reply.letter.text


def request(window: MainWindow) -> Request:
    assert window.desk.request is not None
    return window.desk.request


def draft(window: MainWindow) -> Draft:
    found = request(window).draft
    assert found is not None
    return found


def put_caret(window: MainWindow, words: str) -> None:
    edit = window.view.reply.letter
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionEnd(), QTextCursor.MoveMode.MoveAnchor)
    edit.setTextCursor(cursor)


def type_words(window: MainWindow, words: str) -> None:
    QTest.keyClicks(window.view.reply.letter, words)
    window.view.reply.letter.settle()
