"""A no stays a no, and nothing becomes a yes."""

from .pair import Pair
from .wording import Clause


def polarity(pair: Pair) -> str:
    """Where the candidate says yes and the template no, or the reverse."""
    source, candidate = pair.source, pair.candidate
    if "affirmatives undone" in candidate.concepts - source.concepts:
        return "undoes the no by a second one"
    if source.denies and not candidate.denies:
        return "says yes where you say no"
    if candidate.denies and not source.denies:
        return "says no where you do not"
    most = max(clause.negations for clause in source.clauses)
    if any(clause.negations > max(most, 1) for clause in candidate.clauses):
        return "undoes the no by a second one"
    signs = {(concept, item.negated) for item in source.items for concept in item.concepts}
    for there, here in pair.shared:
        common = there.concepts & here.concepts
        if not any((concept, here.negated) in signs for concept in common):
            return f"says “{here.words}” with {_sign(here.negated)}, you say it with {_sign(there.negated)}"
    return _opposite(pair)


def _sign(negated: bool) -> str:
    return "a not" if negated else "no not"


def _opposite(pair: Pair) -> str:
    for there in pair.source.content():
        for here in pair.candidate.content():
            if there.negated == here.negated and not there.concepts & here.concepts:
                for one, other in pair.reader.antonyms:
                    if (there.concepts & one and here.concepts & other) or (
                        there.concepts & other and here.concepts & one
                    ):
                        return f"says “{here.words}” where you say “{there.words}”"
    return ""


def acceptance(pair: Pair) -> str:
    """A yes, or eagerness, that the template lacks."""
    allowed = _eager(pair, pair.source.clauses)
    for name, words in _eager(pair, pair.candidate.clauses).items():
        if name not in allowed:
            return f"would have accepted: “{words}”"
    return ""


def _eager(pair: Pair, clauses: tuple[Clause, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for clause in clauses:
        if (
            not clause.negations
            or "can not" in " ".join(clause.words)
            or "would not" in " ".join(clause.words)
        ):
            for name, at in pair.reader.acceptance.within(clause.stems).items():
                if not clause.negations or name == "yes":
                    found.setdefault(name, " ".join(clause.words[at : at + 4]))
    return found
