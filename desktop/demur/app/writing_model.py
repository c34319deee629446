"""The model that writes along, as soon and as far as it may."""

import threading
from collections.abc import Callable

from demur.domain.errors import DemurError
from demur.domain.model import ModelInfo
from demur.domain.ports import LanguageModel
from demur.drafting import Drafter
from demur.storage import TriedModel

from .probing import Manner, Prober, in_words, manner

NONE = "none"
_UNTRIED = "This model is new here: it is tried on some sentences first, once, which may take minutes."


class WritingModel:
    """``model``, which may be none; with one that nobody has measured goes the ``prober`` that tries it."""

    def __init__(self, model: LanguageModel | None, prober: Prober | None = None) -> None:
        self._model = model
        self._prober = prober
        self._tried: TriedModel | None = None
        self._untried = _UNTRIED
        self._trying = threading.Lock()

    @property
    def usable(self) -> LanguageModel | None:
        """The model while it may write; None where there is none, or it may not, or not yet."""
        return None if self._manner is Manner.NOT_AT_ALL else self._model

    @property
    def needed(self) -> LanguageModel:
        """The same where nothing can be done without it; raises ``DemurError`` where there is none."""
        if model := self.usable:
            return model
        raise DemurError(
            "No model writes along, so there is no other wording.", "Edit the sentence by hand."
        )

    @property
    def by_letter(self) -> bool:
        """Whether it is asked for a whole letter at once."""
        return self._manner is Manner.LETTER

    @property
    def info(self) -> ModelInfo:
        """Which model writes; where one may not, its file and the reason."""
        if self._model is None:
            return ModelInfo(id=NONE)
        info = self._model.info
        if self._prober is None:
            return info
        said = in_words(self._tried) if self._tried else self._untried
        if self.usable is None:
            return ModelInfo(id=NONE, file=info.file, note=said)
        return info.model_copy(update={"note": f"{said} {info.note}".strip()})

    @property
    def notes(self) -> tuple[str, ...]:
        """Why a model that there is did not write."""
        return () if self._model is None or self.usable else (self.info.note,)

    def try_out(self, drafter: Drafter, on_step: Callable[[int, int], None]) -> None:
        """Find out what the model may do, where that is not known: until then it is not usable.

        ``on_step`` hears how many questions of how many are answered. Raises ``DemurError`` when the model
        fails, and when it is closed meanwhile.
        """
        if self._model is None or self._prober is None:
            return
        with self._trying:
            if self._tried is not None:
                return
            try:
                self._tried = self._prober.outcome(self._model, drafter, on_step)
            except DemurError as error:
                self._untried = f"This model could not be tried. {error.message}"
                raise
            if self.usable is None:
                self._model.close()  # a big one would take up memory for nothing
            self._prober.keep(self._tried)

    def close(self) -> None:
        """Stop the model's process."""
        if self._model:
            self._model.close()

    @property
    def _manner(self) -> Manner:
        if self._prober is None:
            return Manner.BEAT
        return manner(self._tried) if self._tried else Manner.NOT_AT_ALL
