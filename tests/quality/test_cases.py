"""The labelled messages are well formed, and what is held out shares no wording with the rest."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from demur.domain.advice import MoveId
from quality.outcomes import TEXT_READ

CASES = Path(__file__).parent / "cases"
FILES = {
    path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for path in sorted(CASES.glob("*.jsonl"))
}
# Other languages: a file to write patterns on, and one that is held out.
LANGUAGES = ("de", "es", "fr")
HALVES = [(name, "reporting") for name in FILES if name.startswith("development")] + [
    (language, f"{language}-reporting") for language in LANGUAGES
]
ENGLISH = [name for name in FILES if name.partition("-")[0] not in LANGUAGES]
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
    assert near


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


@pytest.mark.parametrize("name", ENGLISH)
def test_there_are_enough_messages_to_measure_on(name: str) -> None:
    cases = FILES[name]
    assert len(cases) >= 180
    assert sum("near_miss" in case for case in cases) * 3 >= len(cases)
    assert sum(not case["signals"]["is-request"] for case in cases) >= 50
    for signal in TEXT_READ:
        assert sum(case["signals"][signal] is True for case in cases) >= 12, signal


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_messages_of_another_language_in_both_halves(language: str) -> None:
    for name in (language, f"{language}-reporting"):
        assert len(FILES[name]) >= 20
        assert {case["lang"] for case in FILES[name]} == {language}


@pytest.mark.parametrize(("name", "held_out"), HALVES)
def test_what_is_held_out_shares_no_wording_with_what_is_tuned_on(name: str, held_out: str) -> None:
    assert not runs_of_words(FILES[name]) & runs_of_words(FILES[held_out])
