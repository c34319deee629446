"""The closed world of words: a content word that nothing licenses is new meaning until proved otherwise."""

from .lexicon import stem
from .nuances import other_nuances
from .pair import Pair
from .wording import Item, Wording

_LEADING = frozenset({"with", "at", "on", "in", "about"})
_BEFORE_THINGS = frozenset(
    {"a", "an", "the", "my", "your", "our", "their", "this", "that", "these", "those"}
)
_PARTICLES = (
    "break bring call carry check come cut drop get give go hand hold keep let live look make pass pick",
    "pull put run send set sign stand stay take throw turn work write",
)
_PARTICLED = frozenset(stem(verb) for verbs in _PARTICLES for verb in verbs.split())


def new_words(pair: Pair) -> str:
    """Content words that neither template, paraphrases, facts nor voice license."""
    new = [item.words for item in pair.candidate.items if _new(pair, item)]
    leads = {at for at in range(len(pair.candidate.words)) if _only_leads(pair, at)}
    new += [
        word
        for at, word in pair.candidate.loose_at
        if not (at in leads or word in pair.reader.idle or _said(pair, word))
    ]
    new += [item.words for item in pair.candidate.content if _again(pair, item)]
    new += other_nuances(pair)
    new += [aside for aside in pair.candidate.asides if _foreign(pair, aside)]
    return f"says something new: {', '.join(dict.fromkeys(new))}" if new else ""


def _again(pair: Pair, item: Item) -> bool:
    """Whether ``item`` stands for what another one says already: one "look" licenses one "want"."""
    rows = {concept for concept in item.concepts if concept.startswith("synonyms ")}
    used = rows & pair.licence - {"synonyms thank"}
    return (
        bool(used)
        and not _stands_in(pair, item.words)
        and not item.concepts - rows <= pair.licence
        and all(pair.candidate.count(row) > max(pair.source.count(row), 1) for row in used)
    )


def _foreign(pair: Pair, aside: str) -> bool:
    """Whether ``aside`` is in another person's manner than this voice's."""
    if pair.context.voice is None or aside in pair.template.asides or not pair.reader.asides.own(aside):
        return False
    said = pair.samples
    alike = any(pair.reader.asides.alike(own, aside) for own in said.asides)
    return not alike and f" {aside} " not in f" {' '.join(said.words)} "


def _said(pair: Pair, word: str) -> bool:
    """Whether somebody says it already; "any" adds nothing to what is denied or only supposed."""
    supposed = pair.candidate.denies or pair.candidate.asks or "if" in pair.candidate.scopes
    if word in ("any", "anything") and supposed:
        return True
    asked = word == "whether" and pair.source.asks
    return asked or stem(word) in pair.licence | pair.manner or _stands_in(pair, word)


def _only_leads(pair: Pair, at: int) -> bool:
    """Whether the preposition at ``at`` only leads to a thing of the source: "meet with Ana", "meet Ana".

    Not so where it belongs to a verb ("take on", "look at") or says which way ("for", "from", "by").
    """
    words, stems = pair.candidate.words, pair.candidate.stems
    if words[at] not in _LEADING or stems[max(at - 1, 0)] in _PARTICLED:
        return False
    thing = next((there for there in range(at + 1, len(words)) if words[there] not in _BEFORE_THINGS), at)
    return stems[thing] in pair.source.stems and words[thing] not in pair.reader.receivers


def _stands_in(pair: Pair, words: str) -> bool:
    """Whether ``words`` say no more than another word that is licensed."""
    others = pair.reader.stand_ins.get(" ".join(map(stem, words.split())), frozenset())
    return not others.isdisjoint(pair.licence)


_PLAIN = {
    "function",
    "free",
    "negators",
    "affirmatives",
    "softener",
    "apology",
    "harmless",
    "scopes",
    "fact",
}


def _new(pair: Pair, item: Item) -> bool:
    if "sign" in item.kinds and not set(item.words.split()) <= set(pair.template.words):
        words = {concept for concept in item.concepts if not concept.startswith("synonyms ")}
        return pair.context.voice is not None and not words <= pair.sampled
    if item.kinds & _PLAIN or pair.licensed(item) or _stands_in(pair, item.words):
        return False
    if "requests" in item.kinds:
        return not (pair.source.asks or "requests" in pair.source.kinds)
    return True


def lost_words(pair: Pair) -> str:
    """What of the template's content is missing.

    In a language that the word list does not know, any word may be the one that says no.
    """
    new = _stemmed(pair.candidate) - _stemmed(pair.source)
    said = pair.candidate.concepts.union(*(pair.reader.stand_ins.get(own, ()) for own in new))
    lost = [item.words for item in pair.source.content if not item.concepts & said]
    lost = [words for words in lost if words not in pair.reader.droppable]
    return f"leaves out {', '.join(dict.fromkeys(lost))}" if lost else ""


def _stemmed(wording: Wording) -> set[str]:
    """The stems of its words and of its phrases."""
    return {*wording.stems, *(" ".join(map(stem, item.words.split())) for item in wording.items)}
