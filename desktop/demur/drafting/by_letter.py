"""All sentences of a letter in one question, numbered, and the answer taken apart again.

Each line is then a candidate for its own sentence: a model that mixes them up gains nothing by it.
"""

from collections.abc import Sequence

import re2

_LINE = re2.compile(r"^\s*(\d{1,3})[.):]\s+(\S.*?)\s*$")


def numbered(sentences: Sequence[str]) -> str:
    """``sentences`` as numbered lines, from 1 up, each in a line of its own whatever it holds."""
    lines = (" ".join(sentence.split()) for sentence in sentences)
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def answers(text: str, count: int, finished: bool) -> tuple[str, ...]:
    """What ``text`` answers to each of ``count`` numbered lines, nothing where it does not.

    Of a number that comes twice the first line counts; lines without a number, or with another one, are
    what a model says besides. Where the answer was not ``finished``, its last line may be half a sentence.
    """
    lines = text.split("\n")
    found: dict[int, str] = {}
    for line in lines if finished else lines[:-1]:
        if match := _LINE.search(line):
            found.setdefault(int(match[1]), match[2])
    return tuple(found.get(number, "") for number in range(1, count + 1))
