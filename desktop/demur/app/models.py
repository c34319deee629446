"""Which language model writes along."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Never

from demur import resources
from demur.domain.errors import DemurError
from demur.domain.model import Generation, ModelInfo, Prompt, Sampling
from demur.engine import Catalogue, CatalogueEntry, ModelWorker
from demur.storage import Folders

from .probing import Prober
from .writing_model import NONE, WritingModel

_CATALOGUE = "models/catalogue.toml"

# Seconds that a big model may say nothing, while its file is checked and loaded or a prompt is read; and
# bytes a second that even a slow disk gives.
_PATIENCE = 120.0
_SLOWEST = 20e6


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


def adapter_file(entry: CatalogueEntry) -> Path | None:
    """Where the adapter of ``entry`` lies, if it has one."""
    return resources.adapter_file(entry.adapter.file) if entry.adapter else None


def find_model(wanted: str, folders: Folders) -> WritingModel:
    """The model called ``wanted``: an id of the catalogue, its first where that is empty, a file, or none.

    Raises ``DemurError`` when the catalogue does not know it. A model whose file is missing is given back
    all the same, and says so when it is needed: a reply can be written without it.
    """
    if wanted == NONE:
        return WritingModel(None)
    own = own_file(wanted)
    entry = _own_entry(own) if own else _known_entry(wanted)
    try:
        source = _present(own) if own else model_file(entry, folders.models)
    except DemurError as error:
        return WritingModel(_AbsentModel(ModelInfo(id=entry.id, note=error.message), error))
    if entry.package:
        return WritingModel(ModelWorker(entry, source, folders.cache, adapter=adapter_file(entry)))
    patience = _PATIENCE + source.stat().st_size / _SLOWEST
    worker = ModelWorker(entry, source, folders.cache, patience=patience)
    return WritingModel(worker, Prober(source, folders.trials))


def own_file(wanted: str) -> Path | None:
    """The file that ``wanted`` names, None where it is no file name but an id, or empty."""
    if not wanted.lower().endswith(".gguf") and not {"/", "\\"} & set(wanted):
        return None
    return Path(wanted).expanduser().absolute()


def _known_entry(wanted: str) -> CatalogueEntry:
    known = catalogue()
    return known.entry(wanted) if wanted else known.models[0]


def _own_entry(path: Path) -> CatalogueEntry:
    return CatalogueEntry(id=path.stem, name=path.stem, file=path.name)


def _present(path: Path) -> Path:
    if not path.is_file():
        raise DemurError(f"There is no model file {path}.", "Check the name.")
    return path


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
