"""Generation with one model: what prompts have in common is read once."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from typing import Protocol

from demur.domain.model import Generation, Prompt, Sampling

from .catalogue import CatalogueEntry
from .errors import EngineError
from .prompt_format import prompt_parts
from .running_answer import RunningAnswer

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

    def branch(self, count: int) -> None:
        """From here on, remember ``count`` sequences, 0 and up, that begin with what is in memory."""
        ...

    def read_each(self, tokens: Mapping[int, int]) -> bool:
        """Take one token for each of the sequences in, all at once; else as ``read``."""
        ...

    def forget_from(self, position: int) -> None:
        """Keep the first ``position`` tokens of sequence 0, drop all others, also what an abort left."""
        ...

    def sampler(self, sampling: Sampling, sequence: int) -> TokenSampler:
        """What picks the next token of ``sequence``, each time one has been read."""
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

    def answer(
        self,
        prompt: Prompt,
        sampling: Sampling,
        count: int,
        on_text: Callable[[int, str], None],
        arrived: float,
    ) -> tuple[Generation, ...]:
        """``count`` answers to ``prompt``, written side by side, until the abort flag is set.

        Number ``n`` has the seed ``sampling.seed + n``; ``on_text`` gets ``n`` and its next whole
        characters. ``arrived`` is the ``time.perf_counter()`` of the request. Without room for all, they
        end earlier. Raises ``EngineError`` when prompt and one answer do not fit the model.
        """
        tokens = self._tokens_of(prompt)
        self._check_fits(len(tokens) + max(sampling.max_tokens, count))
        room = (self._context - len(tokens)) // count
        sampling = sampling.model_copy(update={"max_tokens": min(sampling.max_tokens, room)})
        reused = self._keep_prefix_of(tokens)
        answers = [RunningAnswer(sampling, arrived) for _ in range(count)]
        if self._read_prompt(tokens):
            self._model.branch(count)
            self._write(answers, sampling, on_text)
        return tuple(answer.generation(len(tokens), reused) for answer in answers)

    def _write(
        self, answers: Sequence[RunningAnswer], sampling: Sampling, on_text: Callable[[int, str], None]
    ) -> None:
        """Write ``answers`` token by token, one of each at a time, until all have ended or are aborted."""
        with ExitStack() as closing_all:
            samplers = []
            for number in range(len(answers)):
                seeded = sampling.model_copy(update={"seed": sampling.seed + number})
                samplers.append(closing_all.enter_context(closing(self._model.sampler(seeded, number))))
            while tokens := self._next_tokens(answers, samplers, on_text):
                if not self._model.read_each(tokens):
                    break

    def _next_tokens(
        self,
        answers: Sequence[RunningAnswer],
        samplers: Sequence[TokenSampler],
        on_text: Callable[[int, str], None],
    ) -> dict[int, int]:
        """A new token for each answer that runs; given back by number are those of answers that go on."""
        tokens = {}
        for number, answer in enumerate(answers):
            if answer.running:
                tokens[number] = samplers[number].pick()
                if words := answer.add(self._piece(tokens[number])):
                    on_text(number, words)
        return {number: token for number, token in tokens.items() if answers[number].running}

    def _piece(self, token: int) -> bytes | None:
        """The bytes of ``token``, None if it ends an answer."""
        ends = token in self._stops or self._model.ends_answer(token)
        return None if ends else self._model.piece(token)

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

    def _read_prompt(self, tokens: list[int]) -> bool:
        """Take the rest of the prompt ``tokens`` into memory; False when aborted."""
        while len(self._prompt) < len(tokens):
            stride = tokens[len(self._prompt) :][:_STRIDE]
            if not self._model.read(stride):
                return False
            self._prompt += stride
        return True
