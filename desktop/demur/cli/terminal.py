"""A command run in the terminal: answers to standard output, what went wrong to standard error."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping

from demur.domain.errors import DemurError

from . import commands, doctor, ledger_commands, rules_commands, sentence_commands, voice_commands
from .arguments import parse
from .errors import say

_FAILED = 1
_NO_DISPLAY = "No display was found, so no window is opened. The same job in the terminal"
# Qt draws on these without any screen (tests, screenshots).
_SCREENLESS = {"offscreen", "minimal", "vnc"}


def run(argv: list[str]) -> int:
    """Run the command in ``argv``; 0 when it answered, 1 when it could not, 2 when it makes no sense."""
    options = parse(argv)
    answers: Mapping[str, Callable[[Namespace], Iterator[str]]] = {
        "check": commands.check,
        "draft": commands.draft,
        "rewrite": sentence_commands.rewrite,
        "guard": sentence_commands.guard,
        "voice": voice_commands.voice,
        "ledger": ledger_commands.ledger,
        "rules": rules_commands.rules,
        "doctor": doctor.doctor,
    }
    return _answer(answers[options.command](options))


def run_without_display(files: list[str]) -> int:
    """Say that there is no display, and do the same job here, on ``files`` or the bundled sample."""
    return _answer(_drafts(files) if files else _sample())


def _drafts(files: list[str]) -> Iterator[str]:
    yield f"{_NO_DISPLAY}:\n"
    for file in files:
        yield from commands.draft(parse(["draft", "--", file]))


def _sample() -> Iterator[str]:
    yield f"{_NO_DISPLAY}, on a sample request:\n"
    yield from commands.draft_sample()
    yield "\nTry it on a message of your own: demur draft PATH, or demur --help for more."


def _answer(answers: Iterator[str]) -> int:
    try:
        for answer in answers:
            _print(answer)
    except BrokenPipeError:  # whoever reads has read enough, as in: demur check PATH | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except DemurError as error:
        say(error)
        return _FAILED
    return 0


def _print(answer: str) -> None:
    try:
        print(answer, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise DemurError(
            f"The answer could not be written: {error.strerror}.", "Free some space, or write it elsewhere."
        ) from error


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can be shown; only Linux and its kin may lack a display."""
    if not platform.startswith(("linux", "freebsd")):
        return True
    named = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return bool(named) or environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _SCREENLESS
