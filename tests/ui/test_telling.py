"""What the window says where there is nothing to do or little to know."""

from collections import Counter

from PySide6.QtWidgets import QApplication

from demur.domain.advice import MoveId
from demur.domain.draft import Progress
from demur.domain.errors import DemurError
from demur.ui import MainWindow
from ui_fakes import ADVICE, FakeServices
from ui_hands import paste


def test_no_two_actions_of_a_menu_share_a_key(window: MainWindow) -> None:
    for menu in window.menuBar().actions():
        texts = [action.text() for action in menu.menu().actions()]  # type: ignore[attr-defined]
        keys = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert not [key for key, count in keys.items() if count > 1]


def test_a_message_in_a_language_that_is_not_read_says_so(window: MainWindow) -> None:
    paste(window)
    pane = window.view.message
    assert not pane.notice.isVisible()
    assert window.desk.report is not None
    report = window.desk.report
    hebrew = report.message.model_copy(update={"language": "he"})
    pane.show_report(report.model_copy(update={"message": hebrew, "signals": (), "understood": False}))
    assert pane.notice.text().startswith("This seems to be Hebrew, which Demur does not read")
    assert "cannot say what speaks for or against" in pane.hint.text()
    unread = {"understood": False, "advice": ADVICE.model_copy(update={"because": ()})}
    window.view.reply.advice.show_advice(report.model_copy(update=unread), ADVICE.move, ())
    assert window.view.reply.advice.because.text().startswith("Nothing is suggested")


def test_the_status_line_counts_sentences_and_shows_no_unchecked_words(window: MainWindow) -> None:
    window.status.show_progress(Progress(index=1, total=4, words="I accept everything"))
    assert window.status.words.text() == "sentence 2 of 4"


def test_copying_without_a_reply_says_what_to_do(window: MainWindow) -> None:
    window.actions_by_name["copy"].trigger()
    assert window.view.bar.words.text().startswith("There is no reply to copy.\nOpen a request")


def test_what_is_not_to_be_answered_is_not_listed_as_open(
    window: MainWindow, services: FakeServices
) -> None:
    paste(window)
    window.desk.choose_move(MoveId.NO_REPLY)
    window.keeper.flush()
    window.keeper.recent.emit(services.recent())
    assert window.view.desk.recent.item(0).text() == "Jordan Blake\nDo not reply"


def test_what_has_no_room_in_the_status_line_is_left_out(window: MainWindow) -> None:
    paste(window)
    status = window.status
    facts = (status.voice, status.language, status.place, status.model)
    window.resize(1280, 800)
    QApplication.processEvents()
    assert all(fact.isVisible() for fact in facts)
    status.model.setText("model ready: one with a name as long as this")
    window.resize(400, 800)
    QApplication.processEvents()
    assert status.model.isVisible()
    assert not status.language.isVisible()
    assert all(fact.width() >= fact.sizeHint().width() for fact in facts if fact.isVisible())


def test_a_narrow_window_offers_no_empty_page(window: MainWindow) -> None:
    window.resize(400, 800)
    QApplication.processEvents()
    pages = window.view.pages
    assert [pages.isTabEnabled(number) for number in range(3)] == [True, True, False]
    paste(window)
    pages.setCurrentIndex(2)
    window.actions_by_name["forget"].trigger()
    assert not window.view.reply.isVisible()
    assert window.view.middle.isVisible() or window.view.desk.isVisible()


def test_a_rule_pack_that_is_left_out_is_told_and_the_desk_works(
    window: MainWindow, services: FakeServices
) -> None:
    assert not window.view.bar.isVisible()
    services.left_out = DemurError("mine.toml, line 3: off: must be a list in brackets", "Mend it.")
    window.start([])
    paste(window)
    assert window.view.bar.words.text() == "mine.toml, line 3: off: must be a list in brackets\nMend it."
    assert window.view.bar.isVisible()
    assert window.desk.report is not None
