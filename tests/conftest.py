"""The real model, for every test that asks for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from demur import resources
from demur.engine import Catalogue, CatalogueEntry, ModelWorker


@pytest.fixture(scope="session")
def embedded_model() -> CatalogueEntry:
    """The catalogue entry of the model that comes with Demur."""
    path = "models/catalogue.toml"
    return Catalogue.load(resources.read(path), path).entry("smollm2-135m-instruct")


@pytest.fixture(scope="session")
def model_source(embedded_model: CatalogueEntry) -> Path:
    """Its file, as shipped."""
    return resources.packaged_model_file(embedded_model.package, embedded_model.file)


@pytest.fixture(scope="session")
def model_cache(pytestconfig: pytest.Config) -> Path:
    """Where it is prepared, once for all test runs."""
    return pytestconfig.cache.mkdir("models")


@pytest.fixture(scope="session")
def model_worker(
    embedded_model: CatalogueEntry, model_source: Path, model_cache: Path
) -> Iterator[ModelWorker]:
    """The model at work, shared by all tests of a run: leave it as you found it."""
    # On a busy machine, too, a cancelled generation is to be heard to its end.
    worker = ModelWorker(embedded_model, model_source, model_cache, grace=30.0)
    worker.start()
    yield worker
    worker.close()
