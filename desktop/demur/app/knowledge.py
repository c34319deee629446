"""The data files that Demur knows its trade from, each read when it is first needed."""

from functools import cached_property
from pathlib import Path

from demur import resources
from demur.advice import DecisionTable
from demur.domain.errors import DemurError
from demur.domain.voice import Voice
from demur.drafting import Drafter, RewritePrompt
from demur.guard import Guard, Known
from demur.intake import detect_language
from demur.rules import Rulebook, Tried, try_pack
from demur.storage import read_pack, read_packs
from demur.templates import TemplateSet
from demur.voice import load_voice

_PACKS = "demur/rules/packs"
_TABLE = "demur/advice/table.toml"
_WORDS = "demur/guard/words.toml"
_WORDINGS = "demur/guard/wordings.toml"
_PROMPTS = ("prompts/rewrite/beat.toml", "prompts/rewrite/letter.toml")
_FIRST_VOICE = "plain"


class Knowledge:
    """Rules, decision table, templates, guard, starter voices; ``DataFileError`` when one is wrong.

    The packs in the folder ``own_rules`` go beside the shipped rules.
    """

    def __init__(self, own_rules: Path | None = None) -> None:
        self._own_rules = own_rules

    @cached_property
    def rules(self) -> Rulebook:
        """What to look for in a message."""
        return Rulebook.load(_packs(), self._own[0])

    @property
    def left_out(self) -> DemurError | None:
        """Which packs of the user's are left out, and why; None when none is."""
        errors = (*self._own[1], *self.rules.refused)
        if not errors:
            return None
        return DemurError(
            "\n".join(["A file with rules of yours is left out.", *(error.message for error in errors)]),
            f"Mend it in {self._own_rules}; until then the other rules hold.",
        )

    @cached_property
    def _own(self) -> tuple[dict[str, str], tuple[DemurError, ...]]:
        return read_packs(self._own_rules) if self._own_rules else ({}, ())

    @cached_property
    def table(self) -> DecisionTable:
        """Which move to advise."""
        return DecisionTable.load(resources.read(_TABLE), _TABLE)

    @cached_property
    def templates(self) -> TemplateSet:
        """What a reply says."""
        return TemplateSet.load(resources.read_all("prompts/templates", ".toml"))

    @cached_property
    def guard(self) -> Guard:
        """What a rewrite must not say."""
        known = Known(resources.read(_WORDINGS), _WORDINGS)
        return Guard.load(resources.read(_WORDS), _WORDS, detect_language, known)

    @cached_property
    def drafter(self) -> Drafter:
        """How a reply is written."""
        prompt, letter = (RewritePrompt.load(resources.read(path), path) for path in _PROMPTS)
        return Drafter(self.templates, prompt, letter, self.guard)

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """The voices to start with, the plain one first."""
        files = resources.read_all("prompts/voices", ".toml")
        voices = (load_voice(text, name) for name, text in files.items())
        return tuple(sorted(voices, key=lambda voice: voice.id != _FIRST_VOICE))

    @property
    def sample(self) -> str:
        """A request to try Demur on: the opening of article 002 as a message."""
        return resources.read("prompts/sample-request.txt")


def check_pack(path: Path) -> Tried:
    """Read the rule pack in ``path`` and run its examples; raises ``DemurError`` where one is wrong."""
    return try_pack(_packs(), read_pack(path), path.name)


def _packs() -> dict[str, str]:
    return resources.read_all(_PACKS, ".toml")
