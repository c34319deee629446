"""Rules, templates, voices, prompts and the catalogue are data: TOML text in, validated values out."""

import re
import tomllib
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from .errors import DataFileError

Model = TypeVar("Model", bound=BaseModel)


def parse_data_file(text: str, name: str, model: type[Model], context: object = None) -> Model:
    """Validate the TOML ``text`` of the file ``name`` as a ``model``, whose validators see ``context``.

    Raises ``DataFileError`` naming file and line, for wrong syntax and for wrong content alike.
    """
    try:
        return model.model_validate(tomllib.loads(text), context=context)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"{name}: {error}", "Mend the file at that line.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(key) for key in first["loc"])
        line = _line_of(text, first["loc"])
        raise DataFileError(
            f"{name}, line {line}: {where}: {first['msg']}", "Mend the file at that line."
        ) from error


def _line_of(text: str, path: tuple[int | str, ...]) -> int:
    """The line that ``path`` leads to, as near as the text shows it; 1 where it shows nothing."""
    lines = text.splitlines()
    at = 0
    table = ""
    for key in path:
        if isinstance(key, int):
            headers = [n for n, line in enumerate(lines) if line.strip() == f"[[{table}]]"]
            at = headers[key] if key < len(headers) else at
            continue
        table = f"{table}.{key}" if table else key
        written = re.compile(rf'\s*(\[+\s*{re.escape(table)}\b|"?{re.escape(key)}"?\s*=)')
        at = next((n for n in range(at, len(lines)) if written.match(lines[n])), at)
    return at + 1
