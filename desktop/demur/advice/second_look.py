"""What to weigh before following the advice, so that nobody declines, or accepts, in a rush."""

from pydantic import Field

from demur.domain.advice import MoveId, SecondThought
from demur.domain.frozen import Frozen
from demur.domain.reading import Act, ActType, Reading, Side, Source

from .conditions import Conditions, Strengths


class ActKind(Frozen):
    """Acts of one type, of one kind where it is given."""

    type: ActType
    kind: str = ""

    def fits(self, act: Act) -> bool:
        """Whether ``act`` is one of these."""
        return act.type is self.type and self.kind in ("", act.kind)


class Thought(Conditions):
    """What an article says about declining this kind of request; without ``acts`` about any."""

    acts: tuple[ActKind, ...] = ()
    thought: str
    source: Source

    def concerns(self, reading: Reading, found: Strengths) -> bool:
        """Whether it has something to say about ``reading``."""
        about = not self.acts or any(kind.fits(act) for kind in self.acts for act in reading.acts)
        return about and self.hold(found)


class SecondLook(Frozen):
    """The moves that say no, those that say yes, and what is said beside a no, first match wins."""

    no: tuple[MoveId, ...]
    yes: tuple[MoveId, ...]
    thoughts: tuple[Thought, ...] = Field(default=())

    def beside(self, move: MoveId, reading: Reading, found: Strengths) -> tuple[SecondThought, ...]:
        """Beside a no what speaks for a yes, and the other way about; beside any other move nothing."""
        if move in self.yes:
            return _signals(reading, {Side.SENDER, Side.SELF, Side.FIT})
        if move in self.no:
            fitting = (thought for thought in self.thoughts if thought.concerns(reading, found))
            said = [SecondThought(thought=one.thought, source=one.source) for one in fitting][:1]
            return (*_signals(reading, {Side.COUNTER}), *said)
        return ()


def _signals(reading: Reading, sides: set[Side]) -> tuple[SecondThought, ...]:
    return tuple(
        SecondThought(thought=signal.why, signal=signal.id, source=signal.source)
        for signal in reading.signals
        if signal.side in sides
    )
