"""Nothing typed is lost: autosave, restore, a full disk, a request forgotten and brought back."""

from typing import cast

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from demur.app import Services
from demur.domain.reading import SignalId
from demur.ui import MainWindow
from ui_fakes import AtOnce, ByHand, FakeServices
from ui_hands import draft, letter, paste, put_caret, request, type_words


def open_window(qtbot: QtBot, services: FakeServices) -> MainWindow:
    window = MainWindow(cast(Services, services), AtOnce())
    qtbot.addWidget(window)
    window.show()
    window.start([])
    return window


def test_a_keystroke_in_the_letter_is_stored_within_a_second(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    paste(window)
    put_caret(window, "reaching out")
    QTest.keyClicks(window.view.reply.letter, " indeed")
    qtbot.waitUntil(lambda: any(one.draft and "indeed" in one.draft.text for one in services.kept.values()))
    assert len(services.kept) == 1


def test_a_keystroke_in_the_paste_box_is_stored_too(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    QTest.keyClicks(window.view.desk.box, "Dear Al")
    qtbot.waitUntil(lambda: services.paste_box == "Dear Al")


def test_everything_is_there_again_after_a_restart(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    paste(window)
    window.desk.set_dismissed(SignalId.MANY_ASKS, True)
    put_caret(window, "reaching out")
    type_words(window, " indeed")
    QTest.keyClicks(window.view.desk.box, "half a mess")
    before = letter(window)
    assert window.close()

    again = open_window(qtbot, services)
    assert letter(again) == before
    assert request(again).dismissed == (SignalId.MANY_ASKS,)
    assert again.view.desk.box.toPlainText() == "half a mess"
    assert len(services.kept) == 1


def test_a_reply_that_was_sent_is_in_the_list_but_not_on_the_desk(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    paste(window)
    window.actions_by_name["copy"].trigger()
    window.close()
    again = open_window(qtbot, services)
    assert again.desk.request is None
    assert again.view.desk.recent.item(0).text() == "Jordan Blake\nDecline, but help · answered"


def test_what_is_typed_during_a_save_is_stored_next(services: FakeServices, qtbot: QtBot) -> None:
    runner = ByHand()
    window = MainWindow(cast(Services, services), runner)
    qtbot.addWidget(window)
    paste(window)
    runner.run_all()
    qtbot.waitUntil(lambda: len(runner.waiting) == 1)
    save_under_way = runner.waiting.pop()
    put_caret(window, "reaching out")
    type_words(window, " indeed")
    save_under_way()
    qtbot.waitUntil(lambda: len(runner.waiting) == 1)
    runner.run_all()
    assert [one.draft.text for one in services.kept.values() if one.draft] == [letter(window)]


def test_a_full_disk_is_told_and_the_text_stays_until_there_is_room(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    paste(window)
    services.full_disk = True
    put_caret(window, "reaching out")
    type_words(window, " indeed")
    qtbot.waitUntil(window.view.bar.isVisible)
    assert window.view.bar.words.text() == "The disk is full.\nMake room; your text is still in the window."
    assert "indeed" in letter(window)
    services.full_disk = False
    assert window.close()
    assert [one.draft and "indeed" in one.draft.text for one in services.kept.values()] == [True]


def test_what_a_full_disk_refused_is_stored_once_there_is_room(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    services.full_disk = True
    paste(window)
    qtbot.waitUntil(window.view.bar.isVisible)
    services.full_disk = False
    with qtbot.waitSignal(window.keeper.recovered, timeout=30_000):
        pass
    assert [one.draft and one.draft.text for one in services.kept.values()] == [letter(window)]
    assert window.view.bar.words.text() == "Everything is stored again."


def test_a_window_that_cannot_save_stays_until_the_text_is_let_go(
    window: MainWindow, services: FakeServices
) -> None:
    paste(window)
    window.actions_by_name["copy"].trigger()
    assert window.view.bar.isVisible()
    services.full_disk = True
    assert not window.close()
    assert not window.close()
    assert window.view.bar.action.text() == "Close without storing"
    assert not services.kept
    window.view.bar.action.click()
    assert not window.isVisible()


def test_another_request_does_not_hide_that_nothing_can_be_stored(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    services.full_disk = True
    paste(window)
    qtbot.waitUntil(window.view.bar.isVisible)
    paste(window, "Another one: are you still hiring, can we hop on a quick call, and refer me please?")
    assert window.view.bar.words.text().startswith("The disk is full.")


def test_a_request_opened_from_the_list_is_as_it_was_left(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    paste(window)
    put_caret(window, "reaching out")
    type_words(window, " indeed")
    first = letter(window)
    paste(window, "Another one: are you still hiring, can we hop on a quick call, and refer me please?")
    assert letter(window) != first
    qtbot.waitUntil(lambda: window.view.desk.recent.count() == 2)
    older = window.view.desk.recent.item(1)
    window.view.desk.recent.itemActivated.emit(older)
    assert letter(window) == first
    window.keeper.flush()
    assert len(services.kept) == 2


def test_forgetting_can_be_taken_back(window: MainWindow, services: FakeServices) -> None:
    paste(window)
    window.keeper.flush()
    before = letter(window)
    window.actions_by_name["forget"].trigger()
    assert window.desk.request is None
    assert not services.kept
    window.view.bar.action.click()
    assert letter(window) == before
    window.keeper.flush()
    assert [one.draft for one in services.kept.values()] == [draft(window)]
