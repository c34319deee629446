"""When, how long, how surely, on which condition."""

from .pair import Pair
from .wording import Item, Wording

_TELLERS = frozenset({"i", "we", "you", "they", "he", "she", "it"})
_BETWEEN = frozenset({"already", "also", "really", "just", "so", "truly"})
_PAST = frozenset({"was", "were", "had"})


def time_scope(pair: Pair) -> str:
    """Where a bound of what is said goes, comes or changes."""
    for date, ways in pair.candidate.when:
        meant = [known for name, known in pair.source.when if name == date]
        if meant and not any(ways & known for known in meant):
            return f"says “{min(ways)} {date.capitalize()}”, you say “{min(meant[0])} {date.capitalize()}”"
    for there, here in pair.shared:
        if _told(pair.source, there) and not here.past and here.kinds == there.kinds:
            return f"tells as present what is past: “{here.words}”"
        if _told(pair.candidate, here) and not there.past and here.kinds == there.kinds:
            return f"tells as past what is present: “{here.words}”"
    for there, here in pair.borrowed:
        if _told(pair.candidate, here) and not there.past:
            return f"tells as past what is present: “{here.words}”"
    if _past(pair.candidate) and not _PAST & set(pair.source.words):
        return "tells as past what is not"
    surely = _modals(pair, pair.candidate) - _modals(pair, pair.source)
    if surely and not (pair.source.asks or "requests" in pair.source.kinds):
        return f"says how surely: {', '.join(sorted(surely))}"
    lost = pair.source.scopes - pair.candidate.scopes
    if lost:
        return f"drops a limit: {', '.join(sorted(lost))}"
    added = pair.candidate.scopes - pair.source.scopes
    twice = pair.candidate.count("scopes now") > max(pair.source.count("scopes now"), 1)
    if twice:
        return "sets the same limit twice"
    if pair.source.asks:  # "would" and "might" ask alike
        added -= {"maybe"}
    return f"adds a limit: {', '.join(sorted(added))}" if added else ""


def _told(wording: Wording, item: Item) -> bool:
    """Whether ``item`` tells of the past by itself: somebody stands before it, and no "have" or "is"."""
    before = [word for word in wording.words[: item.at] if word not in _BETWEEN]
    return bool(item.past and before[-1:] and before[-1] in _TELLERS)


def _past(wording: Wording) -> bool:
    """Whether "was" or "were" stands in it, other than in a set phrase ("I was wondering")."""
    phrases = [word for item in wording.items for word in item.words.split()]
    return any(wording.words.count(word) > phrases.count(word) for word in _PAST)


def _modals(pair: Pair, wording: Wording) -> frozenset[str]:
    """How surely things are done; what cannot be done and what must be refused say no more than a no."""
    found: set[str] = set()
    for clause in wording.clauses:
        kinds = set(pair.reader.modals.within(clause.stems))
        found |= (
            kinds
            - ({"can"} if "not" in clause.words else set())
            - ({"must"} if clause.negations else set())
        )
    return frozenset(found)
