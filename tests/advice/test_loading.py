"""A table that does not hold what it must is refused by file and line."""

import pytest

from demur.advice import DecisionTable
from demur.domain.errors import DataFileError

END = """
[[rows]]
move = "ask-details"
[[rows]]
move = "accept"
[second_look]
no = ["decline"]
yes = ["accept"]
"""


def refused(text: str) -> str:
    with pytest.raises(DataFileError) as caught:
        DecisionTable.load(text, "table.toml")
    return caught.value.message


def test_the_smallest_table() -> None:
    assert len(DecisionTable.load(END, "table.toml").rows) == 2


def test_a_last_row_with_conditions() -> None:
    end = END.replace('"accept"\n[', '"accept"\nall = { selling = 2 }\n[')
    assert "the last two rows must have no conditions" in refused(end)


def test_a_last_row_that_leaves_no_runner_up() -> None:
    assert "and different moves" in refused(END.replace('"ask-details"', '"accept"'))


def test_an_empty_table() -> None:
    assert "the last two rows" in refused("rows = []\n[second_look]\nno = []\nyes = []")


@pytest.mark.parametrize(
    "conditions",
    ["all = { vague = 1 }", "any = { vague = 2, selling = 1 }", "none = { vague = 2 }"],
)
def test_a_row_that_weak_signals_could_decide_alone(conditions: str) -> None:
    row = f'[[rows]]\nmove = "decline"\n{conditions}\n'
    assert "must rest on a signal of strength 2 or 3" in refused(row + END)


@pytest.mark.parametrize(
    ("row", "line"),
    [('move = "shout"', 2), ('move = "decline"\nall = { rude = 2 }', 3), ('move = "decline"\nal = {}', 3)],
)
def test_what_is_no_move_no_signal_no_key(row: str, line: int) -> None:
    assert refused(f"[[rows]]\n{row}\n{END}").startswith(f"table.toml, line {line}: rows.0")
