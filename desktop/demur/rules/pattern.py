"""The notation of the packs on top of RE2, which runs in linear time whatever the text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
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
_COUNTED = re.compile(r"(?<!\\)\{(\d+)(?:,\d*)?\}\??")
# Bytes for one pattern; RE2 takes only what it needs, and with less it goes on more slowly.
_MEMORY = 64 << 20
# What one pattern may take, in bytes while it is compiled and in steps then: so little that there is room
# for many in one automaton.
_SHARE = 1 << 20
_STEPS = 8_000
# A longer piece of a pattern that was spelled out says nothing to whoever wrote it short.
_SHOWN = 30
_ANYTHING = "A b."
_TOO_LARGE = "too large: {1,500} repeats what stands before it 500 times; use + or *, or smaller numbers"


def _options(memory: int) -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = memory
    options.log_errors = False
    return options


_OPTIONS = _options(_MEMORY)
_MODEST = _options(_SHARE)


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


def check_pattern(pattern: str) -> None:
    """Refuse RE2 source that somebody wrote; ``ValueError`` says in plain words what is wrong with it.

    What is refused: what RE2 cannot read, what would take more memory than its share, and what needs no
    words to be found.
    """
    try:
        compiled = re2.compile(pattern, _MODEST)
    except re2.error as error:
        what, _, where = error.args[0].decode().partition(": ")
        if "repetition size" in what or "too large" in what:
            raise ValueError(_TOO_LARGE) from error
        raise ValueError(f"{what}: {where}" if len(where) <= _SHOWN else what) from error
    if compiled.programsize > _STEPS:
        raise ValueError(_TOO_LARGE)
    if any(not match[0] for match in compiled.finditer(_ANYTHING)):
        raise ValueError("matches where there are no words, and so everywhere")


@cache
def compile_pattern(pattern: str) -> Any:
    """Compile RE2 source that is known to be right, heedless of case."""
    return re2.compile(pattern, _OPTIONS)


@cache
def groups_of(pattern: Any) -> Mapping[str, int]:
    """The numbers of the named groups of a compiled ``pattern``, which RE2 lists anew each time."""
    return MappingProxyType(pattern.groupindex)


def matches_of(pattern: Any, text: str, start: int, end: int) -> Iterator[Any]:
    """The matches of a compiled ``pattern`` from ``start`` to ``end``; of use are their spans alone.

    For ASCII they are found in bytes: the offsets are the same, and need not be counted anew.
    """
    matches: Iterator[Any] = pattern.finditer(text.encode() if text.isascii() else text, start, end)
    return matches


def filter_of(sources: Iterable[str]) -> Any:
    """Compile RE2 sources into a filter whose ``Match(text)`` lists by number those that may match.

    ``text`` has no two blanks in a row. What is found by words alone is told without trying the pattern;
    repetitions are not counted, which would take RE2 a state for each count.
    """
    candidates = re2.Filter()
    for source in sources:
        candidates.Add(_loose(source), _OPTIONS)
    candidates.Compile()
    return candidates


def _loose(source: str) -> str:
    single = source.replace(_GAP, _GAP.replace(" +", " ")).replace(_MEANING[" "], " ")
    return _COUNTED.sub(lambda match: "*" if match[1] == "0" else "+", single)
