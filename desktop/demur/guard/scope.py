"""When, how long, how surely, on which condition."""

from .pair import Pair
from .wording import Wording

_TELLERS = frozenset({"i", "we", "you", "they", "he", "she"})
_PAST = frozenset({"was", "were"})


def time_scope(pair: Pair) -> str:
    """Where a bound of what is said goes, comes or changes."""
    for date, ways in pair.candidate.when:
        meant = [known for name, known in pair.source.when if name == date]
        if meant and not any(ways & known for known in meant):
            return f"says “{min(ways)} {date.capitalize()}”, you say “{min(meant[0])} {date.capitalize()}”"
    for there, here in pair.shared:
        told = there.past and there.doer and pair.source.words[there.at - 1] in _TELLERS
        if told and not here.past and here.kinds == there.kinds:
            return f"tells as present what is past: “{here.words}”"
    if _past(pair.candidate) and not _PAST & set(pair.source.words):
        return "tells as past what is not"
    lost = pair.source.scopes - pair.candidate.scopes
    if lost:
        return f"drops a limit: {', '.join(sorted(lost))}"
    added = pair.candidate.scopes - pair.source.scopes
    if pair.source.asks:  # "would" and "might" ask alike
        added -= {"maybe"}
    return f"adds a limit: {', '.join(sorted(added))}" if added else ""


def _past(wording: Wording) -> bool:
    """Whether "was" or "were" stands in it, other than in a set phrase ("I was wondering")."""
    phrases = [word for item in wording.items for word in item.words.split()]
    return any(wording.words.count(word) > phrases.count(word) for word in _PAST)
