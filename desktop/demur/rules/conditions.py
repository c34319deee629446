"""Whether the case of a signal holds: terms over acts and facts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from demur.domain.reading import Act

from .pack import Case

# What may follow the kind in a term, as in `ask:meet/short`.
QUALIFIERS: Mapping[str, Callable[[Act], bool]] = {
    "about": lambda act: bool(act.topic),
    "bare": lambda act: not act.topic and act.minutes is None,
    "long": lambda act: act.minutes is not None and act.minutes > 30,
    "person": lambda act: bool(act.person),
    "short": lambda act: act.minutes is not None and act.minutes <= 30,
}

Sets = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Held:
    """What made a case hold: acts by number, in the order of the text, and entries."""

    acts: tuple[int, ...]
    entries: tuple[str, ...]


class Findings:
    """Everything that terms can ask about one message.

    ``facts`` holds the entries behind each fact that is true; ``families`` says what each act counts as.
    """

    def __init__(
        self, acts: Sequence[Act], families: Sequence[str], facts: Mapping[str, Sequence[str]]
    ) -> None:
        self._families = families
        self._facts = dict(facts)
        self._acts: dict[str, list[int]] = {}
        for number, act in enumerate(acts):
            for name in (act.name, f"{act.type}:*"):
                for term in (name, *(f"{name}/{key}" for key, test in QUALIFIERS.items() if test(act))):
                    self._acts.setdefault(term, []).append(number)

    def learn(self, fact: str) -> None:
        """Let the conditions that follow ask for ``fact``."""
        self._facts[fact] = ()

    def held(self, case: Case, sets: Sets) -> Held | None:
        """What makes ``case`` hold, or None when it does not."""
        if any(self.true(term) for term in flat(case.none, sets)):
            return None
        acts: set[int] = set()
        entries: dict[str, None] = {}
        for group in [(term,) for term in case.all] + [case.any] * bool(case.any):
            terms = [term for term in flat(group, sets) if self.true(term)]
            if not terms:
                return None
            acts.update(number for term in terms for number in self.acts(term))
            entries.update((entry, None) for term in terms for entry in self.entries(term) or ())
        separate = self.separate(acts)
        if separate < case.at_least or (case.at_most is not None and separate > case.at_most):
            return None
        return Held(tuple(sorted(acts)), tuple(entries))

    def true(self, term: str) -> bool:
        """Whether ``term`` is so."""
        return term in self._acts or term in self._facts

    def acts(self, term: str) -> Sequence[int]:
        """The acts that ``term`` asks for, by number."""
        return self._acts.get(term, ())

    def entries(self, term: str) -> Sequence[str] | None:
        """The entries behind the fact ``term``; None when it is not so."""
        return self._facts.get(term)

    def separate(self, acts: Iterable[int]) -> int:
        """How many different things ``acts`` are: one a family, but every act of the family ``each``."""
        families = [self._families[number] for number in acts]
        return families.count("each") + len(set(families) - {"each"})


def flat(terms: Iterable[str], sets: Sets) -> Iterable[str]:
    """The terms with the sets among them written out."""
    for term in terms:
        yield from sets.get(term, (term,))


def known_terms(kinds: Iterable[str]) -> set[str]:
    """Every term that packs with these ``kinds`` (as in `ask:meet`) give meaning to."""
    names = {name for kind in kinds for name in (kind, f"{kind.partition(':')[0]}:*")}
    return names | {f"{name}/{key}" for name in names for key in QUALIFIERS}
