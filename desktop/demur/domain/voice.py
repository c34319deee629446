"""How a person writes, measured or told."""

from typing import Annotated

from pydantic import Field

from .frozen import Frozen

Rate = Annotated[float, Field(ge=0)]


class Voice(Frozen):
    """A way of writing.

    ``greeting`` and ``sign_off`` are what the person opens and closes with, without the name ("Hi",
    "Best wishes"). ``sentence_length`` is in words, the median; ``exclamations``, ``emoji`` and
    ``dashes`` are a sentence's average; ``contractions`` is the share of places that could be contracted
    and are, 0 to 1. ``favourites`` are words that this person uses more than most.
    """

    id: str
    name: str
    language: str = "en"
    samples: tuple[str, ...] = ()
    greeting: str = "Hello"
    sign_off: str = "Best wishes"
    contractions: Annotated[float, Field(ge=0, le=1)] = 0.5
    sentence_length: Rate = 14.0
    exclamations: Rate = 0.0
    emoji: Rate = 0.0
    dashes: Rate = 0.0
    lower_case: bool = False
    favourites: tuple[str, ...] = ()
