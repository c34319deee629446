"""Which file the model is loaded from."""

from collections.abc import Callable

from demur.engine.errors import EngineError
from demur.engine.model_file import check_adapter, check_model_file
from demur.engine.preparation import Conversion, ModelFile, find_or_prepare, find_prepared
from demur.engine.protocol import Load

from .conversions import merged_to_8_bit, to_8_bit


def model_file(request: Load, preparing: Callable[[], None]) -> ModelFile:
    """The best that can be had for ``request``; ``preparing`` is called before and while a file is made.

    Of the model that comes with Demur: its weights with what the adapter adds; if that file cannot be
    written, the adapter to be laid over them; if the adapter is not as it should be, the weights alone.
    Whoever chose another model chose its format too. Raises ``EngineError`` when the file is not what the
    catalogue says.
    """
    entry, learned = request.entry, request.entry.adapter
    if not entry.package:
        check_model_file(request.source, entry)
        return ModelFile(request.source)

    def prepared(conversion: Conversion) -> ModelFile:
        return find_or_prepare(request.source, entry, request.cache, conversion, preparing)

    plain = to_8_bit(request.threads)
    if not (learned and request.adapter):
        return prepared(plain)
    merging = merged_to_8_bit(request.threads, request.adapter, learned.sha256, preparing)
    if found := find_prepared(entry, request.cache, merging):
        return ModelFile(found)
    try:
        check_adapter(request.adapter, learned)
    except EngineError as error:
        weights = prepared(plain)
        note = f"The model writes without what it has learned for this. {error.message} {weights.note}"
        return weights._replace(note=note.strip())
    file = prepared(merging)
    return file._replace(adapter=request.adapter) if file.path == request.source else file
