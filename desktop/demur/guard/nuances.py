"""The same words, and yet not the same: another tense, said once more, a reason that was none."""

from .lexicon import IRREGULAR, stem
from .pair import Pair
from .wording import Item, Wording

_VERBS = frozenset(map(stem, IRREGULAR))
# Lend their tense to the verb that follows.
_HELPERS = frozenset({"did", "have", "has", "had", "to"})
_AGAINST = frozenset({"but", "though", "although", "however", "nevertheless"})
_TURNING = frozenset({"hear", "speak", "talk", "work", "write"})
_TO_ANYTHING = frozenset({"at", "for", "from"})
_TO_SOMEBODY = _TO_ANYTHING | {"about"}
_BOUNDS = ("then", "more", "before", "after", "than", "please")


def other_nuances(pair: Pair) -> list[str]:
    """The words of the candidate that mean something else there than in the source."""
    return [
        *(word for at, word in enumerate(pair.candidate.words) if _other_tense(pair, at)),
        *(word for word in _BOUNDS if _too_often(pair, word)),
        *(item.words for item in pair.candidate.items if _twice(pair, item)),
        *_turned(pair),
        *sorted(_behind(pair, pair.candidate) ^ _behind(pair, pair.source)),
    ]


def _other_tense(pair: Pair, at: int) -> bool:
    """Whether the irregular verb at ``at`` of the candidate stands there in a tense that no source has."""
    words = pair.candidate.words
    tense = _tense(words[at])
    if stem(words[at]) not in _VERBS or tense == "ing" or _HELPERS & set(words[max(at - 2, 0) : at]):
        return False
    said = {*pair.source.words, *pair.template.words}
    tenses = {_tense(word) for word in said if stem(word) == stem(words[at])}
    return bool(tenses) and tense not in tenses and "ing" not in tenses


def _tense(word: str) -> str:
    return "past" if word in IRREGULAR else "ing" if word.endswith("ing") else "base"


def _too_often(pair: Pair, word: str) -> bool:
    """Whether a bound comes again that the source sets once: "until then I cannot say yes before then"."""
    known = max(pair.source.words.count(word), pair.template.words.count(word), 1)
    return pair.candidate.words.count(word) > known


def _twice(pair: Pair, item: Item) -> bool:
    """Whether a whole phrase comes again: "I thought it might help, I thought"."""
    phrases = [other.words for other in pair.candidate.items]
    whole = " " in item.words and not item.kinds & {"free", "negators"}
    known = sum(other.words == item.words for other in pair.source.items)
    return whole and phrases.count(item.words) > max(known, 1)


def _turned(pair: Pair) -> list[str]:
    """A "but" for a "so", or the reverse: what was a reason is now none, or what was none is one."""
    source, candidate = pair.source.words, pair.candidate.words
    against, back = (_AGAINST.intersection(words) for words in (candidate, source))
    more = candidate.count("so") - source.count("so")
    if bool(against) == bool(back) or not more or bool(against) == (more > 0):
        return []
    return sorted(against) or ["so"]


def _behind(pair: Pair, wording: Wording) -> set[str]:
    """The verbs that turn with the word behind: who speaks for Ana does not speak with her."""
    stems = [own for own in wording.stems if own not in ("onli", "just")]
    return {
        f"{verb} {turn}"
        for verb, turn, whom in zip(stems, stems[1:], stems[2:], strict=False)
        if verb in _TURNING and turn in (_TO_SOMEBODY if whom in pair.reader.receivers else _TO_ANYTHING)
        if verb != "work" or whom not in pair.reader.receivers  # "that works for me"
    }
