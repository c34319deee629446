"""Which language model writes along."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Never

from demur import resources
from demur.domain.errors import DemurError
from demur.domain.model import Generation, ModelInfo, Prompt, Sampling
from demur.domain.ports import LanguageModel
from demur.engine import Catalogue, CatalogueEntry, ModelWorker
from demur.storage import Folders

NONE = "none"
_CATALOGUE = "models/catalogue.toml"


def catalogue() -> Catalogue:
    """The models that Demur knows."""
    return Catalogue.load(resources.read(_CATALOGUE), _CATALOGUE)


def model_file(entry: CatalogueEntry, folder: Path) -> Path:
    """Where the file of ``entry`` lies: in its package, or in the ``folder`` that people put models into.

    Raises ``DemurError`` when it is not there, and says where it can be had.
    """
    if entry.package:
        return resources.packaged_model_file(entry.package, entry.file)
    path = folder / entry.file
    if not path.is_file():
        raise DemurError(
            f"The model {entry.name} is not on this machine.",
            f"Get {entry.url} and put it into {folder}; or draft without a model: --model none.",
        )
    return path


def find_model(wanted: str, folders: Folders) -> LanguageModel | None:
    """The model called ``wanted``, the first of the catalogue when that is empty, nothing for ``none``.

    Raises ``DemurError`` when the catalogue does not know it. A model whose file is missing is given back
    all the same, and says so when it is needed: a reply can be written without it.
    """
    if wanted == NONE:
        return None
    known = catalogue()
    entry = known.entry(wanted) if wanted else known.models[0]
    try:
        source = model_file(entry, folders.models)
    except DemurError as error:
        return _AbsentModel(ModelInfo(id=entry.id, note=error.message), error)
    return ModelWorker(entry, source, folders.cache)


class _AbsentModel:
    """Stands in for a model that cannot be found."""

    def __init__(self, info: ModelInfo, reason: DemurError) -> None:
        self.info = info
        self._reason = reason

    def start(self) -> Never:
        raise self._reason

    def generate(
        self,
        prompt: Prompt,  # noqa: ARG002  the port's signature
        sampling: Sampling,  # noqa: ARG002
        on_text: Callable[[str], None],  # noqa: ARG002
        cancel: threading.Event,  # noqa: ARG002
    ) -> Generation:
        raise self._reason

    def sample(
        self,
        prompt: Prompt,  # noqa: ARG002
        sampling: Sampling,  # noqa: ARG002
        count: int,  # noqa: ARG002
        cancel: threading.Event,  # noqa: ARG002
    ) -> tuple[Generation, ...]:
        raise self._reason

    def close(self) -> None:
        pass
