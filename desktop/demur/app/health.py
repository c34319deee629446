"""Is everything there that Demur needs?"""

import importlib.metadata
import platform
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from demur.domain.advice import MoveId
from demur.domain.errors import DemurError
from demur.domain.frozen import Frozen
from demur.domain.language import LANGUAGES
from demur.engine import CatalogueEntry, check_model_file
from demur.storage import Folders, Ledger, read_profile

from .knowledge import Knowledge
from .models import catalogue, model_file

_PACKAGES = ("PySide6-Essentials", "llama-cpp-python", "google-re2", "pydantic")


class Finding(Frozen):
    """One thing that was looked at: what it is, how it stands, and the next step when it is not well."""

    subject: str
    state: str
    well: bool = True
    hint: str = ""


def examine() -> Iterator[Finding]:
    """Look at packages, data files, model and folders; changes nothing, and answers for all of them."""
    yield Finding(subject="Python", state=platform.python_version())
    for package in _PACKAGES:
        yield _finding(package, partial(importlib.metadata.version, package))
    yield _finding("Rules and templates", _knowledge)
    folders = Folders.find()
    yield from _models(folders.models)
    for name, folder in (("Data", folders.data), ("Settings", folders.config), ("Cache", folders.cache)):
        yield Finding(
            subject=name, state=f"{folder}{'' if folder.exists() else ' (made when first needed)'}"
        )
    yield _finding("Your own rules", partial(_own_rules, folders.rules))
    yield _finding("Profile", partial(_profile, folders.profile))
    yield _finding("Ledger", partial(_ledger, folders.ledger))


def _finding(subject: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(subject=subject, state=look())
    except DemurError as error:
        return Finding(subject=subject, state=error.message, well=False, hint=error.hint)
    except importlib.metadata.PackageNotFoundError:
        return Finding(
            subject=subject, state="not installed", well=False, hint="Install Demur again: make run."
        )


def _knowledge() -> str:
    knowledge = Knowledge()
    knowledge.table, knowledge.drafter  # noqa: B018  reading them is the examination
    for language in knowledge.rules.languages:
        knowledge.rules.acts_in(language)
        knowledge.templates.template(MoveId.DECLINE, language)
    languages = ", ".join(LANGUAGES[language] for language in knowledge.rules.languages)
    return f"well, in {languages}, with {len(knowledge.voices)} starter voices"


def _models(folder: Path) -> Iterator[Finding]:
    """The embedded model, those in ``folder``, and what else could be put there."""
    elsewhere = []
    for entry in catalogue().models:
        if entry.package or (folder / entry.file).exists():
            yield _finding(f"Model {entry.id}", partial(_model, entry, folder))
        else:
            elsewhere.append(entry.id)
    if elsewhere:
        where = f"--model with one of these says where to get it; its place is {folder}"
        yield Finding(subject="Further models", state=f"{', '.join(elsewhere)}\n{where}")


def _model(entry: CatalogueEntry, folder: Path) -> str:
    file = model_file(entry, folder)
    check_model_file(file, entry)
    size = file.stat().st_size
    return f"{file.name}, {size / 1e6:,.0f} MB, {entry.licence}, its SHA-256 as it should be"


def _own_rules(folder: Path) -> str:
    if not any(folder.glob("*.toml")):
        return f"none yet; they would lie in {folder}"
    if wrong := Knowledge(folder).left_out:
        raise wrong
    return str(folder)


def _profile(path: Path) -> str:
    read_profile(path)
    return str(path) if path.exists() else "none yet"


def _ledger(path: Path) -> str:
    if not path.exists():
        return "none yet"
    with Ledger(path) as ledger:
        return "can be read" if ledger.recent(1) else "empty"
