"""What stands in the middle of a clause, or is said once more, set right before the clauses are read."""

from .tokens import Token

_APART = frozenset({"i am afraid", "i fear", "alas", "unfortunately", "sadly", "regrettably", "as yet"})
_INSIDE = frozenset({"so", "therefore", "thus", "hence", "then", "however", "though"})
_NOES = frozenset({"not", "no", "nor", "never", "unable", "nobody"})
_STRESS = frozenset({"so", "very", "really"})
_ECHOED = frozenset({"at", "before", "until", "till", "unless", "even", "anyone", "anybody", "anything"})


def told_once(found: list[Token], auxiliaries: frozenset[str]) -> list[Token]:
    """``found`` with what cuts a clause in two at the end, and without a no that only says one more.

    "Mornings do not, I am afraid, work" is one clause; "not today, not even for an hour" is one no.
    """
    kept, later = _joined(found, auxiliaries)
    told: list[Token] = []
    denied = passed = False
    for at, token in enumerate(kept):
        following = [other.word for other in kept[at + 1 : at + 3]]
        last = [word.word for word in told[-1:] if word.word in _STRESS]  # "so, so glad"
        echo = denied and following[:1] == ["not"] and following[-1] in _ECHOED
        again = token.kind == "comma" and bool(following) and (echo or following[:1] == last)
        if again or passed:
            passed = again
            continue
        told.append(token)
        denied = token.said and (denied or token.word in _NOES)
    return told + later


def _joined(found: list[Token], auxiliaries: frozenset[str]) -> tuple[list[Token], list[Token]]:
    """``found`` without what two commas cut out of a clause, and what of that is still to be said."""
    kept: list[Token] = []
    last: list[Token] = []
    commas = [at for at, token in enumerate(found) if token.kind == "comma"]
    at = 0
    while at < len(found):
        end = next((comma for comma in commas if comma > at), len(found))
        words = " ".join(token.word for token in found[at + 1 : end])
        if at in commas and end < len(found) and words in _APART | _INSIDE:
            last += found[at:end] if words in _APART else []
            resumed = found[end + 1 : end + 2]
            at = end + (bool(resumed) and (resumed[0].word in auxiliaries or words in _INSIDE))
            continue
        kept.append(found[at])
        at += 1
    return kept, last
