"""One of the answers that a model is writing."""

import time

from demur.domain.model import Generation, Sampling, Stop

from .answer_text import AnswerText


class RunningAnswer:
    """What has come of an answer so far; ``arrived`` is the ``time.perf_counter()`` of its request."""

    def __init__(self, sampling: Sampling, arrived: float) -> None:
        self._most = sampling.max_tokens
        self._arrived = arrived
        self._text = AnswerText(sampling.one_line)
        self._tokens = 0
        self._first_token = 0.0
        self._seconds = 0.0
        self._stop: Stop | None = None

    @property
    def running(self) -> bool:
        """Whether more is to come."""
        return self._stop is None

    def add(self, piece: bytes | None) -> str:
        """The words that the bytes of the next token complete; None is a token that ends the answer."""
        now = time.perf_counter() - self._arrived
        self._first_token = self._first_token or now
        self._seconds = now
        if piece is None:
            self._stop = Stop.END
            return ""
        self._tokens += 1
        words = self._text.add(piece)
        if self._text.finished:
            self._stop = Stop.END
        elif self._tokens == self._most:
            self._stop = Stop.LENGTH
        return words

    def generation(self, prompt_tokens: int, reused_tokens: int) -> Generation:
        """The answer as it stands; cancelled if it has not ended by itself."""
        return Generation(
            text=self._text.text,
            stop=self._stop or Stop.CANCELLED,
            prompt_tokens=prompt_tokens,
            reused_tokens=reused_tokens,
            new_tokens=self._tokens,
            first_token=self._first_token,
            seconds=self._seconds if self._stop else time.perf_counter() - self._arrived,
        )
