"""Beats put together as a letter, and a letter edited by hand taken apart again."""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple, Self

from demur.domain.draft import Draft, DraftBeat, Origin
from demur.domain.template import Role

# What a letter says in one breath; a blank line stands where the next beat is of another kind.
_PARAGRAPHS = (
    {Role.GREET},
    {Role.THANK, Role.DECLINE, Role.ACCEPT, Role.REASON, Role.STATEMENT},
    {Role.OFFER, Role.QUESTION, Role.FUTURE, Role.CLOSE},
    {Role.SIGN},
)


def compose(draft: Draft, beats: Sequence[DraftBeat]) -> Draft:
    """``draft`` with these ``beats``, its text and their places made anew."""
    text = ""
    placed: list[DraftBeat] = []
    gaps = ["", *(_gap(before.role, after.role) for before, after in pairwise(beats))]
    for gap, beat in zip(gaps, beats, strict=True):
        start = len(text) + len(gap)
        text += gap + beat.text
        placed.append(beat.model_copy(update={"start": start, "end": len(text)}))
    return draft.model_copy(update={"text": text, "beats": tuple(placed)})


def with_beat(draft: Draft, index: int, beat: DraftBeat) -> Draft:
    """``draft`` with ``beat`` in the place of number ``index``; everything around it stays as it is.

    What a person changed between the beats is kept, which composing the letter anew would lose.
    """
    old = draft.beats[index]
    delta = len(beat.text) - (old.end - old.start)
    moved = [
        other.model_copy(update={"start": other.start + delta, "end": other.end + delta})
        for other in draft.beats[index + 1 :]
    ]
    here = beat.model_copy(update={"start": old.start, "end": old.end + delta})
    return draft.model_copy(
        update={
            "text": draft.text[: old.start] + beat.text + draft.text[old.end :],
            "beats": (*draft.beats[:index], here, *moved),
        }
    )


def adopt(draft: Draft, text: str) -> Draft:
    """``draft`` as the person edited it: every beat whose words changed is now theirs.

    The edit is taken to be one stretch: what lies between the common beginning and the common end. What
    is typed at the edge of a beat belongs to it; what replaces several beats belongs to the first.
    """
    edit = _Edit.between(draft.text, text)
    beats: list[DraftBeat] = []
    at = 0
    for beat in draft.beats:
        at = start = max(at, edit.start(beat.start))
        at = end = max(at, edit.end(beat.end))
        update: dict[str, object] = {"start": start, "end": end}
        if text[start:end] != beat.text:
            update |= {"text": text[start:end], "origin": Origin.PERSON, "checks": ()}
        beats.append(beat.model_copy(update=update))
    return draft.model_copy(update={"text": text, "beats": tuple(beats)})


class _Edit(NamedTuple):
    """The stretch ``first:last`` of the old text became ``first:last + growth`` of the new one."""

    first: int
    last: int
    growth: int

    @classmethod
    def between(cls, old: str, new: str) -> Self:
        """What changed, as far left as it can have: who adds a sentence types it after another one."""
        tail = _shared(old[::-1], new[::-1])
        last = len(old) - tail
        first = _shared(old[:last], new[: len(new) - tail])
        return cls(first, last, len(new) - len(old))

    def start(self, place: int) -> int:
        """Where a beat that began at ``place`` begins now."""
        return place if place <= self.first else max(place, self.last) + self.growth

    def end(self, place: int) -> int:
        """Where a beat that ended at ``place`` ends now."""
        untouched = place < self.first or place == self.first < self.last
        return place if untouched else max(place, self.last) + self.growth


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _gap(before: Role, after: Role) -> str:
    together = any(before in kind and after in kind for kind in _PARAGRAPHS)
    return " " if together else "\n\n"
