"""Shares and their intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality.drafts.shares import Share


def test_the_interval_is_that_of_wilson() -> None:
    assert Share(part=81, whole=263).interval == pytest.approx((0.255, 0.366), abs=0.001)  # Newcombe 1998
    assert str(Share(part=81, whole=263)) == "31 % (26–37; 81 of 263)"


def test_a_share_of_nothing_is_unknown() -> None:
    nothing = Share(part=0, whole=0)
    assert (nothing.value, nothing.interval, str(nothing)) == (None, (0.0, 1.0), "–")


@given(st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_interval_holds_the_share(counts: tuple[int, int]) -> None:
    share = Share(part=counts[0], whole=counts[1])
    low, high = share.interval
    assert share.value is not None
    assert 0 <= low <= share.value + 1e-9
    assert share.value - 1e-9 <= high <= 1
