"""The sentences that Demur ships, and verified wordings of each: all of one beat say the same."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import re2

from demur.domain.data_file import parse_data_file
from demur.domain.frozen import Frozen

from .pair import Pair

_SLOT = re2.compile(r"\$([a-z]+)")
# With the stop that a value which ends a sentence by itself does not need.
_SLOT_AND_STOP = re2.compile(r"\$([a-z]+)(\.(?:\.+)?)?")
_WORD = re2.compile(r"[\pL\pN]+")


class _Beat(Frozen):
    says: tuple[str, ...]
    wordings: tuple[str, ...]


class _WordingsFile(Frozen):
    beat: tuple[_Beat, ...]


class Instance(Frozen):
    """A shipped sentence with ``facts`` in its slots, and every wording of its beat with the same facts."""

    facts: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()

    def nearest(self, text: str, count: int) -> tuple[str, ...]:
        """The ``count`` wordings that share most words with ``text``, the nearest first."""
        words = _words(text)
        return tuple(sorted(self.wordings, key=lambda wording: _distance(_words(wording), words))[:count])


class Known:
    """What the file ``name`` with the content ``text`` knows; it is read when first asked."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self.instance = lru_cache(maxsize=64)(self._instance)

    def _instance(self, sentence: str) -> Instance:
        """What ``sentence`` is an instance of; an empty one where Demur ships no such sentence.

        Raises ``DataFileError`` when the file does not hold what it must.
        """
        for matched, beat in self._sentences:
            if found := matched(sentence):
                values = found.groupdict()
                wordings = (_filled(wording, values) for wording in (*beat.says, *beat.wordings))
                facts = sorted(values.values(), key=sentence.index)
                return Instance(facts=tuple(facts), wordings=tuple(wordings))
        return Instance()

    @cached_property
    def _sentences(self) -> list[tuple[Callable[[str], Any], _Beat]]:
        """What tells whether a text is an instance of a sentence; the longest first, it says most."""
        beats = parse_data_file(self._text, self._name, _WordingsFile).beat
        sentences = [(sentence, beat) for beat in beats for sentence in beat.says]
        sentences.sort(key=lambda pair: -len(pair[0]))
        return [(_pattern(sentence).fullmatch, beat) for sentence, beat in sentences]


def _pattern(sentence: str) -> Any:
    pattern = re2.escape(sentence)
    for slot in _SLOT.findall(sentence):
        value = rf"(?P<{slot}>.+?)"
        pattern = pattern.replace(rf"\${slot}\.", rf"{value}\.?").replace(rf"\${slot}", value)
    return re2.compile(pattern)


def _filled(wording: str, values: dict[str, str]) -> str:
    def value(slot: Any) -> str:
        ended = slot[2] == "." and values[slot[1]][-1] in ".!?"
        return values[slot[1]] + ("" if ended else slot[2] or "")

    return str(_SLOT_AND_STOP.sub(value, wording))


@lru_cache(maxsize=1_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _distance(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one ^ other) / max(len(one | other), 1)


def keeps_all(pair: Pair) -> bool:
    """Whether the candidate says all that the verified wording says of the template's content.

    A wording may have left out something already; together the two could leave out what matters.
    """
    said = pair.candidate.concepts
    return all(
        item.concepts & said for item in pair.source.content if item.concepts & pair.template.concepts
    )


def same_places(pair: Pair) -> bool:
    """Whether pronouns and prepositions stand beside the same words as in the source or the template.

    "Would you have me ask?" does not excuse "Would you ask me?", nor does "get in touch with me" excuse
    "I'm with you".
    """
    known = set(pairwise(pair.source.words)) | set(pairwise(pair.template.words))
    words = pair.candidate.words
    return all(
        known & {*pairwise(words[max(at - 1, 0) : at + 2])}
        for at, word in enumerate(words)
        if word in pair.reader.receivers or (word in pair.candidate.loose and word not in pair.reader.idle)
    )
