"""Items as tensors: the prompts of an item share their beginning, which is read once."""

from collections.abc import Callable
from itertools import takewhile
from typing import NamedTuple

import torch
from torch import Tensor

from demur.domain.model import Prompt
from demur.engine import CatalogueEntry
from demur.engine.prompt_format import prompt_parts

from .items import Item

# Lengths are rounded up to this, so that few shapes have to be prepared for the processor.
_ROUND = 64

Tokenize = Callable[[str, bool], list[int]]  # text, and whether special tokens are read in it


class Packed(NamedTuple):
    """Shapes: ``(n,)``, the mask ``(n, n)``; ``targets``, ``(wanted.sum(),)``, are what follows there."""

    tokens: Tensor
    positions: Tensor
    mask: Tensor
    wanted: Tensor
    targets: Tensor

    def on(self, device: torch.device) -> "Packed":
        """The same on ``device``."""
        return Packed(*(tensor.to(device) for tensor in self))

    @property
    def last_branch(self) -> list[int]:
        """The tokens of the last prompt and its answer."""
        end = int(self.wanted.nonzero()[-1])
        return [int(token) for token in self.tokens[self.mask[end]]]


def pack(item: Item, model: CatalogueEntry, tokenize: Tokenize) -> Packed:
    """``item`` as one sequence: what the prompts share, then a branch for each sentence.

    A branch sees what is shared and itself; its positions go on from what is shared. Prompts are written
    down as the app does it for ``model``, and an answer ends as ``model`` ends it.
    """

    def of_prompt(prompt: Prompt) -> list[int]:
        return [token for part in prompt_parts(model.prompt_format, prompt) for token in tokenize(*part)]

    prompts = [of_prompt(prompt) for prompt in item.prompts]
    shared = _beginning(prompts)
    tokens, positions = list(shared), list(range(len(shared)))
    branches, wanted = [0] * len(shared), [False] * len(shared)
    targets: list[int] = []
    for number, (prompt, answer) in enumerate(zip(prompts, item.answers, strict=True), 1):
        asked = prompt[len(shared) :]
        said = [*tokenize(answer, False), *tokenize(model.stop[0], True)]
        branch = [*asked, *said[:-1]]
        tokens += branch
        positions += range(len(shared), len(shared) + len(branch))
        branches += [number] * len(branch)
        wanted += [False] * (len(asked) - 1) + [True] * len(said)
        targets += said
    filling = -len(tokens) % _ROUND
    return Packed(
        tokens=torch.tensor(tokens + [0] * filling),
        positions=torch.tensor(positions + [0] * filling),
        mask=_mask(torch.tensor(branches + [-1] * filling)),
        wanted=torch.tensor(wanted + [False] * filling),
        targets=torch.tensor(targets),
    )


def _beginning(prompts: list[list[int]]) -> list[int]:
    """What all begin with, and have more: a branch needs a token to answer after."""
    columns = zip(*(prompt[:-1] for prompt in prompts), strict=False)
    return [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)]


def _mask(branches: Tensor) -> Tensor:
    """Which places see which, ``(n, n)``: those before them in their branch and in 0, which is shared."""
    same_or_shared = (branches[None] == branches[:, None]) | (branches[None] == 0)
    return same_or_shared.tril()
