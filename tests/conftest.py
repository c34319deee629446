"""The real model, for every test that asks for it."""

from collections.abc import Iterator
from contextlib import closing
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
    """Where its weights are prepared, once for all test runs."""
    return pytestconfig.cache.mkdir("models")


@pytest.fixture(scope="session")
def model_worker(
    embedded_model: CatalogueEntry, model_source: Path, model_cache: Path
) -> Iterator[ModelWorker]:
    """Its weights alone at work, shared by all tests of a run: leave it as you found it."""
    # On a busy machine, too, a cancelled generation is to be heard to its end.
    with closing(ModelWorker(embedded_model, model_source, model_cache, grace=30.0)) as worker:
        worker.start()
        yield worker


@pytest.fixture(scope="session")
def model_adapter(embedded_model: CatalogueEntry) -> Path:
    """What it has learned."""
    assert embedded_model.adapter
    return resources.adapter_file(embedded_model.adapter.file)


@pytest.fixture(scope="session")
def writing_cache(pytestconfig: pytest.Config) -> Path:
    """Where it is prepared with that; each cache holds one file of a model."""
    return pytestconfig.cache.mkdir("writing-models")


@pytest.fixture(scope="session")
def writing_worker(
    embedded_model: CatalogueEntry, model_source: Path, model_adapter: Path, writing_cache: Path
) -> Iterator[ModelWorker]:
    """The model as users have it, with what it has learned; shared likewise."""
    worker = ModelWorker(embedded_model, model_source, writing_cache, adapter=model_adapter, grace=30.0)
    with closing(worker):
        worker.start()
        yield worker
