"""Given the signals that two readers agreed on, the table advises what they would accept, mostly."""

import json
from collections import Counter
from pathlib import Path

import pytest

from demur.advice import DecisionTable
from demur.domain.reading import Reading, Side, Signal, SignalId, Source

FILE = Path(__file__).parents[2] / "desktop/demur/advice/table.toml"
LABELLED = Path(__file__).parents[3] / "shared/cases/messages.jsonl"


def labelled(signals: dict[str, bool | None], moves: list[str]) -> Reading:
    """The labels as clear signals; fraud is decisive where no reply at all would be accepted."""
    found = [SignalId(name) for name, holds in signals.items() if holds and name != "is-request"]
    decisive = {SignalId.INTEGRITY} if "no-reply" in moves else set()
    return Reading(
        acts=(),
        signals=tuple(
            Signal(
                id=one,
                side=Side.SENDER,
                strength=3 if one in decisive else 2,
                why="It is labelled so.",
                source=Source(article="002", quote="..."),
            )
            for one in found
        ),
    )


@pytest.mark.skipif(not LABELLED.is_file(), reason="the labelled requests are not here")
def test_the_advice_is_one_that_the_readers_would_accept() -> None:
    table = DecisionTable.load(FILE.read_text(encoding="utf-8"), FILE.name)
    cases = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    requests = [case for case in cases if case["moves"]]
    accepted = Counter(
        case["stratum"]
        for case in requests
        if table.advise(labelled(case["signals"], case["moves"])).move in case["moves"]
    )
    assert Counter(case["stratum"] for case in requests) == {"example": 58, "real": 33}
    assert accepted >= Counter(
        example=50, real=26
    )  # the rest hinges on labels that the readers disagree on
