"""Texts that a stranger may send to make a reader slow, in any length."""

from demur.rules import Rulebook
from rulebook import PACKS

LENGTHS = (1_000, 10_000, 100_000)

# What each repeats is bait for another part of the reading.
PIECES = {
    "nested repetitions": "a" * 30 + "! ",
    "one long word": "a",
    "nothing but blanks": " ",
    "empty lines": "\n",
    "quotation marks": '"',
    "quotations": '"to be or not" ',
    "quoted lines": "> could you\n",
    "one endless line": "and could you and ",
    "asks on one line": "could you refer me to Ada and ",
    "asks by the thousand": "Could you refer me to the hiring manager? ",
    "details by the thousand": "Call me for 15 minutes about tides, Ada said. ",
    "brackets": "[{<",
    "combining marks": "e\u0301\u0327\u0323",
    "marks of writing direction": "\u202bcould\u202c you\u200f ",
    "letters with their marks": "é",
    "halves of characters": "\ud800",
}

# The worst that a pack may hold: repetitions within repetitions, and a long match preferred to a short one.
WORST = """
[[act]]
type = "ask"
kind = "bait"
slots = ["topic", "person", "minutes"]
patterns = [
  "(?:a+)+b",
  "(?:a|a)*b",
  "a(?:[^x]*x)?",
  "(?:[^ ]+ *)*zebra",
  "[a-z]{1,900}z",
]
hits = ["ab", "a", "aa"]
misses = ["c", "d", "e"]
"""
WORST_BOOK = Rulebook.load(PACKS, {"worst.toml": WORST})


def text(piece: str, length: int) -> str:
    """``piece`` again and again, ``length`` code points."""
    return (piece * (length // len(piece) + 1))[:length]
