"""The adapter fitted to items, one a step."""

import math
import time
from collections.abc import Iterator

import torch
from torch.nn import functional

from .network import AdaptedModel
from .packing import Packed

_RATE = 7e-4
_LEAST_RATE = 0.03  # of the rate
_WARM_UP = 20  # steps
_LONGEST_STEP = 1.0  # of the gradient's length
_TOLD_EVERY = 25  # steps
_SMOOTH = 0.95  # of the loss that is told


def fit(model: AdaptedModel, items: Iterator[Packed], steps: int) -> float:
    """Fit what learns in ``model``, in place, to ``items`` (AdamW, https://arxiv.org/abs/1711.05101).

    Runs on the device that ``model`` is on, prints how far it is, and answers the smoothed loss at the end.
    """
    learned = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=_RATE, weight_decay=0.01, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share_of_rate(step, steps))
    begun = time.monotonic()
    smooth = math.nan
    for step in range(steps):
        item = next(items).on(model.embedding.device)
        loss = functional.cross_entropy(
            model(item.tokens, item.positions, item.mask, item.wanted), item.targets
        )
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learned, _LONGEST_STEP)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        smooth = _SMOOTH * smooth + (1 - _SMOOTH) * loss.item() if step else loss.item()
        if step % _TOLD_EVERY == 0 or step == steps - 1:
            seconds = time.monotonic() - begun
            print(f"step {step + 1} of {steps}: loss {smooth:.3f}, {seconds:.0f} s", flush=True)
    return smooth


def _share_of_rate(step: int, steps: int) -> float:
    """Up in a few steps, then down along half a cosine."""
    fall = 0.5 * (1 + math.cos(math.pi * step / steps))
    return min(1.0, (step + 1) / _WARM_UP) * (fall * (1 - _LEAST_RATE) + _LEAST_RATE)
