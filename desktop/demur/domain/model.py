"""What is asked of a language model, and what it answers."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .frozen import Frozen


class Prompt(Frozen):
    """A conversation of one turn; the catalogue entry of the model says how it is written down."""

    system: str
    user: str


class Sampling(Frozen):
    """How words are picked, and when to stop.

    Temperature 0 is greedy, and the seed then has no effect. An answer of ``one_line`` ends with its first
    line that is not blank: what a small model writes after a sentence is never part of it.
    """

    temperature: Annotated[float, Field(ge=0, le=2)] = 0.0
    seed: Annotated[int, Field(ge=0)] = 0
    max_tokens: Annotated[int, Field(ge=1, le=512)] = 96
    one_line: bool = False


class Stop(StrEnum):
    """Why a generation ended."""

    END = "end"
    LENGTH = "length"
    CANCELLED = "cancelled"


class Generation(Frozen):
    """What a model wrote; times are seconds, ``first_token`` counted from the request's arrival."""

    text: str
    stop: Stop
    prompt_tokens: int
    reused_tokens: int
    new_tokens: int
    first_token: float
    seconds: float


class ModelInfo(Frozen):
    """The model behind a draft; ``id`` is ``none`` when templates and rules alone wrote it."""

    id: str
    file: str = ""
    note: str = ""
