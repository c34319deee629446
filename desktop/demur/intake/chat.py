"""Reads what a chat shows above a message: ``Jordan Blake`` and, below or beside it, ``10:32 AM``."""

from typing import NamedTuple

import re2

from .names import is_name

_TIME = r"\[?\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?\]?"
_NAME_AND_TIME = re2.compile(
    rf"^(?P<name>[^\d\[]*?)(?:\s+sent the following messages? at)?[\s·•–—|-]*{_TIME}$"
)
_ASIDE = re2.compile(
    r"(?i)\s*(?:\([^()]*\)|· ?(?:1st|2nd|3rd\+?)(?: degree connection)?)$|^view .* profile.*$"
)

_MOST_LINES = 8
_LONGEST_LINE = 100


class ChatHeader(NamedTuple):
    """Who wrote, and the text below."""

    name: str
    rest: str


def take_chat_header(text: str) -> ChatHeader:
    """Read the lines of a copied chat message that are not the message; none: no name, the same text."""
    lines = text.lstrip().split("\n")
    name, above, below = "", "", 0
    for number, line in enumerate(lines[:_MOST_LINES]):
        shown = _ASIDE.sub("", line[:_LONGEST_LINE].strip())
        match = _NAME_AND_TIME.search(shown)
        if match:
            named = _ASIDE.sub("", match["name"].strip()) or above
            if is_name(named):
                name, below = named, number + 1
        elif name and line.strip() and not shown:
            below = number + 1  # "View Jordan's profile"
        elif shown and (not is_name(shown) or above not in ("", shown)):
            break
        above = shown or above
    return ChatHeader(name, "\n".join(lines[below:])) if name else ChatHeader("", text)
