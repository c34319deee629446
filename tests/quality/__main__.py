"""``make quality``: how well the rules read messages that people have labelled.

    python -m quality [FILE ...] [--held-out FILE ...] [--json | --floors]

Several files may also be given as one argument, commas between them. Without any: all that there are.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from demur.domain.errors import DemurError

from .figures import Figures, count
from .floors import floors
from .misses import misses
from .outcomes import Outcome, read_outcomes
from .tables import listing, table

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
# A file that ends so is never shown.
HELD_OUT = "reporting.jsonl"
DEFAULT = (*sorted(CASES.glob("*.jsonl")), ROOT.parent / "shared/cases/messages.jsonl")


def main(arguments: list[str]) -> int:
    """Print the figures; 2 when a file cannot be read."""
    parser = argparse.ArgumentParser(prog="make quality")
    parser.add_argument("files", nargs="*")
    parser.add_argument(
        "--held-out", nargs="*", default=[], help="files whose messages are not to be shown"
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="the same figures and misses, for programs")
    output.add_argument(
        "--floors", action="store_true", help="floors.toml anew, a little under the figures"
    )
    given = parser.parse_args(arguments)
    hidden = _paths(given.held_out)
    files = dict.fromkeys((*_paths(given.files), *hidden)) or [path for path in DEFAULT if path.exists()]
    try:
        measured = [
            (path, path in hidden or path.name.endswith(HELD_OUT), read_outcomes(path)) for path in files
        ]
    except DemurError as error:
        print(error.message, error.hint, sep="\n", file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps([_values(*file) for file in measured], indent=2, ensure_ascii=False))
    elif given.floors:
        print("\n".join(floors(path.stem, count(outcomes)) for path, _, outcomes in measured), end="")
    else:
        for path, _, outcomes in measured:
            print(_tables(path, outcomes), end="\n\n")
        for path, held_out, outcomes in measured:
            print(listing(path.name, misses(outcomes, held_out), held_out), end="\n\n")
    return 0


def _paths(arguments: Iterable[str]) -> list[Path]:
    return [Path(name) for argument in arguments for name in argument.split(",") if name]


def _groups(outcomes: list[Outcome]) -> dict[str, Figures]:
    """The figures of all messages, and of each stratum where the file has some."""
    strata = sorted({outcome.case.stratum for outcome in outcomes} - {""})
    apart = {name: [outcome for outcome in outcomes if outcome.case.stratum == name] for name in strata}
    return {name: count(chosen) for name, chosen in ({"all": outcomes} | apart).items()}


def _values(path: Path, held_out: bool, outcomes: list[Outcome]) -> dict[str, object]:
    return {
        "file": path.name,
        "held_out": held_out,
        "figures": {name: figures.model_dump(mode="json") for name, figures in _groups(outcomes).items()},
        "misses": [miss.model_dump(mode="json") for miss in misses(outcomes, held_out)],
    }


def _tables(path: Path, outcomes: list[Outcome]) -> str:
    groups = _groups(outcomes).items()
    return "\n\n".join(
        f"{path.name}, {name}: {figures.messages} messages\n\n{table(figures)}" for name, figures in groups
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
