"""A no stays a no, and nothing becomes a yes."""

from itertools import pairwise

from .pair import Pair
from .wording import Clause, Wording

_NO = frozenset({"no", "nothing", "nobody", "longer", "never", "nor"})
_PREFERS = "synonyms rathernot"


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
    if _elsewhere(pair):
        return "denies something else than you do"
    weaker = _weak(pair, candidate) - _weak(pair, source) - _same_no(source)
    if weaker:
        return f"says more or less than no: {', '.join(sorted(weaker))}"
    for here in dict.fromkeys(here for _, here in pair.shared if _PREFERS not in here.rows):
        there = pair.closest(here)
        if all(known.negations != here.negations for known in there):
            return f"says “{here.words}” {_how(here.negations)}, you say it {_how(there[0].negations)}"
    return _opposite(pair)


def _elsewhere(pair: Pair) -> bool:
    """Whether the one "not" has moved from one word that both say to another one that both say."""
    there, here = _denied(pair, pair.source), _denied(pair, pair.candidate)
    alone = all(_NO.isdisjoint(wording.words) for wording in (pair.source, pair.candidate))
    moved = bool(there and here) and there != here and here in pair.source.stems
    return alone and moved and there in pair.candidate.stems


def _denied(pair: Pair, wording: Wording) -> str:
    """The stem of what the only "not" stands before; empty where there is none, or more."""
    if wording.words.count("not") != 1:
        return ""
    after = wording.words.index("not") + 1
    said = zip(wording.words[after:], wording.stems[after:], strict=True)
    return next((own for word, own in said if pair.reader.tells(word)), "")


def _undone(wording: Wording) -> bool:
    return any("affirmatives undone" in item.rows for item in wording.items)


def _noes(wording: Wording) -> int:
    """How many times it is denied, a "no" at the very beginning aside that another one explains."""
    noes = sum(bool(clause.negations) for clause in wording.clauses)
    noes += sum({"neither", "nor"} <= set(clause.words) for clause in wording.clauses)
    return noes - (noes > 1 and wording.clauses[0].words == ("no",))


def _weak(pair: Pair, wording: Wording) -> set[str]:
    """Words that make less of a no: "hardly", and what follows on "not" as in "not really"."""
    after = (then for word, then in pairwise(wording.words) if word == "not")
    return {word for word in wording.words if word in pair.reader.weak} | (
        set(after) & pair.reader.softened
    )


_WHOLE = {"nothing": "anything", "nobody": "anyone", "none": "any", "zero": "any"}


def _same_no(source: Wording) -> set[str]:
    """Words that say no as ``source`` does, with "not ... anything" or "cannot say yet"."""
    words = set(source.words) | ({"anyone"} if "anybody" in source.words else set())
    denied = "not" in words or "nor" in words
    return {whole for whole, part in _WHOLE.items() if denied and part in words} | (words & {"yet"})


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


_EMPHASIS = {"absolutely", "certainly", "definitely"}


def acceptance(pair: Pair) -> str:
    """A yes, or eagerness, that the template lacks; delight over a no is mockery."""
    for item in pair.candidate.items:
        cheer = "sign cheer" in item.rows and item.words != "love"  # "not before May, love"
        if cheer and pair.source.denies and not item.concepts & pair.source.concepts:
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
        for name, at in pair.reader.meant(pair.reader.acceptance, clause.stems):
            supposed = clause.words[at - 1 : at] == ("if",)  # "if yes"
            stressed = at > 0 and clause.words[at] in _EMPHASIS  # "I will absolutely let you know"
            if not (supposed or stressed) and (not clause.negations or name == "undone"):
                found.setdefault(name, " ".join(clause.words[at : at + 4]))
    return found
