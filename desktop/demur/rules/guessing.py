"""What was meant by a name that nothing is called."""

from collections.abc import Iterable
from difflib import get_close_matches

from demur.domain.errors import DemurError


class NoRuleError(DemurError):
    """No rule is called as somebody called it."""


def alike(word: str, known: Iterable[str]) -> str:
    """A question to put behind ``word``, which of ``known`` was meant; nothing where none is near."""
    near = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""
