"""What may go wrong between a move and its reply."""

from demur.domain.errors import DemurError
from demur.domain.template import Slot


class MissingSlotError(DemurError):
    """A slot that the reply cannot do without is empty; ``slots`` are those to ask for."""

    def __init__(self, message: str, hint: str, slots: tuple[Slot, ...]) -> None:
        super().__init__(message, hint)
        self.slots = slots


class SlotValueError(DemurError):
    """A slot holds a placeholder where the thing itself belongs; ``slot`` says which."""

    def __init__(self, message: str, hint: str, slot: Slot) -> None:
        super().__init__(message, hint)
        self.slot = slot


class NoReplyError(DemurError):
    """The move is not to answer, so there is no reply to write."""
