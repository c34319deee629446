"""llama.cpp, as much of it as Demur uses: one model, a few sequences, the processor.

The wrapped calls are those of llama.h, documented in ``llama_cpp.llama_cpp``; pointers stay in this module.
"""

import ctypes
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import llama_cpp.llama_cpp as llama

from demur.domain.model import Sampling
from demur.engine.errors import TRY_AGAIN, EngineError
from demur.engine.own_format import own_format
from demur.engine.preparation import ModelFile
from demur.engine.protocol import MOST_ANSWERS

_FIRST = 0  # the sequence that prompts are read into
_LAST_OUTPUT = -1
_ABORTED = 2  # of llama_decode
_WARNING, _ERROR = 3, 4  # of ggml_log_level
_TOP_K = 40
_TOP_P = 0.95
_RANDOM_SEED = 2**32 - 1  # LLAMA_DEFAULT_SEED: stands for one that nobody knows
_PIECE_BYTES = 1024
_FORMAT_BYTES = 4096


@llama.llama_log_callback  # type: ignore[untyped-decorator]
def _log(level: int, text: bytes, _data: object) -> None:
    if level in (_WARNING, _ERROR):
        sys.stderr.buffer.write(text)


llama.llama_log_set(_log, None)
llama.llama_backend_init()


class AbortFlag:
    """Stops a running ``NativeModel.read`` from another thread, within milliseconds.

    llama.cpp asks a C function between operations whether to go on. A Python function there would cost a
    tenth of the speed; ``strlen`` of these two bytes, which is 0 or 1, says the same and costs nothing.
    """

    def __init__(self) -> None:
        self._bytes = (ctypes.c_char * 2)()
        strlen = ctypes.CDLL("msvcrt" if sys.platform == "win32" else None).strlen
        self.callback = ctypes.cast(strlen, llama.ggml_abort_callback)
        self.data = ctypes.cast(self._bytes, ctypes.c_void_p)

    def set(self, aborted: bool) -> None:
        """Whether what runs now, and what comes, shall stop."""
        self._bytes[0] = b"\1" if aborted else b"\0"


