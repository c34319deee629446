"""What is told as past stays past."""

from itertools import repeat

from .pair import Pair
from .wording import Item, Wording

_TELLERS = frozenset({"i", "we", "you", "they", "he", "she", "it"})
_BETWEEN = frozenset({"already", "also", "really", "just", "so", "truly"})
_PAST = frozenset({"was", "were", "had", "needed"})
_BEING = frozenset({"is", "are", "am", "s"})
_OF_NOW = frozenset({"am", "are", "is", "do", "does", "will", "can", "may", "must", "shall"})


def tense(pair: Pair) -> str:
    """Where something past is told as present, or something present as past."""
    for there, here in pair.shared:
        if _told(pair.source, there) and not _past(pair.candidate, here) and here.kinds == there.kinds:
            return f"tells as present what is past: “{here.words}”"
        if _since_done(pair, there, here):
            return f"tells as past what is present: “{here.words}”"
        if _told(pair.candidate, here) and not _done(pair.source, there) and here.kinds == there.kinds:
            return f"tells as past what is present: “{here.words}”"
    for there, here in pair.borrowed:
        if _told(pair.candidate, here) and not there.past:
            return f"tells as past what is present: “{here.words}”"
    if _perfect(pair, pair.candidate) and not _perfect(pair, pair.source):
        return "tells as still to come what is past"
    return "tells as past what is not" if _unbacked(pair) else ""


_MODALS = frozenset({"will", "would", "may", "might", "could", "should"})


def _perfect(pair: Pair, wording: Wording) -> bool:
    """Whether something will, would or may "have" been done."""
    words = [
        word
        for word in wording.words
        if word not in {"i", "you", "we", "they", "both", *pair.reader.adverbs}
    ]
    threes = zip(words, words[1:], words[2:], strict=False)
    done = (third for first, second, third in threes if first in _MODALS and second == "have")
    return any(word in pair.reader.pasts or word.endswith("ed") for word in done)


def _since_done(pair: Pair, there: Item, here: Item) -> bool:
    """Whether "I did know" or "I have worked" stands for "I know" or "I work"."""
    between = {"not", *_BETWEEN, *pair.reader.adverbs}
    helped = [word for word in pair.candidate.words[: here.at] if word not in between][-1:]
    same = bool((there.concepts - there.rows) & here.concepts)
    now = not (_done(pair.source, there) or there.past or pair.source.asks)
    return same and now and (helped == ["did"] or (here.past and helped in (["have"], ["has"])))


def _told(wording: Wording, item: Item) -> bool:
    """Whether ``item`` tells of the past by itself: somebody stands before it, and no "have" or "is".

    After an "if" it tells of what may be: "would it be all right if I forwarded it".
    """
    before = [word for word in wording.words[: item.at] if word not in _BETWEEN]
    supposed = "if" in before[-4:] and {"would", "could"} & set(wording.words)
    return bool(item.past and before[-1:] and before[-1] in _TELLERS and not supposed)


def _past(wording: Wording, item: Item) -> bool:
    """Whether ``item`` is told as past in any way: "thought", "was thinking", "if I were to think"."""
    before = wording.words[max(item.at - 4, 0) : item.at]
    perfect = before[-1:] in (("have",), ("has",))
    return item.past or perfect or not {*_PAST, "did"}.isdisjoint(before)


def _done(wording: Wording, item: Item) -> bool:
    """Whether ``item`` is past for sure: told so, or what is thanked for or was enjoyed."""
    words = wording.clauses[item.clause].words
    clause = [other for other in wording.items if other.clause == item.clause]
    told = any(map(_told, repeat(wording), clause))
    thanks = any("synonyms thank" in other.concepts for other in clause)
    thanked = told or (thanks and item.words.split()[0].endswith("ing"))
    given = (thanked and not _OF_NOW & set(words)) or "of you to" in " ".join(words)
    passive = not _BEING.isdisjoint(wording.words[max(item.at - 1, 0) : item.at])  # "is written"
    return given or (_past(wording, item) and not passive)


def _unbacked(pair: Pair) -> bool:
    """Whether "was", "were" or "had" stands before what is not past in the source.

    Not so in a set phrase ("I was wondering"), in "have had" and in a supposition ("if I were to").
    """
    if _PAST & set(pair.source.words):
        return False
    candidate = pair.candidate
    items = [item for item in candidate.items if not item.words.startswith("needed")]
    phrased = {item.at + n for item in items for n in range(len(item.words.split()))}
    for at, word in enumerate(candidate.words):
        before = candidate.words[max(at - 3, 0) : at]
        perfect = word == "had" and not {"have", "has"}.isdisjoint(before)
        supposed = word == "were" and "if" in before
        if word in _PAST and at not in phrased and not (perfect or supposed):
            later = (_alike(pair, item) for item in candidate.items if item.at > at)
            if not any(_done(pair.source, known) for known in next(filter(None, later), [])):
                return True
    return False


def _alike(pair: Pair, item: Item) -> list[Item]:
    """What of the source ``item`` stands for, be it a word of regret or of courtesy."""
    said = [] if item.kinds & {"free", "sign"} else pair.source.items
    return pair.closest(item) or [known for known in said if known.concepts & item.concepts]
