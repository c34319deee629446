"""The guard on the sentence that the embedded model turns into its opposite, and on what may pass."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.domain.errors import DataFileError
from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice
from demur.guard import Guard, GuardContext
from guard_words import GUARD, KNOWN

SENTENCES = [
    "I'm not looking to expand my network at this point.",
    "I cannot meet before 14 December, and then I will look at it again.",
    "Could you tell me a bit more about what you are looking for?",
    "Perhaps we can meet at the next Women in Data meeting on 9 June.",
    "I'd rather keep this to email than set up a call.",
    "Thank you so much for your note, Lena, and for the kind words!",
    "If you send me an overview, I'll keep it on file in case somebody asks.",
    "No, thank you.",
]


def failed(template: str, candidate: str) -> set[str]:
    beat = FilledBeat(role=Role.DECLINE, text=template)
    return {check.id for check in GUARD.check(beat, candidate, GuardContext()) if not check.passed}


def test_a_no_that_became_a_yes_is_refused() -> None:
    template = "I'm not looking to expand my network"
    flipped = "I'm so glad to hear that you're interested in expanding your network"
    assert {"polarity", "acceptance", "new-words", "who"} <= failed(template, flipped)


def test_a_no_in_another_manner_passes() -> None:
    assert not failed(
        "I'm not looking to expand my network", "hey, i am not looking to expand my network, thanks!"
    )


def test_every_check_is_listed_whatever_it_found() -> None:
    beat = FilledBeat(role=Role.DECLINE, text="I have to decline.")
    assert [check.id for check in GUARD.check(beat, "I accept.", GuardContext())] == [
        "facts-kept",
        "facts-added",
        "polarity",
        "acceptance",
        "promise",
        "excuse",
        "apology",
        "private",
        "stranger-words",
        "new-words",
        "lost-words",
        "who",
        "time-scope",
        "question",
        "language",
        "loop",
        "length",
        "form",
    ]


@given(st.sampled_from(SENTENCES), st.sampled_from([str, str.lower, lambda text: text.replace("'", "’")]))
def test_a_sentence_passes_for_itself_in_any_case_and_quotes(
    sentence: str, manner: Callable[[str], str]
) -> None:
    assert not failed(sentence, manner(sentence))


@given(st.text(), st.text())
def test_any_two_texts_are_compared_without_a_crash(template: str, candidate: str) -> None:
    beat = FilledBeat(role=Role.STATEMENT, text=template)
    context = GuardContext(message=template, private=(candidate,))
    assert all(check.passed or check.detail for check in GUARD.check(beat, candidate, context))


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_one_sentence_never_stands_for_another(template: str, candidate: str) -> None:
    assert bool(failed(template, candidate)) == (template != candidate)


def test_the_nearest_paraphrase_counts() -> None:
    beat = FilledBeat(
        role=Role.DECLINE, text="I have to decline.", alternatives=("It is a no from me today.",)
    )
    checks = GUARD.check(beat, "It's a no from me today!", GuardContext())
    assert all(check.passed for check in checks)


def test_a_voice_greets_and_signs_as_it_does() -> None:
    voice = Voice(id="v", name="V", greeting="Oi oi", sign_off="Until the next storm")
    context = GuardContext(voice=voice)
    greet = FilledBeat(role=Role.GREET, text="Hello Lena,", facts=("Lena",))
    sign = FilledBeat(role=Role.SIGN, text="Best wishes,\nSam", facts=("Sam",))
    assert all(check.passed for check in GUARD.check(greet, "Oi oi Lena,", context))
    assert all(check.passed for check in GUARD.check(sign, "Until the next storm,\nSam", context))
    assert not all(check.passed for check in GUARD.check(sign, "Until we meet on Monday,\nSam", context))


def test_a_word_list_with_a_hole_names_the_file() -> None:
    with pytest.raises(DataFileError, match=r"words\.toml"):
        Guard.load('language = "en"', "words.toml", lambda _: "en", KNOWN)


def test_it_says_which_language_it_reads() -> None:
    assert GUARD.reads("Zdravka and Ilka cannot come.")
    assert not GUARD.reads("Leider geht das nicht.")
