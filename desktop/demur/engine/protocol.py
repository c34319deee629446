"""What the app and the worker say to each other: one JSON object a line, in UTF-8."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from demur.domain.frozen import Frozen
from demur.domain.model import Generation, Prompt, Sampling

from .catalogue import CatalogueEntry
from .errors import TRY_AGAIN, EngineError

# Room in the model's memory is kept for as many.
MOST_ANSWERS = 8


class Load(Frozen):
    """Verify, prepare and load a model; answered by ``Stage``s, then ``Ready`` or ``Failed``."""

    type: Literal["load"] = "load"
    entry: CatalogueEntry
    source: Path
    adapter: Path | None = None
    cache: Path
    threads: Annotated[int, Field(ge=1)]


class Generate(Frozen):
    """Answer a prompt ``count`` times; answered by ``Text``s, then ``Done`` or ``Failed``.

    ``id`` goes up each time.
    """

    type: Literal["generate"] = "generate"
    id: int
    prompt: Prompt
    sampling: Sampling
    count: Annotated[int, Field(ge=1, le=MOST_ANSWERS)] = 1


class Cancel(Frozen):
    """Stop the generation ``id``, whether it runs, waits or has ended."""

    type: Literal["cancel"] = "cancel"
    id: int


class Stage(Frozen):
    """A sign of life while a model is loaded."""

    type: Literal["stage"] = "stage"
    name: Literal["preparing", "loading"]


class Ready(Frozen):
    """The model answers from ``file``; ``note`` tells in plain words if that is not the file intended."""

    type: Literal["ready"] = "ready"
    file: str
    note: str


class Text(Frozen):
    """The next words of answer ``number``, counted from 0, of generation ``id``."""

    type: Literal["text"] = "text"
    id: int
    number: int = 0
    text: str


class Done(Frozen):
    """Generation ``id`` has ended, with all its answers."""

    type: Literal["done"] = "done"
    id: int
    generations: tuple[Generation, ...]


class Failed(Frozen):
    """What a ``DemurError`` says, about generation ``id``; about loading when ``id`` is 0."""

    type: Literal["failed"] = "failed"
    id: int = 0
    message: str
    hint: str


Request = Annotated[Load | Generate | Cancel, Field(discriminator="type")]
Answer = Annotated[Stage | Ready | Text | Done | Failed, Field(discriminator="type")]

_requests: TypeAdapter[Request] = TypeAdapter(Request)
_answers: TypeAdapter[Answer] = TypeAdapter(Answer)


def line_of(message: Request | Answer) -> bytes:
    """``message`` as it travels, with its line end."""
    return message.model_dump_json().encode() + b"\n"


def parse_request(line: bytes) -> Request:
    """What the app wrote; a line that is no request is a defect of the app."""
    return _requests.validate_json(line)


def parse_answer(line: bytes) -> Answer:
    """What the worker wrote. Raises ``EngineError`` when it is not an answer."""
    try:
        return _answers.validate_json(line)
    except ValidationError as error:
        raise EngineError("The model's process answered with something unreadable.", TRY_AGAIN) from error
