"""The arithmetic of ``make quality``, on outcomes small enough to count by hand."""

import pytest

from demur.domain.advice import MoveId
from demur.domain.message import Evidence, Part
from demur.domain.reading import Act, ActType, Reading, Side, Signal, SignalId, Source
from quality.figures import count
from quality.floors import floors
from quality.misses import misses
from quality.outcomes import Case, Outcome
from quality.tables import listing, table

SOURCE = Source(article="002", quote="…")
ACT = Act(type=ActType.PITCH, kind="product", evidence=Evidence(part=Part.BODY, start=0, end=3, text="Buy"))
SELLING = SignalId.SELLING


def outcome(
    selling: bool | None = False,
    found: int = 0,
    request: bool | None = True,
    moves: tuple[MoveId, ...] = (MoveId.DECLINE,),
    advised: MoveId = MoveId.DECLINE,
) -> Outcome:
    """A message labelled as said; ``found`` is the strength of ``selling`` in it, 0 for not found."""
    flag = [Signal(id=SELLING, side=Side.SENDER, strength=n, why="", source=SOURCE) for n in (found,) if n]
    case = Case(
        id="x1",
        kind="sales_pitch",
        signals={SELLING: selling, "is-request": request},
        moves=moves,
        text="Buy now",
    )
    return Outcome(case=case, reading=Reading(acts=(ACT,), signals=tuple(flag)), move=advised)


def test_precision_is_the_right_share_of_what_was_found_and_recall_of_what_there_is() -> None:
    right, false_alarm, missed = outcome(True, 3), outcome(False, 2), outcome(True)
    counts = count([right, right, right, false_alarm, missed, missed]).signals[SELLING]
    assert (counts.tp, counts.fp, counts.fn) == (3, 1, 2)
    assert (counts.precision, counts.recall) == (3 / 4, 3 / 5)
    assert counts.f1 == pytest.approx(2 * (3 / 4) * (3 / 5) / (3 / 4 + 3 / 5))


def test_a_share_of_nothing_is_none() -> None:
    counts = count([outcome(False)]).signals[SELLING]
    assert (counts.precision, counts.recall, counts.f1) == (None, None, None)
    assert "–" in table(count([outcome(False)]))


def test_a_null_label_is_in_no_count_and_is_no_miss() -> None:
    doubtful = [outcome(None, 3), outcome(None)]
    counts = count(doubtful).signals[SELLING]
    assert (counts.tp, counts.fp, counts.fn) == (0, 0, 0)
    assert not misses(doubtful, held_out=False)


@pytest.mark.parametrize(("strength", "found"), [(1, 0), (2, 1), (3, 1)])
def test_only_a_clear_signal_counts_as_found(strength: int, found: int) -> None:
    assert count([outcome(True, strength)]).signals[SELLING].tp == found


def test_what_asks_for_nothing_is_counted_with_clear_flags_and_with_any() -> None:
    nothing = [outcome(found=strength, request=False) for strength in (0, 1, 2)]
    asked = [outcome(found=3), outcome(found=3, request=None)]
    figures = count([*nothing, *asked])
    assert (figures.no_requests.messages, figures.no_requests.clear, figures.no_requests.any) == (3, 1, 2)


def test_a_move_agrees_when_the_labels_accept_it_and_no_request_has_none() -> None:
    either = (MoveId.DECLINE_HELP, MoveId.ACCEPT)
    moves = count(
        [
            outcome(moves=either, advised=MoveId.ACCEPT),
            outcome(moves=either[::-1], advised=MoveId.DECLINE),
            outcome(request=False, moves=()),
        ]
    ).moves
    assert (moves.agreed, moves.messages) == (1, 2)
    assert [row.moves for row in moves.advised] == [{MoveId.ACCEPT: 1, MoveId.DECLINE: 1}]


def test_a_miss_names_its_faults_and_the_acts_with_their_words() -> None:
    (miss,) = misses([outcome(True, 1, advised=MoveId.ACCEPT)], held_out=False)
    assert miss.faults == ("selling missed (found, but weak)", "accept advised, not decline")
    assert miss.acts == ("pitch/product “Buy”",)
    assert "Buy now" in listing("cases", [miss], held_out=False)


def test_of_what_is_held_out_neither_text_nor_acts_are_shown() -> None:
    shown = listing("cases", misses([outcome(False, 2)], held_out=True), held_out=True)
    assert "x1: selling false alarm" in shown
    assert "Buy" not in shown
    assert "must not read them" in shown


def test_floors_lie_a_little_under_the_figures_and_never_under_nothing() -> None:
    written = floors("half", count([outcome(True, 2), outcome(True), outcome(request=False, moves=())]))
    assert written.startswith("[half]\nselling-precision = 0.98\nselling-recall = 0.48\n")
    assert "integrity-recall = 0.00\n" in written
    assert "moves-acceptable = 0.98\n" in written
