"""The model card is about the adapter that it lies beside, and about the data that there is."""

import hashlib
from pathlib import Path

from training.card import Outcome, write_card
from training.corpus import ROOT, read_corpus
from training.figures import figures

ADAPTER = ROOT / "models/adapters/smollm2-135m-instruct.gguf"


def test_the_card_names_the_adapter_that_is_shipped_and_the_data_that_it_learned_from() -> None:
    card = ADAPTER.with_suffix(".md").read_text(encoding="utf-8")
    assert hashlib.sha256(ADAPTER.read_bytes()).hexdigest() in card
    assert figures(read_corpus()) in card


def test_a_new_card_tells_how_the_training_went(tmp_path: Path) -> None:
    adapter = tmp_path / "small.gguf"
    adapter.write_bytes(b"GGUF")
    write_card(adapter, "A model", (8, 16, 32.0), read_corpus(), Outcome(1600, 0.25, 0.974))
    card = (tmp_path / "small.md").read_text(encoding="utf-8")
    assert "| base | A model |" in card
    assert "| steps | 1,600 |" in card
    assert "agree | 97.4% |" in card
