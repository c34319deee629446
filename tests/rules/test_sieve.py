"""Many patterns on one text: no match is lost, and each is told once."""

from hypothesis import given
from hypothesis import strategies as st

from demur.rules.pattern import compile_pattern, expand
from demur.rules.sieve import Sieve
from demur.rules.text import prepare

LONG = "Nothing of any interest is said here, and it takes a line or two to say so. " * 3


def found(text: str, *patterns: str) -> list[str]:
    """What the sieve finds in ``text``, passage by passage."""
    sieve = Sieve({number: expand(pattern, {}) for number, pattern in enumerate(patterns)})
    prepared = prepare(text)
    return [
        prepared.plain[first + match.start() : first + match.end()]
        for _, match, first in sieve.matches(prepared.plain, prepared.passages)
    ]


def test_a_pattern_is_found_in_every_passage() -> None:
    assert found(f"Call me. {LONG}Call me. {LONG}Call me.", "call me") == ["Call me"] * 3


def test_a_match_in_the_sentence_that_two_passages_share_is_told_once() -> None:
    assert found(f"{LONG}Call me. {LONG}", "call me") == ["Call me"]


def test_a_pattern_that_begins_with_the_end_of_a_sentence_is_found_at_the_start_of_a_passage() -> None:
    assert found(f"{LONG}Call me. {LONG}", r"\. call me") == [". Call me"]


def test_a_match_may_begin_in_one_passage_and_end_in_the_next() -> None:
    assert found(f"{LONG}One. Two. {LONG}", r"one\. two") == ["One. Two"]


def test_the_whole_text_is_one_piece_to_a_pattern_that_runs_across() -> None:
    sieve = Sieve({7: "(?i)one[^!]*two"})
    prepared = prepare(f"One. {LONG}Two.")
    assert [number for number, _, _ in sieve.matches(prepared.plain, [prepared.whole])] == [7]


def test_the_start_and_the_end_of_the_text_are_not_those_of_a_passage() -> None:
    assert found(f"Nothing. {LONG}Nothing.", "^nothing", "nothing[.]$") == ["Nothing", "Nothing."]


def test_blanks_may_be_doubled_wherever_a_pattern_has_one() -> None:
    assert found("Could  you   please call   me?", "you ... call me", "could you") == [
        "you   please call   me",
        "Could  you",
    ]


def test_what_is_counted_is_found_with_that_count_alone() -> None:
    assert found("It is 7, 77 or 777777.", r"\b\d{2,3}\b", r"\b7{6}\b") == ["77", "777777"]


def test_braces_may_be_meant_as_they_are() -> None:
    assert found("Hello {3} and 333.", r"\{3\}") == ["{3}"]


@given(st.text("ab .\n", max_size=60))
def test_in_a_short_text_the_sieve_finds_what_each_pattern_finds_by_itself(text: str) -> None:
    patterns = ["a b", "a ... b", "ab{2,3}a", "^a", "b$", "[.] a"]
    alone = (compile_pattern(expand(pattern, {})).finditer(prepare(text).plain) for pattern in patterns)
    assert sorted(found(text, *patterns)) == sorted(match[0] for one in alone for match in one)
