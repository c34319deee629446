"""Sentences said in styles that come about by chance: pairs made by rule.

They teach to change the manner and keep all else, on far more sentences than anybody writes by hand.
"""

import re
from collections.abc import Mapping
from functools import partial
from random import Random

from demur.voice import contract, expand

from .parts import Styles, Words

# A style's parts and how often each is taken, out of a hundred.
_ENDS = {".": 46, "": 12, "!": 14, "!!": 6, "...": 7, " 🙂": 10, "! 🙂": 5}
_JOINTS = {", ": 43, " — ": 15, " - ": 14, "; ": 14, "... ": 14}
_LOWER_CASE = 0.2
_CONTRACTS = 0.5
_HAS_OPENER = 0.25
_HAS_CLOSER = 0.3
_SAMPLES = (5, 12)
# How often somebody who has an opener, or a closer, says it.
_SAYS_IT = 0.4

_KEEPS_ITS_CASE = re.compile(r"I\b|\$")


class Speaker:
    """Says sentences in one style, which ``chance`` makes up; ``samples`` are everyday ones."""

    def __init__(self, styles: Styles, chance: Random) -> None:
        self._chance = chance
        self.lower_case = chance.random() < _LOWER_CASE
        self._contracts = chance.random() < _CONTRACTS
        self._end = _drawn(_ENDS, chance)
        self._joint = _drawn(_JOINTS, chance)
        self._emoji = chance.sample(styles.emoji, chance.randint(1, 3))
        self._opener = chance.choice(styles.openers) if chance.random() < _HAS_OPENER else ""
        self._closer = chance.choice(styles.closers) if chance.random() < _HAS_CLOSER else ""
        self._words = self._chosen(styles.words)
        everyday = chance.sample(styles.everyday, chance.randint(*_SAMPLES))
        self.samples = tuple(self.say(line) for line in everyday)
        self._forget_unshown(styles.words)

    def _chosen(self, words: Mapping[str, Words]) -> dict[str, str]:
        """What is said in place of some of ``words``."""
        chosen = {}
        for word in self._chance.sample(list(words), self._chance.randint(3, 10)):
            casual = words[word].casual if self._contracts or self.lower_case else ()
            if choices := words[word].plain + casual:
                chosen[word] = self._chance.choice(choices)
        return chosen

    def _forget_unshown(self, words: Mapping[str, Words]) -> None:
        """Nobody could know a person's sign words but from the samples."""
        shown = f" {' '.join(self.samples)} ".casefold()
        self._opener = self._opener if self._opener.casefold() in shown else ""
        self._closer = self._closer if f", {self._closer}".casefold() in shown else ""
        self._words = {
            word: other
            for word, other in self._words.items()
            if other in words[word].plain or f" {other} ".casefold() in shown
        }

    def say(self, sentence: str) -> str:
        """``sentence``, which may hold slots, in this style; a link at its end stays the last."""
        if sentence.endswith("$link"):
            return self._cased(self._opened(self._worded(sentence)))
        body = self._closed(self._opened(self._worded(sentence[:-1])))
        return self._cased(body) + self._ended(asks=sentence.endswith("?"))

    def _worded(self, body: str) -> str:
        body = (contract if self._contracts else expand)(body)[0]
        for word, other in self._words.items():
            body = re.sub(rf"(?<![\w'$]){re.escape(word)}(?![\w'])", partial(_put, other), body)
        return re.sub(r", (so|but) ", rf"{self._joint}\1 ", body, count=1)

    def _opened(self, body: str) -> str:
        if not self._opener or self._chance.random() >= _SAYS_IT:
            return body
        return f"{self._opener} {body if _KEEPS_ITS_CASE.match(body) else _small(body)}"

    def _closed(self, body: str) -> str:
        return f"{body}, {self._closer}" if self._closer and self._chance.random() < _SAYS_IT else body

    def _cased(self, body: str) -> str:
        return body.lower() if self.lower_case else body

    def _ended(self, *, asks: bool) -> str:
        end = self._end.replace("🙂", self._chance.choice(self._emoji))
        if not asks:
            return end
        return "??" if end == "!!" else f"?{end.removeprefix('!')}" if " " in end else "?"


def _put(other: str, at: re.Match[str]) -> str:
    """``other`` as it is written at its place: within a sentence it begins small."""
    return other if at.start() == 0 or _KEEPS_ITS_CASE.match(other) else _small(other)


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


def _drawn(shares: dict[str, int], chance: Random) -> str:
    return chance.choices(list(shares), list(shares.values()))[0]
