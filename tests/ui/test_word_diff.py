"""Which words of two wordings differ."""

from hypothesis import given
from hypothesis import strategies as st

from demur.ui.word_diff import differing


def marked(one: str, other: str) -> tuple[list[str], list[str]]:
    left, right = differing(one, other)
    return [one[start:end] for start, end in left], [other[start:end] for start, end in right]


def test_what_only_one_of_two_wordings_says_is_found_word_by_word() -> None:
    assert marked("I can't take a call, sorry.", "I cannot take a call at the moment.") == (
        ["can't", ", sorry"],
        ["cannot", "at the moment"],
    )


def test_a_word_of_any_script_is_whole_and_what_comes_after_an_emoji_is_in_its_place() -> None:
    assert marked("Eine Größe 👋 ja.", "Eine Groesse 👋 ja!") == (
        ["Größe", "."],
        ["Groesse", "!"],
    )
    assert marked("שלום לך", "שלום לכם") == (["לך"], ["לכם"])


def test_of_an_essay_all_between_the_common_ends_is_taken_to_differ() -> None:
    essay = "so " * 100_000
    assert marked(f"Hi. {essay}Bye.", f"Hi. {essay}then {essay}Bye.") == ([], [f"then {essay}"])


@given(st.text(), st.text())
def test_what_is_not_marked_is_the_same_words_in_both(one: str, other: str) -> None:
    def rest(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
        kept, at = "", 0
        for start, end in spans:
            assert at <= start < end <= len(text)
            kept, at = kept + text[at:start], end
        return (kept + text[at:]).split()

    left, right = differing(one, other)
    assert "".join(rest(one, left)) == "".join(rest(other, right))
