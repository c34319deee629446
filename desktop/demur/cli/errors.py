"""What went wrong, on standard error."""

import sys

from demur.domain.errors import DemurError


def say(error: DemurError) -> None:
    """Print what happened and the next step."""
    hint = [f"  {error.hint}"] if error.hint else []
    print(f"demur: {error.message}", *hint, sep="\n", file=sys.stderr, flush=True)
