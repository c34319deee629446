"""What models that the user brought were found to be able to do, so that each is tried once."""

from pathlib import Path

import tomli_w

from demur.domain.data_file import parse_data_file
from demur.domain.frozen import Frozen

from .atomic import atomic_write
from .errors import file_errors


class TriedModel(Frozen):
    """The model file at ``path`` as it was when it was tried; ``modified`` is in nanoseconds.

    Of ``of`` sentences it put ``by_beat`` safely into other words when it was asked for each, ``by_letter``
    when for whole letters. ``asked`` tells one set of questions from another.
    """

    path: Path
    size: int
    modified: int
    sha256: str
    asked: str
    by_beat: int
    by_letter: int
    of: int


class _Trials(Frozen):
    models: tuple[TriedModel, ...] = ()


def read_trials(path: Path) -> tuple[TriedModel, ...]:
    """The models tried so far, the last one last; none when there is no such file.

    Raises ``DataFileError`` naming file and line when its content is wrong, ``StorageError`` when it cannot
    be read.
    """
    if not path.exists():
        return ()
    with file_errors(path):
        text = path.read_text(encoding="utf-8")
    return parse_data_file(text, str(path), _Trials).models


def keep_trial(path: Path, tried: TriedModel) -> None:
    """Add ``tried`` to those in ``path``, in the place of what was known of the same content or place.

    Its folder is made if need be. Raises ``StorageError`` when it cannot be written.
    """
    known = read_trials(path)
    others = [one for one in known if one.sha256 != tried.sha256 and one.path != tried.path]
    models = [one.model_dump(mode="json") for one in (*others, tried)]
    with file_errors(path.parent):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    atomic_write(path, tomli_w.dumps({"models": models}))
