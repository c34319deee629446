"""Files of cases, as ``make quality`` takes them."""

import json
from pathlib import Path

import pytest

from demur.domain.errors import DataFileError
from quality.__main__ import main
from quality.outcomes import read_outcomes


def line(**changes: object) -> str:
    """A line of a file of cases."""
    whole = {
        "id": "x1",
        "kind": "other",
        "signals": {"is-request": False},
        "moves": [],
        "text": "Thank you!",
    }
    return json.dumps(whole | changes)


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        ("{", "JSON"),
        (line(signals={"sellling": True}), "signals.sellling"),
        (line(moves=["shrug"]), "moves.0"),
        (line(text=""), "text"),
    ],
)
def test_a_broken_line_is_named_with_its_file_and_number(tmp_path: Path, broken: str, named: str) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(f"{line()}\n{broken}\n", "utf-8")
    with pytest.raises(DataFileError) as raised:
        read_outcomes(path)
    assert raised.value.message.startswith(f"{path}, line 2: ")
    assert named in raised.value.message


def test_strata_are_shown_apart_and_a_held_out_file_shows_no_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = {"is-request": True, "offers-value": True}
    path = tmp_path / "cases.jsonl"
    path.write_text(
        f"{line(stratum='real')}\n{line(stratum='example', signals=labels, moves=['decline'])}\n", "utf-8"
    )
    assert main(["--held-out", str(path), "--json"]) == 0
    (measured,) = json.loads(capsys.readouterr().out)
    assert {name: figures["messages"] for name, figures in measured["figures"].items()} == {
        "all": 2,
        "example": 1,
        "real": 1,
    }
    assert measured["misses"][0]["text"] == ""


def test_a_file_that_is_not_there_ends_with_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err
