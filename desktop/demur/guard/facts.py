"""Names, dates, numbers, links: every one stays, none is added."""

from .lexicon import stem
from .pair import Pair
from .tokens import plain

_ABOUT = frozenset({"about", "on", "of", "to"})
_ARTICLES = frozenset({"a", "an", "the", "my", "your", "our", "this", "that"})


def facts_kept(pair: Pair) -> str:
    """What of the template's facts the candidate drops."""
    candidate = _flat(pair.candidate.text)
    counted = {thing for _, thing in pair.source.figures}
    said = f" {' '.join(pair.candidate.words)} "
    dropped = [
        fact
        for fact in pair.beat.facts
        if _flat(fact) not in candidate and f" {' '.join(pair.reader.read(fact).words)} " not in said
    ]
    dropped += [f"what it is about: {fact}" for fact in pair.beat.facts if _set_free(pair, fact)]
    source, kept = pair.source, pair.candidate
    dropped += [name for name in source.names if name not in kept.words]
    dropped += [number for number in source.numbers if number not in kept.numbers]
    dropped += [link for link in source.links if link not in kept.links]
    dates = {name for name, _ in kept.when}
    dropped += [name.capitalize() for name, _ in source.when if name not in dates]
    dropped += [
        f"how many {thing}"
        for number, thing in kept.figures - source.figures
        if thing in counted and number in source.numbers
    ]
    return f"drops {_listed(dropped)}" if dropped else ""


def _set_free(pair: Pair, fact: str) -> bool:
    """Whether ``fact``, which the template only talks about, stands by itself: as what somebody does.

    "Thank you for writing about joining the board" is no "Thank you for writing, I am joining the board".
    """
    words = pair.reader.read(fact).words
    return "about" in _before(pair.template.words, words) and not (
        _ABOUT & _before(pair.candidate.words, words)
    )


def _before(text: tuple[str, ...], words: tuple[str, ...]) -> frozenset[str]:
    """What stands right before ``words`` in ``text``, an article aside."""
    found: set[str] = set()
    for at in range(1, len(text) - len(words) + 1):
        if text[at : at + len(words)] == words:
            found.add(text[at - 2] if text[at - 1] in _ARTICLES and at > 1 else text[at - 1])
    return frozenset(found)


def facts_added(pair: Pair) -> str:
    """What the candidate names that the template does not."""
    source, candidate = pair.source, pair.candidate
    licensed = pair.licence | pair.manner
    added = [name for name in candidate.names if stem(name) not in licensed]
    added += [number for number in candidate.numbers if number not in source.numbers]
    for link in candidate.links:
        if candidate.links.count(link) > source.links.count(link):
            added.append(f"{link} once more" if link in source.links else link)
    dates = {name for name, _ in source.when}
    added += [name.capitalize() for name, _ in candidate.when if name not in dates]
    return f"adds {_listed(added)}" if added else ""


def _flat(text: str) -> str:
    return " ".join(plain(text).split()).casefold()


def _listed(things: list[str]) -> str:
    return ", ".join(dict.fromkeys(things))
