"""Acts: who asks whom for what, and what is no ask although it looks like one."""

import pytest

from demur.domain.message import Part
from demur.domain.reading import Act
from rulebook import read


def acts(body: str, type_: str = "ask") -> list[Act]:
    return [act for act in read(body).acts if act.type == type_]


def kinds(body: str, type_: str = "ask") -> list[str]:
    return [act.kind for act in acts(body, type_)]


@pytest.mark.parametrize(
    "body",
    [
        "I am not asking you to refer me.",
        "She asked whether you could refer me to a bank.",
        "Thanks for the introduction to Dana!",
        'My cousin wrote: "could you please refer me to the hiring manager?"',
        "> Could you refer me to the hiring manager?\nNo.",
        "---\nHi Dana,\nCould you refer me to the hiring manager?\n---\nThat is the note.",
    ],
    ids=["negation", "report", "thanks", "quotation", "quoted line", "letter to somebody else"],
)
def test_what_is_no_ask(body: str) -> None:
    assert kinds(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "I was wondering if you could refer me to the hiring manager.",
        "could u pls refer me to the hiring manager",
        "Would you mind referring me?",
        "If it's not too much, I'd really appreciate it if you could refer me.",
        "Whether or not it works out, could you refer me?",
    ],
)
def test_one_ask_in_many_words(body: str) -> None:
    assert kinds(body) == ["refer"]


def test_a_rule_between_two_letters_hides_nothing_but_a_letter() -> None:
    assert kinds("---\nCould you refer me?\n---") == ["refer"]


def test_a_wrapped_line_is_read_as_one() -> None:
    wrapped = "I have been thinking about this for a while now, could\nyou refer me to the hiring manager?"
    assert kinds(wrapped) == ["refer"]
    assert kinds("could\nyou refer") == []


def test_offsets_are_code_points() -> None:
    body = "Grüße 👋🏽 aus Köln — I’d be grateful if you could refer me to the hiring manager… naïve?"
    (act,) = acts(body)
    assert body[act.evidence.start : act.evidence.end] == act.evidence.text
    assert act.evidence.text.endswith("refer me to the hiring manager")


def test_the_subject_is_read_too() -> None:
    (act,) = read("Hello.", subject="Could you introduce me to Ada?").acts
    assert act.evidence.part is Part.SUBJECT


@pytest.mark.parametrize(
    ("time", "minutes"),
    [("15 minute", 15), ("20-min", 20), ("15-20 minute", 15), ("half-hour", 30), ("hour-long", 60)],
)
def test_the_minutes_that_a_call_is_bounded_to(time: str, minutes: int) -> None:
    (act,) = acts(f"Would you be open to a {time} zoom call?")
    assert act.minutes == minutes


def test_the_topic_of_a_talk() -> None:
    (act,) = acts("Would you have time for a coffee? I'd like to hear about tidal energy.")
    assert act.topic == "tidal energy"


def test_an_empty_topic_is_none() -> None:
    (act,) = acts("Would you have time for a coffee to talk about an opportunity?")
    assert act.topic == ""


def test_the_mutual_contact_is_named() -> None:
    (act,) = acts("Ada Lopez suggested that I write to you.", "tie")
    assert act.person == "Ada Lopez"


def test_nobody_is_no_mutual_contact() -> None:
    assert kinds("You suggested that I write to you.", "tie") == []


def test_of_two_readings_of_the_same_words_the_longer_stays() -> None:
    assert kinds("Please let us know the charges for the article.") == ["send"]


def test_a_list_may_run_over_the_whole_text() -> None:
    between = "Please take as long over it as you like. " * 8
    body = f"First, tell me how you hire. {between}Second, who reads it? {between}Finally, when?"
    assert "several" in kinds(body)
