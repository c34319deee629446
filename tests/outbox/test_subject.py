"""What a reply is called: one "Re:", whatever the programs before put there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.outbox.subject import reply_subject


@pytest.mark.parametrize(
    "subject",
    [
        "Coffee",
        "Re: Coffee",
        "RE: Coffee",
        "AW: WG: Coffee",
        "Antw: Coffee",
        "SV: Coffee",
        "TR : Coffee",
        "RE\u00a0: Coffee",
        "RV: Re: RES: Coffee",
        "Re[3]: Re(2): Coffee",
        "Fwd: Fw: Coffee",
        "回复\uff1aCoffee",
        "re:re:re:Coffee",
        "Re:\r\n Coffee",
        "=?Re: Coffee",
    ],
)
def test_one_re_in_place_of_all_marks(subject: str) -> None:
    assert reply_subject(subject) == "Re: Coffee"


@pytest.mark.parametrize(
    ("subject", "reply"),
    [
        ("", "Re:"),
        ("Re:", "Re:"),
        ("Reply: how to", "Re: Reply: how to"),
        ("Note: Re: what you wrote", "Re: Note: Re: what you wrote"),
        ("[EXT] RE: [EXT] AW: Coffee", "Re: [EXT] [EXT] Coffee"),
        ("[Guild] Spring meetup", "Re: [Guild] Spring meetup"),
        ("קפה?", "Re: קפה?"),
    ],
)
def test_nothing_else_is_taken_away(subject: str, reply: str) -> None:
    assert reply_subject(subject) == reply


@given(st.lists(st.sampled_from(["Re", "AW", "[x]", ":", " ", "=?", "\n", "coffee", "[1]"])).map("".join))
def test_a_reply_to_a_reply_is_called_the_same(subject: str) -> None:
    once = reply_subject(subject)
    assert once.startswith("Re:")
    assert reply_subject(once) == once


def test_a_thousand_marks_and_tags_are_no_work() -> None:
    assert reply_subject("[a] Re: " * 100_000).count("Re:") <= 2
