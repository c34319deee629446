"""What a message is about, as far as its words say so for certain."""

import re2
from snowballstemmer import stemmer

_WORD = re2.compile(r"[\pL\pN]+(?:['’]\pL+)*")
_STEMMER = stemmer("english")

_ABOUT = re2.compile(r"(?i)\b(?:about|regarding) +(.+)$")
_PLAIN = re2.compile(r"^[\pL\pN&'’ +#-]+$")
# What a subject says of "you" or "our" means somebody else in the reply.
_DEICTIC = re2.compile(r"(?i)^(?:i|me|mine|we|us|our|ours|you|your|yours|this|that|it)(?:['’].*)?$")
_TOPIC_WORDS = 6


def mentions(text: str, phrase: str) -> bool:
    """Whether ``text`` holds the words of ``phrase`` side by side, in whatever English form."""
    words, sought = _stems(text), _stems(phrase)
    width = len(sought)
    return width > 0 and any(words[at : at + width] == sought for at in range(len(words) - width + 1))


def topic_of(subject: str) -> str:
    """What a subject such as "Quick question about product management" says it is about, or nothing."""
    match = _ABOUT.search(" ".join(subject.split()).rstrip("?"))
    topic = match.group(1).strip() if match else ""
    words = topic.split()
    if not _PLAIN.match(topic) or len(words) > _TOPIC_WORDS or any(map(_DEICTIC.match, words)):
        return ""
    return " ".join("your" if word.casefold() == "my" else word for word in words)


def _stems(text: str) -> list[str]:
    return list(_STEMMER.stemWords(_WORD.findall(text.casefold())))
