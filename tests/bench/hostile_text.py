"""How much longer reading takes for ten times the text: texts made to slow it, and the worst pack."""

import statistics
import time
from collections.abc import Iterator
from itertools import pairwise

from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.rules import Rulebook
from hostile import LENGTHS, PIECES, WORST_BOOK, text
from rulebook import TODAY, WEIGHED

_ROUNDS = 5
_BOOKS = {"shipped rules": WEIGHED, "with the worst pack": WORST_BOOK}


def hostile_rows() -> Iterator[str]:
    """A line for each kind of text: its milliseconds at each length, and the ratios of the longer ones."""
    shown = " ".join(f"{length:>9,}" for length in LENGTHS)
    for name, book in _BOOKS.items():
        yield f"Reading hostile text, {name}: ms at so many characters, 10k / 1k, 100k / 10k"
        yield f"  {'':28} {shown}"
        for kind, piece in PIECES.items():
            took = [_median(book, Message(body=text(piece, length))) for length in LENGTHS]
            ratios = " ".join(f"{large / small:6.1f}" for small, large in pairwise(took))
            yield f"  {kind:28} {' '.join(f'{one:9.2f}' for one in took)} {ratios}"


def _median(book: Rulebook, message: Message) -> float:
    times = []
    for _ in range(_ROUNDS + 1):
        started = time.perf_counter()
        book.read(message, Profile(), LedgerFacts(), TODAY)
        times.append((time.perf_counter() - started) * 1e3)
    return statistics.median(times[1:])
