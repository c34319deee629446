"""The models that Demur knows, as data."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from demur.domain.data_file import parse_data_file
from demur.domain.frozen import Frozen

from .errors import EngineError

Name = Annotated[str, Field(min_length=1)]


class Adapter(Frozen):
    """What a model has learned for Demur: a file in ``models/adapters``, and its SHA-256."""

    file: Annotated[str, Field(pattern=r"^[\w.-]+\.gguf$")]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class CatalogueEntry(Frozen):
    """One model: where its file comes from, how to tell that it is the right one, how to talk to it.

    The file comes with the Python ``package`` or from ``url``; one of the user's own from neither. ``size``
    is in bytes, ``context`` in tokens; what is not known for certain is left out. ``prompt_format`` holds
    ``{system}`` and ``{user}`` once each; only its own words may be special tokens. Without it, the file is
    asked which format it was taught. Each ``stop`` is one token of the model, which ends an answer. Its
    weights are used with what the ``adapter`` adds to them.
    """

    id: Name
    name: Name
    file: Annotated[str, Field(pattern=r"^[^/\\]+$")]
    package: str = ""
    url: str = ""
    size: Annotated[int, Field(gt=0)] | None = None
    sha256: Annotated[str, Field(pattern="^([0-9a-f]{64})?$")] = ""
    licence: str = ""
    context: Annotated[int, Field(gt=0)] | None = None
    prompt_format: str = ""
    stop: tuple[str, ...] = ()
    adapter: Adapter | None = None

    @model_validator(mode="after")
    def _has_a_place_for_each_part(self) -> Self:
        if self.prompt_format and any(
            self.prompt_format.count(part) != 1 for part in ("{system}", "{user}")
        ):
            raise ValueError("prompt_format holds {system} and {user} once each")
        return self


def _is_complete(entry: CatalogueEntry) -> CatalogueEntry:
    if bool(entry.package) == bool(entry.url):
        raise ValueError("a model comes from a package or from a url")
    if not (entry.licence and entry.prompt_format):
        raise ValueError("a model has a licence and a prompt_format")
    return entry


class Catalogue(Frozen):
    """All entries, in the order of the file, the embedded model first; no two have the same id."""

    models: tuple[Annotated[CatalogueEntry, AfterValidator(_is_complete)], ...]

    @classmethod
    def load(cls, text: str, name: str) -> "Catalogue":
        """Read the TOML ``text`` of the file ``name``; raises ``DataFileError`` naming file and line."""
        return parse_data_file(text, name, cls)

    @model_validator(mode="after")
    def _has_unique_ids(self) -> Self:
        if len({entry.id for entry in self.models}) < len(self.models):
            raise ValueError("two models have the same id")
        return self

    def entry(self, model_id: str) -> CatalogueEntry:
        """The entry called ``model_id``; raises ``EngineError`` listing the ids when there is none."""
        for entry in self.models:
            if entry.id == model_id:
                return entry
        known = ", ".join(entry.id for entry in self.models)
        raise EngineError(f"There is no model called {model_id}.", f"Choose one of: {known}, none.")
