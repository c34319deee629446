"""Shares, with how far chance may have moved them."""

import math

from demur.domain.frozen import Frozen

# Standard deviations that hold 95 of 100.
_Z = 1.96


class Share(Frozen):
    """``part`` of ``whole``; ``part`` may be a sum of chances."""

    part: float
    whole: int

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share of many more lies in 95 of 100 cases (Wilson's score interval)."""
        if not self.whole:
            return 0.0, 1.0
        share, spread = self.part / self.whole, _Z**2 / self.whole
        middle = (share + spread / 2) / (1 + spread)
        half = _Z / (1 + spread) * math.sqrt(share * (1 - share) / self.whole + spread / self.whole / 4)
        return max(middle - half, 0.0), min(middle + half, 1.0)

    def __str__(self) -> str:
        if not self.whole:
            return "–"
        low, high = (round(100 * end) for end in self.interval)
        return f"{100 * self.part / self.whole:.0f} % ({low}–{high}; {self.part:.0f} of {self.whole})"
