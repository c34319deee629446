"""Each check by example: what it must let pass, what it must refuse."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from demur.domain.draft import Check
from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice
from demur.guard import GuardContext
from guard_words import GUARD

CASES: list[dict[str, Any]] = [
    case
    for name in ("examples.toml", "structure.toml")
    for case in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["case"]
]


def checks(case: dict[str, Any], candidate: str) -> dict[str, Check]:
    beat = FilledBeat(role=Role.STATEMENT, text=case["template"], facts=case.get("facts", ()))
    voice = Voice(id="test", name="Test", **case["voice"]) if "voice" in case else None
    context = GuardContext(voice=voice, message=case.get("message", ""), private=case.get("private", ()))
    return {check.id: check for check in GUARD.check(beat, candidate, context)}


def pairs(kind: str) -> list[Any]:
    return [
        pytest.param(case, candidate, id=f"{case['check']}: {candidate}")
        for case in CASES
        for candidate in case[kind]
    ]


@pytest.mark.parametrize(("case", "candidate"), pairs("may"))
def test_a_faithful_rewrite_passes_every_check(case: dict[str, Any], candidate: str) -> None:
    assert not [check for check in checks(case, candidate).values() if not check.passed]


@pytest.mark.parametrize(("case", "candidate"), pairs("must_not"))
def test_the_check_refuses_and_says_why(case: dict[str, Any], candidate: str) -> None:
    found = checks(case, candidate)[case["check"]]
    assert not found.passed
    assert found.detail


def test_every_check_has_three_hits_and_three_misses() -> None:
    listed = [
        check.id
        for check in GUARD.check(FilledBeat(role=Role.STATEMENT, text="No."), "No.", GuardContext())
    ]
    for name in listed:
        of_it = [case for case in CASES if case["check"] == name]
        assert sum(len(case["must_not"]) for case in of_it) >= 3
        assert sum(len(case["may"]) for case in CASES) >= 3
