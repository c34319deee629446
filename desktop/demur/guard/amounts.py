"""How much, and what a condition or an "only" hangs on."""

from .pair import Pair
from .wording import Wording

_MANY = frozenset({"lots", "plenty", "loads", "tons"})
_HUNG = ("scopes only", "scopes if", "scopes unless", "scopes when")


def amounts(pair: Pair) -> str:
    """Where "a few" is few or many, or a condition is set to something else."""
    added = _much(pair.candidate) - _much(pair.source)
    if added:
        return f"says how much: {', '.join(sorted(added))}"
    if _free(pair):
        return "sets no condition where you set one"
    for row in _HUNG:
        there, here = _beside(pair.source, row), _beside(pair.candidate, row)
        if there and here and not there & here:
            return f"sets another limit: {row.removeprefix('scopes ')}"
    return ""


def _free(pair: Pair) -> bool:
    """Whether "if there is anything I can help with" has become "if there is anything, I can help"."""
    there, here = _conditions(pair.source), _conditions(pair.candidate)
    return any(
        known.clause in there
        and item.clause not in here
        and pair.reader.governed(pair.candidate.words, item.at)
        for known, item in pair.shared
        if here and known.concepts == item.concepts
    )


def _conditions(wording: Wording) -> set[int]:
    return {item.clause for item in wording.items if "scopes if" in item.rows}


def _much(wording: Wording) -> set[str]:
    """How much is said of anything: "few" and "little" without an "a", "quite a few", "a lot more"."""
    found = {"many"} if "many" in wording.words else set()
    for at, word in enumerate(wording.words):
        before, after = wording.words[max(at - 2, 0) : at], wording.words[at + 1 : at + 2]
        if word in ("few", "little") and before[-1:] != ("a",):
            found.add(word)
        lots = (word == "lot" and after in (("more",), ("of",))) or (word in _MANY and after == ("of",))
        if lots or (word == "few" and before == ("quite", "a")):
            found.add("many")
    return found


def _beside(wording: Wording, row: str) -> frozenset[str]:
    """What is said in the clauses that hold a word of ``row``, as concepts."""
    clauses = {item.clause for item in wording.items if row in item.rows}
    return frozenset().union(*(item.concepts for item in wording.content if item.clause in clauses))
