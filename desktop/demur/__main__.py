"""``demur``: a command in the terminal, or else the window."""

import sys


def main() -> int:
    """Run what the command line asks for; gives the exit status.

    Each face is imported only when it is asked for: the terminal needs no Qt, the window no argparse.
    """
    from demur.cli import COMMANDS, has_display, run, run_without_display

    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        return run(arguments)
    if not has_display():
        return run_without_display()
    from demur.app import Services
    from demur.ui import run as open_window

    return open_window(Services.at_home, arguments)


if __name__ == "__main__":
    sys.exit(main())
