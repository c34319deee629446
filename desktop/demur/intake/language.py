"""Which language a text is written in."""

from collections.abc import Callable
from functools import cache

import re2

from demur.domain.language import LANGUAGES

# Below this the guess is worse than English: "Hi Sam" reads as Irish.
_LEAST_LETTERS = 25
_MOST_LETTERS = 5000

# What no English text holds, however short: letters of another script, and marks of its neighbours.
_NOT_ENGLISH = re2.compile(r"^[^\p{Latin}]*\pL[^\p{Latin}]*$|[¿¡ß]")
_NOT_PROSE = re2.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[^\pL\s'’]+")


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``; ``en`` for a text too short to tell."""
    beginning = text[:_MOST_LETTERS]
    prose = " ".join(_NOT_PROSE.sub(" ", beginning).split())
    told = len(prose) >= _LEAST_LETTERS or _NOT_ENGLISH.search(beginning)
    return _classifier()(prose)[0] if told else "en"


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    import py3langid  # its tables take longer to load than all the rest

    # With all that the library knows, short English reads as Nigerian Pidgin or Manx.
    py3langid.set_languages(list(LANGUAGES))
    classify: Callable[[str], tuple[str, float]] = py3langid.classify
    return classify
