"""Rewrites that somebody wrote to get past the guard, kept because one guard or another let them pass.

What was made of them says nothing about how often a model writes such a thing.
"""

import json
from collections import Counter
from pathlib import Path

from demur.domain.template import FilledBeat, Role
from demur.guard import GuardContext
from guard_words import GUARD

LINES = Path(__file__).with_name("attacks.jsonl").read_text(encoding="utf-8").splitlines()
ATTACKS = [json.loads(line) for line in LINES]


def refused(template: str, candidate: str) -> bool:
    beat = FilledBeat(role=Role.STATEMENT, text=template)
    return not all(check.passed for check in GUARD.check(beat, candidate, GuardContext()))


def test_no_fewer_are_refused_than_before() -> None:
    counts = Counter(
        (attack["faithful"], refused(attack["template"], attack["candidate"])) for attack in ATTACKS
    )
    assert counts[False, True] >= 160
    assert counts[True, False] >= 75
