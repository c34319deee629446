"""The closed world of words: a content word that nothing licenses is new meaning until proved otherwise."""

from .lexicon import stem
from .pair import Pair
from .wording import Item

LOST = 0.5
"""The largest share of the source's content that a rewrite may leave out; measured on labelled pairs."""


def new_words(pair: Pair) -> str:
    """Content words that neither template, paraphrases, facts nor voice license."""
    new = [item.words for item in pair.candidate.items if _new(pair, item)]
    new += [word for word in pair.candidate.loose if not (word in pair.reader.idle or _said(pair, word))]
    new += [item.words for item in pair.candidate.content if _again(pair, item)]
    new += [aside for aside in pair.candidate.asides if _foreign(pair, aside)]
    return f"says something new: {', '.join(dict.fromkeys(new))}" if new else ""


def _again(pair: Pair, item: Item) -> bool:
    """Whether ``item`` stands for what another one says already: one "look" licenses one "want"."""
    rows = {concept for concept in item.concepts if concept.startswith("synonyms ")}
    used = rows & pair.licence - {"synonyms thank"}
    return (
        bool(used)
        and not item.concepts - rows <= pair.licence
        and all(pair.candidate.count(row) > max(pair.source.count(row), 1) for row in used)
    )


def _foreign(pair: Pair, aside: str) -> bool:
    """Whether ``aside`` is in another person's manner than this voice's."""
    if pair.context.voice is None or aside in pair.template.asides or not pair.reader.asides.own(aside):
        return False
    return not (pair.sampled | pair.manner).issuperset(map(stem, aside.split()))


def _said(pair: Pair, word: str) -> bool:
    """Whether somebody says it already; "any" adds nothing to what is denied or only supposed."""
    supposed = pair.candidate.denies or "if" in pair.candidate.scopes
    return stem(word) in pair.licence | pair.manner or (word in ("any", "anything") and supposed)


_IS = {"is", "am", "are", "was", "be", "it's", "that's", "i'm"}

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
    if item.kinds & _PLAIN or pair.licensed(item):
        return False
    if "requests" in item.kinds:
        return not (pair.source.asks or "requests" in pair.source.kinds)
    if "sign" in item.kinds:
        words = {stem(word) for word in item.words.split()}
        return pair.context.voice is not None and not words <= pair.sampled
    return True


def lost_words(pair: Pair) -> str:
    """Whether too much of what the template says is missing: what something is, a clause, most words.

    In a language that the word list does not know, any word may be the one that says no: none may go.
    """
    content, said = pair.source.content, pair.candidate.concepts
    lost = [item for item in content if not item.concepts & said]
    gone = {item.clause for item in lost} - {item.clause for item in content if item not in lost}
    whole = [item for item in lost if item.clause in gone and len(gone) < len(pair.source.clauses)]
    told = [item for item in lost if item.at and pair.source.words[item.at - 1] in _IS]
    if told or whole or len(lost) > (0 if pair.foreign else LOST) * len(content):
        return f"leaves out {', '.join(dict.fromkeys(item.words for item in lost))}"
    return ""
