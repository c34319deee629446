"""How often a letter may say what people notice when it comes twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil

from demur.domain.draft import DraftBeat
from demur.domain.template import Role
from demur.domain.voice import Voice
from demur.voice import Habit, Kind, distance, habits, habits_of

# What opens and ends the letter is the person's own way; only words that may come again inside count there.
_FRAME = {Role.GREET, Role.SIGN}
_COUNT_IN_THE_FRAME = {Kind.SIGN, Kind.THANKS}

_NEVER_UNASKED = {Kind.EXCLAMATION, Kind.EMOJI}
_SAID = {
    Kind.EXCLAMATION: "has more exclamation marks than you put into a letter",
    Kind.EMOJI: "has more emoji than you put into a letter",
    Kind.THANKS: "thanks once more",
    Kind.REGRET: "regrets once more",
}


class Place:
    """The place of beat ``index`` in a letter of ``beats``: what suits what stands around it.

    A letter may do everything as often as the rules' wording of it does, and as often as this person does
    in so many sentences; thanks, regret, and each opener, closer and sign word once in any case.
    """

    def __init__(self, beats: Sequence[DraftBeat], index: int, voice: Voice) -> None:
        inner = [beat for beat in beats if beat.role not in _FRAME]
        others = [beat for at, beat in enumerate(beats) if at != index]
        self._voice = voice
        self._own = habits([beats[index].fallback]).counts
        self._plain = _counted((beat.role, beat.fallback) for beat in beats)
        self._around = _counted((beat.role, beat.text) for beat in others)
        self._sentences = max(habits([beat.fallback for beat in inner]).sentences, 1)
        self._texts = [beat.text for beat in others if beat.role not in _FRAME]

    def farness(self, text: str) -> float:
        """How far the letter is from the voice with ``text`` in this place, in sentences: 0 to all."""
        texts = [*self._texts, text]
        return distance(texts, self._voice) * len(texts)

    def excess(self, text: str) -> str:
        """What comes too often in the letter with ``text`` in this place, in plain words; or nothing."""
        for habit, count in habits([text]).counts.items():
            if count > self._own[habit] and count + self._around[habit] > self._allowed(habit):
                return _SAID.get(habit.kind) or _worded(habit)
        return ""

    def _allowed(self, habit: Habit) -> int:
        samples = habits_of(self._voice.samples)
        rates = {
            Kind.EXCLAMATION: self._voice.exclamations,
            Kind.EMOJI: self._voice.emoji,
            Kind.THANKS: 0.0,
        }
        rate = rates.get(habit.kind, samples.rate(habit))
        least = 0 if habit.kind in _NEVER_UNASKED else 1
        return max(least, self._plain[habit], ceil(rate * self._sentences))


def _worded(habit: Habit) -> str:
    if habit.kind is Kind.OPENER:
        return (
            f"opens like another sentence: “{habit.words}”"
            if habit.words
            else "has an opener more than a letter of yours"
        )
    return f"says “{habit.words}” more often than you do"


def _counted(texts: Iterable[tuple[Role, str]]) -> Counter[Habit]:
    counts: Counter[Habit] = Counter()
    for role, text in texts:
        shown = habits([text.replace("\n", " ")]).counts if role in _FRAME else habits([text]).counts
        kept = _COUNT_IN_THE_FRAME if role in _FRAME else set(Kind)
        counts.update({habit: count for habit, count in shown.items() if habit.kind in kept})
    return counts
