"""A text as Markdown that shows the same words in the same lines."""

import re

from .paragraphs import paragraphs

# An address of a page is a link as it is; what stands between two letters of a word changes nothing.
_LINK = re.compile(r"""(https?://[^\s<>]*[^\s<>.,;:!?)\]'"”’])""")
_MEANING = re.compile(r"[\\`*\[\]<>|~&]|(?<![^\W_])_|_(?![^\W_])")
_BEGINNING = re.compile(r"^(\d{0,9})([-+=#.)])")


def as_markdown(text: str) -> str:
    """``text`` with its line ends kept, and no character in it that Markdown reads in a way of its own."""
    return "\n\n".join("\\\n".join(map(_literal, lines)) for lines in paragraphs(text)) + "\n"


def _literal(line: str) -> str:
    parts = _LINK.split(line)
    escaped = (f"<{part}>" if at % 2 else _MEANING.sub(r"\\\g<0>", part) for at, part in enumerate(parts))
    return _BEGINNING.sub(r"\1\\\2", "".join(escaped))
