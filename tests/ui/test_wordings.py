"""The other wordings of a sentence: shown beside it, what differs marked, taken by a click or by a key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from demur.domain.draft import Alternative, Origin
from demur.drafting import with_beat
from demur.ui import MainWindow
from demur.ui.view.wordings import Wordings
from ui_fakes import FakeServices
from ui_hands import draft, letter, paste, put_caret, type_words

SHOWN = "(plain) Thank you for reaching out."
WARM = Alternative(text="Thanks for reaching out!", origin=Origin.MODEL)
SHORT = Alternative(text="Thank you.", origin=Origin.VOICE)
PLAIN = Alternative(text="Thank you for reaching out.", origin=Origin.TEMPLATE)


@pytest.fixture
def wordings(window: MainWindow) -> Wordings:
    """Those of the second sentence, open."""
    paste(window)
    beat = draft(window).beats[1].model_copy(update={"alternatives": (WARM, SHORT, PLAIN)})
    window.desk.note(draft=with_beat(draft(window), 1, beat))
    put_caret(window, "reaching out")
    window.view.reply.beats.compare.click()
    return window.view.reply.beats.wordings


def click(wordings: Wordings, number: int) -> None:
    others = wordings.others
    at = others.visualItemRect(others.item(number)).center()
    QTest.mouseClick(others.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_alternatives_stand_beside_what_is_shown_with_whose_words_they_are(
    window: MainWindow, wordings: Wordings
) -> None:
    assert window.view.reply.beats.compare.text() == "&Compare (3)"
    assert wordings.current.text() == SHOWN
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert [wordings.others.item(number).data(spoken) for number in range(3)] == [
        "Thanks for reaching out! (the model's words)",
        "Thank you. (by rule)",
        "Thank you for reaching out. (the template's words)",
    ]


def test_the_words_that_the_chosen_one_would_replace_are_marked(wordings: Wordings) -> None:
    def marked() -> list[str]:
        return [SHOWN[start:end] for start, end in wordings.current.spans]

    assert marked() == ["(plain) Thank you", "."]
    QTest.keyClick(wordings.others, Qt.Key.Key_Down)
    assert marked() == ["(plain)", "for reaching out"]


def test_a_click_takes_one_and_keeps_what_stood_there(window: MainWindow, wordings: Wordings) -> None:
    before, others = letter(window), [beat.text for beat in draft(window).beats if beat.text != SHOWN]
    click(wordings, 0)
    beat = draft(window).beats[1]
    assert (beat.text, beat.origin) == (WARM.text, WARM.origin)
    assert letter(window) == before.replace(SHOWN, WARM.text)
    assert [one.text for one in draft(window).beats if one is not beat] == others
    assert beat.alternatives == (SHORT, PLAIN, Alternative(text=SHOWN, origin=Origin.MODEL))


def test_taking_one_is_one_step_that_undo_takes_back(window: MainWindow, wordings: Wordings) -> None:
    before = draft(window)
    click(wordings, 1)
    assert window.actions_by_name["undo"].text() == "&Undo other wording"
    window.actions_by_name["undo"].trigger()
    assert draft(window) == before
    assert wordings.others.count() == 3
    window.actions_by_name["redo"].trigger()
    assert SHORT.text in letter(window)


def test_by_keyboard_it_opens_moves_takes_and_goes_back(window: MainWindow) -> None:
    paste(window)
    beat = draft(window).beats[1].model_copy(update={"alternatives": (WARM, SHORT)})
    window.desk.note(draft=with_beat(draft(window), 1, beat))
    before = letter(window)
    window.activateWindow()
    put_caret(window, "reaching out")
    window.view.reply.letter.setFocus()
    QTest.keyClick(window.view.reply.letter, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert letter(window) == before
    others = window.view.reply.beats.wordings.others
    assert others.hasFocus()
    QTest.keyClick(others, Qt.Key.Key_Down)
    QTest.keyClick(others, Qt.Key.Key_Return)
    assert draft(window).beats[1].text == SHORT.text
    assert others.hasFocus()
    QTest.keyClick(others, Qt.Key.Key_Enter)
    assert draft(window).beats[1].text == SHOWN
    window.actions_by_name["compare"].trigger()
    assert window.view.reply.letter.hasFocus()


def test_a_double_click_takes_no_second_one(window: MainWindow, wordings: Wordings) -> None:
    at = wordings.others.visualItemRect(wordings.others.item(0)).center()
    viewport = wordings.others.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert draft(window).beats[1].text == WARM.text


def test_what_was_typed_a_moment_ago_is_kept_as_an_alternative(
    window: MainWindow, wordings: Wordings
) -> None:
    type_words(window, " so much")
    click(wordings, 0)
    mine = draft(window).beats[1].alternatives[-1]
    assert mine.origin is Origin.PERSON
    assert "so much" in mine.text


def test_nothing_is_taken_while_the_model_writes(
    window: MainWindow, services: FakeServices, wordings: Wordings
) -> None:
    def take_meanwhile(_: int) -> None:
        assert wordings.about.text() == "One can be taken once the model has finished."
        click(wordings, 0)
        window.writer.take(1, WARM)
        assert letter(window) == before

    before = letter(window)
    services.during = take_meanwhile
    window.writer.regenerate(1)
    assert "Thanks so much, number 1." in letter(window)


def test_words_that_the_guard_no_longer_lets_through_are_told_and_gone(
    window: MainWindow, services: FakeServices, wordings: Wordings
) -> None:
    services.stuck = True
    before = letter(window)
    click(wordings, 0)
    assert letter(window) == before
    assert wordings.others.count() == 2
    assert window.view.bar.words.text().startswith("These words do not pass every check any more")


def test_words_that_are_no_alternative_of_the_sentence_are_not_taken(window: MainWindow) -> None:
    paste(window)
    before = letter(window)
    window.writer.take(1, Alternative(text="Sure, call me.", origin=Origin.MODEL))
    assert letter(window) == before


def test_a_sentence_without_alternatives_says_so(window: MainWindow) -> None:
    paste(window)
    put_caret(window, "reaching out")
    panel = window.view.reply.beats
    panel.compare.click()
    assert panel.compare.text() == "&Compare"
    assert not panel.wordings.others.isVisible()
    assert panel.wordings.about.text().startswith("There is no other wording of this sentence yet.")


@pytest.mark.parametrize(("width", "beside"), [(600, True), (160, False)])
def test_a_narrow_pane_puts_them_below_each_other_and_loses_no_line(
    qtbot: QtBot, width: int, beside: bool
) -> None:
    made = Wordings()
    qtbot.addWidget(made)
    made.show_wordings(SHOWN, (WARM, SHORT, PLAIN), busy=False)
    made.resize(width, 600)
    made.show()
    QApplication.processEvents()
    now, others = made.current.geometry(), made.others.geometry()
    assert (now.right() < others.left()) == beside
    assert (now.bottom() < others.top()) != beside
    assert now.height() >= made.current.heightForWidth(now.width())
    assert others.height() >= sum(made.others.sizeHintForRow(row) for row in range(3))


def test_an_essay_is_cut_where_it_is_compared(qtbot: QtBot) -> None:
    made = Wordings()
    qtbot.addWidget(made)
    made.show_wordings("y" * 300_000, (WARM,), busy=False)
    made.resize(600, 600)
    made.show()
    made.grab()
    assert made.current.heightForWidth(300) < 300 * made.fontMetrics().lineSpacing()
