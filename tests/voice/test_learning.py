"""A voice learned from sent messages: how they are written, and a few discreet sentences."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demur.domain.voice import Voice
from demur.voice import Learned, Sent, learn

LETTER = """Hi Jordan,

Thanks for getting in touch! I'm afraid I can't take this on right now, and I'd rather say so than wait.
Have you tried the alumni group? They were kind to me back then.

Good luck with the search!

Best,
Sam

On Mon, Mar 2, Jordan wrote:
> Dear Sam,
> I do hope to hear from you."""
UPDATE = """Hi Robin,

Lovely to hear from you. The paper is on its way, we'll know more soon.
Ask Priya at Northgate about the 14th.

Best,
Sam"""


def learned(*messages: str | Sent, people: Sequence[str] = ()) -> Learned:
    sent = [one if isinstance(one, Sent) else Sent(one) for one in messages]
    return learn(sent, people, id="own-1", name="Mine")


def test_a_voice_with_samples_for_each_purpose() -> None:
    voice = learned(LETTER, UPDATE).voice
    assert (voice.id, voice.name, voice.language) == ("own-1", "Mine", "en")
    assert (voice.greeting, voice.sign_off, voice.contractions) == ("Hi", "Best", 1.0)
    assert set(voice.samples) == {
        "I'm afraid I can't take this on right now, and I'd rather say so than wait.",
        "Thanks for getting in touch!",
        "Have you tried the alumni group?",
        "They were kind to me back then.",
        "Good luck with the search!",
        "Lovely to hear from you.",
        "The paper is on its way, we'll know more soon.",
    }


def test_what_is_counted_is_told() -> None:
    found = learned(LETTER, UPDATE, LETTER.upper(), UPDATE)
    assert (found.messages, found.doubles) == (2, 2)
    assert (found.sentences, found.boilerplate, found.kept_back) == (8, 0, 1)


def test_the_signature_that_was_taken_off_tells_how_the_message_ends() -> None:
    assert learned(Sent("All is well here.", "Cheers,\nSam Hill\nProduct")).voice.sign_off == "Cheers"
    assert learned(Sent("All is well here.", "Sam Hill")).voice.sign_off == ""
    assert learned(Sent("All is well here.", "sent from a train")).voice.sign_off == "Best wishes"
    assert learned(Sent("Hi,\nAll is well here.\n\nBest,\nSam", "Cheers")).voice.sign_off == "Best"


def test_a_footer_in_many_messages_is_nobodys_voice() -> None:
    footer = "We are looking for people who love maps!"
    texts = [f"Hi there,\n\nThe {thing} looks fine to me. Thanks!\n\n{footer}" for thing in "abcdef"]
    found = learned(*texts, "Hello.\n\nThis email is confidential.\n\nSent from my phone")
    assert found.boilerplate == 8
    assert footer not in found.voice.samples
    assert found.voice.exclamations == pytest.approx(6 / 12)  # "Thanks!" each time is a habit


def test_pieces_and_items_are_no_samples() -> None:
    text = "All went well in the end.\n\nWe talked about\n\n- the plan itself\n\nWhat do you make of it?"
    assert set(learned(text).voice.samples) == {"All went well in the end.", "What do you make of it?"}


def test_who_leaves_out_capitals_and_full_stops_has_samples_too() -> None:
    text = "sounds good to me\n\nhappy to talk then\n\nand one more thing:\n\nuntil then!"
    assert set(learned(text).voice.samples) == {"sounds good to me", "happy to talk then"}


def test_of_thousands_of_sentences_a_part_is_looked_at() -> None:
    things = [f"{one}{two}" for one in "abcdefghijklmnopqrst" for two in "abcdefghijklmnopqrstuvwxyz"]
    samples = learned(
        *(f"The plan for {thing} is fine. Could it {thing}?" for thing in things)
    ).voice.samples
    assert any(sample.endswith("?") for sample in samples)


def test_nothing_sent_is_nothing_learned() -> None:
    assert learned() == Learned(Voice(id="own-1", name="Mine"), 0, 0, 0, 0, 0)


def test_who_is_greeted_is_never_named() -> None:
    samples = learned(
        "hey xanthe!\n\nso glad that xanthe came along", "hi all,\n\nall of it came along"
    ).voice.samples
    assert samples == ("all of it came along",)


MIXED = "I we you thanks can't happy the plan Northgate Priya 14 she hope ! ? . , - maybe sam"
WORDS = st.sampled_from([*MIXED.split(), "\n"])
LETTERS = st.lists(st.lists(WORDS, max_size=30).map(" ".join), max_size=6)


@settings(deadline=None)
@given(LETTERS | st.lists(st.text(max_size=200), max_size=6))
def test_whatever_was_sent_the_samples_are_few_and_discreet(messages: list[str]) -> None:
    voice = learned(*messages, people=["Sam"]).voice
    assert len(voice.samples) <= 12
    assert Voice.model_validate(voice.model_dump()) == voice
    for sample in voice.samples:
        assert any(sample in " ".join(message.split()) for message in messages)
        assert not any(character.isdigit() for character in sample)
        assert not {"Northgate", "Priya", "she", "sam"} & set(sample.replace(",", " ").split())


@settings(deadline=None)
@given(LETTERS)
def test_the_same_again_changes_nothing(messages: list[str]) -> None:
    once, twice = learned(*messages), learned(*messages, *messages)
    assert once.voice == twice.voice
    assert twice.doubles == len(messages) + once.doubles
