"""How a person writes, in a dozen numbers that can be counted, apart from what ranks the drafts."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import fmean, pstdev

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT = re.compile(r"(?i)\b\w+(?:n['’]t|['’](?:m|re|ve|ll|d))\b|\b(?:it|that|there|here|what)['’]s\b")
_LONG = re.compile(
    r"(?i)\b(?:(?:do|does|did|is|are|was|were|have|has|had|would|could|should|will|can) ?not|I am|"
    r"(?:I|you|we|they|it) (?:will|would|are|have)|(?:it|that|there|here|what) is)\b"
)
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2b50]")
_DASH = re.compile(r"—|–| - ")
_DOTS = re.compile(r"\.\.\.|…")
_STOPPED = re.compile(r"[.!?…][\"'”’)]*$")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")

# A word is a favourite when it stands in two samples or more, five times as often as with others.
_TWICE = 2
_OFTENER = 5.0

Style = dict[str, float]


class Ruler:
    """Measures texts; what counts as much is told by ``writings``, samples of many persons by name."""

    def __init__(self, writings: Mapping[str, Sequence[str]]) -> None:
        self._favourites = _favourites(writings)
        styles = [self.style(name, texts) for name, texts in writings.items()]
        self._spread = {feature: pstdev(style[feature] for style in styles) for feature in styles[0]}

    def style(self, person: str, texts: Sequence[str]) -> Style:
        """The numbers of ``texts``, with the favourite words of ``person``."""
        return _style(texts, self._favourites[person])

    def apart(self, one: Style, other: Style) -> Style:
        """How far two are apart in each feature, in standard deviations between persons."""
        return {
            feature: abs(one[feature] - other[feature]) / spread if spread else 0.0
            for feature, spread in self._spread.items()
        }

    def distance(self, one: Style, other: Style) -> float:
        """How far two are apart, the mean over the features."""
        return fmean(self.apart(one, other).values())


def _style(texts: Sequence[str], favourites: frozenset[str]) -> Style:
    sentences = [part for text in texts for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    whole = "\n".join(sentences)
    words = _WORD.findall(whole)
    short, long = len(_SHORT.findall(whole)), len(_LONG.findall(whole))
    shouted = sum(len(word) > 1 and word.isupper() for word in words)

    def each(count: int) -> float:
        return count / len(sentences)

    return {
        "sentence length": math.log(each(len(words))),
        "contractions": (short + 1) / (short + long + 2),
        "exclamation marks": each(whole.count("!")),
        "commas": each(whole.count(",")),
        "semicolons, colons": each(whole.count(";") + whole.count(":")),
        "dashes, brackets": each(len(_DASH.findall(whole)) + whole.count("(")),
        "dots": each(len(_DOTS.findall(whole))),
        "no stop": sum(not _STOPPED.search(text.strip()) for text in texts) / len(texts),
        "lower case": each(sum(next(filter(str.isalpha, part)).islower() for part in sentences)),
        "capitals": shouted / len(words),
        "emoji": each(len(_EMOJI.findall(whole))),
        "favourites": sum(bool(favourites & _lowered(text)) for text in texts) / len(texts),
    }


def _favourites(writings: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    counted = {
        name: Counter(word for text in texts for word in _lowered(text)) for name, texts in writings.items()
    }
    everybody = sum(counted.values(), Counter[str]())
    texts_in_all = sum(map(len, writings.values()))
    favourites = {}
    for name, words in counted.items():
        own, others = len(writings[name]), texts_in_all - len(writings[name])
        favourites[name] = frozenset(
            word
            for word, count in words.items()
            if count >= _TWICE and count / own >= _OFTENER * (everybody[word] - count) / max(others, 1)
        )
    return favourites


def _lowered(text: str) -> set[str]:
    return {word.casefold().replace("’", "'") for word in _WORD.findall(text)}
