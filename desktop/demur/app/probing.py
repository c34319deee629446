"""Whether a model that nobody has measured may write along, and how: tried once, on sentences of ours."""

import hashlib
from collections.abc import Callable
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from demur import __version__, resources
from demur.domain.data_file import parse_data_file
from demur.domain.errors import DemurError
from demur.domain.frozen import Frozen
from demur.domain.ports import LanguageModel
from demur.domain.template import FilledBeat
from demur.drafting import Drafter, Tally, Terms, TrialLetter
from demur.engine import sha256_of
from demur.storage import TriedModel, keep_trial, read_trials
from demur.voice import measure

_PROBE = "prompts/probe.toml"
_ASKED_WITH = (_PROBE, "prompts/rewrite/beat.toml", "prompts/rewrite/letter.toml")

# Of the trial sentences. Below half, most of a letter would be waited for in vain; whole letters are asked
# of a model that rarely loses a line.
_ENOUGH = 1 / 2
_ENOUGH_BY_LETTER = 3 / 4


class Manner(StrEnum):
    """How a model is let to rewrite."""

    BEAT = "beat"
    LETTER = "letter"
    NOT_AT_ALL = "not-at-all"


class ProbeLetter(Frozen):
    """A letter, and sentences of whoever it is to sound like."""

    samples: tuple[str, ...]
    beats: Annotated[tuple[FilledBeat, ...], Field(min_length=1)]


class Probe(Frozen):
    """What models are tried on."""

    letters: Annotated[tuple[ProbeLetter, ...], Field(min_length=1)]

    @classmethod
    def load(cls, text: str, name: str) -> "Probe":
        """The probe in the TOML ``text`` of the file ``name``; raises ``DataFileError``."""
        return parse_data_file(text, name, cls)

    @property
    def trial_letters(self) -> tuple[TrialLetter, ...]:
        """The letters with their voices measured."""
        return tuple(
            TrialLetter(
                terms=Terms(voice=measure(letter.samples, id=f"probe-{number}", name="Probe")),
                beats=letter.beats,
            )
            for number, letter in enumerate(self.letters, 1)
        )


def manner(tally: Tally | TriedModel) -> Manner:
    """How a model that did as well as ``tally`` is let to rewrite."""
    if tally.by_letter >= max(_ENOUGH_BY_LETTER * tally.of, tally.by_beat):
        return Manner.LETTER
    return Manner.BEAT if tally.by_beat >= _ENOUGH * tally.of else Manner.NOT_AT_ALL


def in_words(tally: Tally | TriedModel) -> str:
    """The same for the user, with what it rests on."""
    match manner(tally):
        case Manner.LETTER:
            return (
                f"This model rewrote {tally.by_letter} of {tally.of} trial sentences safely "
                "when asked for whole letters, so it is used so."
            )
        case Manner.BEAT:
            return (
                f"This model rewrote {tally.by_beat} of {tally.of} trial sentences safely, "
                "so it is used sentence by sentence."
            )
    best = max(tally.by_beat, tally.by_letter)
    return (
        f"This model rewrote {best} of {tally.of} trial sentences safely, which is too few: "
        "templates and rules write."
    )


class Prober:
    """Tries the model in ``file``, and remembers in ``record`` what came of it."""

    def __init__(self, file: Path, record: Path) -> None:
        self._file = file
        self._record = record

    def known(self) -> TriedModel | None:
        """What came of these questions when this file was asked them; None where it must be tried.

        A file of the same place, size and time is taken to be the same; any other is read, which takes
        seconds. Raises ``DemurError`` when file or record cannot be read.
        """
        here, tried = self._here(), read_trials(self._record)
        seen = next((one for one in tried if _place(one) == here), None)
        digest = seen.sha256 if seen else sha256_of(self._file)
        same = next((one for one in tried if (one.sha256, one.asked) == (digest, self._asked)), None)
        return same and same.model_copy(update=here)

    def outcome(
        self, model: LanguageModel, drafter: Drafter, on_step: Callable[[int, int], None]
    ) -> TriedModel:
        """What is known of ``model``; it is tried if need be, which may take minutes.

        ``on_step`` hears how many of how many answers have come. Raises ``DemurError`` when the model
        fails.
        """
        if known := self.known():
            return known
        here = self._here()
        probe = Probe.load(resources.read(_PROBE), _PROBE)
        tally = drafter.trial.run(probe.trial_letters, model, on_step)
        about: dict[str, Any] = {**here, **dict(tally), "asked": self._asked}
        return TriedModel(sha256=sha256_of(self._file), **about)

    def keep(self, tried: TriedModel) -> None:
        """Remember it; raises ``StorageError`` when that fails."""
        if tried not in read_trials(self._record):
            keep_trial(self._record, tried)

    def _here(self) -> dict[str, Any]:
        try:
            stat = self._file.stat()
        except OSError as error:
            reason = error.strerror or "unknown reason"
            raise DemurError(f"{self._file} cannot be read: {reason}.", "Check the name.") from error
        return {"path": self._file, "size": stat.st_size, "modified": stat.st_mtime_ns}

    @cached_property
    def _asked(self) -> str:
        """The digest of what is asked; the guard that judges the answers changes with the version only."""
        texts = (__version__, *(resources.read(path) for path in _ASKED_WITH))
        return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _place(tried: TriedModel) -> dict[str, Any]:
    return tried.model_dump(include={"path", "size", "modified"})
