"""A model file of one's own, from its trial to what it may do."""

import shutil
from pathlib import Path

import pytest

from command_line import demur


@pytest.fixture
def own_model(tmp_path: Path, model_source: Path) -> Path:
    """The embedded model without what it learned for this, as somebody's own."""
    return Path(shutil.copy(model_source, tmp_path / "own.gguf"))


def test_a_model_that_is_no_good_at_this_is_tried_once_and_not_used(
    tmp_path: Path, own_model: Path
) -> None:
    asked = ("rewrite", "--model", str(own_model), "I cannot meet you in May.")
    first = demur(tmp_path, *asked)
    assert "of 12 trial sentences safely, which is too few: templates and rules write" in " ".join(
        first.stderr.split()
    )
    assert "rewritten by the model" not in first.stdout
    again = demur(tmp_path, *asked)
    assert (again.stdout, again.stderr) == (first.stdout, "")
    settings = tmp_path / "config/settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'model = "{own_model.as_posix()}"\n', "utf-8")
    found = demur(tmp_path, "doctor").stdout
    assert "own.gguf" in found
    assert "which is too few" in found
    assert "SHA-256 b179c9523d0e6a0f" in found


def test_a_file_that_is_no_model_is_said_and_costs_the_rewrites_only(tmp_path: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUF\3\0\0\0 and nothing else")
    answer = demur(tmp_path, "rewrite", "--model", str(broken), "I cannot meet you in May.")
    assert "cannot load the model file broken.gguf" in answer.stderr
    assert answer.stdout.startswith("I can't meet you in May.")
    assert answer.returncode == 0


def test_a_model_that_is_not_on_this_machine_says_where_it_can_be_had(tmp_path: Path) -> None:
    answer = demur(tmp_path, "rewrite", "--model", "qwen3-0.6b", "I cannot meet you in May.")
    assert "https://huggingface.co/Qwen/Qwen3-0.6B-GGUF/" in answer.stderr
    assert answer.stdout.startswith("I can't meet you in May.")
