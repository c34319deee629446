"""How letters of one language are written, whatever they say."""

from typing import Annotated

import re2
from pydantic import AfterValidator, Field

from demur.domain.frozen import Frozen
from demur.domain.message import Message
from demur.domain.template import Slot


def _pattern(source: str) -> str:
    try:
        re2.compile(source)
    except re2.error as error:
        raise ValueError(f"{source}: {error.args[0].decode()}") from error
    return source


class Letters(Frozen):
    """The file ``language.toml`` beside the templates of a language.

    ``familiar`` is a pattern of the words by which a sender shows to be on first-name terms. ``date`` says
    where the day and the month stand, ``year`` where a year follows. ``questions`` ask for slots, where the
    general question speaks of English words.
    """

    language: str = "en"
    familiar: Annotated[str, AfterValidator(_pattern)] = ""
    months: Annotated[tuple[str, ...], Field(min_length=12, max_length=12)] = (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    )  # fmt: skip
    date: str = "$day $month"
    year: str = "$date $year"
    questions: dict[Slot, str] = Field(default_factory=dict)

    def says_du(self, message: Message) -> bool:
        """Whether the sender of ``message`` is on first-name terms with its reader: says du, tu or tú."""
        return bool(
            self.familiar and re2.search(self.familiar, message.body.encode("utf-8", "replace").decode())
        )


ENGLISH = Letters()
