"""What the wording as a whole says: cues with weights, beside the cases of the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.domain.errors import DataFileError
from demur.domain.ledger import LedgerFacts, PersonFacts
from demur.domain.message import Message, Part
from demur.domain.profile import Profile
from demur.domain.reading import Reading, Signal, SignalId
from demur.rules import Rulebook, SignalExplained
from demur.rules.wording import Scale, Weights, WordClasses, Wording
from rulebook import PACKS, TODAY

CLASSES = WordClasses(classes={"talk": "chat coffee"})


def weights(signal: str, starts: tuple[float, ...], cues: str) -> str:
    return f"""
[[scale]]
signal = "{signal}"
starts = {list(starts)}
cues = '''
{cues}
'''
"""


def book(text: str, own: str = "") -> Rulebook:
    return Rulebook.load(PACKS | {"weights.toml": text}, {"mine.toml": own} if own else {})


def read(rules: Rulebook, message: Message, ledger: LedgerFacts = LedgerFacts()) -> Reading:  # noqa: B008
    return rules.read(message, Profile(), ledger, TODAY)


def found(reading: Reading, id_: SignalId) -> Signal | None:
    return next((signal for signal in reading.signals if signal.id is id_), None)


def cues(body: str, subject: str = "") -> set[str]:
    return set(Wording(Weights(), CLASSES).cues(Message(subject=subject, body=body)))


def test_words_and_two_that_follow_each_other_are_cues() -> None:
    assert cues("Just bumping this!") == {
        "just", "^ just", "bumping", "just bumping", "this", "bumping this", "!", "this !",
    }  # fmt: skip


def test_a_word_also_counts_as_its_class() -> None:
    assert {"coffee", "@talk", "a coffee", "a @talk", "chat", "coffee chat", "@talk @talk"} <= cues(
        "a coffee chat"
    )


def test_numbers_links_and_placeholders_count_as_what_they_are() -> None:
    assert {"#", "# @talk", "[]", "^ []", "(link)"} <= cues(
        "[First Name] 3 coffee https://example.org/a?b=c"
    )


def test_two_sentences_share_no_cue() -> None:
    assert "now call" not in cues("Reply now. Call me.")


def test_the_subject_counts_too() -> None:
    assert "urgent" in cues("Hello", subject="Urgent")


def test_it_counts_how_many_words_and_questions_there_are() -> None:
    amounts = cues("May I ask something? " * 6)
    assert {"20+ words", "1+ questions", "4+ questions"} <= amounts
    assert "40+ words" not in amounts


@pytest.mark.parametrize("count", [20, 40, 80, 150])
def test_a_length_counts_from_its_last_word_on(count: int) -> None:
    assert f"{count}+ words" in cues("tide " * count)
    assert f"{count}+ words" not in cues("tide " * (count - 1))


def test_words_that_somebody_else_said_are_no_cue() -> None:
    assert "guaranteed" not in cues("> guaranteed profit\nIs that so?")


NAGS = weights("pressure", (-1.0, -1.0, -1.0, -1.0), "1.5 bumping\n-2.0 patience\n0.4 again")


def test_a_signal_that_no_case_finds_holds_when_the_words_suffice() -> None:
    message = Message(body="Hi Ada,\nBumping my mail. Nice weather today.")
    signal = found(read(book(NAGS), message), SignalId.PRESSURE)
    assert signal
    assert (signal.strength, signal.why) == (2, "Presses you for an answer, by the words underlined.")
    assert [evidence.text for evidence in signal.evidence] == ["Bumping my mail"]


def test_the_sentences_that_say_most_are_underlined_in_their_order() -> None:
    text = weights("pressure", (-1.0, 0.0, 0.0, 0.0), "1.0 again\n1.1 bumping\n0.9 reply")
    message = Message(subject="Again", body="Sun. Bumping my mail. A reply?")
    signal = found(read(book(text), message), SignalId.PRESSURE)
    assert signal
    assert [(one.part, one.text) for one in signal.evidence] == [
        (Part.SUBJECT, "Again"),
        (Part.BODY, "Bumping my mail"),
    ]


def test_a_sentence_that_says_half_of_it_is_underlined_alone() -> None:
    message = Message(body="Bumping my mail. Sun again today.")
    signal = found(read(book(NAGS), message), SignalId.PRESSURE)
    assert signal
    assert [evidence.text for evidence in signal.evidence] == ["Bumping my mail"]


def test_an_amount_speaks_for_it_and_is_underlined_nowhere() -> None:
    text = weights("pressure", (-1.0, 0.0, 0.0, 0.0), "0.9 1+ questions\n0.2 bumping")
    signal = found(read(book(text), Message(body="Bumping my mail. May I ask?")), SignalId.PRESSURE)
    assert signal
    assert [one.text for one in signal.evidence] == ["Bumping my mail"]


def test_words_that_speak_against_it_are_weighed_too() -> None:
    message = Message(body="Bumping my mail again; thank you for your patience.")
    assert found(read(book(NAGS), message), SignalId.PRESSURE) is None


REFER = "Could you refer me to the hiring manager?"


def test_a_signal_that_the_words_speak_against_is_weak() -> None:
    against = weights("too-soon", (-9.0, -9.0, -1.0, -9.0), "-1.0 hiring")
    signal = found(read(book(against), Message(body=REFER)), SignalId.TOO_SOON)
    assert signal
    assert signal.strength == 1
    assert signal.evidence[0].text == "Could you refer me to the hiring manager"


def test_a_weak_signal_that_the_words_speak_for_is_clear() -> None:
    message = Message(body="Could you spare 15 minutes to talk about sailing?")
    plain = found(read(book(""), message), SignalId.TOO_SOON)
    text = weights("too-soon", (-1.0, -1.0, -1.0, -1.0), "1.5 sailing")
    weighed = found(read(book(text), message), SignalId.TOO_SOON)
    assert plain
    assert weighed
    assert (plain.strength, weighed.strength) == (1, 2)
    assert plain.why == weighed.why


def test_what_the_ledger_says_is_not_overruled_by_words() -> None:
    against = weights("integrity", (-9.0, -9.0, -9.0, -9.0), "-1.0 meet")
    note = LedgerFacts(sender=PersonFacts(name="Max", reputation_notes=("Ada: took credit for her work",)))
    signal = found(read(book(against), Message(body="Shall we meet?"), note), SignalId.INTEGRITY)
    assert signal
    assert signal.strength >= 2


def test_what_users_say_in_a_pack_of_theirs_is_not_overruled_by_words() -> None:
    own = """
