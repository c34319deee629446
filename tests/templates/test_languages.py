"""Replies in other languages than English: which wording, how a date is written, who is greeted how."""

import datetime as dt

import pytest

from demur.domain.advice import MoveId
from demur.domain.errors import DataFileError
from demur.domain.message import Message, Sender
from demur.domain.profile import Covered, Organisation, Period, Profile
from demur.domain.template import Slot
from demur.templates import TemplateSet, fill, known_slots, question
from shipped import FOLDER, TEMPLATES

TODAY = dt.date(2026, 3, 10)
FILES = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.toml")}
DECLINE = """move = "decline"

[[sources]]
article = "002"
quote = "So, empower yourself to say no"

[[beats]]
role = "decline"
text = "{Ihnen|Dir} sage ich ab."
"""
LETTERS = TEMPLATES.letters("de")


def with_german(**files: str) -> TemplateSet:
    return TemplateSet.load(FILES | {f"de/{name}.toml": text for name, text in files.items()})


def message(body: str) -> Message:
    sender = Sender(name="Dr. Jörg Müller", address="joerg@mueller.example")
    return Message(subject="Question about my career", body=body, sender=sender, language="de")


FORMAL = message("Könnten wir uns treffen? Ich würde Sie gern kennenlernen.")
FAMILIAR = message("Könnten wir uns treffen? Ich würde dich gern kennenlernen.")


def test_a_stranger_is_addressed_otherwise_than_somebody_who_says_du() -> None:
    templates = with_german(decline=DECLINE)
    assert templates.template(MoveId.DECLINE, "de").beats[0].text == "Ihnen sage ich ab."
    assert templates.template(MoveId.DECLINE, "de", familiar=True).beats[0].text == "Dir sage ich ab."


@pytest.mark.parametrize("move", [MoveId.DECLINE_BREAK, MoveId.DECLINE_HELP, MoveId.REFER])
def test_where_a_language_lacks_a_reply_the_nearest_one_stands_in(move: MoveId) -> None:
    assert with_german(decline=DECLINE).template(move, "de").move is MoveId.DECLINE


def test_where_none_is_near_the_english_reply_stands_in() -> None:
    assert with_german(decline=DECLINE).template(MoveId.ACCEPT, "de").language == "en"


def test_a_language_without_replies_is_answered_in_english() -> None:
    assert with_german(decline=DECLINE).template(MoveId.DECLINE, "pl") == TEMPLATES.template(MoveId.DECLINE)


def test_what_is_wrong_in_another_language_is_named_with_its_folder() -> None:
    with pytest.raises(DataFileError, match=r"de/decline\.toml"):
        with_german(decline=DECLINE.replace("|Dir", "")).template(MoveId.DECLINE, "de")
    with pytest.raises(DataFileError, match=r"de/language\.toml"):
        with_german(language='familiar = "(du"').letters("de")


def test_only_words_to_the_reader_show_first_name_terms() -> None:
    assert LETTERS.says_du(FAMILIAR)
    assert not LETTERS.says_du(FORMAL)
    assert not TEMPLATES.letters("pl").says_du(FAMILIAR)


def test_a_stranger_is_greeted_by_the_full_name() -> None:
    names = [known_slots(one, Profile(), TODAY, MoveId.DECLINE, LETTERS) for one in (FORMAL, FAMILIAR)]
    assert [found[Slot.NAME] for found in names] == ["Jörg Müller", "Jörg"]


def test_a_date_is_written_as_in_the_language() -> None:
    near, far = dt.date(2026, 12, 14), dt.date(2027, 3, 14)
    for end, written in ((near, "14. Dezember"), (far, "14. März 2027")):
        profile = Profile(breaks=(Period(start=TODAY, end=end),))
        found = known_slots(FORMAL, profile, TODAY, MoveId.DECLINE_BREAK, LETTERS)
        assert found[Slot.DATE] == written


def test_no_english_words_get_into_a_letter_in_another_language() -> None:
    profile = Profile(
        organisations=(Organisation(name="Gilde", next_meeting="the meetup in May"),),
        covered=(Covered(thing="kennenlernen", by="Ada"),),
    )
    for move in (MoveId.DECLINE_HELP, MoveId.DECLINE_HONEST):
        found = known_slots(FORMAL, profile, TODAY, move, LETTERS)
        assert found.keys() <= {Slot.NAME, Slot.ORGANISATION}


def test_a_slot_is_asked_for_with_the_words_of_the_language() -> None:
    template = TEMPLATES.template(MoveId.DECLINE, "de")
    assert "zum Thema" in question(template, Slot.TOPIC)


def test_what_the_german_sentence_says_already_is_not_said_twice() -> None:
    slots = {
        Slot.NAME: "Hallo Ada",
        Slot.TOPIC: "zum Thema Leinen",
        Slot.DATE: "bis zum 14. Dezember",
        Slot.MEETING: "bei der Tagung",
    }
    moves = (MoveId.DECLINE_BREAK, MoveId.DECLINE_HELP)
    said = " ".join(beat.text for move in moves for beat in fill(TEMPLATES.template(move, "de"), slots))
    assert "Guten Tag Ada, vielen Dank für Ihre Nachricht zum Thema Leinen." in said
    assert "Bis zum 14. Dezember mache ich" in said
    assert "uns bei der Tagung treffen" in said