class NativeModel:
    """A ``TokenModel`` from ``file``, with room for ``context`` tokens, or as many as it can read."""

    def __init__(self, file: ModelFile, context: int, threads: int, abort: AbortFlag) -> None:
        model_params = llama.llama_model_default_params()
        model_params.n_gpu_layers = 0  # only the processor can be told to abort
        self._model = llama.llama_model_load_from_file(bytes(file.path), model_params)
        if not self._model:
            raise EngineError(f"llama.cpp cannot load the model file {file.path.name}.", TRY_AGAIN)
        if llama.llama_model_is_recurrent(self._model) or llama.llama_model_is_hybrid(self._model):
            raise EngineError(
                "This model cannot go back in what it has read, which Demur has it do all the time.",
                "Choose one that is neither recurrent nor hybrid.",
            )
        self.context = min(context, llama.llama_model_n_ctx_train(self._model))
        params = llama.llama_context_default_params()
        params.n_ctx = params.n_batch = self.context
        params.n_seq_max = MOST_ANSWERS
        params.kv_unified = True  # sequences share what they begin with, and all the room
        params.n_threads = params.n_threads_batch = threads
        params.flash_attn_type = llama.LLAMA_FLASH_ATTN_TYPE_DISABLED
        params.abort_callback = abort.callback
        params.abort_callback_data = abort.data
        self._abort = abort  # its bytes must outlive the context
        self._context = llama.llama_init_from_model(self._model, params)
        if not self._context:
            raise EngineError(
                "There is not enough memory for the model.", "Close other programs, then try again."
            )
        if file.adapter:
            self._lay_over(file.adapter)
        self._vocabulary = llama.llama_model_get_vocab(self._model)
        self._memory = llama.llama_get_memory(self._context)
        self._piece = ctypes.create_string_buffer(_PIECE_BYTES)
        self._outputs: dict[int, int] = {}  # by sequence, where in the last batch

    def _lay_over(self, adapter: Path) -> None:
        loaded = llama.llama_adapter_lora_init(self._model, bytes(adapter))
        adapters, scales = (llama.llama_adapter_lora_p_ctypes * 1)(loaded), (ctypes.c_float * 1)(1.0)
        if not loaded or llama.llama_set_adapters_lora(self._context, adapters, 1, scales) != 0:
            raise EngineError(f"llama.cpp cannot load the adapter {adapter.name}.", TRY_AGAIN)

    def own_format(self) -> str:
        """The prompt format that the file itself tells of."""
        template = llama.llama_model_chat_template(self._model, None) or b""
        contents = ((b"system", b"{system}"), (b"user", b"{user}"))
        messages = (llama.llama_chat_message * 2)(*(llama.llama_chat_message(*one) for one in contents))
        text = ctypes.create_string_buffer(_FORMAT_BYTES)
        size = llama.llama_chat_apply_template(template, messages, 2, True, text, _FORMAT_BYTES)
        written = text.raw[: max(size, 0)] if template and size <= _FORMAT_BYTES else b""
        beginning = b""
        if llama.llama_vocab_get_add_bos(self._vocabulary):
            beginning = llama.llama_vocab_get_text(
                self._vocabulary, llama.llama_vocab_bos(self._vocabulary)
            )
        return own_format(*(part.decode(errors="ignore") for part in (written, template, beginning)))

    def tokens(self, text: str, special: bool) -> list[int]:
        """See ``TokenModel``."""
        encoded = text.encode()
        room = len(encoded) + 1
        buffer = (llama.llama_token * room)()
        count = llama.llama_tokenize(self._vocabulary, encoded, len(encoded), buffer, room, False, special)
        return buffer[:count]

    def piece(self, token: int) -> bytes:
        """See ``TokenModel``."""
        size = llama.llama_token_to_piece(self._vocabulary, token, self._piece, _PIECE_BYTES, 0, False)
        return self._piece.raw[: max(size, 0)]

    def ends_answer(self, token: int) -> bool:
        """See ``TokenModel``."""
        return bool(
            llama.llama_vocab_is_eog(self._vocabulary, token)
            or llama.llama_vocab_is_control(self._vocabulary, token)
        )

    def read(self, tokens: Sequence[int]) -> bool:
        """See ``TokenModel``."""
        batch = (llama.llama_token * len(tokens))(*tokens)
        self._outputs.clear()
        return self._decode(llama.llama_batch_get_one(batch, len(tokens)))

    def branch(self, count: int) -> None:
        """See ``TokenModel``."""
        for sequence in range(1, count):
            llama.llama_memory_seq_cp(self._memory, _FIRST, sequence, -1, -1)

    def read_each(self, tokens: Mapping[int, int]) -> bool:
        """See ``TokenModel``."""
        count = len(tokens)
        one_sequence = llama.llama_seq_id * 1
        sequences = [one_sequence(sequence) for sequence in tokens]
        pointer = ctypes.POINTER(llama.llama_seq_id)
        self._outputs = {sequence: index for index, sequence in enumerate(tokens)}
        return self._decode(
            llama.llama_batch(
                n_tokens=count,
                token=(llama.llama_token * count)(*tokens.values()),
                n_seq_id=(ctypes.c_int32 * count)(*[1] * count),
                seq_id=(pointer * count)(*(ctypes.cast(each, pointer) for each in sequences)),
                logits=(ctypes.c_int8 * count)(*[1] * count),
            )
        )

    def forget_from(self, position: int) -> None:
        """See ``TokenModel``."""
        llama.llama_memory_seq_keep(self._memory, _FIRST)
        llama.llama_memory_seq_rm(self._memory, _FIRST, position, -1)

    def sampler(self, sampling: Sampling, sequence: int) -> "Sampler":
        """See ``TokenModel``."""
        return Sampler(self._context, sampling, lambda: self._outputs.get(sequence, _LAST_OUTPUT))

    def _decode(self, batch: llama.llama_batch) -> bool:
        code = llama.llama_decode(self._context, batch)
        if code not in (0, _ABORTED):
            raise EngineError(f"llama.cpp could not go on (code {code}).", TRY_AGAIN)
        return bool(code == 0)


class Sampler:
    """The likeliest token at temperature 0, else by chance one of the likely ones.

    ``output`` tells which output of the last batch is that of its sequence.
    """

    def __init__(self, context: object, sampling: Sampling, output: Callable[[], int]) -> None:
        self._context = context
        self._output = output
        self._chain = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
        if sampling.temperature == 0:
            steps = [llama.llama_sampler_init_greedy()]
        else:
            steps = [
                llama.llama_sampler_init_top_k(_TOP_K),
                llama.llama_sampler_init_top_p(_TOP_P, 1),
                llama.llama_sampler_init_temp(sampling.temperature),
                llama.llama_sampler_init_dist(sampling.seed % _RANDOM_SEED),
            ]
        for step in steps:
            llama.llama_sampler_chain_add(self._chain, step)

    def pick(self) -> int:
        """The token to come after those of its sequence in the context's memory."""
        return int(llama.llama_sampler_sample(self._chain, self._context, self._output()))

    def close(self) -> None:
        """Give its memory back."""
        llama.llama_sampler_free(self._chain)
