"""The outside reader, on people whom anybody can tell apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality.drafts.reader import Reader, named

WRITINGS = {
    "loud": ["WOW! What a DAY!", "SO good to see everybody!!"],
    "calm": ["it rained; the garden was glad.", "we had tea, and then some more."],
}
LETTERS = ["Thank you for your letter.", "I cannot come."]
COMMON = [*WRITINGS["loud"], *WRITINGS["calm"], *LETTERS, "I like soup."]
READER = Reader(WRITINGS, COMMON, LETTERS)


def test_a_text_is_likest_to_whoever_writes_in_that_manner() -> None:
    likeness = READER.likeness("SUCH a lovely walk!!")
    assert likeness["loud"] > likeness["calm"]
    assert READER.likeness("we walked; it was lovely.")["calm"] > likeness["calm"]


def test_a_persons_own_words_are_as_like_as_can_be() -> None:
    alone = Reader({"one": ["I like soup."]}, COMMON, ["#"])
    assert alone.likeness("I like soup.") == {"one": pytest.approx(1.0)}


def test_what_a_person_has_in_common_with_all_letters_is_no_sign_of_them() -> None:
    formal = Reader({"formal": ["Thank you for your letter."]}, COMMON, ["Thank you for your letter."])
    assert formal.likeness("Thank you for your letter.") == {"formal": pytest.approx(0.0)}


@given(st.text())
def test_likeness_lies_between_the_opposite_and_all(text: str) -> None:
    assert all(-1 - 1e-9 <= like <= 1 + 1e-9 for like in READER.likeness(text).values())


def test_out_of_eight_the_likest_is_named() -> None:
    eight = {f"person {number}": number / 10 for number in range(8)}
    assert named(eight, "person 7") == 1
    assert named(eight, "person 6") == 0


def test_out_of_more_it_is_the_share_of_all_eights_in_which_none_is_liker() -> None:
    ten = {f"person {number}": number / 10 for number in range(10)}
    assert named(ten, "person 8") == pytest.approx(8 / 36)
    assert sum(named(ten, person) for person in ten) == pytest.approx(10 / 8)


def test_who_is_as_like_as_somebody_else_is_not_named() -> None:
    assert named(dict.fromkeys(map(str, range(8)), 0.5), "0") == 0
