"""What the wording as a whole says where no single phrase decides: cues with weights, fitted offline.

A cue is a word, two that follow each other in a sentence, either of them as its class (``@talk``), or how
much there is of something. A signal holds when the weights of the cues that are there come to enough: a
logistic regression, which ``make fit`` writes into ``weights.toml``
(https://scikit-learn.org/stable/modules/linear_model.html#logistic-regression).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field

from demur.domain.frozen import Frozen
from demur.domain.message import Evidence, Message, Part
from demur.domain.reading import SignalId

from .text import prepare

# Words, numbers, links, placeholders such as [Name] or {{company}}, and marks that speak.
_TOKEN = re.compile(
    r"(?P<link>https?://\S+|www\.\S+)|(?P<word>[A-Za-z]+(?:'[A-Za-z]+)?)|(?P<number>[0-9][0-9.,:%]*)"
    r"|(?P<gap>\[[^\]\n]{1,60}\]|\{[^}\n]{1,60}\}+|<[^>\n]{1,60}>)|(?P<mark>[?!$€£])"
)
_NAMES = {"link": "(link)", "number": "#", "gap": "[]"}
_OPENING = "^"
_MOST_QUESTIONS = 4
_LENGTHS = (20, 40, 80, 150)  # words

# A cue with its start and end: many are made of each message, and a named tuple takes ten times as long.
_Word = tuple[str, int, int]

# Who reads a reason wants to see the sentences that give it, as few as say half of it.
_MOST_SENTENCES = 2
_HALF = 0.5


class Sentence(NamedTuple):
    """Where a sentence stands: code points of a part of the message."""

    part: Part
    start: int
    end: int


class Place(NamedTuple):
    """Where a cue stands in the part of the message that ``sentence`` is in."""

    sentence: Sentence
    start: int
    end: int


class Cue(NamedTuple):
    """A cue of a message, what it adds to the score, and where it stands first, if anywhere."""

    name: str
    weight: float
    place: Place | None

    def words(self, message: Message) -> str:
        """The words of ``message`` that the cue is, or else its name."""
        if self.place is None:
            return self.name
        return message.part(self.place.sentence.part)[self.place.start : self.place.end]


class Weighed(NamedTuple):
    """What counts of a message for a signal.

    ``starts`` as in ``Scale``; ``weights`` of the cues that are there, the heaviest first; ``places`` of
    these and others.
    """

    starts: tuple[float, ...]
    weights: Sequence[tuple[str, float]]
    places: Mapping[str, Place | None]

    def holds(self, strength: int) -> bool:
        """Whether the signal holds when the rules found it with ``strength``, 0 for not at all."""
        return self.starts[strength] + sum(weight for _, weight in self.weights) > 0

    @property
    def forward(self) -> tuple[tuple[Cue, float], ...]:
        """The cues that speak for the signal, the heaviest first, and which share of all those each is."""
        return self._shares([cue for cue in self.weights if cue[1] > 0])

    @property
    def against(self) -> tuple[tuple[Cue, float], ...]:
        """The cues that speak against the signal, likewise."""
        return self._shares([cue for cue in reversed(self.weights) if cue[1] < 0])

    def telling(self, message: Message) -> tuple[Evidence, ...]:
        """The sentences of ``message`` that speak most for the signal, in the order of the text."""
        said: defaultdict[Sentence, float] = defaultdict(float)
        for cue, share in self.forward:
            if cue.place:
                said[cue.place.sentence] += share
        heaviest = sorted(said, key=lambda sentence: (-said[sentence], sentence))
        enough = _HALF * sum(said.values())
        count = 1 if said and said[heaviest[0]] >= enough else _MOST_SENTENCES
        return tuple(
            Evidence(part=part, start=start, end=end, text=message.part(part)[start:end])
            for part, start, end in sorted(heaviest[:count], key=_in_order)
        )

    def _shares(self, cues: Sequence[tuple[str, float]]) -> tuple[tuple[Cue, float], ...]:
        total = sum(weight for _, weight in cues)
        return tuple((Cue(name, weight, self.places[name]), weight / total) for name, weight in cues)


def _in_order(sentence: Sentence) -> tuple[int, int]:
    return list(Part).index(sentence.part), sentence.start


def _table(text: object) -> object:
    """One cue a line, after its weight."""
    if not isinstance(text, str):
        return text
    lines = (line.partition(" ") for line in text.strip().splitlines())
    return {name: weight for weight, _, name in lines}


class Scale(Frozen):
    """The weights of one signal; ``starts`` are added by the strength, 0 to 3, that the rules found."""

    signal: SignalId
    starts: Annotated[tuple[float, ...], Field(min_length=4, max_length=4)]
    cues: Annotated[dict[str, float], BeforeValidator(_table)]


class Weights(Frozen):
    """The file ``weights.toml``."""

    scale: tuple[Scale, ...] = ()


class WordClasses(Frozen):
    """The file ``word-classes.toml``: words that do much the same in a request, by their class."""

    classes: dict[str, str] = Field(default_factory=dict)


class Wording:
    """Weighs messages in English."""

    def __init__(self, weights: Weights, classes: WordClasses) -> None:
        self._classes = {
            word: f"@{name}" for name, words in classes.classes.items() for word in words.split()
        }
        self._scales = [(scale, sorted(scale.cues.items(), key=_heaviest)) for scale in weights.scale]
        self._known = frozenset(name for scale in weights.scale for name in scale.cues)

    def weigh(self, message: Message) -> Mapping[SignalId, Weighed]:
        """What the wording of ``message`` says of each signal that has weights."""
        found = self._found(message, self._known.__contains__)
        return {
            scale.signal: Weighed(scale.starts, [cue for cue in cues if cue[0] in found], found)
            for scale, cues in self._scales
        }

    def cues(self, message: Message) -> dict[str, Place | None]:
        """Every cue of ``message``, and where it stands first."""
        return self._found(message, lambda _: True)

    def _found(self, message: Message, wanted: Callable[[str], bool]) -> dict[str, Place | None]:
        found: dict[str, Place | None] = {}
        count = 0
        for part in Part:
            for sentence, words in _sentences(message.part(part), part):
                count += len(words)
                for name, start, end in self._of_sentence(words):
                    if name not in found and wanted(name):
                        found[name] = Place(sentence, start, end)
        found |= dict.fromkeys(f"{least}+ words" for least in _LENGTHS if count >= least)
        questions = min(message.body.count("?"), _MOST_QUESTIONS)
        return found | dict.fromkeys(f"{least}+ questions" for least in range(1, questions + 1))

    def _of_sentence(self, words: Sequence[_Word]) -> Iterator[_Word]:
        before, class_before, (_, begun, _) = _OPENING, _OPENING, words[0]
        for word in words:
            name, start, end = word
            class_ = self._classes.get(name, name)
            yield word
            yield f"{before} {name}", begun, end
            if class_ is not name:
                yield class_, start, end
            if class_ is not name or class_before is not before:
                yield f"{class_before} {class_}", begun, end
            before, class_before, begun = name, class_, start


def _heaviest(cue: tuple[str, float]) -> tuple[float, str]:
    name, weight = cue
    return -weight, name


def _sentences(text: str, part: Part) -> Iterator[tuple[Sentence, list[_Word]]]:
    prepared = prepare(text)
    ends = (*prepared.starts[1:], len(prepared.plain))
    for start, end in zip(prepared.starts, ends, strict=True):
        words = [
            (_NAMES.get(match.lastgroup or "") or match[0].lower(), match.start(), match.end())
            for match in _TOKEN.finditer(prepared.plain, start, end)
        ]
        if words:
            yield Sentence(part, words[0][1], words[-1][2]), words
