"""Words that limit what is said in one place only: "glad if" is no condition, "may I" no doubt."""

from .grammar import Grammar

_IF, _MAYBE, _ONCE = "scopes if", "scopes maybe", "scopes once"
_BOTH = "scopes both"
_NOES = frozenset({"not", "no", "nor", "never", "unable", "nobody"})
_TOLD = frozenset({"know", "sure", "say", "tell"})


def limiting(
    rows: frozenset[str], words: tuple[str, ...], start: int, at: int, grammar: Grammar
) -> frozenset[str]:
    """Those of ``rows`` that hold of the word or phrase at ``at`` in a clause that starts at ``start``."""
    after = words[at + 1 : at + 2]
    if _IF in rows and _whether(words[max(at - 6, 0) : at], grammar):
        return rows - {_IF}
    if _MAYBE in rows and _sure(words[start:at], words[at : at + 3]):
        return rows - {_MAYBE}
    if _BOTH in rows and words[at] == "either" and after != ("of",) and not _NOES.isdisjoint(words[:at]):
        return rows - {_BOTH} | {"scopes also"}
    if _BOTH in rows and words[at] == "either" and after == ("of",):
        return rows - {_BOTH} | {"scopes either"}
    if _BOTH in rows and words[at] == "neither" and after != ("of",):  # "neither Monday nor Tuesday"
        return rows - {_BOTH}
    if _ONCE in rows and after and (grammar.begins(after[0]) or after[0] in {*grammar.owners, "the"}):
        return rows - {_ONCE} | {"scopes when"}
    return rows


def _whether(before: tuple[str, ...], grammar: Grammar) -> bool:
    """Whether an "if" after ``before`` belongs to what is asked, or to what is judged."""
    said = [word for word in before if word not in grammar.adverbs and word != "yet"]
    last = said[-1] if said else ""
    return last in grammar.judges or (last in grammar.askers and (last not in _TOLD or "not" in said))


def _sure(before: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a "may" asks for leave, and a "could" stands under a no or a condition."""
    if words[1:] == ("thought", "of"):
        return True
    if words[0] in ("may", "might"):
        return words[1:2] in (("i",), ("we",))
    return words[1:2] == ("could",) and not {"not", "nor", "if"}.isdisjoint(before)
