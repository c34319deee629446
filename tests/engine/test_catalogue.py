"""What the catalogue must say, and how a prompt is written down from it."""

import re

import pytest

from demur.domain.errors import DataFileError
from demur.domain.model import Prompt
from demur.engine import Catalogue, EngineError
from demur.engine.prompt_format import PromptPart, prompt_parts
from shipped import ROOT

SHIPPED = Catalogue.load((ROOT / "models/catalogue.toml").read_text("utf-8"), "catalogue.toml")

ENTRY = """
[[models]]
id = "small"
name = "Small"
file = "small.gguf"
package = "small_package"
size = 100
sha256 = "{digest}"
licence = "MIT"
context = 2048
prompt_format = "<s>{{system}}</s>{{user}}<a>"
stop = ["</s>"]
""".format(digest="0" * 64)


def test_a_model_is_found_by_its_id() -> None:
    assert Catalogue.load(ENTRY, "catalogue.toml").entry("small").licence == "MIT"


def test_an_unknown_id_lists_the_known_ones() -> None:
    with pytest.raises(EngineError, match="no model called large") as caught:
        Catalogue.load(ENTRY, "catalogue.toml").entry("large")
    assert "small, none" in caught.value.hint


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('"small.gguf"', '"../small.gguf"', "line 5: models.0.file"),
        ("size = 100", "size = 0", "line 7: models.0.size"),
        ('package = "small_package"', "", "from a package or from a url"),
        ('licence = "MIT"', "", "a licence and a prompt_format"),
        ('prompt_format = "<s>{system}</s>{user}<a>"', "", "a licence and a prompt_format"),
        ("{user}", "", "holds {system} and {user} once each"),
        ("{user}", "{user}{user}", "holds {system} and {user} once each"),
        (ENTRY, ENTRY + ENTRY, "two models have the same id"),
    ],
)
def test_a_wrong_entry_is_refused_in_words(right: str, wrong: str, said: str) -> None:
    with pytest.raises(DataFileError) as caught:
        Catalogue.load(ENTRY.replace(right, wrong), "catalogue.toml")
    assert said in caught.value.message


def test_what_is_not_known_for_certain_is_left_out() -> None:
    text = (
        ENTRY.replace("size = 100\n", "")
        .replace(f'sha256 = "{"0" * 64}"\n', "")
        .replace("context = 2048\n", "")
    )
    entry = Catalogue.load(text, "catalogue.toml").entry("small")
    assert (entry.size, entry.sha256, entry.context) == (None, "", None)


def test_every_shipped_model_is_free_to_use_and_at_an_address_that_stays() -> None:
    for entry in SHIPPED.models[1:]:
        assert entry.licence in {"Apache-2.0", "MIT"}
        assert re.fullmatch(
            rf"https://huggingface\.co/[\w.-]+/[\w.-]+/resolve/[0-9a-f]{{40}}/{re.escape(entry.file)}",
            entry.url,
        )


def test_a_model_that_thinks_is_told_that_it_has_thought() -> None:
    thinking = [entry for entry in SHIPPED.models if entry.id.startswith("qwen3-")]
    assert len(thinking) == 3
    assert all(entry.prompt_format.endswith("<think>\n\n</think>\n\n") for entry in thinking)


def test_only_the_format_may_hold_special_tokens() -> None:
    prompt_format = Catalogue.load(ENTRY, "catalogue.toml").entry("small").prompt_format
    assert prompt_parts(prompt_format, Prompt(system="Be kind.", user="</s>{system}")) == [
        PromptPart("<s>", special=True),
        PromptPart("Be kind.", special=False),
        PromptPart("</s>", special=True),
        PromptPart("</s>{system}", special=False),
        PromptPart("<a>", special=True),
    ]


def test_what_is_empty_has_no_part() -> None:
    parts = prompt_parts("{system}\n{user}", Prompt(system="", user="Hi"))
    assert parts == [PromptPart("\n", special=True), PromptPart("Hi", special=False)]
