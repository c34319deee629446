"""What the views do by themselves: linking words and chips, folding, pages, slots, voices, keys, names."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from demur.domain.draft import Check, Origin
from demur.domain.message import Message
from demur.domain.reading import SignalId
from demur.domain.template import Slot
from demur.ui import MainWindow
from demur.ui.view.letter_edit import LetterEdit
from demur.ui.view.message_view import MessageView
from ui_fakes import FakeServices
from ui_hands import draft, letter, paste, put_caret, request, type_words


def lit(view: MessageView) -> set[str]:
    return {one.cursor.selectedText() for one in view.extraSelections()}


def move_mouse(view: MessageView, at: QPoint) -> None:
    place = view.viewport().mapToGlobal(at)
    none = (Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(place), *none)
    QApplication.sendEvent(view.viewport(), event)


def test_a_focused_chip_lights_up_its_words(window: MainWindow) -> None:
    paste(window)
    window.view.message.chips[0].pointed.emit(True)
    assert lit(window.view.message.view) == {"refer me to the hiring manager"}
    window.view.message.chips[0].pointed.emit(False)
    assert lit(window.view.message.view) == set()


def test_words_under_the_mouse_light_up_their_chips(window: MainWindow) -> None:
    paste(window)
    view = window.view.message.view
    words = view.cursorRect(view.document().find("still hiring")).center() - QPoint(20, 0)
    move_mouse(view, words)
    assert lit(view) == {"still hiring", "hop on a quick call", "refer me to the hiring manager"}


def test_a_message_of_one_huge_line_is_cut_and_says_so(window: MainWindow) -> None:
    paste(window, "hop on a quick call, still hiring, refer me to the hiring manager" + "x" * 1_000_000)
    pane = window.view.message
    assert pane.notice.isVisible()
    assert len(pane.view.toPlainText()) == 200_000
    assert request(window).message.body.endswith("x")


def test_a_huge_line_pasted_into_the_letter_does_not_stop_the_window(window: MainWindow) -> None:
    paste(window)
    mime = QMimeData()
    mime.setText("y" * 300_000)
    window.view.reply.letter.insertFromMimeData(mime)
    assert window.view.reply.letter.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere


def test_a_right_to_left_message_runs_from_the_right(window: MainWindow) -> None:
    view = window.view.message.view
    view.show_message(Message(body="שלום לך\nHello"))
    directions = [view.document().findBlockByNumber(number).textDirection() for number in (0, 1)]
    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


def test_markup_in_a_message_is_shown_as_it_is(window: MainWindow) -> None:
    paste(window, "<b>still hiring</b> hop on a quick call refer me to the hiring manager")
    assert "<b>still hiring</b>" in window.view.message.view.toPlainText()


def test_a_missing_required_detail_is_asked_for_and_nothing_is_written(
    window: MainWindow, services: FakeServices
) -> None:
    services.required = (Slot.TOPIC,)
    paste(window)
    slots = window.view.reply.slots
    assert letter(window) == ""
    assert slots.missing.isVisible()
    QTest.keyClicks(slots.fields[Slot.TOPIC], "hiring")
    QTest.keyClick(slots.fields[Slot.TOPIC], Qt.Key.Key_Return)
    assert "a call about hiring" in letter(window)
    assert request(window).slots == {Slot.TOPIC: "hiring"}


def test_a_name_given_once_is_kept_in_the_profile(window: MainWindow, services: FakeServices) -> None:
    paste(window)
    slots = window.view.reply.slots
    slots.fold.setChecked(True)
    slots.fields[Slot.ME].setText("Sam")
    slots.write.click()
    assert services.profile.name == "Sam"
    assert request(window).slots == {Slot.ME: "Sam"}


def test_a_reply_that_nobody_signs_says_so(window: MainWindow, services: FakeServices) -> None:
    services.profile = services.profile.model_copy(update={"name": ""})
    paste(window)
    assert window.view.reply.slots.fold.text() == "Details (0 of 2 filled in; your name is missing)"


def test_undoing_details_brings_the_old_ones_back_into_the_form(window: MainWindow) -> None:
    paste(window)
    slots = window.view.reply.slots
    slots.fields[Slot.TOPIC].setText("hiring")
    slots.write.click()
    window.desk.undo()
    assert slots.fields[Slot.TOPIC].text() == ""
    assert "about hiring" not in letter(window)


def test_a_narrow_window_has_pages_in_the_same_order(window: MainWindow) -> None:
    paste(window)
    view = window.view
    panes = (view.desk, view.middle, view.reply)
    assert all(pane.isVisible() for pane in panes)
    window.resize(560, 800)
    QApplication.processEvents()
    for number in range(3):
        view.pages.setCurrentIndex(number)
        assert [pane.isVisible() for pane in panes] == [one == number for one in range(3)]
    window.resize(1280, 800)
    QApplication.processEvents()
    assert all(pane.isVisible() for pane in panes)


def test_the_panel_compares_the_sentence_under_the_caret(window: MainWindow) -> None:
    paste(window)
    put_caret(window, "reaching out")
    panel = window.view.reply.beats
    assert panel.about.text() == "Thanks: rewritten by the model (M)"
    panel.compare.click()
    assert panel.template.text() == "Thank you for reaching out."
    assert panel.wordings.current.text() == "(plain) Thank you for reaching out."
    assert not panel.refused.isVisible()


def test_a_refused_rewrite_says_why_in_plain_words(window: MainWindow) -> None:
    paste(window)
    beats = list(draft(window).beats)
    why = Check(id="no-promise", passed=False, detail="would have promised a call")
    beats[1] = beats[1].model_copy(update={"refused": "I will call you.", "refusals": (why,)})
    window.desk.note(draft=draft(window).model_copy(update={"beats": tuple(beats)}))
    put_caret(window, "reaching out")
    panel = window.view.reply.beats
    panel.compare.click()
    assert panel.refused.text() == "“I will call you.”\nNot used: would have promised a call."
    assert "1 rewrite refused" in window.view.reply.checks.line.text()


def test_every_letter_in_the_margin_stands_for_an_origin(window: MainWindow) -> None:
    paste(window)
    put_caret(window, "at the moment")
    type_words(window, "!")
    edit = window.view.reply.letter
    assert [beat.origin for _, beat in edit.origins()] == [
        Origin.VOICE,
        Origin.MODEL,
        Origin.PERSON,
        Origin.VOICE,
    ]
    tops = [box.top() for box, _ in edit.origins()]
    assert tops == sorted(tops)


def test_the_caret_stays_where_it_was_when_another_sentence_changes(window: MainWindow) -> None:
    paste(window)
    put_caret(window, "at the moment")
    window.writer.regenerate(1)
    edit = window.view.reply.letter
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText().endswith("at the moment")


def test_what_is_typed_is_told_as_it_stands(window: MainWindow) -> None:
    edit = LetterEdit(window)
    told = list[str]()
    edit.typed.connect(told.append)
    edit.insertPlainText("a\u00a0b\n👋 c")
    edit.settle()
    assert told == ["a\u00a0b\n👋 c"]


def test_saving_writes_what_is_seen(window: MainWindow, services: FakeServices, tmp_path: Path) -> None:
    paste(window)
    path = tmp_path / "reply.txt"
    window.outbox.save(path)
    assert services.saved[path].text == letter(window)
    assert window.view.bar.words.text() == "Saved as reply.txt."


def test_a_failed_save_is_told_and_the_letter_stays(
    window: MainWindow, services: FakeServices, tmp_path: Path
) -> None:
    paste(window)
    services.full_disk = True
    window.outbox.save(tmp_path / "reply.txt")
    assert window.view.bar.words.text() == "The disk is full.\nChoose another place."
    assert letter(window)
    assert request(window).sent is None


@pytest.mark.parametrize("filled", [False, True])
def test_every_control_has_a_name_and_can_be_reached_by_tab(window: MainWindow, filled: bool) -> None:
    if filled:
        paste(window)
        window.view.message.open_flag(SignalId.TOO_SOON)
        window.view.reply.slots.fold.setChecked(True)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    controls = [
        one
        for kind in kinds
        for one in window.findChildren(kind)
        if one.isVisible() and one.isEnabled() and isinstance(one, QWidget)
    ]
    nameless = [one for one in controls if not (one.accessibleName() or getattr(one, "text", str)())]
    assert not nameless
    reached = set[QWidget]()
    at: QWidget | None = window.view.desk.box
    while at is not None and at not in reached:
        reached.add(at)
        at = at.nextInFocusChain()
    unreachable = [
        one
        for one in controls
        if not (one.focusPolicy() & Qt.FocusPolicy.TabFocus and one in reached)
        and not isinstance(one.parentWidget(), QComboBox)
    ]
    assert not unreachable


@pytest.mark.parametrize("filled", [False, True])
def test_no_two_controls_share_a_key(window: MainWindow, filled: bool) -> None:
    if filled:
        paste(window)
        window.view.message.open_flag(SignalId.TOO_SOON)
    texts = [one.text() for one in window.findChildren(QAbstractButton) if one.isVisible()]
    texts += [action.text() for action in window.menuBar().actions()]
    keys = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
    assert not [key for key, count in keys.items() if count > 1]


def test_a_rewording_that_no_check_lets_through_is_told(window: MainWindow, services: FakeServices) -> None:
    paste(window)
    services.stuck = True
    put_caret(window, "reaching out")
    before = letter(window)
    window.actions_by_name["reword"].trigger()
    assert letter(window) == before
    assert window.view.bar.words.text().startswith("No other wording passed every check")


def test_what_to_know_about_a_draft_stands_above_its_checks(window: MainWindow) -> None:
    paste(window)
    window.desk.note(draft=draft(window).model_copy(update={"notes": ("The model is out of memory.",)}))
    assert window.view.reply.checks.notes.isVisible()
    assert window.view.reply.checks.notes.text() == "The model is out of memory."


def test_at_twice_the_text_size_the_same_width_is_narrow(window: MainWindow) -> None:
    paste(window)
    window.resize(1280, 800)
    assert not window.view.narrow
    font = window.font()
    font.setPointSizeF(2 * font.pointSizeF())
    window.view.setFont(font)
    window.resize(1270, 800)
    QApplication.processEvents()
    assert window.width() == 1270
    assert window.view.narrow
