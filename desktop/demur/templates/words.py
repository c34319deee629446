"""What a message is about, as far as its words say so for certain."""

from collections.abc import Sequence

import re2
from snowballstemmer import stemmer

_WORD = re2.compile(r"[\pL\pN]+(?:['’]\pL+)*")

_ABOUT = re2.compile(r"(?i)\b(?:about|regarding):? +(.+)$")
# "About 15 minutes" is no topic.
_PLAIN = re2.compile(r"^\pL[\pL\pN&'’ +#-]*$")
# What a subject says of "you" or "our" means somebody else in the reply.
_DEICTIC = re2.compile(r"(?i)^(?:i|me|mine|we|us|our|ours|you|your|yours|this|that|it)(?:['’].*)?$")
_TOPIC_WORDS = 6
# A subject may claim, bid or charge; thanking for it in one's own letter would come near to agreeing.
_WEIGHTY = """
accept accepted agree agreed agreement answer approve approved buy cash charge click confirm confirmed
contract deal debt discount dollar euro fee guarantee ignore instruct instruction invoice loan money no
offer ok okay order owe password pay paying payment please pound previous price prize promise prompt
purchase refund reply respond say send sign transfer urgent verify win write yes
"""
_STEMMER = stemmer("english")
_WEIGHTY_STEMS = frozenset(_STEMMER.stemWords(_WEIGHTY.split()))


def encodable(text: str) -> str:
    """``text`` without the halves of characters that broken mail leaves behind, which patterns refuse."""
    return text.encode("utf-8", "replace").decode("utf-8")


def words_of(text: str) -> list[str]:
    """The words of ``text`` in their order, heedless of case."""
    words: list[str] = _WORD.findall(text.casefold())
    return words


def mentions(words: Sequence[str], phrase: str) -> bool:
    """Whether ``words`` hold those of ``phrase`` side by side, in whatever English form."""
    sought = words_of(phrase)
    places = range(len(words) - len(sought) + 1) if sought else ()
    return any(all(map(_alike, words[at : at + len(sought)], sought)) for at in places)


def topic_of(subject: str, whose: str) -> str:
    """What a subject such as "Quick question about product management" says it is about, or nothing.

    The sender's "my" becomes ``whose``.
    """
    match = _ABOUT.search(" ".join(subject.split()).rstrip("?"))
    topic = match.group(1).strip() if match else ""
    words = topic.split()
    if not _PLAIN.match(topic) or len(words) > _TOPIC_WORDS or any(map(_DEICTIC.match, words)):
        return ""
    if not _WEIGHTY_STEMS.isdisjoint(_STEMMER.stemWords(words_of(topic))):
        return ""
    return " ".join(whose if word.casefold() == "my" else word for word in words)


def _alike(word: str, other: str) -> bool:
    # Only words that begin alike can share a stem; stemming all words of a long message takes its time.
    return word[:3] == other[:3] and bool(_STEMMER.stemWord(word) == _STEMMER.stemWord(other))
