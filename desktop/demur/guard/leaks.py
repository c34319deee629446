"""Nothing private goes out, nothing of a stranger's wording comes in."""

from .pair import Pair
from .wording import Item


def private(pair: Pair) -> str:
    """Words of a private note that the template does not hold."""
    leaked = _foreign(pair, "\n".join(pair.context.private), 3)
    return f"gives away a private note: “{leaked}”" if leaked else ""


def stranger_words(pair: Pair) -> str:
    """Words of the stranger's message that the template does not hold."""
    taken = _foreign(pair, pair.context.message, 4)
    return f"takes words from the message: “{taken}”" if taken else ""


def _foreign(pair: Pair, text: str, run: int) -> str:
    """The first content word, or run of words, that candidate and ``text`` share and the source lacks."""
    known = frozenset(pair.reader.stems(text))
    for item in pair.candidate.items:
        if not _plain(pair, item) and item.concepts & known:
            return item.words
    theirs = pair.reader.runs(text, run) - pair.reader.runs(pair.source.text, run)
    for at in range(len(pair.candidate.stems) - run + 1):
        shared = pair.candidate.stems[at : at + run]
        if shared in theirs and not all(_plain(pair, item) for item in _items(pair, at, run)):
            return " ".join(pair.candidate.words[at : at + run])
    return ""


def _items(pair: Pair, at: int, run: int) -> list[Item]:
    return [item for item in pair.candidate.items if at <= item.at < at + run]


def _plain(pair: Pair, item: Item) -> bool:
    """Whether everybody may say ``item``, or the template says it."""
    return not item.kinds <= {"word", "synonyms", "fact"} or pair.licensed(item)
