"""When a row of the table, or a second thought, holds."""

from collections.abc import Mapping

from pydantic import Field

from demur.domain.frozen import Frozen
from demur.domain.reading import Reading, SignalId, Strength

CLEAR = 2

Least = dict[SignalId, Strength]
Strengths = Mapping[SignalId, int]


def strengths(reading: Reading) -> Strengths:
    """How strong each signal of ``reading`` is; of one found twice, the stronger counts."""
    weakest_first = sorted(reading.signals, key=lambda signal: signal.strength)
    return {signal.id: signal.strength for signal in weakest_first}


class Conditions(Frozen):
    """Signals and the least strength that each must have.

    Holds when every signal of ``all`` is there, one of ``any`` (where it names some) and none of ``none``.
    """

    all: Least = Field(default_factory=dict)
    any: Least = Field(default_factory=dict)
    none: Least = Field(default_factory=dict)

    def hold(self, found: Strengths) -> bool:
        """Whether the signals ``found`` meet these conditions."""
        return (
            len(_met(self.all, found)) == len(self.all)
            and bool(_met(self.any, found) or not self.any)
            and not _met(self.none, found)
        )

    def deciding(self, found: Strengths) -> tuple[SignalId, ...]:
        """The signals ``found`` that the conditions ask for, in their order."""
        return tuple(dict.fromkeys(_met(self.all, found) + _met(self.any, found)))

    @property
    def always(self) -> bool:
        """Whether they hold for every reading."""
        return not (self.all or self.any or self.none)

    @property
    def rest_on_a_clear_signal(self) -> bool:
        """Whether they cannot hold on weak signals alone."""
        return any(least >= CLEAR for least in self.all.values()) or (
            bool(self.any) and min(self.any.values()) >= CLEAR
        )


def _met(least: Least, found: Strengths) -> list[SignalId]:
    return [signal for signal, strength in least.items() if found.get(signal, 0) >= strength]
