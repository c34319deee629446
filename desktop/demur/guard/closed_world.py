"""The closed world of words: a content word that nothing licenses is new meaning until proved otherwise."""

from .pair import Pair
from .wording import Item

LOST = 0.5
"""The largest share of the source's content that a rewrite may leave out; measured on labelled pairs."""


def new_words(pair: Pair) -> str:
    """Content words that neither template, paraphrases, facts nor voice license."""
    new = [item.words for item in pair.candidate.items if _new(pair, item)]
    return f"says something new: {', '.join(dict.fromkeys(new))}" if new else ""


def _new(pair: Pair, item: Item) -> bool:
    if item.kinds & {
        "function",
        "free",
        "negators",
        "affirmatives",
        "softener",
        "apology",
        "harmless",
        "scopes",
    }:
        return False
    if pair.licensed(item):
        return False
    if "sign" in item.kinds and "synonyms" not in item.kinds:
        words = {pair.reader.stem(word) for word in item.words.split()}
        return pair.context.voice is not None and not words <= pair.sampled
    return not ("fact" in item.kinds and (item.words[0].isdigit() or pair.reader.knows(item.words)))


def lost_words(pair: Pair) -> str:
    """Whether too much of what the template says is missing."""
    needed = pair.source.content()
    said = pair.candidate.concepts
    lost = [item.words for item in needed if not item.concepts & said]
    if len(lost) <= LOST * len(needed):
        return ""
    return f"leaves out {', '.join(dict.fromkeys(lost))}"
