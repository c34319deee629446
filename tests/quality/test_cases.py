"""The labelled messages are well formed, and development and reporting share no wording."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from demur.domain.advice import MoveId
from quality.outcomes import TEXT_READ

CASES = Path(__file__).parent / "cases"
FILES = {
    name: [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()]
    for name in ("development", "development-2", "reporting")
}
SENDER = TEXT_READ[:7]
FIELDS = {"id", "lang", "channel", "kind", "signals", "moves", "text"}
WORDS_IN_A_RUN = 8

Case = dict[str, Any]
each_file = pytest.mark.parametrize("cases", FILES.values(), ids=FILES)


def runs_of_words(cases: list[Case]) -> set[tuple[str, ...]]:
    runs = set()
    for case in cases:
        words = re.findall(r"\w+", case["text"].lower())
        runs |= {tuple(words[i : i + WORDS_IN_A_RUN]) for i in range(len(words) - WORDS_IN_A_RUN + 1)}
    return runs


def test_every_id_is_given_once_over_all_files() -> None:
    ids = [case["id"] for cases in FILES.values() for case in cases]
    assert len(ids) == len(set(ids))


@each_file
def test_every_case_has_every_field_and_every_label(cases: list[Case]) -> None:
    for case in cases:
        assert case.keys() - {"near_miss"} == FIELDS, case["id"]
        assert case["channel"] in {"email", "linkedin", "other"}, case["id"]
        assert case["signals"].keys() == {*TEXT_READ, "is-request"}, case["id"]
        assert set(case["signals"].values()) <= {True, False, None}, case["id"]
        assert case["text"] == case["text"].strip() != "", case["id"]


@each_file
def test_a_near_miss_differs_in_a_label_from_a_message_of_its_own_file(cases: list[Case]) -> None:
    by_id = {case["id"]: case for case in cases}
    near = [case for case in cases if "near_miss" in case]
    for case in near:
        assert case["signals"] != by_id[case["near_miss"]]["signals"], case["id"]
    assert len(near) * 3 >= len(cases)


@each_file
def test_a_request_has_advice_and_anything_else_has_none(cases: list[Case]) -> None:
    for case in cases:
        assert bool(case["moves"]) is case["signals"]["is-request"], case["id"]
        assert set(case["moves"]) <= set(MoveId), case["id"]
        assert len(case["moves"]) == len(set(case["moves"])), case["id"]


@each_file
def test_what_is_no_request_shows_no_flag_in_the_sender(cases: list[Case]) -> None:
    for case in cases:
        if not case["signals"]["is-request"]:
            assert not any(case["signals"][signal] for signal in SENDER), case["id"]


@each_file
def test_three_asks_are_not_one_clear_ask(cases: list[Case]) -> None:
    for case in cases:
        assert not (case["signals"]["many-asks"] and case["signals"]["clear-ask"]), case["id"]


@each_file
def test_there_are_enough_messages_to_measure_on(cases: list[Case]) -> None:
    assert len(cases) >= 180
    assert sum(not case["signals"]["is-request"] for case in cases) >= 50
    for signal in TEXT_READ:
        assert sum(case["signals"][signal] is True for case in cases) >= 12, signal


@pytest.mark.parametrize("name", ["development", "development-2"])
def test_development_and_reporting_share_no_wording(name: str) -> None:
    assert not runs_of_words(FILES[name]) & runs_of_words(FILES["reporting"])
