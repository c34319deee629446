"""The rules read labelled messages no worse than ``floors.toml`` says."""

import tomllib
from pathlib import Path

import pytest

from quality.figures import count
from quality.floors import shares
from quality.outcomes import read_outcomes

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


@pytest.mark.parametrize("half", FLOORS)
def test_no_figure_falls_below_its_floor(half: str) -> None:
    reached = shares(count(read_outcomes(HERE / f"cases/{half}.jsonl")))
    assert reached.keys() == FLOORS[half].keys()
    assert not {key: share for key, share in reached.items() if share < FLOORS[half][key]}
