"""English contractions, both ways, only where both forms mean the same.

"I'd" may be "I had" and "let us know" is no "let's know": what is ambiguous stays as it is.
"""

from collections.abc import Callable, Iterable
from typing import Any

import re2

_NOT = {
    "cannot": "can't", "will not": "won't", "do not": "don't", "does not": "doesn't", "did not": "didn't",
    "is not": "isn't", "are not": "aren't", "was not": "wasn't", "were not": "weren't", "had not": "hadn't",
    "have not": "haven't", "has not": "hasn't", "would not": "wouldn't", "could not": "couldn't",
    "should not": "shouldn't",
}  # fmt: skip
_PRONOUN = {
    "I am": "I'm", "I will": "I'll", "I would": "I'd", "you are": "you're", "you will": "you'll",
    "you would": "you'd", "we are": "we're", "we will": "we'll", "we would": "we'd", "they are": "they're",
    "they will": "they'll", "it is": "it's", "it will": "it'll", "that is": "that's", "there is": "there's",
}  # fmt: skip
_HAVE = {"I have": "I've", "you have": "you've", "we have": "we've", "they have": "they've"}

# "Have" is the helping verb, and can shrink, before these; "I have a break" cannot.
_DONE = {"already", "also", "always", "asked", "been", "done", "found", "given", "had", "heard", "just",
         "made", "met", "never", "read", "said", "seen", "sent", "told"}  # fmt: skip
# "It is and will be" keeps its stress, and so does the end of a clause.
_STRESSED_BEFORE = {"", "and", "or", "but", "as", "than"}
# "Don't you think" is no "Do not you think".
_INVERTED_BEFORE = {"i", "you", "we", "they", "he", "she", "it", "there"}
_HAS_BEFORE = {"been", "become", "got", "had", "taken"}
_WOULD_BEFORE = {"appreciate", "be", "like", "love", "prefer", "suggest"}

# What a model contracts and nobody writes: "this's", "March'd", "the details're"; a fact may be masked.
_FORCED = re2.compile(r"(?i)(?:\b(this|which|no|yes)(['’]s)|([\pL\pN\p{Co}]+)(['’](?:d|re)))\b")
_STANDS_BEFORE = {
    "'d": {"i", "you", "he", "she", "it", "we", "they", "who", "that", "there", "what", "how", "all"},
    "'re": {"you", "we", "they", "who", "there", "what", "how", "where", "all"},
}
_FULL = {"'s": " is", "'d": " would", "'re": " are"}

_NEXT_WORD = re2.compile(r"^ +([^\s.,;:!?)…]+)")
_AHEAD = 24


def _pattern(forms: Iterable[str]) -> Any:
    return re2.compile(rf"(?i)\b(?:{'|'.join(forms)})\b".replace("'", "['’]"))


_TO_SHORT = {long.lower(): short for long, short in (_NOT | _PRONOUN | _HAVE).items()}
_TO_LONG = {short.lower(): long for long, short in (_NOT | _PRONOUN | _HAVE).items()}
# First the "not", as "I will not" is "I won't" to most and "I'll not" to few.
_LONG = (_pattern(_NOT), _pattern(_PRONOUN | _HAVE))
_SHORT = (_pattern(_TO_LONG),)


def contract(text: str) -> tuple[str, int]:
    """``text`` with everything contracted that can be, and how many places that were."""
    return _swap(_LONG, text, _shortened)


def expand(text: str) -> tuple[str, int]:
    """``text`` with every unambiguous contraction written out, and how many places that were."""
    return _swap(_SHORT, text, _written_out)


def unforced(text: str) -> str:
    """``text`` with every contraction written out that nobody would write."""
    return str(_FORCED.sub(_unforced, text))


def _unforced(match: Any) -> str:
    word, ending = match[1] or match[3], (match[2] or match[4]).lower().replace("’", "'")
    usual = word.lower() in _STANDS_BEFORE.get(ending, ())
    return str(match[0] if usual else word + _FULL[ending])


def _swap(patterns: Iterable[Any], text: str, change: Callable[[str, str], str]) -> tuple[str, int]:
    """``change`` answers the new form of one, given the word that follows; nothing leaves it as it is."""
    changed = 0

    def replaced(match: Any) -> str:
        nonlocal changed
        form = str(match.group())
        ahead = _NEXT_WORD.match(match.string[match.end() : match.end() + _AHEAD])
        new = change(form.lower().replace("’", "'"), ahead.group(1).lower() if ahead else "")
        changed += bool(new)
        return _cased_as(form, new) if new else form

    for pattern in patterns:
        text = pattern.sub(replaced, text)
    return text, changed


def _shortened(form: str, following: str) -> str:
    short = _TO_SHORT[form]
    if short.endswith("'ve"):
        return short if following in _DONE else ""
    return "" if short in _PRONOUN.values() and following in _STRESSED_BEFORE else short


def _written_out(form: str, following: str) -> str:
    if form.endswith("n't"):
        return "" if following in _INVERTED_BEFORE else _TO_LONG[form]
    if form.endswith("'d"):
        return _TO_LONG[form] if following in _WOULD_BEFORE else ""
    if form.endswith("'s") and following in _HAS_BEFORE:
        return form.removesuffix("'s") + " has"
    return _TO_LONG[form]


def _cased_as(old: str, new: str) -> str:
    return (new[0].upper() if old[0].isupper() else new[0].lower()) + new[1:]
