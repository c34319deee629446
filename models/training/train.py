"""``make train``: the adapter of the embedded model, from the pairs.

Same data, same seed, as many steps: the same adapter, but for the order in which processors add.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import torch
from llama_cpp import Llama

from demur import resources
from demur.domain.errors import DemurError
from demur.drafting import RewritePrompt
from demur.engine import Catalogue, CatalogueEntry

from .adapter import agreement, write_adapter
from .card import Outcome, write_card
from .corpus import ROOT, read_corpus
from .fitting import fit
from .items import Asking, ByHand, ByRule, Item, mixed
from .network import AdaptedModel, Adapter
from .packing import Packed, pack
from .parts import Parts
from .values import Values

TARGET = ROOT / "models/adapters/smollm2-135m-instruct.gguf"
SEED = 1
STEPS = 1600
# The first layers of the 30 read words, which needs no learning.
ADAPTER = Adapter(first_layer=8, rank=16, alpha=32.0)
BY_RULE = 0.35  # the share of the items

_DATA = ROOT / "models/training/data"
_COMPARED = 4  # texts
_LEAST_AGREEMENT = 0.9


def all_items(chance: Random) -> Iterator[Item]:
    """Items by hand and by rule, without end."""
    prompt = ROOT / "prompts/rewrite/beat.toml"
    values = Values.read(_DATA / "values.toml")
    asking = Asking(RewritePrompt.load(prompt.read_text("utf-8"), prompt.name), values, chance)
    by_hand = ByHand(read_corpus(), asking, chance)
    by_rule = ByRule(Parts.read(_DATA / "parts.toml"), asking, chance)
    return mixed(iter(by_hand), iter(by_rule), BY_RULE, chance)


def embedded() -> tuple[CatalogueEntry, Path]:
    """The embedded model: its catalogue entry, and its file. Raises ``DemurError`` when it is not there."""
    catalogue = ROOT / "models/catalogue.toml"
    entry = Catalogue.load(catalogue.read_text("utf-8"), catalogue.name).models[0]
    return entry, resources.packaged_model_file(entry.package, entry.file)


def main(arguments: list[str]) -> int:
    """Train, write, compare; 1 when llama.cpp does not say what torch says."""
    parser = argparse.ArgumentParser(description="Train the adapter of the embedded model.")
    parser.add_argument("--steps", type=int, default=STEPS, help="fewer to try something out")
    parser.add_argument("--target", type=Path, default=TARGET, help="the file to write")
    chosen = parser.parse_args(arguments)
    try:
        entry, base = embedded()
    except DemurError as error:
        sys.exit(error.message)
    llama = Llama(str(base), vocab_only=True, verbose=False)

    def packed(item: Item) -> Packed:
        return pack(item, entry, lambda text, special: llama.tokenize(text.encode(), False, special))

    items = map(packed, all_items(Random(SEED)))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = AdaptedModel(base, ADAPTER, SEED, torch.bfloat16).to(device)
    loss = fit(model, items, chosen.steps)
    write_adapter(model.cpu(), ADAPTER.alpha, chosen.target)
    share = agreement(model, base, chosen.target, [next(items).last_branch for _ in range(_COMPARED)])
    print(f"torch and llama.cpp agree on {share:.1%} of the tokens")
    write_card(chosen.target, entry.name, ADAPTER, read_corpus(), Outcome(chosen.steps, loss, share))
    return 0 if share >= _LEAST_AGREEMENT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
