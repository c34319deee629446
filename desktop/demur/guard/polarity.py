"""A no stays a no, and nothing becomes a yes."""

from itertools import pairwise

from .pair import Pair
from .wording import Clause, Wording


def polarity(pair: Pair) -> str:
    """Where the candidate says yes and the template no, or the reverse."""
    source, candidate = pair.source, pair.candidate
    most = max((clause.negations for clause in source.clauses), default=0)
    if _undone(candidate) and not _undone(source):
        return "undoes the no by a second one"
    if any(clause.negations > max(most, 1) for clause in candidate.clauses):
        return "undoes the no by a second one"
    if source.denies and not candidate.denies:
        return "says yes where you say no"
    if candidate.denies and not source.denies:
        return "says no where you do not"
    if _noes(candidate) > _noes(source):
        return "says no once more, to what you do not deny"
    if _noes(candidate) < _noes(source):
        return "no longer denies one of the things that you deny"
    weaker = _weak(pair, candidate) - _weak(pair, source)
    if weaker:
        return f"says more or less than no: {', '.join(sorted(weaker))}"
    signs = {(concept, there.negations) for there, _ in pair.shared for concept in there.concepts}
    for there, here in pair.shared:
        if not any((concept, here.negations) in signs for concept in there.concepts & here.concepts):
            return f"says “{here.words}” {_how(here.negations)}, you say it {_how(there.negations)}"
    return _opposite(pair)


def _undone(wording: Wording) -> bool:
    return any("affirmatives undone" in item.rows for item in wording.items)


def _noes(wording: Wording) -> int:
    """How many clauses deny, a "no" at the very beginning aside."""
    return sum(
        bool(clause.negations) and (number > 0 or clause.words != ("no",))
        for number, clause in enumerate(wording.clauses)
    )


def _weak(pair: Pair, wording: Wording) -> set[str]:
    """Words that make less of a no: "hardly", and what follows on "not" as in "not really"."""
    after = (then for word, then in pairwise(wording.words) if word == "not")
    return {word for word in wording.words if word in pair.reader.weak} | (
        set(after) & pair.reader.softened
    )


def _how(negations: int) -> str:
    return ("without a “not”", "with one “not”")[negations] if negations < 2 else "with two"


def _opposite(pair: Pair) -> str:
    for there in pair.source.content:
        for here in pair.candidate.content:
            if there.negations == here.negations and not there.concepts & here.concepts:
                for one, other in pair.reader.antonyms:
                    sides = (
                        (there.concepts & one, here.concepts & other),
                        (there.concepts & other, here.concepts & one),
                    )
                    if any(all(side) for side in sides):
                        return f"says “{here.words}” where you say “{there.words}”"
    return ""


def acceptance(pair: Pair) -> str:
    """A yes, or eagerness, that the template lacks; delight over a no is mockery."""
    for item in pair.candidate.items:
        if "sign cheer" in item.rows and pair.source.denies and not item.concepts & pair.source.concepts:
            return f"sounds glad to say no: “{item.words}”"
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
