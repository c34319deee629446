"""What the labels say of a message, and what the rules and the decision table make of it."""

import datetime as dt
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from demur.app.knowledge import Knowledge
from demur.domain.advice import MoveId
from demur.domain.errors import DataFileError, DemurError
from demur.domain.frozen import Frozen
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.domain.reading import Reading, Side, SignalId
from demur.intake import read_text

TEXT_READ = (
    SignalId.SELLING,
    SignalId.INTEGRITY,
    SignalId.TOO_SOON,
    SignalId.PRESSURE,
    SignalId.MANY_ASKS,
    SignalId.ONE_SIDED,
    SignalId.VAGUE,
    SignalId.MUTUAL_CONTACT,
    SignalId.KNOWS_ME,
    SignalId.OFFERS_VALUE,
    SignalId.CLEAR_ASK,
)
CLEAR = 2  # a weaker signal never decides alone, so it counts as not found
KNOWLEDGE = Knowledge()
ANY_DAY = dt.date(2026, 3, 2)  # without profile and ledger no day differs from another


class Case(BaseModel):
    """A labelled message; what else its line holds is not measured. A label that is absent is null."""

    id: str
    kind: str
    stratum: str = ""
    signals: dict[SignalId | Literal["is-request"], bool | None]
    moves: tuple[MoveId, ...]
    text: str


class Outcome(Frozen):
    """A case, read and advised with an empty profile and ledger."""

    case: Case
    reading: Reading
    move: MoveId

    def strength(self, wanted: SignalId) -> int:
        """How strongly the rules found a signal, 1 to 3; 0 when they did not."""
        return max((signal.strength for signal in self.reading.signals if signal.id is wanted), default=0)

    @property
    def sender_strength(self) -> int:
        """The strength of the strongest flag in the sender, 0 without any."""
        return max((flag.strength for flag in self.reading.signals if flag.side is Side.SENDER), default=0)


def read_outcomes(path: Path) -> list[Outcome]:
    """Read and advise every case of the file at ``path``; raises what ``read_cases`` raises."""
    outcomes = []
    for case, message in read_cases(path):
        reading = KNOWLEDGE.rules.read(message, Profile(), LedgerFacts(), ANY_DAY)
        outcomes.append(Outcome(case=case, reading=reading, move=KNOWLEDGE.table.advise(reading).move))
    return outcomes


def read_cases(path: Path) -> list[tuple[Case, Message]]:
    """Every case of the file at ``path``, one JSON object a line, and its message.

    Raises ``DataFileError`` naming file and line when there is no case that can be read.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{path}: {error}", "Give a file of labelled messages.") from error
    return [_read(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _read(line: str, where: str) -> tuple[Case, Message]:
    try:
        case = Case.model_validate_json(line)
        return case, read_text(case.text)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(key) for key in fault["loc"])
        raise DataFileError(f"{where}: {field}: {fault['msg']}", "Mend that line.") from error
    except DemurError as error:
        raise DataFileError(f"{where}: text: {error.message}", "Mend that line.") from error
