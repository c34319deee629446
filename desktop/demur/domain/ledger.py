"""What the ledger knows, reduced to what the rules ask."""

from typing import Annotated

from pydantic import Field

from .frozen import Frozen

Count = Annotated[int, Field(ge=0)]


class PersonFacts(Frozen):
    """What is on record about the sender; notes are private and never reach a reply."""

    name: str
    met: str = ""
    good: Count = 0
    bad: Count = 0
    promises_kept: Count = 0
    promises_broken: Count = 0
    bad_notes: tuple[str, ...] = ()
    reputation_notes: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether a relationship exists: met, or something good behind both."""
        return bool(self.met) or self.good > 0 or self.promises_kept > 0


class Expert(Frozen):
    """Somebody in the ledger who knows the given fields."""

    name: str
    fields: tuple[str, ...]


class LedgerFacts(Frozen):
    """The ledger on one day, for one sender; the default is an empty ledger.

    Counts of ``accepted`` and ``kept`` cover the last 30 days, ``this_week`` the last 7;
    ``trusted`` are the people whom the user trusts, by name; ``experts`` are a few who know what the
    message is about.
    """

    sender: PersonFacts | None = None
    accepted: Count = 0
    kept: Count = 0
    open_requests: Count = 0
    this_week: Count = 0
    overdue_follow_ups: Count = 0
    trusted: tuple[str, ...] = ()
    experts: tuple[Expert, ...] = ()
