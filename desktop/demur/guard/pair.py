"""A candidate beside the sentence that it is to stand for."""

from functools import cached_property

from demur.domain.frozen import Frozen
from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice

from .lexicon import stem
from .reader import Reader
from .wording import Item, Wording

_COMPARED = frozenset({"word", "synonyms", "requests", "negators"})
_MANNER = frozenset({"free", "sign", "apology", "softener", "acceptance"})


class GuardContext(Frozen):
    """What else bears on a rewrite.

    ``voice`` is None where none is known; ``message`` is the stranger's text; ``private`` holds ledger
    notes and the like, which must never leave.
    """

    voice: Voice | None = None
    message: str = ""
    private: tuple[str, ...] = ()


class Pair:
    """One source, the template or another wording of it, and one candidate, both read."""

    def __init__(
        self, beat: FilledBeat, source: str, candidate: str, context: GuardContext, reader: Reader
    ) -> None:
        self.beat = beat
        self.context = context
        self.reader = reader
        self.source: Wording = reader.read(source)
        self.template: Wording = reader.read(beat.text)
        self.candidate: Wording = reader.read(candidate)

    @cached_property
    def licence(self) -> frozenset[str]:
        """What the template, its paraphrases and its facts say, as concepts; any other content is new.

        So is what the source says, another person's manner aside.
        """
        texts = (self.beat.text, *self.beat.alternatives, *self.beat.facts)
        readings = [self.reader.read(text) for text in texts]
        own = frozenset(stem for reading in readings for stem in reading.stems)
        said = [item for item in self.source.items if not item.kinds & _MANNER]
        items = [item for reading in readings for item in reading.items] + said
        return own.union(
            map(stem, self.source.loose),
            (stem(word) for item in said for word in item.words.split()),
            *(item.concepts for item in items if "function" not in item.kinds),
        )

    @cached_property
    def manner(self) -> frozenset[str]:
        """The stems of what this voice likes to say, and of what it opens and closes a letter with."""
        voice = self.context.voice
        if voice is None:
            return frozenset()
        ends = (voice.greeting, voice.sign_off) if self.beat.role in (Role.GREET, Role.SIGN) else ()
        return _said(self.reader.read(" ".join((*ends, *voice.favourites))))

    @cached_property
    def sampled(self) -> frozenset[str]:
        """The stems of the voice's samples, for its sign words."""
        return _said(self.samples)

    @cached_property
    def samples(self) -> Wording:
        """What this person has written, read; nothing where no voice is known."""
        voice = self.context.voice
        return self.reader.read("" if voice is None else "\n".join((*voice.samples, *voice.favourites)))

    def licensed(self, item: Item) -> bool:
        """Whether the template, or this voice's manner, lets ``item`` be said."""
        rows = {concept for concept in item.concepts if concept.startswith("synonyms ")}
        return bool(rows & self.licence) or item.concepts - rows <= self.licence | self.manner

    @cached_property
    def shared(self) -> tuple[tuple[Item, Item], ...]:
        """Content of source and candidate that stands for the same, every such two."""
        return tuple(
            (there, here)
            for there in self.source.items
            for here in self.candidate.items
            if _compared(there) and _compared(here) and there.concepts & here.concepts
        )

    def closest(self, here: Item) -> list[Item]:
        """What of the source ``here`` stands for, rather by the same word or a synonym than by a stem.

        A phrase shares a stem with much: "take me off your list" with "take calls".
        """
        there = [known for known, other in self.shared if other is here]
        same = [known for known in there if known.words == here.words or known.concepts == here.concepts]
        return same or [known for known in there if _rows(known) & _rows(here)] or there

    @cached_property
    def borrowed(self) -> tuple[tuple[Item, Item], ...]:
        """Content that the candidate has from another wording of the beat, each with what it says there."""
        own = [here for _, here in self.shared]
        others = [self.reader.read(text) for text in (self.beat.text, *self.beat.alternatives)]
        return tuple(
            (there, here)
            for here in self.candidate.items
            if here not in own and _compared(here)
            for other in others
            for there in other.items
            if _compared(there) and there.concepts & here.concepts
        )


def _said(wording: Wording) -> frozenset[str]:
    return frozenset(wording.stems).union(stem(word) for aside in wording.asides for word in aside.split())


def _compared(item: Item) -> bool:
    """Whether ``item`` says something that may be done, had or given; a bare "not" does not."""
    return item.kinds <= _COMPARED and item.kinds != {"negators"}


def _rows(item: Item) -> frozenset[str]:
    return frozenset(row for row in item.rows if row.startswith("synonyms "))
