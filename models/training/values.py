"""What the slots of a sentence are filled with in training: always something else."""

import re
from pathlib import Path
from random import Random
from string import Template as Text
from typing import Self

from pydantic import model_validator

from demur.domain.data_file import parse_data_file
from demur.domain.frozen import Frozen

_WORD = re.compile(r"\$([a-z]+)")
_ARTICLE = re.compile(r"(?i)^(?:the|an?|your|my|our|their) ")
_AFTER_AN_ARTICLE = re.compile(r"(?i)\b(?:the|an?|your|my|our|their) \$([a-z]+)")
_AT_A_START = re.compile(r"(?:^|(?<=[.!?…] ))\$([a-z]+)")
_BEFORE_A_STOP = re.compile(r"\$([a-z]+)\.(?!\.)")


class Values(Frozen):
    """The file ``values.toml``: a value grows from ``slots``, each ``$word`` in it from ``words``."""

    slots: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]

    @classmethod
    def read(cls, file: Path) -> "Values":
        """The values in ``file``; raises ``DataFileError``."""
        return parse_data_file(file.read_text("utf-8"), file.name, cls)

    @model_validator(mode="after")
    def _words_are_known(self) -> Self:
        lists = [*self.slots.values(), *self.words.values()]
        unknown = {word for entries in lists for entry in entries for word in _WORD.findall(entry)}
        if unknown := unknown - self.words.keys():
            raise ValueError(f"there are no words for {', '.join(sorted(unknown))}")
        return self

    def chosen(self, chance: Random, *wordings: str) -> dict[str, str]:
        """A value for every slot of ``wordings``, without "the" where one of them says it already."""

        def grown(entries: tuple[str, ...]) -> str:
            return _WORD.sub(lambda word: grown(self.words[word[1]]), chance.choice(entries))

        values = {slot: grown(entries) for slot, entries in self.slots.items()}
        for slot in {slot for wording in wordings for slot in _AFTER_AN_ARTICLE.findall(wording)}:
            values[slot] = _ARTICLE.sub("", values[slot])
        return values


def filled(wording: str, values: dict[str, str], *, lower_case: bool = False) -> str:
    """``wording`` with ``values`` in its slots, large at the start of a sentence unless ``lower_case``.

    As in a filled template, a value that ends a sentence by itself needs no second stop.
    """

    def begun(slot: re.Match[str]) -> str:
        value = values[slot[1]]
        return value if "://" in value.split()[0] else value[0].upper() + value[1:]

    def ended(slot: re.Match[str]) -> str:
        return f"${slot[1]}" if values[slot[1]][-1] in ".!?" else slot[0]

    wording = _BEFORE_A_STOP.sub(ended, wording)
    return Text(wording if lower_case else _AT_A_START.sub(begun, wording)).substitute(values)
