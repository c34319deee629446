"""Counting letters: whose words they are, who is heard in them, how near they come to their voice."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

from demur.domain.draft import Origin

from .material import Person
from .reader import Reader, named
from .shares import Share
from .style import Ruler, Style
from .writing import Beat, Letter

# Whose wording of a beat is looked at.
WORDINGS: Mapping[str, Callable[[Beat], str]] = {
    "template": lambda beat: beat.template,
    "rules": lambda beat: beat.rules,
    "letter": lambda beat: beat.text,
}


class Words(NamedTuple):
    """Whose words the beats are, and which checks refused the model's where it was not used."""

    own: Share
    reworded: Share
    rules: Share
    template: Share
    refused: Counter[str]
    unchanged: int


def words(letters: Iterable[Letter]) -> Words:
    """Count the beats of ``letters`` that the model is asked for; ``unchanged`` had none refused either."""
    beats = [beat for letter in letters for beat in letter.asked]
    kept = [beat for beat in beats if not beat.own]

    def share(part: int) -> Share:
        return Share(part=part, whole=len(beats))

    return Words(
        own=share(len(beats) - len(kept)),
        reworded=share(sum(beat.reworded for beat in beats)),
        rules=share(sum(beat.origin is not Origin.TEMPLATE for beat in kept)),
        template=share(sum(beat.origin is Origin.TEMPLATE for beat in kept)),
        refused=Counter(check for beat in kept for check in beat.refusals),
        unchanged=sum(not beat.refusals for beat in kept),
    )


def bare(text: str, facts: Iterable[str]) -> str:
    """``text`` with its facts left open: they are the stranger's, and tell nothing of the voice."""
    for fact in sorted(facts, key=len, reverse=True):
        text = text.replace(fact, "this")
    return text


def texts(letter: Letter, wording: str) -> list[str]:
    """What ``letter`` says beat by beat, in that wording."""
    return [bare(WORDINGS[wording](beat), beat.facts) for beat in letter.asked]


class Heard(NamedTuple):
    """How often the right person is named out of eight, by a beat and by a letter."""

    beats: Share
    letters: Share


def heard(letters: Sequence[Letter], wording: str, reader: Reader) -> Heard:
    """How often ``reader`` names who wrote ``letters``."""
    return hearing(((letter.person, texts(letter, wording)) for letter in letters), reader)


def hearing(writings: Iterable[tuple[str, Sequence[str]]], reader: Reader) -> Heard:
    """How often ``reader`` names the person of each of ``writings``: some texts, then the same as one."""
    known = list(writings)
    beats = [named(reader.likeness(text), person) for person, those in known for text in those]
    whole = [named(reader.likeness("\n".join(those)), person) for person, those in known]
    return Heard(Share(part=sum(beats), whole=len(beats)), Share(part=sum(whole), whole=len(whole)))


def confusion(letters: Iterable[Letter], reader: Reader) -> dict[str, Counter[str]]:
    """Whom ``reader`` takes each person's letters to be by, out of all that it knows."""
    taken: dict[str, Counter[str]] = {}
    for letter in letters:
        likeness = reader.likeness("\n".join(texts(letter, "letter")))
        taken.setdefault(letter.person, Counter())[max(likeness, key=lambda name: likeness[name])] += 1
    return taken


def styles(letters: Sequence[Letter], wording: str, people: Sequence[Person], ruler: Ruler) -> Style:
    """How far each feature of ``letters`` is from what their persons write, the mean over persons."""
    apart = []
    for person in people:
        said = [
            text for letter in letters if letter.person == person.name for text in texts(letter, wording)
        ]
        if said:
            apart.append(ruler.apart(ruler.style(person.name, said), ruler.style(person.name, person.kept)))
    return _mean(apart)


def own_styles(people: Sequence[Person], ruler: Ruler) -> Style:
    """How far one half of a person's samples is from the other: nearer than this is chance."""
    return _mean(
        [
            ruler.apart(ruler.style(person.name, person.shown), ruler.style(person.name, person.kept))
            for person in people
        ]
    )


def _mean(apart: Sequence[Style]) -> Style:
    return {feature: fmean(style[feature] for style in apart) for feature in (apart[0] if apart else {})}
