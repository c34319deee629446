"""Generation with one model: what prompts have in common is read once."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Protocol

from demur.domain.model import Generation, Prompt, Sampling, Stop

from .answer_text import AnswerText
from .catalogue import CatalogueEntry
from .errors import EngineError
from .prompt_format import prompt_parts

# Bytes that no token has on average: a text of more is refused before time goes into counting.
_MOST_BYTES_PER_TOKEN = 64
# Tokens of a prompt that are read at once. The last digits of a result depend on what it is computed
# together with: one token alone takes another way through the processor than many. With fixed strides an
# answer is the same whether or not some of its prompt was in memory.
_STRIDE = 32


class TokenSampler(Protocol):
    """Picks tokens by a ``Sampling``."""

    def pick(self) -> int:
        """The next token."""
        ...

    def close(self) -> None:
        """Give its memory back."""
        ...


class TokenModel(Protocol):
    """A language model as tokens go in and out of it; it remembers the sequence of those it has read."""

    def tokens(self, text: str, special: bool) -> list[int]:
        """``text`` in tokens; what looks like a special token is one only when ``special``."""
        ...

    def piece(self, token: int) -> bytes:
        """The UTF-8 bytes of ``token``: perhaps part of a character, and none for a special token."""
        ...

    def ends_answer(self, token: int) -> bool:
        """Whether ``token`` is special: none has a place within an answer."""
        ...

    def read(self, tokens: Sequence[int]) -> bool:
        """Take ``tokens``, 512 at most, in after those in memory; False when aborted.

        Raises ``EngineError`` when that fails.
        """
        ...

    def forget_from(self, position: int) -> None:
        """Keep the first ``position`` tokens in memory, drop all others, also what an abort left there."""
        ...

    def sampler(self, sampling: Sampling) -> TokenSampler:
        """What picks the next token after those in memory."""
        ...


class Session:
    """Answers prompts of ``entry``'s format with ``model``, which has room for ``context`` tokens.

    The beats of a draft share system prompt and voice samples: only the first waits until those are read.
    """

    def __init__(self, model: TokenModel, entry: CatalogueEntry, context: int) -> None:
        self._format = entry.prompt_format
        self._context = context
        self._model = model
        self._stops = {self._stop_token(stop) for stop in entry.stop}
        self._prompt: list[int] = []  # as far as it is in the model's memory

    def generate(
        self, prompt: Prompt, sampling: Sampling, on_text: Callable[[str], None], arrived: float
    ) -> Generation:
        """Answer ``prompt``, handing text over in whole characters, until the abort flag is set.

        ``arrived`` is the ``time.perf_counter()`` of the request. Raises ``EngineError`` when prompt and
        answer do not fit the model.
        """
        tokens = self._tokens_of(prompt)
        self._check_fits(len(tokens) + sampling.max_tokens)
        reused = self._keep_prefix_of(tokens)
        answer = AnswerText(sampling.one_line)
        count = 0
        first_token = 0.0
        stop = Stop.CANCELLED
        with closing(self._model.sampler(sampling)) as sampler:
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

    def _tokens_of(self, prompt: Prompt) -> list[int]:
        parts = prompt_parts(self._format, prompt)
        if sum(len(part.text) for part in parts) > _MOST_BYTES_PER_TOKEN * self._context:
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

    def _sampled(self, prompt: list[int], sampler: TokenSampler) -> Iterator[int]:
        """Token after token of the answer to ``prompt``, until aborted."""
        going = self._read_prompt(prompt)
        while going:
            token = sampler.pick()
            yield token
            going = self._model.read([token])

    def _read_prompt(self, tokens: list[int]) -> bool:
        """Take the rest of the prompt ``tokens`` into memory; False when aborted."""
        while len(self._prompt) < len(tokens):
            stride = tokens[len(self._prompt) :][:_STRIDE]
            if not self._model.read(stride):
                return False
            self._prompt += stride
        return True
