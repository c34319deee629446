"""Which language a text is written in."""

import re2

# Below this the guess is worse than English: "Hi Sam" reads as Irish.
_LEAST_LETTERS = 25

_NOT_PROSE = re2.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[^\pL\s'\x{2019}]+")


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``; ``en`` for a text too short to tell."""
    prose = " ".join(_NOT_PROSE.sub(" ", text[:5000]).split())
    if len(prose) < _LEAST_LETTERS:
        return "en"
    import py3langid  # its tables take longer to load than the window to open

    return str(py3langid.classify(prose)[0])
