"""Two things timed in turn, so that a machine that slows down slows both."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 9


class Ratio(NamedTuple):
    """The median of ``a / b`` over rounds of one of each, and what each took, in ``unit``."""

    name: str
    meaning: str
    ratio: float
    a: float
    b: float
    unit: str

    def __str__(self) -> str:
        figures = f"{self.ratio:8.3f}   {self.a:10.4g} / {self.b:<10.4g} {self.unit:9}"
        return f"{self.name:3} {figures} {self.meaning}"


def compare(
    name: str,
    meaning: str,
    a: Callable[[], float],
    b: Callable[[], float],
    unit: str = "s",
    rounds: int = ROUNDS,
) -> Ratio:
    """``a`` and ``b`` measure themselves; one round of both goes uncounted first."""
    pairs = [(a(), b()) for _ in range(rounds + 1)][1:]
    ratio = statistics.median(one / other for one, other in pairs)
    return Ratio(
        name,
        meaning,
        ratio,
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        unit,
    )


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
