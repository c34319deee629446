"""Many questions in one run: a JSON object a line in, one a line out."""

import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from demur.domain.errors import DemurError
from demur.domain.frozen import Frozen

from .errors import say
from .given import standard_input

_MOST = 1000
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=_MOST)]
"""What may be put to guard and model: with more than this they would be at it for minutes."""
Candidate = Annotated[str, Field(max_length=_MOST)]

_PLAIN = {
    "json_invalid": "it is no JSON object",
    "model_type": "it is no JSON object",
    "missing": "is missing",
    "string_type": "must be text",
    "string_too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "tuple_type": "must be a list",
    "too_short": "is empty",
}


class Line(Frozen, extra="ignore"):
    """A question; what else its line holds, such as labels, is for others to read."""

    id: str | int


Asked = TypeVar("Asked", bound=Line)


def answers(path: str, kind: type[Asked], answer: Callable[[Asked], dict[str, Any]]) -> Iterator[str]:
    """What ``answer`` says to each line of the file ``path``, or of standard input for ``-``, with its id.

    A line that is wrong is told on standard error, the next one read, and ``DemurError`` raised at the end.
    """
    name = "standard input" if path == "-" else Path(path).name
    wrong = 0
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            asked = _asked(line, kind)
            reply = json.dumps({"id": asked.id} | answer(asked), ensure_ascii=False)
        except DemurError as error:
            wrong += 1
            say(DemurError(f"{name}, line {number}: {error.message}", error.hint))
        else:
            yield reply
    if wrong:
        lines = "1 line was" if wrong == 1 else f"{wrong} lines were"
        raise DemurError(f"{lines} left unanswered.", "What is wrong with each stands above.")


def _asked(line: bytes, kind: type[Asked]) -> Asked:
    """The question in ``line``; a byte order mark, which some editors write, is none of it."""
    try:
        return kind.model_validate_json(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DemurError("it is not UTF-8 text.", "Save the lines in UTF-8.") from error
    except ValidationError as error:
        fields = ", ".join(f'"{name}"' for name in kind.model_fields)
        raise DemurError(_what(error), f"Each line is a JSON object with {fields}.") from error


def _what(error: ValidationError) -> str:
    found = error.errors()[0]
    plain = _PLAIN.get(found["type"], found["msg"]).format(**found.get("ctx", {}))
    if not found["loc"]:
        return f"{plain}."
    field, *place = (part for part in found["loc"] if part not in ("str", "int"))
    which = f", number {int(place[0]) + 1}," if place else ""
    return f'"{field}"{which} {plain}.'


def _lines(path: str) -> Iterator[bytes]:
    try:
        with nullcontext(standard_input()) if path == "-" else Path(path).open("rb") as file:
            yield from file
    except OSError as error:
        raise DemurError(
            f"{path} cannot be read: {error.strerror}.", "Give a file of JSON lines in UTF-8."
        ) from error
