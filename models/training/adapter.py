"""The adapter as a GGUF file, and whether llama.cpp says with it what torch says."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from gguf import GGUFWriter
from llama_cpp import Llama

from .network import AdaptedModel

_HALF = 1  # of llama_ftype: mostly 16-bit floats
_CONTEXT = 2048


def write_adapter(model: AdaptedModel, alpha: float, target: Path) -> None:
    """Write what ``model`` has learned; the format is that of llama.cpp's ``convert_lora_to_gguf.py``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    writer = GGUFWriter(target, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", alpha)
    writer.add_file_type(_HALF)
    for name, linear in model.adapted():
        for part, tensor in (("lora_a", linear.a), ("lora_b", linear.b)):
            writer.add_tensor(f"{name}.{part}", tensor.detach().numpy().astype(np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def agreement(model: AdaptedModel, base: Path, adapter: Path, texts: Sequence[list[int]]) -> float:
    """The share of places in ``texts`` after which torch and llama.cpp hold the same token likeliest.

    ``texts`` are tokens. Near one when all is well: llama.cpp rounds activations to 8 bits. A wrong layout
    shows here and nowhere else.
    """
    llama = Llama(str(base), lora_path=str(adapter), n_ctx=_CONTEXT, logits_all=True, verbose=False)
    same = 0
    for tokens in texts:
        llama.reset()  # type: ignore[no-untyped-call]
        llama.eval(tokens)
        theirs = torch.tensor(llama.scores[: len(tokens)]).argmax(dim=-1)
        same += int((_likeliest(model, tokens) == theirs).sum())
    return same / sum(map(len, texts))


def _likeliest(model: AdaptedModel, tokens: list[int]) -> torch.Tensor:
    everywhere = torch.ones(len(tokens), dtype=torch.bool)
    before = torch.ones(len(tokens), len(tokens), dtype=torch.bool).tril()
    with torch.no_grad():
        logits = model(torch.tensor(tokens), torch.arange(len(tokens)), before, everywhere)
    return logits.argmax(dim=-1)
