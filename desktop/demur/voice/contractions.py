"""English contractions, both ways, only where both forms mean the same.

"I'd" may be "I had" and "let us know" is no "let's know": what is ambiguous stays as it is.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import re2

_NOT = {
    "can not": "can't", "cannot": "can't", "will not": "won't", "do not": "don't", "does not": "doesn't",
    "did not": "didn't", "is not": "isn't", "are not": "aren't", "was not": "wasn't", "were not": "weren't",
    "have not": "haven't", "has not": "hasn't", "had not": "hadn't", "would not": "wouldn't",
    "could not": "couldn't", "should not": "shouldn't",
}  # fmt: skip
_PRONOUN = {
    "I am": "I'm", "I will": "I'll", "I would": "I'd", "you are": "you're", "you will": "you'll",
    "you would": "you'd", "we are": "we're", "we will": "we'll", "we would": "we'd", "they are": "they're",
    "they will": "they'll", "it is": "it's", "it will": "it'll", "that is": "that's", "there is": "there's",
}  # fmt: skip
_HAVE = {"I have": "I've", "you have": "you've", "we have": "we've", "they have": "they've"}

# "have" is the helping verb, and can shrink, before these; "I have a break" cannot.
_DONE = "already|also|always|asked|been|done|found|given|had|just|made|met|never|read|said|seen|sent|told"
# "It is and will be" keeps its stress, and so does the end of a clause.
_STRESSED_BEFORE = frozenset(["and", "or", "but", "as", "than"])
# "Don't you think" is no "Do not you think".
_INVERTED_BEFORE = frozenset(["i", "you", "we", "they", "he", "she", "it", "there"])
_HAS_BEFORE = frozenset(["been", "become", "got", "had", "taken"])


def _pattern(forms: Iterable[str], following: str) -> Any:
    either_apostrophe = "|".join(forms).replace("'", "['’]")
    return re2.compile(rf"(?i)\b({either_apostrophe})({following})")


def _by_form(pairs: Mapping[str, str]) -> dict[str, str]:
    return {form.lower(): other for form, other in pairs.items()}


_TO_SHORT = _by_form(_NOT | _PRONOUN | _HAVE)
_TO_LONG = _by_form({short: long for long, short in (_NOT | _PRONOUN | _HAVE).items()})

_NEXT_WORD = r"\b *\pL*"
_LONG = (
    _pattern(_NOT, r"\b"),
    _pattern(_HAVE, rf" +(?:{_DONE})\b"),
    _pattern(_PRONOUN, r" +[^\s.,;:!?)…]+"),
)
_SHORT = (
    _pattern(_NOT.values(), _NEXT_WORD),
    # What follows "I'd" must show that it is "I would".
    _pattern(
        [s for s in _PRONOUN.values() if s.endswith("'d")],
        r" +(?:be|like|love|prefer|appreciate|suggest)\b",
    ),
    _pattern([s for s in (_PRONOUN | _HAVE).values() if not s.endswith("'d")], _NEXT_WORD),
)


def contract(text: str) -> tuple[str, int]:
    """``text`` with everything contracted that can be, and how many places that were."""
    return _swap(_LONG, text, _shortened)


def expand(text: str) -> tuple[str, int]:
    """``text`` with every unambiguous contraction written out, and how many places that were."""
    return _swap(_SHORT, text, _written_out)


def _swap(patterns: Iterable[Any], text: str, change: Callable[[str, str], str]) -> tuple[str, int]:
    """Both groups of a match go to ``change``, which answers the first one's new form, or nothing."""
    changed = 0

    def replaced(match: Any) -> str:
        nonlocal changed
        form, following = match.groups()
        new = change(form.lower().replace("’", "'"), following.strip().lower())
        changed += bool(new)
        return _cased_as(form, new or form) + str(following)

    for pattern in patterns:
        text = pattern.sub(replaced, text)
    return text, changed


def _shortened(form: str, following: str) -> str:
    return "" if following in _STRESSED_BEFORE else _TO_SHORT[form]


def _written_out(form: str, following: str) -> str:
    if form in _NOT.values() and following in _INVERTED_BEFORE:
        return ""
    if form.endswith("'s") and following in _HAS_BEFORE:
        return f"{form[:-2]} has"
    return _TO_LONG[form]


def _cased_as(old: str, new: str) -> str:
    return (new[0].upper() if old[0].isupper() else new[0].lower()) + new[1:]
