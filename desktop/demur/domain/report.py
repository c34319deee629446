"""What the commands answer; their JSON is these types', field for field."""

from .advice import Advice
from .draft import Check, Draft, Origin
from .frozen import Frozen
from .message import Message
from .model import ModelInfo
from .reading import Act, Signal


class Report(Frozen):
    """The answer of ``demur check``.

    Where the language of the message is not read, it is not ``understood``: nothing is known of what its
    words speak for and against.
    """

    message: Message
    acts: tuple[Act, ...]
    signals: tuple[Signal, ...]
    advice: Advice
    understood: bool = True


class Timing(Frozen):
    """Seconds that the steps of a draft took."""

    check: float
    draft: float


class DraftReport(Report):
    """The answer of ``demur draft``."""

    draft: Draft
    model: ModelInfo
    timing: Timing


class GuardReport(Frozen):
    """The answer of ``demur guard``."""

    passed: bool
    checks: tuple[Check, ...]


class RewriteReport(Frozen):
    """The answer of ``demur rewrite``: the words, whose they are, and what the guard says of them."""

    text: str
    origin: Origin
    checks: tuple[Check, ...]
