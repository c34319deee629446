"""What the embedded model wrote with its adapter and without, in a voice, each output judged by eye.

The word list was made with these at hand; a half kept apart is for reporting. Part of them was judged
because an earlier guard let them pass: what is unfaithful among those is mostly clumsy, not false.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from guard_words import refused

LINES = Path(__file__).with_name("adapter.jsonl").read_text(encoding="utf-8").splitlines()
OUTPUTS: list[dict[str, Any]] = [json.loads(line) for line in LINES]
CLUMSY = {"form", "sign"}


@pytest.mark.parametrize("known", [False, True], ids=["no voice known", "voice known"])
def test_most_that_is_unfaithful_is_refused_and_most_of_the_faithful_pass(known: bool) -> None:
    counts = Counter(
        (output["faithful"], output["why"] in CLUMSY, refused(output, known)) for output in OUTPUTS
    )
    assert counts[True, False, True] <= 0.08 * (counts[True, False, False] + counts[True, False, True])
    assert counts[False, False, True] >= 0.86 * (counts[False, False, False] + counts[False, False, True])
    assert counts[False, True, True] >= 0.7 * (counts[False, True, False] + counts[False, True, True])


@pytest.mark.parametrize("known", [False, True], ids=["no voice known", "voice known"])
def test_no_flip_promise_excuse_acceptance_or_apology_passes(known: bool) -> None:
    worst = {"flip", "promise", "excuse", "acceptance", "apology"}
    passed = [output for output in OUTPUTS if output["why"] in worst and not refused(output, known)]
    assert [(output["template"], output["candidate"]) for output in passed] == []
