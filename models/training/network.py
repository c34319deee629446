"""The embedded model in torch, with an adapter that learns.

Tensors keep the names and the layout of the GGUF file: its rows of query and key stand in interleaved
pairs, as llama.cpp turns them, so that nothing is permuted on the way in or out (a permutation forgotten
fails silently). Architecture: Llama with grouped queries, https://arxiv.org/abs/2307.09288; adapter:
low-rank updates, https://arxiv.org/abs/2106.09685.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import torch
from gguf import GGUFReader
from gguf.quants import dequantize
from torch import Tensor, nn
from torch.nn import functional

_LINEAR = ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")
_NORMS = ("attn_norm", "ffn_norm")


class Shape(NamedTuple):
    """The sizes that a GGUF file of the Llama family declares."""

    layers: int
    heads: int
    key_heads: int
    width: int
    epsilon: float
    rope_base: float

    @classmethod
    def of(cls, reader: GGUFReader) -> "Shape":
        """Read from the file's header; raises ``KeyError`` for another architecture."""

        def field(name: str) -> float:
            return float(reader.fields[f"llama.{name}"].contents())

        return cls(
            layers=int(field("block_count")),
            heads=int(field("attention.head_count")),
            key_heads=int(field("attention.head_count_kv")),
            width=int(field("embedding_length")),
            epsilon=field("attention.layer_norm_rms_epsilon"),
            rope_base=field("rope.freq_base"),
        )


class Adapter(NamedTuple):
    """Updates of ``rank``, scaled by ``alpha / rank``, in the layers from ``first_layer`` on."""

    first_layer: int
    rank: int
    alpha: float


class AdaptedLinear(nn.Module):
    """``weight @ x + (alpha / rank) * b @ a @ x``; ``weight`` is frozen, ``b`` begins as zero.

    Shapes: weight ``(out, into)``, a ``(rank, into)``, b ``(out, rank)``, x ``(n, into)``.
    """

    def __init__(self, weight: Tensor, adapter: Adapter, chance: torch.Generator) -> None:
        super().__init__()
        out, into = weight.shape
        self.register_buffer("weight", weight)
        self.a = nn.Parameter(torch.randn(adapter.rank, into, generator=chance) / math.sqrt(into))
        self.b = nn.Parameter(torch.zeros(out, adapter.rank))
        self.scale = adapter.alpha / adapter.rank

    def forward(self, x: Tensor) -> Tensor:
        """Map each row of ``x``."""
        low = functional.linear(x, self.a.to(x.dtype)) * self.scale
        return functional.linear(x, self.weight) + functional.linear(low, self.b.to(x.dtype))


