"""Counting outcomes: precision and recall of each signal, messages that ask for nothing and moves."""

from collections import Counter
from collections.abc import Sequence

from pydantic import computed_field

from demur.domain.advice import MoveId
from demur.domain.frozen import Frozen
from demur.domain.reading import SignalId

from .outcomes import CLEAR, TEXT_READ, Outcome


class Counts(Frozen):
    """How often a signal was found rightly, found wrongly and missed; a share of nothing is None."""

    tp: int
    fp: int
    fn: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return _share(self.tp, self.tp + self.fp)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float | None:
        """The share of what there is that was found."""
        return _share(self.tp, self.tp + self.fn)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return _share(2 * self.tp, 2 * self.tp + self.fp + self.fn)


class NoRequests(Frozen):
    """Messages that ask for nothing: how many show a clear flag in their sender, how many any."""

    messages: int
    clear: int
    any: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def unflagged(self) -> float | None:
        """The share without a clear flag."""
        return _share(self.messages - self.clear, self.messages)


class Advised(Frozen):
    """The moves that were advised where the labels accept the same ones, most frequent first."""

    acceptable: tuple[MoveId, ...]
    moves: dict[MoveId, int]


class Moves(Frozen):
    """How many of the messages with advice in their labels were given such advice."""

    messages: int
    agreed: int
    advised: tuple[Advised, ...]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def acceptable(self) -> float | None:
        """The share that was given acceptable advice."""
        return _share(self.agreed, self.messages)


class Figures(Frozen):
    """Everything that is counted over some messages."""

    messages: int
    signals: dict[SignalId, Counts]
    no_requests: NoRequests
    moves: Moves


def count(outcomes: Sequence[Outcome]) -> Figures:
    """Count everything over ``outcomes``."""
    nothing_asked = [outcome for outcome in outcomes if outcome.case.signals.get("is-request") is False]
    return Figures(
        messages=len(outcomes),
        signals={signal: _counts(signal, outcomes) for signal in TEXT_READ},
        no_requests=NoRequests(
            messages=len(nothing_asked),
            clear=sum(outcome.sender_strength >= CLEAR for outcome in nothing_asked),
            any=sum(outcome.sender_strength > 0 for outcome in nothing_asked),
        ),
        moves=_moves([outcome for outcome in outcomes if outcome.case.moves]),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _counts(signal: SignalId, outcomes: Sequence[Outcome]) -> Counts:
    pairs = Counter(
        (outcome.case.signals.get(signal), outcome.strength(signal) >= CLEAR) for outcome in outcomes
    )
    return Counts(tp=pairs[True, True], fp=pairs[False, True], fn=pairs[True, False])


def _moves(outcomes: Sequence[Outcome]) -> Moves:
    tally: dict[tuple[MoveId, ...], Counter[MoveId]] = {}
    for outcome in outcomes:
        tally.setdefault(tuple(sorted(outcome.case.moves)), Counter())[outcome.move] += 1
    rows = sorted(tally.items(), key=lambda row: (-row[1].total(), row[0]))
    return Moves(
        messages=len(outcomes),
        agreed=sum(outcome.move in outcome.case.moves for outcome in outcomes),
        advised=tuple(
            Advised(acceptable=moves, moves=dict(advised.most_common())) for moves, advised in rows
        ),
    )
