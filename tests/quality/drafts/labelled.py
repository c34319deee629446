"""What the guard makes of outputs that people have judged."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from demur.domain.errors import DataFileError
from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice
from demur.guard import Guard, GuardContext
from demur.voice import measure
from training import Kind

from .shares import Share


class Labelled(BaseModel):
    """What ``model`` wrote for ``template`` in a voice, and whether it is ``faithful``; if not, why."""

    template: str
    candidate: str
    faithful: bool
    why: str = ""
    model: str = "base"
    half: str = ""
    voice: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    kind: str = ""
    held_out: bool = False
    temperature: float | None = None

    @property
    def group(self) -> str:
        """Half and model, where the sentence stands, and whether chance had a hand in it."""
        place = "held-out" if self.held_out else "further" if self.kind == Kind.FURTHER else "shipped"
        sentences = f"{place} sentences" if self.kind else "sentences"
        chance = {None: "", 0.0: ", greedy"}.get(self.temperature, ", drawn")
        return f"{self.half or 'all'}, {self.model}, {sentences}{chance}"


class Judged(NamedTuple):
    """A labelled output, and the checks that refuse it."""

    output: Labelled
    refusals: tuple[str, ...]


class GuardFigures(NamedTuple):
    """How many are faithful, as they come and of those that pass, and how many of each are refused."""

    faithful: Share
    faithful_of_passed: Share
    unfaithful_refused: Share
    faithful_refused: Share


def read_labelled(path: Path) -> list[Labelled]:
    """The outputs in the file at ``path``, one JSON object a line.

    Raises ``DataFileError`` naming file and line when one cannot be read.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{path}: {error}", "Give a file of labelled outputs.") from error
    return [_read(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _read(line: str, where: str) -> Labelled:
    try:
        return Labelled.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors()[0]
        raise DataFileError(f"{where}: {fault['loc']}: {fault['msg']}", "Mend that line.") from error


def judge(outputs: Iterable[Labelled], guard: Guard) -> list[Judged]:
    """Every output with the checks of ``guard`` that it fails, its own voice known."""
    return [Judged(output, _refusals(output, guard)) for output in outputs]


def _refusals(output: Labelled, guard: Guard) -> tuple[str, ...]:
    beat = FilledBeat(role=Role.STATEMENT, text=output.template, facts=output.facts)
    voice: Voice | None = measure(output.voice, id="labelled", name="Labelled") if output.voice else None
    checks = guard.check(beat, output.candidate, GuardContext(voice=voice))
    return tuple(check.id for check in checks if not check.passed)


def guard_figures(judged: Sequence[Judged]) -> GuardFigures:
    """The four shares over ``judged``."""
    faithful = [bool(refusals) for output, refusals in judged if output.faithful]
    unfaithful = [bool(refusals) for output, refusals in judged if not output.faithful]
    passed = faithful.count(False) + unfaithful.count(False)
    return GuardFigures(
        faithful=Share(part=len(faithful), whole=len(judged)),
        faithful_of_passed=Share(part=faithful.count(False), whole=passed),
        unfaithful_refused=Share(part=unfaithful.count(True), whole=len(unfaithful)),
        faithful_refused=Share(part=faithful.count(True), whole=len(faithful)),
    )


def by_error(judged: Sequence[Judged]) -> dict[str, Share]:
    """How many unfaithful outputs of each error are refused, the most frequent first."""
    found: dict[str, list[bool]] = {}
    for output, refusals in judged:
        if not output.faithful:
            found.setdefault(output.why, []).append(bool(refusals))
    ordered = sorted(found.items(), key=lambda row: (-len(row[1]), row[0]))
    return {why: Share(part=sum(refused), whole=len(refused)) for why, refused in ordered}
