"""A sentence cut into words, numbers, links and the marks between them."""

import unicodedata
from typing import NamedTuple

import re2

_PATTERN = re2.compile(
    r"(?P<link>(?i:https?://|www\.)[^\s<>\"]+|[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?i:com|org|net|io|example|dev|ai|app|edu|gov|info|uk|de|fr)\b(?:/[^\s<>\"]*)?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<word>\pL[\pL\pM]*(?:'\pL+)*)"
    r"|(?P<stop>[.!?…]+)"
    r"|(?P<turn>[;:])"
    r"|(?P<comma>[,—–]| - )"
)

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " "})


class Token(NamedTuple):
    """A piece of a sentence: ``kind`` is link, number, word, stop, turn or comma.

    ``word`` is lower-case and reads as the word list wants it; ``written`` is what stands there.
    """

    kind: str
    word: str
    written: str

    @property
    def said(self) -> bool:
        """Whether it is a word, a number or a link, not a mark between them."""
        return self.kind in ("link", "number", "word")


_STRESSED = re2.compile(r"(?i)\bso(?:,? so)+( much| many)\b")


def plain(text: str) -> str:
    """``text`` with its letters composed and its quotation marks straight."""
    return unicodedata.normalize("NFKC", text).translate(_STRAIGHT)


def tokens(text: str, spelling: dict[str, str]) -> list[Token]:
    """Cut ``text``, undoing contractions, "so, so much" and the spellings of ``spelling``."""
    found: list[Token] = []
    for match in _PATTERN.finditer(_STRESSED.sub(r"so\1", plain(text))):
        kind, written = match.lastgroup, match.group()
        if kind == "link":
            found.append(Token("link", written.rstrip(".,!?:;)'"), written))
        elif kind == "word":
            first, *others = _words(written.lower(), spelling)
            found.append(Token("word", first, written))
            found.extend(Token("word", other, other) for other in others)
        else:
            found.append(Token(kind, written, written))
    return found


_ENDINGS = (
    ("n't", "not"),
    ("'ll", "will"),
    ("'ve", "have"),
    ("'re", "are"),
    ("'m", "am"),
    ("'d", "would"),
    ("'s", "s"),
)


def _words(word: str, spelling: dict[str, str]) -> list[str]:
    if word in spelling:
        return spelling[word].split()
    for ending, full in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return [*_words(word.removesuffix(ending), spelling), full]
    return [word.replace("'", "")]
