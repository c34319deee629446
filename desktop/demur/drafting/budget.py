"""How often a letter may say what people notice when it comes twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil

from demur.domain.draft import DraftBeat
from demur.domain.template import Role
from demur.domain.voice import Voice
from demur.voice import Habit, Kind, distance, habits, habits_of

# A letter that misses a third of one of the eight habits compared sounds like the person.
_NEAR = 1 / 24

# What opens and ends the letter is the person's own way; only words that may come again inside count there.
_FRAME = {Role.GREET, Role.SIGN}
_COUNT_IN_THE_FRAME = {Kind.SIGN, Kind.THANKS}

# Words that hardly anybody notices before they come a third time.
_LIGHT = {"actually", "just", "please", "quite", "rather", "really", "sure", "very"}

# A no that exclaims or smiles mocks whoever reads it.
_SOBER = {Role.DECLINE, Role.REASON}
_MERRY = {Habit(Kind.EXCLAMATION): "exclaims over a no", Habit(Kind.EMOJI): "smiles over a no"}

# Said twice in a letter it is once too often, whoever says it.
_ONCE = {Kind.ADDRESS, Kind.CLOSER, Kind.THANKS}
_NEVER_UNASKED = {Habit(Kind.EXCLAMATION), Habit(Kind.EMOJI)}
_SAID = {
    Kind.EXCLAMATION: "has more exclamation marks than you put into a letter",
    Kind.EMOJI: "has more emoji than you put into a letter",
    Kind.ADDRESS: "calls the reader by one more name",
    Kind.THANKS: "thanks once more",
    Kind.REGRET: "regrets once more",
}


class Place:
    """The place of beat ``index`` in a letter of ``beats``: what suits what stands around it.

    A letter may do everything once, and as often as the rules' wording of it does; sign words, openers of
    any words, emoji and exclamation marks also as often as this person does in so many sentences. Marks and
    emoji come not even once where that is never, nor in a no.
    """

    def __init__(self, beats: Sequence[DraftBeat], index: int, voice: Voice) -> None:
        inner = [beat for beat in beats if beat.role not in _FRAME]
        others = [beat for at, beat in enumerate(beats) if at != index]
        self._voice = voice
        self._sober = beats[index].role in _SOBER
        self._own = habits([beats[index].fallback]).counts
        self._plain = _counted((beat.role, beat.fallback) for beat in beats)
        self._around = _counted((beat.role, beat.text) for beat in others)
        self._sentences = max(habits([beat.fallback for beat in inner]).sentences, 1)
        self._texts = [beat.text for beat in others if beat.role not in _FRAME]

    def farness(self, text: str) -> float:
        """How far the letter is from the voice with ``text`` in this place, in sentences: 0 to all."""
        return self._distance(text) * (len(self._texts) + 1)

    def near(self, text: str) -> bool:
        """Whether the letter sounds like the voice with ``text`` in this place."""
        return self._distance(text) <= _NEAR

    def _distance(self, text: str) -> float:
        return distance([*self._texts, text], self._voice)

    def excess(self, text: str) -> str:
        """What comes too often in the letter with ``text`` in this place, in plain words; or nothing."""
        for habit, count in habits([text]).counts.items():
            if self._sober and habit in _MERRY:
                return _MERRY[habit]
            if count > self._own[habit] and count + self._around[habit] > self._allowed(habit):
                return _SAID.get(habit.kind) or _worded(habit)
        return ""

    def _allowed(self, habit: Habit) -> int:
        samples = habits_of(self._voice.samples)
        rates = {Habit(Kind.EXCLAMATION): self._voice.exclamations, Habit(Kind.EMOJI): self._voice.emoji}
        once = habit.kind in _ONCE or (habit.kind is Kind.OPENER and habit.words)
        rate = 0.0 if once else rates.get(habit, samples.rate(habit))
        least = 2 if habit.words in _LIGHT else 0 if habit in _NEVER_UNASKED else 1
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
