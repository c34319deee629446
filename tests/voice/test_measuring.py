"""A voice measured from what a person wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.domain.voice import Voice
from demur.voice import measure

LETTERS = [
    "Hey Sam!\n\nJust saw your note - great news! I'm so glad. Let's catch up; it's been ages 🎉\n\n"
    "Cheers,\nAlex",
    "Hey Jo!\nCan't make it tomorrow, but I'll call you. I am away on Friday.\n\nCheers\nAlex Rivera\n\n"
    "On Mon, Mar 2, Jo wrote:\n> Dear Alex,\n> I do not like it at all!!!\n> Yours faithfully\n> Jo",
]


def of(*samples: str) -> Voice:
    return measure(samples, id="me", name="Me")


def test_letters_show_how_their_author_writes() -> None:
    voice = of(*LETTERS)
    assert (voice.greeting, voice.sign_off) == ("Hey!", "Cheers")
    assert voice.contractions == 4 / 5
    assert voice.sentence_length == 6.0
    assert voice.exclamations == pytest.approx(1 / 5)
    assert voice.emoji == pytest.approx(1 / 5)
    assert voice.dashes == pytest.approx(1 / 5)
    assert not voice.lower_case
    assert voice.favourites == ("great", "just")
    assert voice.samples[:2] == ("Just saw your note - great news!", "I'm so glad.")


def test_without_samples_nothing_is_claimed() -> None:
    nothing = Voice(id="me", name="Me")
    assert of() == of("") == of(" \n ", "> Dear Alex,\n> no") == nothing


def test_one_short_sentence_is_enough_to_say_what_it_shows() -> None:
    voice = of("ok, see you there")
    assert voice.lower_case
    assert (voice.greeting, voice.sign_off) == ("hello", "best wishes")
    assert voice.contractions == 0.5
    assert voice.samples == ("ok, see you there",)


def test_the_language_is_told_and_kept() -> None:
    voice = measure(["Hallo Jo,\nich komme später. Bis dann!"], id="me", name="Ich", language="de")
    assert (voice.language, voice.greeting) == ("de", "Hello")
    assert voice.exclamations == 1 / 3


def test_scraps_sermons_and_repetitions_are_no_samples() -> None:
    sermon = "word " * 31
    assert of("Yes.", "I see it.", "I see it.", sermon).samples == ("I see it.",)
    private = (
        "Write to jo@x.example.",
        "My number is 5550199.",
        "I know [Name] well.",
        "See www.x.example today.",
    )
    assert of(*private).samples == ()
    assert len(of(*(f"This is number {n}." for n in range(20))).samples) == 12


def test_the_most_common_opening_counts() -> None:
    voice = of("Hi Jo,\nx", "Dear Jo,\nx", "Dear Sam,\nx")
    assert voice.greeting == "Dear"


@given(st.lists(st.text(), max_size=4))
def test_whatever_the_samples_there_is_a_voice(samples: list[str]) -> None:
    voice = of(*samples)
    assert Voice.model_validate(voice.model_dump()) == voice
