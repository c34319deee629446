"""How a prompt is written down for a file that the catalogue does not know."""

from pathlib import Path

import llama_cpp.llama_cpp as llama
import pytest

from demur.domain.model import Prompt
from demur.engine import CatalogueEntry, EngineError
from demur.engine.own_format import PLAIN, own_format
from demur.engine.preparation import ModelFile
from demur.engine.prompt_format import prompt_parts
from demur.engine.worker.native import AbortFlag, NativeModel

CHATML = (
    "<|im_start|>system\n{system}<|im_end|>\n<|im_start|>user\n{user}<|im_end|>\n<|im_start|>assistant\n"
)


def test_what_llama_cpp_knows_is_written_its_way() -> None:
    assert own_format(CHATML, "{{ ... }}", "") == CHATML


@pytest.mark.parametrize("written", ["", "[INST] {user} [/INST]", "{system}{system}{user}"])
def test_what_it_does_not_know_is_written_plainly(written: str) -> None:
    assert own_format(written, "{{ ... }}", "") == PLAIN
    parts = prompt_parts(own_format(written, "", ""), Prompt(system="Be kind.", user="Hello."))
    assert [part.text for part in parts] == ["Be kind.", "\n\n", "Hello.", "\n\nAnswer:\n"]


def test_the_first_token_is_written_once() -> None:
    assert own_format(CHATML, "", "<s>") == f"<s>{CHATML}"
    assert own_format(CHATML, "", "<|im_start|>") == CHATML


def test_a_model_that_asks_whether_to_think_is_told_that_it_has() -> None:
    template = "{%- if enable_thinking is defined and enable_thinking is false %}"
    assert own_format(CHATML, template, "").endswith("assistant\n<think>\n\n</think>\n\n")
    assert own_format("", template, "") == PLAIN


def test_the_embedded_file_tells_the_format_of_its_catalogue_entry(
    embedded_model: CatalogueEntry, model_source: Path
) -> None:
    model = NativeModel(ModelFile(model_source), 64, 1, AbortFlag())
    assert model.own_format() == embedded_model.prompt_format
    assert model.context == 64
    assert NativeModel(ModelFile(model_source), 10**6, 1, AbortFlag()).context == embedded_model.context


@pytest.mark.parametrize("kind", ["recurrent", "hybrid"])
def test_a_model_that_cannot_go_back_is_refused_with_the_reason(
    model_source: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(llama, f"llama_model_is_{kind}", lambda _: True)
    with pytest.raises(EngineError, match="cannot go back"):
        NativeModel(ModelFile(model_source), 64, 1, AbortFlag())
