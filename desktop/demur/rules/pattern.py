"""The notation of the packs on top of RE2, which runs in linear time whatever the text."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import normalize

import re2

# What has a meaning of its own in a pattern: a class (left as it is), the gap, a blank.
_NOTATION = re.compile(r"\[[^\]]*\]| \.\.\. | ")

# Up to six words of the same clause.
_GAP = r" +(?:[^ \n\x01]*[^ \n\x01.!?;:,] +){0,6}?"
_MEANING = {" ... ": _GAP, " ": "(?: +)"}
# Letters of the Latin alphabet without their marks, one for one: for RE2 a word is made of a to z, and many
# people leave the marks out.
FOLD: dict[int, str | int] = {
    code: base for code in range(0xC0, 0x180) if (base := normalize("NFD", chr(code))[0]).isascii()
} | str.maketrans("ßøØæÆœŒłŁ", "soOaAoOlL")
# Bytes for one automaton: the set of all patterns must never run out, for then it finds nothing.
_MEMORY = 64 << 20


def _options() -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = _MEMORY
    options.log_errors = False
    return options


_OPTIONS = _options()


def expand(pattern: str, words: Mapping[str, str]) -> str:
    """Write ``pattern`` in RE2.

    A blank stands for any run of blanks, ``...`` between blanks for up to six words of the clause,
    ``{name}`` for the entry of ``words``; where a pattern begins or ends with a letter, so must a word.
    Letters lose their marks, as those of the texts do.
    """
    pattern = pattern.translate(FOLD)
    start = r"\b" if pattern[:1].isalpha() or (pattern[:1] == "(" and pattern[:4] != "(?P<") else ""
    end = r"\b" if pattern[-1:].isalpha() or pattern[-1:] == ")" else ""
    spaced = _NOTATION.sub(lambda match: _MEANING.get(match[0], match[0]), pattern)
    for name, meaning in words.items():
        spaced = spaced.replace(f"{{{name}}}", f"(?:{meaning})")
    return f"{start}(?:{spaced}){end}"


def compile_pattern(pattern: str) -> Any:
    """Compile RE2 source, heedless of case; raises ``ValueError`` saying what is wrong with it."""
    try:
        return re2.compile(pattern, _OPTIONS)
    except re2.error as error:
        raise ValueError(f"{pattern}: {error.args[0].decode()}") from error


def compile_set(patterns: Iterable[str]) -> Any:
    """Compile RE2 sources into one automaton whose ``Match(text)`` lists those that match, by number."""
    together = re2.Set.SearchSet(_OPTIONS)
    for pattern in patterns:
        together.Add(pattern)
    together.Compile()
    return together
