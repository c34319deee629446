"""When, how long, how surely, on which condition."""

from .pair import Pair


def time_scope(pair: Pair) -> str:
    """Where a bound of what is said goes, comes or changes."""
    for date, relation in pair.candidate.when:
        meant = {known for name, known in pair.source.when if name == date}
        if meant and relation not in meant:
            day = date.capitalize()
            return f"says “{_way(relation)} {day}”, you say “{_way(min(meant))} {day}”"
    lost = pair.source.scopes - pair.candidate.scopes
    if lost:
        return f"drops a limit: {', '.join(sorted(lost))}"
    added = pair.candidate.scopes - pair.source.scopes
    return f"adds a limit: {', '.join(sorted(added))}" if added else ""


def _way(relation: str) -> str:
    return "on" if relation == "at" else relation
