"""Is everything there that Demur needs?"""

import importlib.metadata
import platform
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from demur import resources
from demur.domain.advice import MoveId
from demur.domain.errors import DemurError
from demur.domain.frozen import Frozen
from demur.domain.language import LANGUAGES
from demur.engine import CatalogueEntry, check_adapter, check_model_file
from demur.storage import Folders, Ledger, read_profile, read_settings

from .knowledge import Knowledge
from .models import catalogue, model_file, own_file
from .probing import Prober, in_words

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
    yield from _models(folders)
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


def _models(folders: Folders) -> Iterator[Finding]:
    """The embedded model, those that the user got or chose, and what else could be had."""
    elsewhere = []
    for entry in catalogue().models:
        if entry.package or (folders.models / entry.file).exists():
            yield _finding(f"Model {entry.id}", partial(_model, entry, folders))
        else:
            elsewhere.append(entry.id)
    yield from _own_model(folders)
    if elsewhere:
        where = f"--model with one of these says where to get it; its place is {folders.models}"
        yield Finding(subject="Further models", state=f"{', '.join(elsewhere)}\n{where}")


def _model(entry: CatalogueEntry, folders: Folders) -> str:
    file = model_file(entry, folders.models)
    check_model_file(file, entry)
    state = f"{_size(file)}, {entry.licence}, its SHA-256 as it should be"
    if not entry.package:
        state += f"\n{_tried(file, folders)}"
    if entry.adapter:
        check_adapter(resources.adapter_file(entry.adapter.file), entry.adapter)
        state += f"; so is that of its adapter {entry.adapter.file}"
    return state


def _own_model(folders: Folders) -> Iterator[Finding]:
    try:
        own = own_file(read_settings(folders.settings).model)
    except DemurError as error:
        yield Finding(subject="Settings file", state=error.message, well=False, hint=error.hint)
        return
    if own:
        yield _finding("Your own model", lambda: f"{_size(own)}\n{_tried(own, folders)}")


def _size(file: Path) -> str:
    if not file.is_file():
        raise DemurError(f"There is no file {file}.", "Put it back, or choose another in the settings.")
    return f"{file.name}, {file.stat().st_size / 1e6:,.0f} MB"


def _tried(file: Path, folders: Folders) -> str:
    tried = Prober(file, folders.trials).known()
    if tried is None:
        return "Not tried yet: that comes when it is first used."
    return f"{in_words(tried)}\nSHA-256 {tried.sha256}"


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
