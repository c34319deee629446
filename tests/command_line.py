"""``demur`` run as a person runs it, in a home of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parent.parent / "prompts" / "sample-request.txt"
SLOTS = {
    "me": "Sam Rivera",
    "topic": "product management",
    "date": "14 December",
    "resource": "How to move into product (https://example.org/product)",
    "organisation": "the Product Guild (https://example.org/guild)",
    "person": "Ana Lindqvist",
    "meeting": "the spring meetup in May",
}


def demur(
    home: Path, *arguments: str, given: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``demur`` with ``arguments``; ``given`` is its standard input."""
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run(
        [sys.executable, "-m", "demur", *arguments],
        input=data,
        capture_output=True,
        env=os.environ | {"DEMUR_HOME": str(home)} | environment,
        timeout=300,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def answer(home: Path, *arguments: str, given: str = "") -> dict[str, Any]:
    """The JSON that a command answers; fails when it does not succeed."""
    done = demur(home, *arguments, "--json", given=given)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def slots(*names: str) -> list[str]:
    """Options that fill the slots ``names``, or all."""
    return [word for name in names or SLOTS for word in ("--slot", f"{name}={SLOTS[name]}")]
