"""The table of the house: what it advises, and that it always does."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demur.advice import DecisionTable
from demur.domain.advice import Advice, MoveId
from demur.domain.reading import Reading, Side, Signal, SignalId, Source

FILE = Path(__file__).parents[2] / "desktop/demur/advice/table.toml"
TABLE = DecisionTable.load(FILE.read_text(encoding="utf-8"), FILE.name)

unhurried = settings(deadline=None)  # a busy machine is no defect

SENDER = ["selling", "integrity", "too-soon", "pressure", "many-asks", "bad-history", "one-sided", "vague"]
SELF = ["overcommitted", "burnt-out", "cannot-answer"]
FIT = ["off-target", "no-goal", "already-covered", "follow-up-first", "crunch"]
SIDES = dict.fromkeys(SENDER, Side.SENDER) | dict.fromkeys(SELF, Side.SELF) | dict.fromkeys(FIT, Side.FIT)


def signal(name: str, strength: int = 2) -> Signal:
    return Signal(
        id=SignalId(name),
        side=SIDES.get(name, Side.COUNTER),
        strength=strength,
        why=f"It is {name}.",
        source=Source(article="002", quote="..."),
    )


def reading(*names: str) -> Reading:
    """Clear signals, unless a name says otherwise: ``integrity:3``."""
    parts = [(*name.split(":"), "2")[:2] for name in names]
    return Reading(acts=(), signals=tuple(signal(name, int(strength)) for name, strength in parts))


def advise(*names: str) -> Advice:
    return TABLE.advise(reading(*names))


@pytest.mark.parametrize(
    ("signals", "move"),
    [
        ("integrity:3", "no-reply"),
        ("integrity:3 burnt-out:3 knows-me:3", "no-reply"),
        ("integrity", "decline"),
        ("integrity burnt-out", "decline"),
        ("burnt-out", "decline-break"),
        ("burnt-out crunch too-soon", "decline-break"),
        ("burnt-out selling", "decline"),
        ("crunch", "decline-crunch"),
        ("crunch fits-goal:3 clear-ask", "decline-crunch"),
        ("crunch bad-history", "decline"),
        ("bad-history clear-ask", "decline"),
        ("bad-history good-history", "accept"),
        ("already-covered selling", "decline-honest"),
        ("selling", "decline"),
        ("selling:3 clear-ask", "decline"),
        ("selling knows-me", "decline-honest"),
        ("selling knows-me pressure", "decline"),
        ("pressure clear-ask", "decline"),
        ("cannot-answer:3 clear-ask", "refer"),
        ("cannot-answer:3 too-soon", "cannot-help"),
        ("cannot-answer clear-ask", "cannot-help"),
        ("overcommitted", "decline"),
        ("overcommitted mutual-contact", "decline-help"),
        ("follow-up-first clear-ask", "decline-help"),
        ("too-soon many-asks one-sided", "decline-help"),
        ("one-sided clear-ask", "decline-help"),
        ("one-sided clear-ask knows-me", "accept"),
        ("many-asks knows-me", "decline-help"),
        ("vague", "ask-details"),
        ("vague knows-me", "ask-details"),
        ("practice off-target", "accept-practice"),
        ("may-surprise clear-ask", "accept-practice"),
        ("practice fits-goal", "accept"),
        ("practice knows-me", "accept-practice"),
        ("practice knows-me offers-value", "accept"),
        ("off-target clear-ask", "decline-honest"),
        ("off-target early-days", "accept"),
        ("no-goal offers-value", "decline-honest"),
        ("fits-goal", "accept"),
        ("clear-ask", "accept"),
        ("clear-ask selling:1", "ask-details"),
        ("too-soon:1 one-sided:1", "ask-details"),
        ("", "ask-details"),
    ],
)
def test_what_is_advised(signals: str, move: str) -> None:
    assert advise(*signals.split()).move == move


def test_the_deciding_signals_are_named_and_no_others() -> None:
    assert advise("knows-me", "clear-ask", "selling").because == (SignalId.SELLING, SignalId.KNOWS_ME)


def test_without_a_clear_signal_nothing_decides() -> None:
    assert advise("vague:1").because == ()


def test_the_runner_up_is_the_next_row_with_another_move() -> None:
    assert advise("too-soon", "vague").runner_up is MoveId.ASK_DETAILS
    assert advise("too-soon", "one-sided").runner_up is MoveId.DECLINE
    assert advise().runner_up is MoveId.ACCEPT


readings = st.builds(
    lambda signals: Reading(acts=(), signals=tuple(signals)),
    st.lists(
        st.builds(
            signal,
            st.sampled_from([one.value for one in SignalId]),
            st.integers(min_value=1, max_value=3),
        ),
        max_size=12,
    ),
)


@unhurried
@given(readings)
def test_every_reading_gets_a_move_and_another_one(found: Reading) -> None:
    advice = TABLE.advise(found)
    assert advice.move is not advice.runner_up
    assert advice == TABLE.advise(found)


@unhurried
@given(readings)
def test_because_names_signals_of_the_reading_one_of_them_clear(found: Reading) -> None:
    because = TABLE.advise(found).because
    clear = {one.id for one in found.signals if one.strength >= 2}
    assert set(because) <= {one.id for one in found.signals}
    assert not because or clear & set(because)


@unhurried
@given(readings)
def test_the_order_of_signals_does_not_matter(found: Reading) -> None:
    backwards = Reading(acts=(), signals=found.signals[::-1])
    advice, again = TABLE.advise(found), TABLE.advise(backwards)
    assert (advice.move, advice.runner_up, advice.because) == (again.move, again.runner_up, again.because)


@pytest.mark.parametrize("number", range(len(TABLE.rows) - 1))
def test_every_row_decides_the_move_or_the_runner_up_of_some_reading(number: int) -> None:
    row = TABLE.rows[number]
    least = dict(list(row.any.items())[:1]) | row.all
    first, *others = [other for other in TABLE.rows if other.hold(least)]
    assert row in (first, next(other for other in others if other.move is not first.move))
    just_this = reading(*(f"{name}:{strength}" for name, strength in least.items()))
    assert set(TABLE.advise(just_this).because) == set(least)


def test_the_moves_that_answer_a_fresh_request_are_all_advised() -> None:
    follow_ups = {"ask-introduction", "make-introduction", "reconnect", "check-in", "thank-you"}
    assert {row.move.value for row in TABLE.rows} == {move.value for move in MoveId} - follow_ups
