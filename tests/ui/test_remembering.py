"""What a person writes by hand is offered for their voice, once, and never in the way."""

from pathlib import Path

from demur.domain.voice import Voice
from demur.ui import MainWindow
from ui_fakes import FakeServices
from ui_hands import paste, put_caret, type_words


def edited(window: MainWindow, services: FakeServices) -> None:
    services.voice_shelf.kept.append(Voice(id="own-1", name="Work"))
    paste(window)
    put_caret(window, "reaching out")
    type_words(window, " like that")


def test_a_sentence_written_by_hand_is_remembered_when_the_person_says_so(
    window: MainWindow, services: FakeServices
) -> None:
    edited(window, services)
    window.outbox.copy()
    bar = window.view.bar
    assert bar.words.text().startswith("Copied: paste it where you answer.\nYou wrote “")
    assert bar.words.text().endswith("reaching out like that.” yourself.")
    assert services.voice_shelf.remembered == []
    bar.action.click()
    ((voice, sentence),) = services.voice_shelf.remembered
    assert voice == "own-1"
    assert sentence.endswith("reaching out like that.")
    assert bar.words.text() == "Remembered: your voice has this sentence among its samples."


def test_it_is_offered_once_and_ignoring_it_is_a_no(
    window: MainWindow, services: FakeServices, tmp_path: Path
) -> None:
    edited(window, services)
    window.outbox.copy()
    window.outbox.save(tmp_path / "reply.txt")
    assert window.view.bar.words.text() == "Saved as reply.txt."
    assert window.view.bar.action.isHidden()
    assert services.voice_shelf.remembered == []


def test_nothing_is_offered_of_what_demur_wrote(window: MainWindow) -> None:
    paste(window)
    window.outbox.copy()
    assert window.view.bar.words.text() == "Copied: paste it where you answer."


def test_an_offer_that_outlived_its_request_does_nothing(
    window: MainWindow, services: FakeServices
) -> None:
    edited(window, services)
    window.outbox.copy()
    window.desk.clear()
    window.view.bar.action.click()
    window.remembering.look()
    assert services.voice_shelf.remembered == []
