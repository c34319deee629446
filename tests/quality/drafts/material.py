"""Who writes what when drafting is measured: voices, letters and sentences, always the same."""

from collections.abc import Iterator
from pathlib import Path
from string import Template as Text
from typing import NamedTuple

from demur.domain.advice import MoveId
from demur.domain.data_file import parse_data_file
from demur.domain.frozen import Frozen
from demur.domain.template import Slot
from demur.domain.voice import Voice
from demur.templates import TemplateSet, open_slots
from demur.voice import measure
from training import Corpus, Kind, TrainingVoice

VOICES = 10
# So many single sentences are one letter to the outside reader.
TOGETHER = 4
MOVES = tuple(move for move in MoveId if move is not MoveId.NO_REPLY)
# Every third letter is written with the slots alone that it cannot do without.
_BARE = 3


class Person(Frozen):
    """A voice that is measured: the app is ``shown`` one half of its samples, the outside reader the other.

    ``letters`` are what it wrote by hand for training: of sentences that no template holds, and of
    ``shipped`` ones.
    """

    name: str
    about: str
    seen: bool
    shown: tuple[str, ...]
    kept: tuple[str, ...]
    letters: tuple[str, ...] = ()
    shipped: tuple[str, ...] = ()

    @property
    def voice(self) -> Voice:
        """As the app measures it."""
        return measure(self.shown, id=self.name, name=self.name)


class Task(NamedTuple):
    """A letter to write, or some held-out sentences that are no letter: then ``move`` is None."""

    person: Person
    move: MoveId | None
    slots: dict[Slot, str]
    sentences: tuple[str, ...] = ()


class _ValuesFile(Frozen):
    values: tuple[dict[str, str], ...]


def read_values() -> tuple[dict[str, str], ...]:
    """What slots are filled with."""
    file = Path(__file__).with_name("values.toml")
    return parse_data_file(file.read_text("utf-8"), file.name, _ValuesFile).values


def people(corpus: Corpus) -> tuple[Person, ...]:
    """The voices that training never saw, and as many of those that it did, spread over the alphabet."""
    seen = [voice for voice in corpus.voices if not voice.held_out]
    unseen = [voice for voice in corpus.voices if voice.held_out]
    chosen = (*unseen[:VOICES], *seen[:: len(seen) // VOICES or 1][:VOICES])
    kinds = {sentence.text: sentence.kind for sentence in corpus.sentences}
    return tuple(_person(voice, kinds) for voice in chosen)


def _person(voice: TrainingVoice, kinds: dict[str, Kind]) -> Person:
    further = {source for source in voice.rewrites if kinds[source] is Kind.FURTHER}
    return Person(
        name=voice.name,
        about=voice.about,
        seen=not voice.held_out,
        shown=voice.samples[::2],
        kept=voice.samples[1::2],
        letters=tuple(text for source, text in voice.rewrites.items() if source in further),
        shipped=tuple(text for source, text in voice.rewrites.items() if source not in further),
    )


def letters(persons: tuple[Person, ...], templates: TemplateSet, each: int) -> Iterator[Task]:
    """``each`` letters of every person; the moves take turns, so that ten persons write all alike."""
    values = read_values()
    for number, person in enumerate(persons):
        for turn in range(each):
            count = number * each + turn
            move = MOVES[count % len(MOVES)]
            open_ = open_slots(templates.template(move))
            bare = turn % _BARE == _BARE - 1
            known = values[(count + count // len(MOVES)) % len(values)]
            slots = {slot: known[slot] for slot in Slot if not bare or open_.get(slot)}
            yield Task(person, move, slots)


def sentences(persons: tuple[Person, ...], corpus: Corpus, each: int) -> Iterator[Task]:
    """``each`` held-out sentences of every person, some together; ten persons take all alike."""
    held_out = [sentence.text for sentence in corpus.sentences if sentence.held_out]
    values = read_values()
    for number, person in enumerate(persons):
        chosen = [
            Text(held_out[count % len(held_out)]).substitute(values[count % len(values)])
            for count in range(number * each, (number + 1) * each)
        ]
        for start in range(0, each, TOGETHER):
            yield Task(person, None, {}, tuple(chosen[start : start + TOGETHER]))
