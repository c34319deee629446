"""The model card, which goes beside the adapter (https://arxiv.org/abs/1810.03993)."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from .corpus import Corpus
from .figures import figures

_CARD = Path(__file__).with_name("card.md")


class Outcome(NamedTuple):
    """How a training run went: its steps, the loss of a token at its end, and ``agreement``'s share."""

    steps: int
    loss: float
    agreement: float


def write_card(
    file: Path, base: str, shape: tuple[int, int, float], corpus: Corpus, outcome: Outcome
) -> None:
    """Write the card of the adapter in ``file`` beside it; ``shape`` is first layer, rank and alpha."""
    first_layer, rank, alpha = shape
    card = _CARD.read_text("utf-8").format(
        name=file.name,
        base=base,
        size=file.stat().st_size / 1e6,
        sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        rank=rank,
        alpha=alpha,
        first_layer=first_layer,
        figures=figures(corpus),
        **outcome._asdict(),
    )
    file.with_suffix(".md").write_text(card, "utf-8")
