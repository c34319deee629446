"""A few sentences that show how somebody writes: each purpose of a letter, and together their habits."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import log
from typing import NamedTuple

import re2

from .contractions import expand
from .habits import Kind, habits

MOST_SAMPLES = 12
_POOL = 300
_ALIKE = 0.5
_SAME_START = 0.2
_KINDS = {Kind.EXCLAMATION, Kind.EMOJI, Kind.OPENER, Kind.SIGN}

_REFUSES = re2.compile(
    r"(?i)\b(?:can(?:no|')t|won't|not able|unable|couldn't|pass on|have to pass|i'll pass|afraid|"
    r"unfortunately|sadly|not the right|"
    r"no (?:time|room|capacity)|not (?:going to|at the moment|right now|now|for me)|"
    r"decline|have to say no|isn't (?:possible|something))\b"
)
_THANKS = re2.compile(r"(?i)\b(?:thanks|thank you|thx|ta|cheers|appreciate|grateful|kind of you)\b")


class Said(NamedTuple):
    """A sentence, and whether it stood first or last in its letter."""

    text: str
    first: bool
    last: bool


# What a letter is made of, and how many samples show it at most; first come what is rarest.
_PURPOSES: tuple[tuple[Callable[[Said], object], int], ...] = (
    (lambda said: _REFUSES.search(_plain(said.text)), 2),
    (lambda said: _THANKS.search(said.text), 2),
    (lambda said: said.last, 2),
    (lambda said: said.first, 2),
    (lambda said: said.text.rstrip().endswith("?"), 1),
    (lambda _: True, MOST_SAMPLES),
)


def choose(sentences: Sequence[Said]) -> tuple[str, ...]:
    """At most twelve of ``sentences``: refusals, thanks, closers, openers, a question, then whatever.

    Of each the one is taken with which those chosen come nearest to all ``sentences`` in length, marks,
    contractions, openers and sign words; none is much like another.
    """
    choice = _Choice(_spread(sentences))
    for serves, most in _PURPOSES:
        choice.add(_spread([said for said in sentences if serves(said)]), most)
    return tuple(choice.texts)


class _Choice:
    """What is chosen so far, on the way to being as ``everything`` is on average."""

    def __init__(self, everything: Sequence[Said]) -> None:
        self.texts: list[str] = []
        self._profiles = {said.text: _profile(said.text) for said in everything}
        self._typical = self._mean([said.text for said in everything])

    def add(self, candidates: Sequence[Said], most: int) -> None:
        """Choose at most so many more of ``candidates``."""
        pool = [said.text for said in candidates]
        for _ in range(min(most, MOST_SAMPLES - len(self.texts))):
            pool = [text for text in pool if not any(_alike(text, other) for other in self.texts)]
            if pool:
                self.texts.append(min(pool, key=self._cost))

    def _cost(self, text: str) -> float:
        mean = self._mean([*self.texts, text])
        apart = sum(abs(mean[key] - self._typical[key]) for key in {*mean, *self._typical})
        return apart + _SAME_START * any(_start(text) == _start(other) for other in self.texts)

    def _mean(self, texts: Sequence[str]) -> Mapping[str, float]:
        total = defaultdict[str, float](float)
        for text in texts:
            if text not in self._profiles:
                self._profiles[text] = _profile(text)
            for key, value in self._profiles[text].items():
                total[key] += value / len(texts)
        return total


def _profile(text: str) -> Mapping[str, float]:
    """How often each habit shows in ``text``, its length and its contractions."""
    counts = habits([text]).counts
    shown = {f"{kind} {words}": float(count) for (kind, words), count in counts.items() if kind in _KINDS}
    return shown | {"length": log(1 + len(text.split())), "contractions": float(expand(text)[1])}


def _spread(sentences: Sequence[Said]) -> Sequence[Said]:
    """Enough of many, from the whole length of the row."""
    return sentences[:: 1 + len(sentences) // _POOL]


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(_plain(one).split()), set(_plain(other).split())
    return len(mine & theirs) > _ALIKE * min(len(mine), len(theirs))


def _start(text: str) -> str:
    return _plain(text).split()[0]


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")
