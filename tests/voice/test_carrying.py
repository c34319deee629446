"""A beat carried into a voice by rule."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.domain.advice import MoveId
from demur.domain.template import FilledBeat, Role, Slot
from demur.domain.voice import Voice
from demur.templates import fill, open_slots
from demur.voice import carry
from shipped import SLOTS, TEMPLATES, VOICES, WRITING

PLAIN = Voice(id="plain", name="Plain", greeting="Hi", sign_off="Cheers", contractions=0.0)


def voice(**traits: object) -> Voice:
    return Voice.model_validate(PLAIN.model_dump() | traits)


def beat(text: str, role: Role = Role.STATEMENT, *facts: str) -> FilledBeat:
    return FilledBeat(role=role, text=text, facts=facts)


@pytest.mark.parametrize(
    ("greeting", "named", "unnamed", "several"),
    [
        ("Hi", "Hi Jordan,", "Hi,", "Hi both,"),
        ("Hey!", "Hey Jordan!", "Hey!", "Hey both!"),
        ("Hi -", "Hi Jordan -", "Hi -", "Hi both -"),
        ("Dear", "Dear Jordan,", "Hello,", "Dear both,"),
        ("", "Jordan,", "Hello,", "both,"),
    ],
)
def test_the_greeting_is_the_persons_own(greeting: str, named: str, unnamed: str, several: str) -> None:
    person = voice(greeting=greeting)
    assert carry(beat("Hello Jordan,", Role.GREET, "Jordan"), person) == named
    assert carry(beat("Hello,", Role.GREET), person) == unnamed
    assert carry(beat("Hello both,", Role.GREET), person) == several
    both = beat("Hello Jordan and Maria,", Role.GREET, "Jordan", "Maria")
    assert "Jordan and Maria" in carry(both, person)


@pytest.mark.parametrize(
    ("sign_off", "named", "unnamed"),
    [
        ("Cheers", "Cheers,\nAlex", "Cheers"),
        ("Thanks!", "Thanks!\nAlex", "Thanks!"),
        ("Best,", "Best,\nAlex", "Best"),
        ("", "Alex", "Best wishes"),
    ],
)
def test_so_is_the_sign_off(sign_off: str, named: str, unnamed: str) -> None:
    person = voice(sign_off=sign_off)
    assert carry(beat("Best wishes,\nAlex", Role.SIGN, "Alex"), person) == named
    assert carry(beat("Best wishes", Role.SIGN), person) == unnamed


def test_contractions_go_with_the_habit() -> None:
    assert (
        carry(beat("I'm late, so I cannot stay."), voice(contractions=0.9)) == "I'm late, so I can't stay."
    )
    assert (
        carry(beat("I'm late, so I cannot stay."), voice(contractions=0.1))
        == "I am late, so I cannot stay."
    )


def test_exclamation_marks_stand_where_they_warm_only() -> None:
    lively = voice(exclamations=0.5)
    assert carry(beat("Thank you for writing.", Role.THANK), lively) == "Thank you for writing!"
    assert carry(beat("I wish you well.", Role.CLOSE), lively) == "I wish you well!"
    assert carry(beat("I have to say no.", Role.DECLINE), lively) == "I have to say no."
    assert carry(beat("How are you?", Role.CLOSE), lively) == "How are you?"
    assert carry(beat("I like Acme Inc.", Role.CLOSE, "Acme Inc."), lively) == "I like Acme Inc."


@pytest.mark.parametrize(
    ("sample", "carried"),
    [
        ("Late - sorry", "I am away - but I can write, so do."),
        ("Late—again", "I am away—but I can write, so do."),
        ("Late", "I am away – but I can write, so do."),
    ],
)
def test_a_dash_is_the_persons_own_and_comes_once(sample: str, carried: str) -> None:
    person = voice(dashes=1.0, samples=(sample,))
    assert carry(beat("I am away, but I can write, so do."), person) == carried
    assert carry(beat(carried), person) == carried


def test_few_words_are_the_shortest_wording_that_the_template_knows() -> None:
    wordings = FilledBeat(
        role=Role.THANK, text="Thank you for your message.", alternatives=("Thanks.", "I thank you.")
    )
    assert carry(wordings, voice(sentence_length=5.0)) == "Thanks."
    assert carry(wordings, voice(sentence_length=9.0)) == "Thank you for your message."


def test_lower_case_spares_names_and_facts() -> None:
    text = "Maria said that I am in. A no is fine. AI helps; see https://X.example/I or I@Mail.example."
    assert carry(beat(text, Role.STATEMENT, "Maria"), voice(lower_case=True)) == (
        "Maria said that i am in. a no is fine. AI helps; see https://X.example/I or I@Mail.example."
    )


def test_facts_stay_as_they_are_whatever_they_look_like() -> None:
    facts = "I am here", "I will not, I am"
    carried = carry(
        beat("I am told: I am here. I will not, I am.", Role.STATEMENT, *facts), voice(contractions=1)
    )
    assert carried == "I'm told: I am here. I will not, I am."


def test_a_german_voice_greets_and_signs_a_german_letter_and_leaves_the_rest() -> None:
    german = voice(language="de", greeting="Moin", sign_off="LG", lower_case=True, exclamations=1.0)
    said = (
        FilledBeat(role=Role.GREET, text="Hallo Ada,", facts=("Ada",), language="de"),
        FilledBeat(role=Role.THANK, text="vielen Dank für deine Nachricht.", language="de"),
        FilledBeat(role=Role.SIGN, text="Viele Grüße\nSam", facts=("Sam",), language="de"),
    )
    assert [carry(beat, german) for beat in said] == ["Moin Ada,", said[1].text, "LG,\nSam"]
    assert [carry(beat, voice()) for beat in said] == [beat.text for beat in said]


def test_a_voice_in_another_language_gives_nothing_to_english_words() -> None:
    german = voice(language="de", greeting="Hallo", sign_off="Viele Grüße", lower_case=True)
    assert carry(beat("Hello Jordan,", Role.GREET, "Jordan"), german) == "Hello Jordan,"


TOPICS = st.sampled_from(
    ["the data role", "your move into fintech", "I am / it's B2B", "Acme Inc.", "100 % I, Robot"]
)
LINKS = st.sampled_from(
    ["First steps (https://example.com/I/am?n=1)", "https://x.example", "Do not panic!"]
)


@given(
    move=st.sampled_from(WRITING),
    person=st.sampled_from(VOICES),
    topic=TOPICS | st.just(""),
    resource=LINKS | st.just(""),
    optional=st.booleans(),
)
def test_every_letter_in_every_starter_voice_keeps_its_facts(
    move: MoveId, person: Voice, topic: str, resource: str, optional: bool
) -> None:
    template = TEMPLATES.template(move)
    slots = {slot: SLOTS[slot] for slot, required in open_slots(template).items() if required or optional}
    for filled in fill(template, slots | {Slot.TOPIC: topic, Slot.RESOURCE: resource}):
        carried = carry(filled, person)
        assert all(fact in carried for fact in filled.facts)
        assert numbers_and_links(carried) == numbers_and_links(filled.text)
        assert carry(filled.model_copy(update={"text": carried}), person) == carried


def numbers_and_links(text: str) -> list[str]:
    return re.findall(r"https?://[^\s)]+|\d+", text)
