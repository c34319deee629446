"""The guard as the app loads it, with a language detector that knows four words."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice
from demur.guard import Guard, GuardContext, Known
from demur.voice import measure

GUARD_FILES = Path(__file__).parents[1] / "desktop/demur/guard"
WORDS = GUARD_FILES / "words.toml"
KNOWN = Known((GUARD_FILES / "wordings.toml").read_text(encoding="utf-8"), "wordings.toml")
FOREIGN = {"leider": "de", "je": "fr", "lamento": "es"}


def detect(text: str) -> str:
    return next((FOREIGN[word] for word in text.lower().split() if word in FOREIGN), "en")


GUARD = Guard.load(WORDS.read_text(encoding="utf-8"), "words.toml", detect, KNOWN)


@cache
def _voice(samples: tuple[str, ...]) -> Voice:
    return measure(samples, id="", name="")


def refused(output: Mapping[str, Any], known: bool = False) -> bool:
    """Whether the guard refuses a judged ``output``, of whose voice it is told where it is ``known``."""
    facts = tuple(output.get("facts", ()))
    beat = FilledBeat(role=Role.STATEMENT, text=output["template"], facts=facts)
    context = GuardContext(voice=_voice(tuple(output["voice"])) if known else None)
    return not all(check.passed for check in GUARD.check(beat, output["candidate"], context))
