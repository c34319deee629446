"""Figures as a person reads them."""

from collections.abc import Iterator, Sequence

from .figures import Counts, Figures, Moves
from .misses import Miss

TEXT_SHOWN = 300
HELD_OUT = (
    "Of these messages only ids and faults are shown: whoever writes patterns must not read them,\n"
    "or the figures would no longer tell how the rules fare on messages that they have never seen."
)


def table(figures: Figures) -> str:
    """Signals, messages that ask for nothing, and moves."""
    nothing, moves = figures.no_requests, figures.moves
    return "\n".join(
        (
            f"{'signal':<16}{'precision':>10}{'recall':>8}{'F1':>7}{'tp':>6}{'fp':>5}{'fn':>5}",
            *(f"{signal:<16}{_row(counts)}" for signal, counts in figures.signals.items()),
            "",
            f"No request: {nothing.clear} of {nothing.messages} show a clear flag in the sender, "
            f"{nothing.any} any at all.",
            f"Moves: {moves.agreed} of {moves.messages} acceptable ({_share(moves.acceptable)}).",
            *_advised(moves),
        )
    )


def listing(name: str, misses: Sequence[Miss], held_out: bool) -> str:
    """Every message that was read otherwise than it is labelled."""
    head = f"{name}: {len(misses)} messages with a miss"
    return "\n".join((head, HELD_OUT, *map(_line, misses)) if held_out else (head, *map(_line, misses)))


def _row(counts: Counts) -> str:
    shares = f"{_share(counts.precision):>10}{_share(counts.recall):>8}{_share(counts.f1):>7}"
    return f"{shares}{counts.tp:>6}{counts.fp:>5}{counts.fn:>5}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _advised(moves: Moves) -> Iterator[str]:
    if moves.advised:
        yield f"  {'labels accept':<52}advised (* not accepted)"
    for row in moves.advised:
        advised = ", ".join(
            f"{'' if move in row.acceptable else '*'}{move} {times}" for move, times in row.moves.items()
        )
        yield f"  {', '.join(row.acceptable):<52}{advised}"


def _line(miss: Miss) -> str:
    if not miss.text:
        return f"  {miss.id}: {', '.join(miss.faults)}"
    short = miss.text if len(miss.text) <= TEXT_SHOWN else f"{miss.text[:TEXT_SHOWN]}…"
    acts = "; ".join(miss.acts) or "none"
    return f"\n  {miss.id} ({miss.kind}): {', '.join(miss.faults)}\n    {short}\n    acts: {acts}"
