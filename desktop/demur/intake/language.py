"""Which language a text is written in."""

from collections.abc import Callable
from functools import cache

import re2

from demur.domain.language import LANGUAGES

# Below this the guess is worse than English: "Hi Sam" reads as Irish.
_LEAST_LETTERS = 25
_MOST_LETTERS = 5000

_NOT_PROSE = re2.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[^\pL\s'’]+")


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``; ``en`` for a text too short to tell."""
    prose = " ".join(_NOT_PROSE.sub(" ", text[:_MOST_LETTERS]).split())
    return _classifier()(prose)[0] if len(prose) >= _LEAST_LETTERS else "en"


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    import py3langid  # its tables take longer to load than all the rest

    # With all that the library knows, short English reads as Nigerian Pidgin or Manx.
    py3langid.set_languages(list(LANGUAGES))
    classify: Callable[[str], tuple[str, float]] = py3langid.classify
    return classify
