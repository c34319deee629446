"""``demur ledger``: the people whom the user knows, brought in, looked up, taken out and forgotten."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping

from demur.app import People
from demur.storage import Imported

from . import show


def ledger(options: Namespace) -> Iterator[str]:
    """What one of its commands has to say."""
    with People(options.ledger) as people:
        yield from _COMMANDS[options.action](people, options)


def _people(people: People, options: Namespace) -> Iterator[str]:
    found = people.find(options.text)
    yield from map(show.person, found)
    if not found:
        yield "Nobody is found."


def _import(people: People, options: Namespace) -> Iterator[str]:
    yield _imported(people.take(options.path))


def _imported(done: Imported) -> str:
    lines = [f"Added {done.added}, updated {done.updated}, unchanged {done.unchanged}."]
    if done.unclear:
        lines.append(
            "Left out, for the ledger holds somebody of that name and no address tells who is who:"
        )
        lines += [f"  line {contact.line}: {contact.name}" for contact in done.unclear]
    return "\n".join(lines)


def _export(people: People, options: Namespace) -> Iterator[str]:
    count = people.export(options.path)
    yield f"The whole ledger is in {options.path} (people: {count}). It is private: let nobody else see it."


def _forget(people: People, options: Namespace) -> Iterator[str]:
    name = people.forget(options.who).name
    yield f"{name} is forgotten: what was on record about them, and their requests, are gone for good."


def _address(people: People, options: Namespace) -> Iterator[str]:
    name = people.add_address(options.number, options.address).name
    yield f"{options.address} is known as {name}'s from now on."


_COMMANDS: Mapping[str, Callable[[People, Namespace], Iterator[str]]] = {
    "people": _people,
    "import": _import,
    "export": _export,
    "forget": _forget,
    "address": _address,
}
