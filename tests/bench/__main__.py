"""``make bench``: speed as ratios, each against its own baseline in the same run (medians)."""

import platform

from bench import answers, big_ledger, generation, hostile_text, learning, letters, reading, window
from bench.ratio import ROUNDS


def main() -> None:
    """Print a line for each ratio."""
    print(f"Python {platform.python_version()}, {platform.machine()}; medians of up to {ROUNDS} rounds\n")
    print("       ratio            a / b                 what")
    for group in (generation, answers, window):
        for ratio in group.ratios():
            print(ratio, flush=True)
    print("", *reading.reading_rows(), sep="\n")
    print("", *letters.letter_rows(), sep="\n")
    print("", *learning.learning_rows(), sep="\n")
    print("", *hostile_text.hostile_rows(), sep="\n")
    print("", *big_ledger.ledger_facts_rows(), sep="\n")


main()
