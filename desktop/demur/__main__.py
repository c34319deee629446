"""``demur``: a command in the terminal, or else the window."""

import sys
from pathlib import Path

_INTERRUPTED = 130  # as shells say it: 128 and the number of the signal


def main() -> int:
    """Run what the command line asks for; gives the exit status.

    Whoever presses Ctrl+C knows why it ends, even while its parts are still being loaded.
    """
    try:
        return _run(sys.argv[1:])
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: list[str]) -> int:
    """Each face is imported only when it is asked for: the terminal needs no Qt, the window no argparse."""
    from demur.cli import COMMANDS, has_display, run, run_without_display

    if arguments and (arguments[0] in COMMANDS or _is_no_file(arguments[0])):
        return run(arguments)
    if not has_display():
        return run_without_display(arguments)
    from demur.app import Services
    from demur.ui import run as open_window

    return open_window(Services.at_home, arguments)


def _is_no_file(word: str) -> bool:
    """Whether ``word`` is an option, or a word that must be a command, if a wrong one."""
    return word.startswith("-") or (word.isalpha() and not Path(word).exists())


if __name__ == "__main__":
    sys.exit(main())
