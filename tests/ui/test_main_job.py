"""The main job as a user does it: paste, see, choose, draft, edit, reword, revert, copy."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from demur.domain.advice import MoveId
from demur.domain.draft import Origin
from demur.domain.reading import SignalId
from demur.ui import MainWindow
from ui_fakes import FakeServices
from ui_hands import draft, letter, paste, put_caret, request, type_words

REWRITTEN = """Hello Jordan,

(plain) Thank you for reaching out.

(plain) I cannot take a call at the moment.

Best wishes,
Alex"""


def test_a_pasted_request_shows_its_flags_and_underlines_their_words(window: MainWindow) -> None:
    paste(window)
    names = [chip.text() for chip in window.view.message.chips]
    assert names == ["Too soon", "Many asks", "Clear ask"]
    marked = window.view.message.view.marked_words
    assert marked(SignalId.TOO_SOON) == ["refer me to the hiring manager"]
    assert marked(SignalId.MANY_ASKS)[:2] == ["hop on a quick call", "still hiring"]
    assert window.view.reply.advice.move_name.text() == "Decline, but help"
    assert "too soon (1)" in window.view.reply.advice.because.text()


def test_the_box_is_empty_once_its_text_has_become_a_request(window: MainWindow) -> None:
    paste(window)
    assert window.view.desk.box.toPlainText() == ""


def test_the_reply_is_drafted_by_itself(window: MainWindow) -> None:
    paste(window)
    assert letter(window) == REWRITTEN
    assert "4 of 4 sentences checked" in window.view.reply.checks.line.text()


def test_a_chip_explains_itself_on_click(window: MainWindow) -> None:
    paste(window)
    QTest.mouseClick(window.view.message.chips[0], Qt.MouseButton.LeftButton)
    card = window.view.message.card
    assert card.isVisible()
    texts = [label.text() for label in card.labels]
    assert texts[0] == "Too soon: about the sender"
    assert texts[1] == "It says refer me to the hiring manager."
    assert "“refer me to the hiring manager”" in texts[2]
    assert "before you know them.” — How To Gracefully Decline A Networking Request" in texts[3]


def test_not_so_here_is_remembered_and_can_be_undone(window: MainWindow) -> None:
    paste(window)
    window.view.message.open_flag(SignalId.TOO_SOON)
    QTest.mouseClick(window.view.message.card.dismiss, Qt.MouseButton.LeftButton)
    assert SignalId.TOO_SOON in request(window).dismissed
    assert window.view.message.view.marked_words(SignalId.TOO_SOON) == []
    assert "Not so here, you said: too soon." in window.view.reply.advice.because.text()
    window.desk.undo()
    assert not request(window).dismissed


def test_another_move_is_one_click_away_and_recorded(window: MainWindow) -> None:
    paste(window)
    QTest.mouseClick(window.view.reply.advice.runner_up, Qt.MouseButton.LeftButton)
    assert request(window).move is MoveId.ASK_DETAILS
    assert draft(window).move is MoveId.ASK_DETAILS
    assert "Demur suggests “Decline, but help”" in window.view.reply.advice.because.text()
    QTest.mouseClick(window.view.reply.advice.runner_up, Qt.MouseButton.LeftButton)
    assert request(window).move is None


def test_where_a_reply_does_harm_it_says_why_not_to_answer(window: MainWindow) -> None:
    paste(window)
    window.desk.choose_move(MoveId.NO_REPLY)
    assert window.view.reply.reason_not_to.isVisible()
    assert not window.view.reply.letter.isVisible()


def test_the_second_look_is_one_key_away_and_counted(window: MainWindow) -> None:
    paste(window)
    advice = window.view.reply.advice
    assert "(1)" in advice.second_look.text()
    assert not advice.thoughts.isVisible()
    window.actions_by_name["second_look"].trigger()
    assert advice.thoughts.isVisible()
    assert advice.thoughts.findChildren(QLabel)[0].text() == "It asks something you can answer."


def test_what_the_person_types_is_theirs(window: MainWindow) -> None:
    paste(window)
    put_caret(window, "at the moment")
    type_words(window, ", sorry")
    assert "at the moment, sorry." in draft(window).text
    assert [beat.origin for beat in draft(window).beats][2] is Origin.PERSON
    assert "1 written by you" in window.view.reply.checks.line.text()


def test_a_sentence_is_reworded_and_reverted_on_its_own(window: MainWindow) -> None:
    paste(window)
    put_caret(window, "at the moment")
    type_words(window, ", sorry")
    put_caret(window, "reaching out")
    window.actions_by_name["reword"].trigger()
    assert "Thanks so much, number 1.\n" in letter(window)
    assert ", sorry." in letter(window)
    window.actions_by_name["revert"].trigger()
    assert "\nThank you for reaching out.\n" in letter(window)


def test_undo_and_redo_cover_every_kind_of_change(window: MainWindow) -> None:
    paste(window)
    seen = [letter(window)]
    put_caret(window, "reaching out")
    window.actions_by_name["reword"].trigger()
    seen.append(letter(window))
    type_words(window, " Hm.")
    seen.append(letter(window))
    window.actions_by_name["revert"].trigger()
    seen.append(letter(window))
    window.desk.choose_voice("warm")
    seen.append(letter(window))
    assert len(set(seen)) == 5
    for earlier in reversed(seen[:-1]):
        window.actions_by_name["undo"].trigger()
        assert letter(window) == earlier
    for later in seen[1:]:
        window.actions_by_name["redo"].trigger()
        assert letter(window) == later


def test_ctrl_z_in_the_letter_undoes_what_was_typed(window: MainWindow) -> None:
    paste(window)
    window.activateWindow()
    put_caret(window, "reaching out")
    QTest.keyClicks(window.view.reply.letter, "!!")
    window.view.reply.letter.settle()
    QTest.keyClick(window.view.reply.letter, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert letter(window) == REWRITTEN


def test_what_is_copied_is_what_is_seen(window: MainWindow) -> None:
    paste(window)
    put_caret(window, "reaching out")
    QTest.keyClicks(window.view.reply.letter, " - really")
    QTest.mouseClick(window.view.reply.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == letter(window)
    assert "- really" in letter(window)
    assert request(window).sent is not None


@pytest.mark.parametrize("beat", [0, 2])
def test_typing_while_it_is_drafted_is_never_overwritten(
    window: MainWindow, services: FakeServices, beat: int
) -> None:
    def type_meanwhile(index: int) -> None:
        if index == 2:
            put_caret(window, ["Hello Jordan", "", "at the moment"][beat])
            QTest.keyClicks(window.view.reply.letter, " (typed)")

    services.during = type_meanwhile
    paste(window)
    assert "(typed)" in letter(window)
    assert "(plain) Thank you" in letter(window)
    assert ("(plain) I cannot" in letter(window)) == (beat == 0)
    window.desk.undo()
    assert letter(window) == REWRITTEN


def test_stop_leaves_a_whole_letter(window: MainWindow, services: FakeServices) -> None:
    services.during = lambda index: window.actions_by_name["stop"].trigger() if index == 2 else None
    paste(window)
    assert "(plain) Thank you" in letter(window)
    assert "\nI cannot take a call at the moment.\n" in letter(window)
    assert not window.status.stop.isVisible()
