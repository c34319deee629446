"""Rules, templates, voices, prompts and the catalogue are data: TOML text in, validated values out."""

import re
import tomllib
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .errors import DataFileError

Model = TypeVar("Model", bound=BaseModel)
Place = tuple[int | str, ...]

_HINT = "Mend the file at that line."
# More than these are seen no better at once.
_MOST = 8
_PLAIN = {
    "enum": "must be {expected}",
    "extra_forbidden": "there is no such entry",
    "missing": "is missing",
    "string_type": "must be text in quotation marks",
    "too_short": "needs at least {min_length}, holds {actual_length}",
    "tuple_type": "must be a list in brackets",
    "value_error": "{error}",
}


def parse_data_file(text: str, name: str, model: type[Model], context: object = None) -> Model:
    """Validate the TOML ``text`` of the file ``name`` as a ``model``, whose validators see ``context``.

    Raises ``DataFileError`` naming file and line, for wrong syntax and for wrong content alike; the message
    has a line for each thing that is wrong, the first eight of them.
    """
    try:
        return model.model_validate(tomllib.loads(text), context=context)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"{name}: {error}", _HINT) from error
    except ValidationError as error:
        problems = [(one["loc"], _plain(one)) for one in error.errors()]
        raise wrong_content(text, name, problems) from error
    except (ValueError, RecursionError) as error:  # what the reader of TOML leaves to Python
        raise DataFileError(f"{name}: a number is too long, or too much is nested.", "Mend it.") from error


def wrong_content(text: str, name: str, problems: Sequence[tuple[Place, str]]) -> DataFileError:
    """What is wrong in the TOML ``text`` of the file ``name``: where, as keys and numbers, and what."""
    lines = [
        f"{name}, line {_line_of(text, place)}: {'.'.join(map(str, place))}: {problem}"
        for place, problem in problems[:_MOST]
    ]
    if len(problems) > _MOST:
        lines.append(f"{name}: and {len(problems) - _MOST} more")
    return DataFileError("\n".join(lines), _HINT)


def _plain(error: Any) -> str:
    words = _PLAIN.get(error["type"])
    return words.format(**error.get("ctx", {})) if words else str(error["msg"])


def _line_of(text: str, path: Place) -> int:
    """The line that ``path`` leads to, as near as the text shows it; 1 where it shows nothing."""
    lines = text.splitlines()
    at = 0
    table = ""
    for key in path:
        if isinstance(key, int):
            at = _item(lines, at, table, key)
            continue
        table = f"{table}.{key}" if table else key
        written = re.compile(rf'\s*(\[+\s*{re.escape(table)}\b|"?{re.escape(key)}"?\s*=)')
        at = next((n for n in range(at, len(lines)) if written.match(lines[n])), at)
    return at + 1


def _item(lines: Sequence[str], at: int, table: str, number: int) -> int:
    """Where item ``number`` begins of what begins at line ``at``: tables, or a list with an item a line."""
    if lines[at : at + 1] and lines[at].rstrip().endswith("["):
        starts = [n for n in range(at + 1, len(lines)) if lines[n].strip()[:1] not in ("", "#")]
    else:
        starts = [n for n in range(at, len(lines)) if lines[n].strip() == f"[[{table}]]"]
    return starts[number] if number < len(starts) else at
