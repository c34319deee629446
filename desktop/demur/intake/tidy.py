"""Makes any string a text that all the rest can read."""

import re2

_LINE_END = re2.compile(r"\r\n?")


def tidy(text: str) -> str:
    """``text`` with ``\\n`` line ends, without a byte order mark, halves of surrogate pairs replaced."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return str(_LINE_END.sub("\n", whole.removeprefix("\ufeff")))