class FrozenLinear(nn.Module):
    """``weight @ x``; shapes as in ``AdaptedLinear``."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", weight)

    def forward(self, x: Tensor) -> Tensor:
        """Map each row of ``x``."""
        return functional.linear(x, self.weight)


class Block(nn.Module):
    """One layer: attention, then the gated feed-forward net."""

    def __init__(self, shape: Shape, linear: dict[str, nn.Module], norms: dict[str, Tensor]) -> None:
        super().__init__()
        self.shape = shape
        self.linear = nn.ModuleDict(linear)
        for name, weight in norms.items():
            self.register_buffer(name, weight)

    def forward(self, x: Tensor, turn: tuple[Tensor, Tensor], mask: Tensor) -> Tensor:
        """The next ``x``, ``(n, width)``; ``mask`` is added to the scores, ``turn`` as in ``_turned``."""
        x = x + self._attended(self._norm(x, self.attn_norm), turn, mask)
        y = self._norm(x, self.ffn_norm)
        gated = functional.silu(self.linear["ffn_gate"](y)) * self.linear["ffn_up"](y)
        return x + self.linear["ffn_down"](gated)

    def _norm(self, x: Tensor, weight: Tensor) -> Tensor:
        return functional.rms_norm(x, (self.shape.width,), weight, self.shape.epsilon)

    def _attended(self, x: Tensor, turn: tuple[Tensor, Tensor], mask: Tensor) -> Tensor:
        def by_head(name: str, heads: int) -> Tensor:
            return self.linear[name](x).view(len(x), heads, -1)

        query = _turned(by_head("attn_q", self.shape.heads), turn)
        key = _turned(by_head("attn_k", self.shape.key_heads), turn)
        value = by_head("attn_v", self.shape.key_heads)
        heads_first = (part.transpose(0, 1)[None] for part in (query, key, value))
        attended = functional.scaled_dot_product_attention(*heads_first, attn_mask=mask, enable_gqa=True)
        return self.linear["attn_output"](attended[0].transpose(0, 1).reshape(len(x), -1))


def _turned(x: Tensor, turn: tuple[Tensor, Tensor]) -> Tensor:
    """Each interleaved pair of ``x``, ``(n, heads, size)``, rotated; ``turn`` is ``(n, 1, size / 2)``."""
    cos, sin = turn
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1).flatten(-2)


class AdaptedModel(nn.Module):
    """The model of a GGUF file, frozen, and an adapter that begins by chance from ``seed``.

    Weights are held, and products made, in ``dtype``; what learns is held in 32 bits.
    """

    def __init__(self, file: Path, adapter: Adapter, seed: int, dtype: torch.dtype) -> None:
        super().__init__()
        reader = GGUFReader(file)
        self.shape = Shape.of(reader)
        chance = torch.Generator().manual_seed(seed)
        weights = {
            tensor.name.removesuffix(".weight"): torch.tensor(
                dequantize(tensor.data, tensor.tensor_type), dtype=dtype
            )
            for tensor in reader.tensors
        }

        def linear(name: str, layer: int) -> nn.Module:
            weight = weights[f"blk.{layer}.{name}"]
            adapted = layer >= adapter.first_layer
            return AdaptedLinear(weight, adapter, chance) if adapted else FrozenLinear(weight)

        self.register_buffer("embedding", weights["token_embd"])
        self.register_buffer("output_norm", weights["output_norm"])
        self.blocks = nn.ModuleList(
            Block(
                self.shape,
                {name: linear(name, layer) for name in _LINEAR},
                {name: weights[f"blk.{layer}.{name}"] for name in _NORMS},
            )
            for layer in range(self.shape.layers)
        )

    def forward(self, tokens: Tensor, positions: Tensor, mask: Tensor, wanted: Tensor) -> Tensor:
        """The logits, in 32 bits, at the ``wanted`` places of ``tokens``, which see each other by ``mask``.

        Shapes: tokens, positions ``(n,)`` integers; mask ``(n, n)``, True where a row sees a column;
        wanted ``(n,)`` booleans; the answer ``(wanted.sum(), vocabulary)``.
        """
        x = self.embedding[tokens]
        seen = torch.zeros_like(mask, dtype=x.dtype).masked_fill(~mask, -math.inf)
        turn = self._turn(positions)
        for block in self.blocks:
            x = block(x, turn, seen)
        x = functional.rms_norm(x[wanted], (self.shape.width,), self.output_norm, self.shape.epsilon)
        return functional.linear(x, self.embedding).float()

    def _turn(self, positions: Tensor) -> tuple[Tensor, Tensor]:
        size = self.shape.width // self.shape.heads
        powers = torch.arange(0, size, 2, device=positions.device) / size
        angles = positions[:, None, None] * self.shape.rope_base**-powers
        return angles.cos().to(self.embedding.dtype), angles.sin().to(self.embedding.dtype)

    def adapted(self) -> Iterator[tuple[str, AdaptedLinear]]:
        """Every linear map that learns, by its name in GGUF."""
        for layer, block in enumerate(self.blocks):
            for name, linear in block.linear.items():
                if isinstance(linear, AdaptedLinear):
                    yield f"blk.{layer}.{name}.weight", linear
