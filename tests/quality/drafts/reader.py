"""Somebody from outside, who knows a few sentences of each person and says who wrote a text."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

# Chosen among naive Bayes and this, runs of up to 2, 3, 4 and 5, with and without the usual taken off, on
# what the training voices that are not measured wrote by hand; the differences were small.
_LENGTHS = (1, 2, 3)

EIGHT = 8


class Reader:
    """Knows ``writings`` by person, and what others write: ``common`` sentences, ``letters`` among them.

    A text is the runs of one to three characters in it, each weighed by how often it stands there and how
    rare it is in common; a person is the mean of their sentences, and the nearest by cosine wrote a text.
    That anybody's letters are somewhat like a formal person is taken off: it tells nothing of that person.
    """

    def __init__(
        self, writings: Mapping[str, Sequence[str]], common: Sequence[str], letters: Sequence[str]
    ) -> None:
        self._texts = len(common)
        self._with = Counter(run for text in common for run in _runs(text))
        self._people = {name: _unit(_sum(map(self._vector, texts))) for name, texts in writings.items()}
        usual = [self._cosines(text) for text in letters]
        self._usual = {name: fmean(cosines[name] for cosines in usual) for name in writings}

    def likeness(self, text: str) -> dict[str, float]:
        """How much more like each person ``text`` is than letters by others, from -1 to 1."""
        return {name: cosine - self._usual[name] for name, cosine in self._cosines(text).items()}

    def _cosines(self, text: str) -> dict[str, float]:
        vector = self._vector(text)
        return {name: _product(vector, person) for name, person in self._people.items()}

    def _vector(self, text: str) -> dict[str, float]:
        rarity = {run: math.log((self._texts + 1) / (self._with[run] + 1)) for run in _runs(text)}
        return _unit({run: (1 + math.log(count)) * rarity[run] for run, count in _runs(text).items()})


def named(likeness: Mapping[str, float], person: str) -> float:
    """How likely ``person`` is named out of eight: the share of all eights in which none is liker."""
    others = len(likeness) - 1
    liker = sum(likeness[other] >= likeness[person] for other in likeness if other != person)
    return math.comb(others - liker, EIGHT - 1) / math.comb(others, EIGHT - 1)


def _runs(text: str) -> Counter[str]:
    text = f"\n{text}\n"  # how a text begins and ends tells much
    return Counter(text[at : at + length] for length in _LENGTHS for at in range(len(text) - length + 1))


def _sum(vectors: Iterable[Mapping[str, float]]) -> dict[str, float]:
    total: defaultdict[str, float] = defaultdict(float)
    for vector in vectors:
        for run, weight in vector.items():
            total[run] += weight
    return total


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.hypot(*vector.values())
    return {run: weight / length for run, weight in vector.items()} if length else dict(vector)


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other.get(run, 0.0) for run, weight in one.items())
