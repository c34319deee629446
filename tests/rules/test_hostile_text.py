"""What a stranger may send: the work grows with the text, not with its square."""

import pytest

from rulebook import read

LONG = 200_000


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "\n",
        '"',
        "[",
        "{",
        "é",
        "\x01",
        "\ud800",
        "not ",
        "could you ",
        "please refer me. ",
        "Ada ",
    ],
    ids=ascii,
)
def test_a_long_run_of_anything_is_read(piece: str) -> None:
    text = piece * (LONG // len(piece))
    for act in read(text).acts:
        assert text[act.evidence.start : act.evidence.end] == act.evidence.text


def test_a_message_that_repeats_itself_shows_no_more_passages_than_anybody_reads() -> None:
    found = read("Could you refer me to the hiring manager? " * 500)
    assert found.signals
    assert max(len(signal.evidence) for signal in found.signals) == 40
