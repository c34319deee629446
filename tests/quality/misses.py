"""Which messages were read otherwise than they are labelled."""

from collections.abc import Sequence

from demur.domain.frozen import Frozen

from .outcomes import CLEAR, TEXT_READ, Outcome


class Miss(Frozen):
    """A message that was read otherwise than it is labelled; what may not be read of it is empty."""

    id: str
    faults: tuple[str, ...]
    kind: str = ""
    text: str = ""
    acts: tuple[str, ...] = ()


def misses(outcomes: Sequence[Outcome], held_out: bool) -> list[Miss]:
    """Every message with a fault; of those ``held_out`` nothing but ids and faults."""
    found = [(outcome, faults) for outcome in outcomes if (faults := _faults(outcome))]
    if held_out:
        return [Miss(id=outcome.case.id, faults=faults) for outcome, faults in found]
    return [
        Miss(
            id=outcome.case.id,
            faults=faults,
            kind=outcome.case.kind,
            text=" ".join(outcome.case.text.split()),
            acts=tuple(f"{act.type}/{act.kind} “{act.evidence.text}”" for act in outcome.reading.acts),
        )
        for outcome, faults in found
    ]


def _faults(outcome: Outcome) -> tuple[str, ...]:
    faults = []
    for signal in TEXT_READ:
        label, strength = outcome.case.signals.get(signal), outcome.strength(signal)
        if label is True and strength < CLEAR:
            faults.append(f"{signal} missed" + " (found, but weak)" * (strength > 0))
        elif label is False and strength >= CLEAR:
            faults.append(f"{signal} false alarm")
    if outcome.case.moves and outcome.move not in outcome.case.moves:
        faults.append(f"{outcome.move} advised, not {' or '.join(outcome.case.moves)}")
    return tuple(faults)
