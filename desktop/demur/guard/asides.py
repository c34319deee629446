"""What people put around a sentence and say nothing with: "Listen, …", "…, I must say, …"."""

from .grammar import Grammar
from .tokens import Token

_JOINS = frozenset({"and", "but", "so", "because", "that", "if", "whether"})
_OWN = frozenset({"between", "echoing", "own", "opening"})
_SET_OFF = frozenset({"between", "echoing", "inside"})
_ASKS = frozenset({"how", "what", "when", "where", "which", "who", "why"})


class Asides:
    """Rows of such phrases.

    Those of ``between`` and ``echoing`` stand between marks, those of ``inside`` too, after the
    beginning; the others may stand right before somebody who does something too, those of ``opening``
    only at the beginning, those of ``asking`` only in a question and those of ``telling`` in none. Those
    of ``between``, ``echoing``, ``opening`` and ``own`` colour a voice.
    """

    def __init__(self, rows: dict[str, tuple[str, ...]], grammar: Grammar) -> None:
        self._rows = {tuple(phrase.split()): row for row, phrases in rows.items() for phrase in phrases}
        self._longest = max(map(len, self._rows))
        self._grammar = grammar

    def apart(self, found: list[Token]) -> tuple[list[Token], tuple[str, ...]]:
        """``found`` without asides and the marks that set them off, and the asides, each but once."""
        kept: list[Token] = []
        asides: list[str] = []
        at = 0
        while at < len(found):
            phrase = self._phrase(found, at, kept)
            if not phrase or phrase in asides:
                kept.append(found[at])
                at += 1
                continue
            asides.append(phrase)
            at += phrase.count(" ") + 1
            at += self._joined(kept, found[at : at + 2])
        return (kept, tuple(asides)) if kept else (found, ())

    def own(self, aside: str) -> bool:
        """Whether ``aside`` is said only by those whose manner it is."""
        return self._row(aside) in _OWN

    def alike(self, one: str, other: str) -> bool:
        """Whether who says the ``one`` may be thought to say the ``other``: it is of a kind, no name."""
        return one == other or self._row(one) == self._row(other) != "own"

    def _row(self, aside: str) -> str:
        return self._rows[tuple(aside.split())]

    def _phrase(self, found: list[Token], at: int, kept: list[Token]) -> str:
        """The longest aside at ``at``, behind ``kept``; none if what stands beside it may belong to it."""
        begins = not kept or kept[-1].kind in ("stop", "turn")
        if not (begins or kept[-1].kind == "comma" or kept[-1].word in _JOINS):
            return ""
        for length in range(min(self._longest, len(found) - at), 0, -1):
            words = tuple(token.word for token in found[at : at + length])
            row, rest = self._rows.get(words, ""), found[at + length : at + length + 2]
            if self._fits(row, begins, found) and (
                not rest or not rest[0].said or (row not in _SET_OFF and self._clause(row, words[-1], rest))
            ):
                return " ".join(words)
        return ""

    def _fits(self, row: str, begins: bool, found: list[Token]) -> bool:
        """Whether a phrase of ``row`` may stand there; an empty row is of none."""
        if row in ("asking", "telling"):
            return (row == "asking") == ("?" in found[-1].written)
        return bool(row) and (row not in ("opening", "inside") or begins == (row == "opening"))

    def _clause(self, row: str, last: str, rest: list[Token]) -> bool:
        """Whether somebody does something; not so in "I must say no", "I must say it again"."""
        first, second = rest[0].word, rest[-1].word
        asked = row == "asking" and first in _ASKS
        if asked or first in self._grammar.doers or first in ("thank", "thanks") or last in _JOINS:
            return True
        return (first in self._grammar.others or first == "you") and self._grammar.begins(second)

    def _joined(self, kept: list[Token], rest: list[Token]) -> int:
        """How many marks after the aside to pass over; takes the one before it where that has no use."""
        inside = bool(kept) and kept[-1].kind == "comma"
        marked = bool(rest) and not rest[0].said
        if inside and (not rest or (marked and rest[0].kind != "comma")):
            kept.pop()
            return 0
        beside = {token.word for token in (*kept[-2:-1], *rest[1:])}
        if inside and marked and self._grammar.auxiliaries & beside:
            kept.pop()  # "My budget, I must say, is spent" and "I will, of course, call" are one clause
        return int(marked)
