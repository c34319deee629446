"""Profile, voices, settings and scratch text: plain files that a person may open and edit."""

import re
from pathlib import Path
from typing import Any

import tomli_w

from demur.domain.data_file import Model, parse_data_file
from demur.domain.frozen import Frozen
from demur.domain.profile import Profile
from demur.domain.voice import Voice

from .atomic import atomic_write
from .errors import StorageError, file_errors


class Settings(Frozen):
    """What the user chose once for all requests; what is empty is left to Demur.

    ``voice`` is an id; ``model`` is one too, or the path of a file.
    """

    voice: str = ""
    model: str = ""


def read_profile(path: Path) -> Profile:
    """The profile in ``path``, an empty one when there is no such file.

    Raises ``DataFileError`` naming file and line when its content is wrong, ``StorageError`` when it cannot
    be read.
    """
    return _read_or_default(path, Profile)


def write_profile(path: Path, profile: Profile) -> None:
    """Write ``profile`` as TOML, what is empty left out; comments of the old file are not kept."""
    _write(path, profile.model_dump(exclude_defaults=True))


def read_settings(path: Path) -> Settings:
    """The settings in ``path``, the default ones when there is no such file; raises as ``read_profile``."""
    return _read_or_default(path, Settings)


def write_settings(path: Path, settings: Settings) -> None:
    """Write ``settings`` as TOML."""
    _write(path, settings.model_dump())


def read_voice(path: Path) -> Voice:
    """The voice in ``path``; raises as ``read_profile``, and ``StorageError`` when it is missing."""
    return parse_data_file(_text_of(path), str(path), Voice)


def read_voices(folder: Path) -> tuple[Voice, ...]:
    """The voices of the user in order of their file names; raises as ``read_voice``."""
    return tuple(read_voice(path) for path in sorted(folder.glob("*.toml")))


def write_voice(folder: Path, voice: Voice) -> Path:
    """Write ``voice`` into ``folder``, over the file that holds it or as ``<id>.toml``.

    Its id must do as a file name.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", voice.id):
        raise StorageError(
            f"A voice cannot be kept under the name '{voice.id}'.", "Use small letters, digits and hyphens."
        )
    path = voice_file(folder, voice.id) or folder / f"{voice.id}.toml"
    _write(path, voice.model_dump())
    return path


def delete_voice(folder: Path, voice: str) -> None:
    """Delete the file in ``folder`` that holds the voice with this id, if there is one."""
    path = voice_file(folder, voice)
    if path:
        with file_errors(path):
            path.unlink()


def voice_file(folder: Path, voice: str) -> Path | None:
    """Which file in ``folder`` holds the voice with this id: a user may call it anything."""
    return next((path for path in sorted(folder.glob("*.toml")) if read_voice(path).id == voice), None)


def read_pack(path: Path) -> str:
    """The text of a rule pack; raises ``StorageError`` when it cannot be read."""
    return _text_of(path)


def read_packs(folder: Path) -> tuple[dict[str, str], tuple[StorageError, ...]]:
    """The texts of the user's rule packs by file name, and what keeps the others from being read."""
    texts, errors = {}, []
    for path in sorted(folder.glob("*.toml")):
        try:
            texts[path.name] = _text_of(path)
        except StorageError as error:
            errors.append(error)
    return texts, tuple(errors)


def read_scratch(path: Path) -> str:
    """What was last kept of the paste box, nothing when nothing was."""
    if not path.exists():
        return ""
    with file_errors(path):
        return path.read_bytes().decode("utf-8", "surrogatepass")


def write_scratch(path: Path, text: str) -> None:
    """Keep what stands in the paste box, character by character."""
    atomic_write(path, text)


def _read_or_default(path: Path, model: type[Model]) -> Model:
    return parse_data_file(_text_of(path), str(path), model) if path.exists() else model()


def _text_of(path: Path) -> str:
    with file_errors(path):
        return path.read_text(encoding="utf-8")


def _write(path: Path, content: dict[str, Any]) -> None:
    atomic_write(path, tomli_w.dumps(content))