[[signal]]
id = "pressure"
hits = ["Could you refer me?", "Please refer me.", "Would you refer me to her?"]
misses = ["Hello", "Thank you", "See you"]
[[signal.case]]
strength = 2
any = ["ask:refer"]
why = "Asks for a referral."
"""
    against = weights("pressure", (-9.0, -9.0, -9.0, -9.0), "-1.0 refer")
    signal = found(read(book(against, own), Message(body=REFER)), SignalId.PRESSURE)
    assert signal
    assert signal.strength == 2


def test_other_languages_are_not_weighed() -> None:
    text = weights("pressure", (9.0, 9.0, 9.0, 9.0), "1.0 ich")
    message = Message(body="Ich warte.", language="de")
    assert found(read(book(text), message), SignalId.PRESSURE) is None


def test_the_explanation_gives_each_cue_its_share() -> None:
    message = Message(body="Bumping again, 20 words and more, and more: " + "tide " * 20 + "your patience.")
    explained = book(NAGS.replace("1.5 bumping", "1.5 bumping\n0.1 20+ words")).explain(
        "pressure", message, Profile(), LedgerFacts(), TODAY
    )
    assert isinstance(explained, SignalExplained)
    assert explained.strength == 0
    assert explained.wording
    assert not explained.wording.holds
    assert [(cue.words, cue.speaks_for, cue.share) for cue in explained.wording.cues] == [
        ("Bumping", True, 0.75),
        ("again", True, 0.2),
        ("20+ words", True, 0.05),
        ("patience", False, 1.0),
    ]


def test_a_weight_that_is_no_number_is_refused_by_file() -> None:
    with pytest.raises(DataFileError, match=r"weights\.toml"):
        book(weights("pressure", (0.0, 0.0, 0.0, 0.0), "much bumping"))


def test_a_scale_may_be_given_as_a_mapping() -> None:
    assert Scale(signal=SignalId.PRESSURE, starts=(0, 0, 0, 0), cues={"a": 1}).cues == {"a": 1.0}


@given(st.text())
def test_every_place_stands_in_its_sentence(body: str) -> None:
    for place in Wording(Weights(), CLASSES).cues(Message(body=body)).values():
        if place:
            assert 0 <= place.sentence.start <= place.start < place.end <= place.sentence.end <= len(body)
