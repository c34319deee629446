"""A model that nobody has measured is tried before it writes; whoever watches sees how far it is."""

import sys

from demur.app import Sentences, Services
from demur.domain.errors import DemurError

from . import show
from .errors import say


def try_model(used: Services | Sentences) -> None:
    """Try the model of ``used`` if need be, and say on standard error what came of it.

    What fails is said as well: the rules can write without it.
    """
    steps: list[int] = []

    def on_step(done: int, of: int) -> None:
        steps.append(done)
        if sys.stderr.isatty():
            ends = "\r" + " " * 60 + "\r" if done == of else ""
            print(f"\rTrying the model, once: {done} of {of} ", end=ends, file=sys.stderr, flush=True)

    try:
        used.try_model(on_step)
    except DemurError as error:
        say(error)
        return
    if steps:
        print(show.wrapped(used.model_info.note), file=sys.stderr)
