"""Writes a prompt down as its model was taught to read it."""

import re
from typing import NamedTuple

from demur.domain.model import Prompt

_CONTENT = re.compile(r"\{(system|user)\}")


class PromptPart(NamedTuple):
    """A stretch of a prompt; only a ``special`` one may hold special tokens.

    What was written by people, a stranger's message above all, is never special: no token in it can end its
    part of the conversation and begin another.
    """

    text: str
    special: bool


def prompt_parts(prompt_format: str, prompt: Prompt) -> list[PromptPart]:
    """``prompt`` in the ``prompt_format`` of a catalogue entry, in order; empty parts are left out."""
    content = {"system": prompt.system, "user": prompt.user}
    pieces = _CONTENT.split(prompt_format)  # format, name, format, name, format
    parts = [
        PromptPart(content[piece], special=False) if n % 2 else PromptPart(piece, special=True)
        for n, piece in enumerate(pieces)
    ]
    return [part for part in parts if part.text]
