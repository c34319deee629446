"""Generation with one model: what prompts have in common is read once."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from demur.domain.model import Generation, Prompt, Sampling, Stop
from demur.engine.answer_text import AnswerText
from demur.engine.catalogue import CatalogueEntry
from demur.engine.errors import EngineError
from demur.engine.prompt_format import prompt_parts

from .native import AbortFlag, NativeModel, Sampler

# Room for system prompt, voice samples, a beat and its rewrite; a larger one only takes memory.
CONTEXT = 2048
# More bytes than any text of CONTEXT tokens has: refused before time goes into counting.
_MOST_BYTES = 64 * CONTEXT
# Tokens that are read at once. The last digits of a result depend on what it is computed together with:
# fixed strides make an answer the same whether or not some of its prompt was in memory. They cost an eighth
# of the speed of reading.
_STRIDE = 32


class Session:
    """A model that keeps in memory what the next prompt begins with in the same way as the last.

    The beats of a draft share system prompt and voice samples, so that only the first one waits for those.
    """

    def __init__(self, path: Path, entry: CatalogueEntry, threads: int, abort: AbortFlag) -> None:
        self._format = entry.prompt_format
        self._context = min(entry.context, CONTEXT)
        self._model = NativeModel(path, self._context, threads, abort)
        self._stops = {self._stop_token(stop) for stop in entry.stop}
        self._prompt: list[int] = []  # as far as it is in the model's memory

    def generate(
        self, prompt: Prompt, sampling: Sampling, on_text: Callable[[str], None], arrived: float
    ) -> Generation:
        """Answer ``prompt``, handing text over in whole characters, until the abort flag is set.

        ``arrived`` is the ``time.perf_counter()`` of the request. Raises ``EngineError`` when prompt and
        answer do not fit the model.
        """
        tokens = self.prompt_tokens(prompt)
        self._check_fits(len(tokens) + sampling.max_tokens)
        reused = self._keep_prefix_of(tokens)
        answer = AnswerText(sampling.one_line)
        count = 0
        first_token = 0.0
        stop = Stop.CANCELLED
        with closing(Sampler(sampling)) as sampler:
            for token in self._sampled(tokens, sampler):
                first_token = first_token or time.perf_counter() - arrived
                if token in self._stops or self._model.ends_answer(token):
                    stop = Stop.END
                    break
                count += 1
                if words := answer.add(self._model.piece(token)):
                    on_text(words)
                if answer.finished:
                    stop = Stop.END
                    break
                if count == sampling.max_tokens:
                    stop = Stop.LENGTH
                    break
        return Generation(
            text=answer.text,
            stop=stop,
            prompt_tokens=len(tokens),
            reused_tokens=reused,
            new_tokens=count,
            first_token=first_token,
            seconds=time.perf_counter() - arrived,
        )

    def prompt_tokens(self, prompt: Prompt) -> list[int]:
        """``prompt`` as the model reads it. Raises ``EngineError`` when it is far too long."""
        parts = prompt_parts(self._format, prompt)
        if sum(len(part.text) for part in parts) > _MOST_BYTES:
            raise self._too_long("far more")
        return [token for part in parts for token in self._model.tokens(part.text, part.special)]

    def _stop_token(self, stop: str) -> int:
        match self._model.tokens(stop, special=True):
            case [token]:
                return token
            case tokens:
                raise EngineError(
                    f"The stop {stop} in the model catalogue is {len(tokens)} tokens of it, not one.",
                    "Mend models/catalogue.toml.",
                )

    def _check_fits(self, needed: int) -> None:
        if needed > self._context:
            raise self._too_long(str(needed))

    def _too_long(self, needed: str) -> EngineError:
        return EngineError(
            f"This is too long for the model: it reads {self._context} tokens, this takes {needed}.",
            "Shorten the text or the voice samples.",
        )

    def _keep_prefix_of(self, tokens: list[int]) -> int:
        """Forget what does not begin ``tokens``, in whole strides; returns how many tokens are left.

        At least one token is left to read, since an answer begins with what follows from it.
        """
        most = min(len(self._prompt), len(tokens) - 1)
        shared = next((n for n in range(most) if self._prompt[n] != tokens[n]), most)
        kept = shared - shared % _STRIDE
        self._model.forget_from(kept)
        del self._prompt[kept:]
        return kept

    def _sampled(self, prompt: list[int], sampler: Sampler) -> Iterator[int]:
        """Token after token of the answer to ``prompt``, until aborted."""
        going = self._read_prompt(prompt)
        while going:
            token = self._model.sample(sampler)
            yield token
            going = self._model.decode([token])

    def _read_prompt(self, tokens: list[int]) -> bool:
        """Take the rest of the prompt ``tokens`` into memory; False when aborted."""
        while len(self._prompt) < len(tokens):
            stride = tokens[len(self._prompt) :][:_STRIDE]
            if not self._model.decode(stride):
                return False
            self._prompt += stride
        return True
