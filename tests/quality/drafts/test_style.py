"""The ruler for styles, on texts short enough to count by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality.drafts.style import Ruler

WRITINGS = {
    "plain": ["The train was late.", "I do not like soup.", "We walked home."],
    "lively": ["Mate, it's late!", "Mate, I don't like soup - at all!", "we walked home 🐶"],
    "curt": ["late again", "no soup", "walked home"],
}
RULER = Ruler(WRITINGS)


def test_what_can_be_counted_is_counted() -> None:
    style = RULER.style("lively", WRITINGS["lively"])
    assert style["exclamation marks"] == pytest.approx(2 / 3)
    assert style["commas"] == pytest.approx(2 / 3)
    assert style["dashes, brackets"] == pytest.approx(1 / 3)
    assert style["emoji"] == pytest.approx(1 / 3)
    assert style["lower case"] == pytest.approx(1 / 3)
    assert style["no stop"] == pytest.approx(1 / 3)
    assert style["contractions"] == pytest.approx(3 / 4)


def test_written_out_is_no_contraction() -> None:
    assert RULER.style("plain", ["I do not know, and it is late."])["contractions"] == pytest.approx(1 / 4)


def test_a_word_that_others_do_not_use_twice_is_a_favourite() -> None:
    assert RULER.style("lively", ["Mate, that was good."])["favourites"] == 1
    assert RULER.style("plain", ["Mate, that was good."])["favourites"] == 0
    assert RULER.style("lively", ["That was soup."])["favourites"] == 0


def test_two_sentences_in_a_text_count_as_two() -> None:
    one, two = (RULER.style("plain", [text]) for text in ("I am here now.", "I am here. I am now."))
    assert one["sentence length"] > two["sentence length"]


def test_a_text_in_a_persons_manner_is_nearer_than_one_in_another() -> None:
    lively = RULER.style("lively", WRITINGS["lively"])
    near, far = (RULER.style("lively", [text]) for text in ("Mate, it's soup!", "It is soup."))
    assert RULER.distance(near, lively) < RULER.distance(far, lively)


@given(st.lists(st.sampled_from([text for texts in WRITINGS.values() for text in texts]), min_size=1))
def test_everybody_writes_like_themself(texts: list[str]) -> None:
    style = RULER.style("lively", texts)
    assert RULER.distance(style, style) == 0
