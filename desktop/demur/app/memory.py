"""What the user remembers: people and promises, brought in, looked up, taken out and forgotten."""

from pathlib import Path
from types import TracebackType
from typing import Self

from demur import storage
from demur.domain.request import RequestSummary
from demur.storage import Folders, Imported, Ledger, Person, PromiseState

_SHOWN = 200


class Memory:
    """The ledger at ``path``, the user's own when that is None; made when there is none.

    Every method raises ``DemurError`` for what the user should know.
    """

    def __init__(self, path: Path | None) -> None:
        self._ledger = Ledger(path or Folders.find().create().ledger)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ledger.close()

    def find(self, text: str) -> tuple[Person, ...]:
        """The first 200 people, by name, whose name or address holds ``text``."""
        return self._ledger.people(text, _SHOWN)

    def take(self, path: Path) -> Imported:
        """Add and update people from a ``.vcf`` or ``.csv`` file; says what became of them."""
        return self._ledger.take(storage.read_contacts(path))

    def accepted(self) -> tuple[RequestSummary, ...]:
        """The requests that the user accepted and neither honoured nor let go by since, oldest first."""
        return self._ledger.accepted()

    def settle(self, number: int, state: PromiseState) -> None:
        """Record whether the user honoured the request with this number."""
        self._ledger.settle(number, state)

    def export(self, path: Path) -> int:
        """Write the whole ledger to a file as JSON, a ``LedgerCopy``; says how many people it holds."""
        copy = self._ledger.copy()
        storage.atomic_write(path, copy.model_dump_json(indent=2))
        return len(copy.people)

    def add_address(self, number: int, address: str) -> Person:
        """Record that ``address``, too, is that of the person with this number."""
        self._ledger.add_address(number, address)
        return self._ledger.person(str(number))

    def forget(self, who: str) -> Person:
        """Delete the person with this number, address or name for good; gives back who they were."""
        person = self._ledger.person(who)
        self._ledger.forget_person(person.id)
        return person
