"""The sentences that letters are made of, with their paraphrases, against rewrites written to get past."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from demur.domain.advice import MoveId
from demur.domain.template import FilledBeat, Slot
from demur.guard import GuardContext
from demur.templates import fill
from guard_words import GUARD
from shipped import TEMPLATES

BEATS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("real_beats.toml").read_text(encoding="utf-8")
)["beat"]
SLOTS = {
    Slot.NAME: "Ana Lindqvist",
    Slot.ME: "Sam",
    Slot.TOPIC: "the hiring panel in May",
    Slot.DATE: "14 December",
    Slot.RESOURCE: "“Ask Better” (https://kestrel.example/ask)",
    Slot.ORGANISATION: "Women in Data (https://wid.example)",
    Slot.PERSON: "Priya Shah",
    Slot.MEETING: "the spring meetup",
}


def filled(entry: dict[str, Any]) -> FilledBeat:
    template = TEMPLATES.template(MoveId(entry["move"]))
    needed = {slot for beat in template.beats for slot in beat.required}
    slots = {slot: value for slot, value in SLOTS.items() if slot in needed or "slots" not in entry}
    return next(beat for beat in fill(template, slots) if beat.text == entry["says"])


def pairs(kind: str) -> list[Any]:
    return [pytest.param(entry, said, id=ascii(said)) for entry in BEATS for said in entry[kind]]


def refusals(entry: dict[str, Any], said: str) -> list[str]:
    checks = GUARD.check(filled(entry), said, GuardContext())
    return [f"{check.id}: {check.detail}" for check in checks if not check.passed]


@pytest.mark.parametrize(("entry", "said"), pairs("may"))
def test_another_manner_passes(entry: dict[str, Any], said: str) -> None:
    assert not refusals(entry, said)


@pytest.mark.parametrize(("entry", "said"), pairs("must_not"))
def test_another_meaning_is_refused(entry: dict[str, Any], said: str) -> None:
    assert refusals(entry, said)
