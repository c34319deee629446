"""The local model: a catalogue of model files, and a worker process that generates with one of them."""

from .catalogue import Catalogue, CatalogueEntry
from .errors import EngineError
from .model_file import check_adapter, check_model_file, sha256_of
from .model_worker import ModelWorker

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "EngineError",
    "ModelWorker",
    "check_adapter",
    "check_model_file",
    "sha256_of",
]
