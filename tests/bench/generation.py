"""The rules and the app's way to the model, against the model itself."""

import ctypes
import datetime as dt
import itertools
import tempfile
import threading
import time
from pathlib import Path

import llama_cpp.llama_cpp as llama

from bench.ratio import Ratio, compare, seconds
from demur import resources
from demur.app.knowledge import Knowledge
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.model import Generation, Prompt, Sampling
from demur.domain.profile import Profile
from demur.drafting import RewritePrompt
from demur.engine import Catalogue, ModelWorker
from demur.engine.threads import generation_threads

_TOKENS = 64
_MESSAGE_LENGTH = 2_800  # characters, as in the measurements that the design rests on
_CATALOGUE = "models/catalogue.toml"
_PROMPT = "prompts/rewrite/beat.toml"


def ratios() -> list[Ratio]:
    """``K``, ``E`` and ``W``."""
    entry = Catalogue.load(resources.read(_CATALOGUE), _CATALOGUE).models[0]
    source = resources.packaged_model_file(entry.package, entry.file)
    with tempfile.TemporaryDirectory() as cache:
        worker = ModelWorker(entry, source, Path(cache))
        try:
            return _measured(worker, Path(cache))
        finally:
            worker.close()


def _measured(worker: ModelWorker, cache: Path) -> list[Ratio]:
    knowledge = Knowledge()
    prompt = RewritePrompt.load(resources.read(_PROMPT), _PROMPT)
    voice = knowledge.voices[0]
    numbers = itertools.count()

    def asked(system: str = prompt.system) -> Generation:
        sentence = f"I have read your message number {next(numbers)} with care."
        question = prompt.ask(sentence, voice)
        return _generate(worker, Prompt(system=system, user=question.user))

    def decode_step() -> float:
        done = asked()
        return (done.seconds - done.first_token) / (done.new_tokens - 1)

    sample = knowledge.sample
    body = (sample * (_MESSAGE_LENGTH // len(sample) + 1))[:_MESSAGE_LENGTH]
    message = Message(body=body)

    def rule_pass() -> float:
        return seconds(lambda: knowledge.rules.read(message, Profile(), LedgerFacts(), dt.date(2026, 3, 2)))

    def warm() -> float:
        asked()
        return asked().first_token

    raw = RawLoop(next(cache.glob("*.gguf")) if asked() else cache, 300)
    return [
        compare("K", "rule pass on 2,800 characters / one decode step", rule_pass, decode_step),
        compare(
            "E",
            "tokens a second of the app / of a bare llama.cpp loop, prompt and answer",
            lambda: _rate(asked(f"Rewrite the sentence. ({next(numbers)})")),
            raw.rate,
            "tokens/s",
        ),
        compare(
            "W",
            "first token of the second sentence in a voice / of the first",
            warm,
            lambda: asked(f"({next(numbers)}) {prompt.system}").first_token,
        ),
    ]


def _generate(worker: ModelWorker, prompt: Prompt) -> Generation:
    return worker.generate(prompt, Sampling(max_tokens=_TOKENS), lambda _: None, threading.Event())


def _rate(done: Generation) -> float:
    return (done.prompt_tokens - done.reused_tokens + done.new_tokens) / done.seconds


@llama.llama_log_callback  # type: ignore[untyped-decorator]
def _quiet(_level: int, _text: bytes, _data: object) -> None:
    pass


class RawLoop:
    """llama.cpp by itself: a prompt of ``prompt`` tokens at once, then token by token, greedily."""

    def __init__(self, file: Path, prompt: int) -> None:
        llama.llama_log_set(_quiet, None)
        llama.llama_backend_init()
        model = llama.llama_model_load_from_file(bytes(file), llama.llama_model_default_params())
        params = llama.llama_context_default_params()
        params.n_ctx = params.n_batch = 2048
        params.n_threads = params.n_threads_batch = generation_threads()
        self._context = llama.llama_init_from_model(model, params)
        self._tokens = [100 + number % 1000 for number in range(prompt)]
        self._sampler = llama.llama_sampler_init_greedy()

    def rate(self) -> float:
        """Tokens a second, prompt and answer together."""
        llama.llama_memory_clear(llama.llama_get_memory(self._context), True)
        started = time.perf_counter()
        self._decode(self._tokens)
        for _ in range(_TOKENS):
            self._decode([llama.llama_sampler_sample(self._sampler, self._context, -1)])
        return (len(self._tokens) + _TOKENS) / (time.perf_counter() - started)

    def _decode(self, tokens: list[int]) -> None:
        array = (llama.llama_token * len(tokens))(*tokens)
        batch = llama.llama_batch_get_one(
            ctypes.cast(array, ctypes.POINTER(llama.llama_token)), len(tokens)
        )
        if llama.llama_decode(self._context, batch) != 0:
            raise RuntimeError("llama.cpp cannot decode")
