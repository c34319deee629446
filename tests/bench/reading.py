"""How long the rules take for 400 words, each message another: what ``K`` measures on one message."""

import json
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from bench.ratio import ROUNDS, seconds
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from rulebook import TODAY, WEIGHED

_CASES = sorted((Path(__file__).parents[1] / "quality/cases").glob("development*.jsonl"))
_WORDS = 400
_MESSAGES = 100
_WORD = re.compile(r"\S+")


def reading_rows() -> Iterator[str]:
    """A line for messages never read before, and one for the same ones read again."""
    bodies = list(_bodies())[:_MESSAGES]
    yield f"Reading {len(bodies)} messages of {_WORDS} words: ms"
    read(bodies[0])
    rounds = [[read(body) for body in bodies] for _ in range(ROUNDS + 1)]
    yield _row("for the first time", rounds[0])
    yield _row(
        "again (median of each)", [statistics.median(times) for times in zip(*rounds[1:], strict=True)]
    )


def read(body: str) -> float:
    """Milliseconds that the rules take for ``body``."""
    return 1e3 * seconds(lambda: WEIGHED.read(Message(body=body), Profile(), LedgerFacts(), TODAY))


def _bodies() -> Iterator[str]:
    """Labelled messages after one another, cut where so many words are full."""
    lines = (line for path in _CASES for line in path.read_text("utf-8").splitlines())
    text = "\n\n".join(json.loads(line)["text"] for line in lines)
    words = list(_WORD.finditer(text))
    for first in range(0, len(words) - _WORDS, _WORDS):
        yield text[words[first].start() : words[first + _WORDS - 1].end()]


def _row(what: str, times: list[float]) -> str:
    cut = statistics.quantiles(times, n=100, method="inclusive")
    return f"  {what:28} median {cut[49]:6.2f}   99th percentile {cut[98]:6.2f}"
