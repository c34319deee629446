"""The terms of a rewrite and of a whole draft."""

from demur.domain.advice import MoveId
from demur.domain.frozen import Frozen
from demur.domain.template import Slot
from demur.domain.voice import Voice
from demur.guard import GuardContext


class Terms(Frozen):
    """What bears on every sentence: ``message`` is the stranger's text, ``private`` must never leave."""

    voice: Voice
    message: str = ""
    private: tuple[str, ...] = ()

    @property
    def context(self) -> GuardContext:
        """What the guard watches over."""
        return GuardContext(voice=self.voice, message=self.message, private=self.private)


class DraftJob(Terms):
    """What one draft is made from.

    ``language`` is the one to answer in; ``familiar`` says that the stranger says du.
    """

    move: MoveId
    slots: dict[Slot, str]
    language: str = "en"
    familiar: bool = False
