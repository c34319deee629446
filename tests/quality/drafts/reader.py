"""Somebody from outside, who knows a few sentences of each person and says who wrote a text."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

# Of 1 to 2, 3, 4 and 5 letters, naive Bayes with several priors and this, the one that named most of the
# training voices' own samples: no output of a model was looked at.
_LENGTHS = (1, 2, 3)
_BEGIN, _END = "\x02", "\x03"

EIGHT = 8


class Reader:
    """Knows ``writings`` by person; ``common`` are sentences by anybody, to tell what is nothing special.

    A text is the runs of one to three characters in it, each weighed by how often it stands there and how
    rare it is in common; a person is the mean of their sentences, and the nearest by cosine wrote a text.
    """

    def __init__(self, writings: Mapping[str, Sequence[str]], common: Sequence[str]) -> None:
        self._texts = len(common)
        self._with = Counter(run for text in common for run in _runs(text))
        self._people = {name: _unit(_sum(map(self._vector, texts))) for name, texts in writings.items()}

    def likeness(self, text: str) -> dict[str, float]:
        """How like each person ``text`` is, from 0 to 1."""
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
    text = f"{_BEGIN}{text}{_END}"
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
