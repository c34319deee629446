"""What can be wrong in a case: a term that means nothing or comes too late, a slot that is never filled."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from string import Template

from demur.domain.data_file import Place
from demur.domain.reading import ActType, SignalId

from .conditions import Sets, flat
from .facts import FACTS
from .guessing import alike
from .pack import Case

WHY_SLOTS = ("what", "entries", "count", "person", *ActType)
_ORDER = list(SignalId)


def wrong_in(case: Case, of: SignalId, known: Collection[str], sets: Sets) -> Iterator[tuple[str, str]]:
    """The entries of a ``case`` of the signal ``of`` that would never do what they say, and why.

    ``known`` are the terms that mean something, the ``sets`` left out.
    """
    for entry in ("all", "any", "none"):
        for term in flat(getattr(case, entry), sets):
            if term not in known:
                yield entry, f"unknown: {term}{alike(term, (*known, *sets))}"
            elif term in _ORDER and term not in FACTS and _ORDER.index(SignalId(term)) >= _ORDER.index(of):
                yield entry, f"{term} is not known yet when {of} is asked for"
    why = Template(case.why)
    if not why.is_valid():
        yield "why", "a dollar sign is written $$"
    for slot in why.get_identifiers():
        if slot not in WHY_SLOTS:
            yield "why", f"unknown: ${slot}{alike(slot, WHY_SLOTS)}"


def wrong_cases(
    signals: Iterable[tuple[SignalId, Sequence[Case]]], known: Collection[str], sets: Sets
) -> Iterator[tuple[Place, str]]:
    """What ``wrong_in`` says of ``signals`` in the order of their file, each with its place there."""
    for number, (id_, cases) in enumerate(signals):
        for which, case in enumerate(cases):
            for entry, problem in wrong_in(case, id_, known, sets):
                yield ("signal", number, "case", which, entry), problem
