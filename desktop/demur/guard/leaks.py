"""Nothing private goes out, nothing of a stranger's wording comes in."""

from .pair import Pair

_SAYING = {"word", "synonyms", "fact", "requests"}


def private(pair: Pair) -> str:
    """Words of a private note that the template does not hold."""
    leaked = _foreign(pair, "\n".join(pair.context.private))
    return f"gives away a private note: {leaked}" if leaked else ""


def stranger_words(pair: Pair) -> str:
    """Words of the stranger's message that the template does not hold."""
    taken = _foreign(pair, pair.context.message)
    return f"takes words from the message: {taken}" if taken else ""


def _foreign(pair: Pair, text: str) -> str:
    """The content that candidate and ``text`` share and nothing licenses."""
    known = pair.reader.vocabulary(text)
    shared = [
        item.words
        for item in pair.candidate.items
        if item.kinds <= _SAYING and item.concepts & known and not pair.licensed(item)
    ]
    return ", ".join(dict.fromkeys(shared))
