"""The opening example of article 002, as a message."""

import pytest

from demur.domain.reading import Reading, SignalId
from demur.rules import Rulebook
from rulebook import ROOT, RULEBOOK, WEIGHED, read, strengths

SAMPLE = (ROOT / "prompts" / "sample-request.txt").read_text("utf-8").split("\n\n", 1)[1]


def underlined(reading: Reading, id_: SignalId) -> list[str]:
    (signal,) = (signal for signal in reading.signals if signal.id is id_)
    return [evidence.text for evidence in signal.evidence]


@pytest.mark.parametrize("book", [RULEBOOK, WEIGHED], ids=["by the rules alone", "weighed"])
def test_a_classmate_who_asks_for_four_things_is_too_soon_too_much_and_one_sided(book: Rulebook) -> None:
    found = strengths(read(SAMPLE, book=book))
    assert found["too-soon"] >= 2
    assert found["many-asks"] >= 2
    assert found["one-sided"] >= 2


def test_the_four_questions_are_underlined() -> None:
    assert underlined(read(SAMPLE), SignalId.MANY_ASKS) == [
        "Are you available to hop on a quick call",
        "Is the company still hiring for that position",
        "Would you be able to refer me to the hiring manager",
        "can you suggest any other contacts",
    ]


def test_the_favours_that_come_too_soon_are_underlined() -> None:
    assert underlined(read(SAMPLE), SignalId.TOO_SOON) == [
        "Would you be able to refer me to the hiring manager",
        "can you suggest any other contacts",
    ]
