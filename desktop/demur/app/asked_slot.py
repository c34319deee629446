"""What a face asks the user for."""

from demur.domain.frozen import Frozen
from demur.domain.template import Slot


class AskedSlot(Frozen):
    """Something that a reply leaves open; ``value`` is what message and profile fill in, if they do."""

    slot: Slot
    question: str
    required: bool
    value: str
