"""A no stays a no, and nothing becomes a yes."""

from .pair import Pair
from .wording import Clause


def polarity(pair: Pair) -> str:
    """Where the candidate says yes and the template no, or the reverse."""
    source, candidate = pair.source, pair.candidate
    most = max((clause.negations for clause in source.clauses), default=0)
    if "affirmatives undone" in candidate.concepts - source.concepts:
        return "undoes the no by a second one"
    if any(clause.negations > max(most, 1) for clause in candidate.clauses):
        return "undoes the no by a second one"
    if source.denies and not candidate.denies:
        return "says yes where you say no"
    if candidate.denies and not source.denies:
        return "says no where you do not"
    signs = {(concept, there.negated) for there, _ in pair.shared for concept in there.concepts}
    for there, here in pair.shared:
        if not any((concept, here.negated) in signs for concept in there.concepts & here.concepts):
            return f"says “{here.words}” {_how(here.negated)}, you say it {_how(there.negated)}"
    return _opposite(pair)


def _how(negated: bool) -> str:
    return "with a “not”" if negated else "without a “not”"


def _opposite(pair: Pair) -> str:
    for there in pair.source.content:
        for here in pair.candidate.content:
            if there.negated == here.negated and not there.concepts & here.concepts:
                for one, other in pair.reader.antonyms:
                    sides = (
                        (there.concepts & one, here.concepts & other),
                        (there.concepts & other, here.concepts & one),
                    )
                    if any(all(side) for side in sides):
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
    """The rows of eager words in ``clauses``, with their words; under a not, only what undoes the not."""
    found: dict[str, str] = {}
    for clause in clauses:
        if pair.reader.harmless.within(clause.stems):
            continue
        for name, at in pair.reader.acceptance.within(clause.stems).items():
            if not clause.negations or name == "undone":
                found.setdefault(name, " ".join(clause.words[at : at + 4]))
    return found
