"""Slot values put into a template: nothing is ever sent with a placeholder in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.domain.advice import MoveId
from demur.domain.reading import Source
from demur.domain.template import Beat, Role, Slot, Template
from demur.templates import MissingSlotError, SlotValueError, fill, open_slots, question
from shipped import SLOTS, TEMPLATES, WRITING

NASTY = st.sampled_from(
    ["[name]", "$me", "[", "]", "a\nb", "Acme Inc.", "Yahoo!", "x\u202eb", "\ud800", "__", " ", "A, "]
)
VALUES = st.dictionaries(st.sampled_from(Slot), NASTY | st.text(max_size=12))


def template(*beats: Beat) -> Template:
    source = Source(article="002", quote="say no")
    return Template(move=MoveId.DECLINE, sources=(source,), beats=beats)


OFFER = Beat(
    role=Role.OFFER,
    text="$resource may help with $topic.",
    without="$resource may help.",
    paraphrases=("Perhaps $resource helps with $topic.", "Perhaps $resource helps."),
)


def texts(beat: Beat, **slots: str) -> list[str]:
    return [filled.text for filled in fill(template(beat), {Slot(name): v for name, v in slots.items()})]


def test_a_beat_says_what_its_slots_allow() -> None:
    assert texts(OFFER, resource="This page", topic="hiring") == ["This page may help with hiring."]
    assert texts(OFFER, resource="This page") == ["This page may help."]
    assert texts(OFFER, topic="hiring") == []


def test_alternatives_and_facts_go_with_the_wording() -> None:
    (full,) = fill(template(OFFER), {Slot.RESOURCE: "This page", Slot.TOPIC: "hiring"})
    assert full.facts == ("hiring", "This page")
    assert full.alternatives == ("Perhaps This page helps with hiring.",)
    (short,) = fill(template(OFFER), {Slot.RESOURCE: "This page"})
    assert short.facts == ("This page",)
    assert short.alternatives == ("Perhaps This page helps.",)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" the\tdata\nrole, ", "I know the data role."),
        ("Acme Inc.", "I know Acme Inc."),
        ("Yahoo!", "I know Yahoo!"),
        ("a\u202eb\x00c", "I know ab c."),
        ("raising $5M", "I know raising $5M."),
    ],
)
def test_a_value_becomes_part_of_one_sentence(value: str, text: str) -> None:
    assert texts(Beat(role=Role.STATEMENT, text="I know $topic."), topic=value) == [text]


@pytest.mark.parametrize(
    ("text", "slots", "read"),
    [
        ("Hello $name,", {"name": "Hello Ana,"}, "Hello Ana,"),
        ("Hello $name,", {"name": "hi there Ana"}, "Hello Ana,"),
        ("Hello $name,", {"name": "Dear Prof. Ortiz"}, "Hello Prof. Ortiz,"),
        ("Hello $person,", {"person": "Hey Priya?"}, "Hello Priya,"),
        ("I wrote about $topic.", {"topic": "About mentoring?"}, "I wrote about mentoring."),
        ("I am away until $date.", {"date": "until 14 December"}, "I am away until 14 December."),
        ("We can meet at $meeting.", {"meeting": "at the meetup"}, "We can meet at the meetup."),
        ("We can meet at $meeting.", {"meeting": "Attic Night"}, "We can meet at Attic Night."),
    ],
)
def test_what_the_sentence_says_already_is_not_said_twice(
    text: str, slots: dict[str, str], read: str
) -> None:
    assert texts(Beat(role=Role.STATEMENT, text=text), **slots) == [read]


@pytest.mark.parametrize(
    "value", ["\u200b", "\ufeff", "\u00ad", "\u200e", "\u3164", "—", "-", "...", "?", "\u2066\u2069", "🙂"]
)
def test_a_value_without_a_letter_is_no_value(value: str) -> None:
    assert texts(Beat(role=Role.GREET, text="Hello $name,", without="Hello,"), name=value) == ["Hello,"]


def test_invisible_characters_go_and_those_that_a_script_needs_stay() -> None:
    beat = Beat(role=Role.GREET, text="Hello $name,")
    assert texts(beat, name="\u200bA\u00adna\ufeff") == ["Hello Ana,"]
    assert texts(beat, name="محمد\u200cشریف") == ["Hello محمد\u200cشریف,"]


@pytest.mark.parametrize("value", ["[name]", "the $role", "{x}", "<name>", "ask ____", "half ["])
def test_a_value_that_is_still_to_be_filled_in_is_refused(value: str) -> None:
    with pytest.raises(SlotValueError, match="given for the topic still holds") as raised:
        texts(OFFER, topic=value)
    assert raised.value.slot is Slot.TOPIC
    assert "leave it empty" in raised.value.hint


def test_a_missing_required_slot_is_named_and_asked_for() -> None:
    with pytest.raises(MissingSlotError) as raised:
        fill(TEMPLATES.template(MoveId.MAKE_INTRODUCTION), {Slot.PERSON: " \n"})
    assert (
        raised.value.message
        == "This reply cannot be written without the sender's name and the other person."
    )
    assert "Who asked for the introduction?" in raised.value.hint
    assert '--slot name="..." --slot person="..."' in raised.value.hint
    assert raised.value.slots == (Slot.NAME, Slot.PERSON)


def test_a_template_asks_in_its_own_words_or_in_general_ones() -> None:
    crunch = TEMPLATES.template(MoveId.DECLINE_CRUNCH)
    assert question(crunch, Slot.DATE) == "Until which day does something else come first?"
    assert question(crunch, Slot.ME) == "What name do you sign with?"


@given(move=st.sampled_from(WRITING), slots=VALUES)
def test_whatever_the_values_nothing_is_left_to_fill_in(move: MoveId, slots: dict[Slot, str]) -> None:
    chosen = TEMPLATES.template(move)
    needed = {slot: SLOTS[slot] for slot, required in open_slots(chosen).items() if required}
    try:
        beats = fill(chosen, needed | slots)
    except (MissingSlotError, SlotValueError):
        return
    for beat in beats:
        for text in (beat.text, *beat.alternatives):
            assert not re.search(r"\$[a-z]|\[|\]|_{3}", text)
            assert all(fact in text for fact in beat.facts)
            assert text.count("\n") == (beat.role is Role.SIGN and bool(beat.facts))
            assert not text.endswith(("..", "!.", "?."))
