"""``demur rules``: packs of one's own checked, and any rule explained on a message."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing

from demur.app import check_pack

from . import show_rules
from .commands import read_message, reading_services


def rules(options: Namespace) -> Iterator[str]:
    """What one of its commands has to say."""
    yield from _COMMANDS[options.action](options)


def _check(options: Namespace) -> Iterator[str]:
    yield show_rules.tried(check_pack(options.pack))


def _explain(options: Namespace) -> Iterator[str]:
    with closing(reading_services(options, model="none")) as services:
        yield show_rules.explained(services.explain(options.rule, read_message(services, options.path)))


_COMMANDS: Mapping[str, Callable[[Namespace], Iterator[str]]] = {"check": _check, "explain": _explain}
