"""What the figures must not fall below: one table for each file of cases, one least share a line."""

import math

from .figures import Figures

MARGIN = 0.02


def shares(figures: Figures) -> dict[str, float]:
    """Every share that has a floor; 0 where nothing was found at all."""
    signals = {
        f"{signal}-{share}": getattr(counts, share) or 0.0
        for signal, counts in figures.signals.items()
        for share in ("precision", "recall")
    }
    return signals | {
        "no-request-unflagged": figures.no_requests.unflagged or 0.0,
        "moves-acceptable": figures.moves.acceptable or 0.0,
    }


def floors(name: str, figures: Figures) -> str:
    """The TOML table of floors a little under ``figures``."""
    under = ((key, math.floor((share - MARGIN) * 100) / 100) for key, share in shares(figures).items())
    return "\n".join((f"[{name}]", *(f"{key} = {max(floor, 0):.2f}" for key, floor in under), ""))
