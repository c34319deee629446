"""The rules that Demur ships, compiled once for all tests.

``RULEBOOK`` holds the rules by themselves, as their examples show them; ``WEIGHED`` is what users get.
"""

import datetime as dt
from pathlib import Path

from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.domain.reading import Reading
from demur.rules import Rulebook

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "desktop/demur/rules/packs"
SHIPPED = {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in FOLDER.rglob("*.toml")}
PACKS = SHIPPED | {"weights.toml": ""}
RULEBOOK = Rulebook.load(PACKS)
WEIGHED = Rulebook.load(SHIPPED)
TODAY = dt.date(2026, 3, 2)


def read(body: str, subject: str = "", book: Rulebook = RULEBOOK) -> Reading:
    """What the rules of ``book`` say of ``body`` with an empty profile and ledger."""
    return book.read(Message(subject=subject, body=body), Profile(), LedgerFacts(), TODAY)


def strengths(reading: Reading) -> dict[str, int]:
    """Signal ids with their strength."""
    return {signal.id.value: signal.strength for signal in reading.signals}
