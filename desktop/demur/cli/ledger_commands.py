"""``demur ledger``: what the user remembers of people and promises."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping

from demur.app import Memory
from demur.storage import Imported

from . import show


def ledger(options: Namespace) -> Iterator[str]:
    """What one of its commands has to say."""
    with Memory(options.ledger) as memory:
        yield from _COMMANDS[options.action](memory, options)


def _people(memory: Memory, options: Namespace) -> Iterator[str]:
    found = memory.find(options.text)
    yield from map(show.person, found)
    if not found:
        yield "Nobody is found."


def _import(memory: Memory, options: Namespace) -> Iterator[str]:
    yield _imported(memory.take(options.path))


def _imported(done: Imported) -> str:
    lines = [f"Added {done.added}, updated {done.updated}, unchanged {done.unchanged}."]
    if done.unclear:
        lines.append(
            "Left out, for the ledger holds somebody of that name and no address tells who is who:"
        )
        lines += [f"  line {contact.line}: {contact.name}" for contact in done.unclear]
    return "\n".join(lines)


def _export(memory: Memory, options: Namespace) -> Iterator[str]:
    count = memory.export(options.path)
    yield f"The whole ledger is in {options.path} (people: {count}). It is private: let nobody else see it."


def _forget(memory: Memory, options: Namespace) -> Iterator[str]:
    name = memory.forget(options.who).name
    yield f"{name} is forgotten: what was on record about them, and their requests, are gone for good."


def _address(memory: Memory, options: Namespace) -> Iterator[str]:
    name = memory.add_address(options.number, options.address).name
    yield f"{options.address} is known as {name}'s from now on."


def _accepted(memory: Memory, _: Namespace) -> Iterator[str]:
    found = memory.accepted()
    yield from map(show.summary, found)
    if not found:
        yield "Nothing that you accepted is open."


def _settle(memory: Memory, options: Namespace) -> Iterator[str]:
    memory.settle(options.number, options.state)
    yield f"Request {options.number} is {options.state}."


_COMMANDS: Mapping[str, Callable[[Memory, Namespace], Iterator[str]]] = {
    "people": _people,
    "import": _import,
    "export": _export,
    "forget": _forget,
    "address": _address,
    "accepted": _accepted,
    "settle": _settle,
}
