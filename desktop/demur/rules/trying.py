"""The examples of a user's pack, run: whether each rule finds its hits and leaves its misses."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from demur.domain.data_file import Place, wrong_content
from demur.domain.reading import Reading

from .explain_signal import shortened
from .loading import load
from .own import OwnPack, OwnSignal
from .pack import ActRule, Example
from .rulebook import Rulebook


class Tried(NamedTuple):
    """How much of a pack is right: its rules, their examples, the shipped rules that it switches off."""

    rules: int
    examples: int
    off: int


class _Example(NamedTuple):
    """An example and where it stands; ``hit`` says which of both it is."""

    place: Place
    rule: ActRule | OwnSignal
    hit: bool
    example: Example


def try_pack(packs: Mapping[str, str], text: str, name: str) -> Tried:
    """Read the user's pack in ``text``, the file ``name``, beside the shipped ``packs``; run its examples.

    Raises ``DataFileError`` naming file and line of what is wrong, or of each example that comes out
    otherwise.
    """
    loaded = load(packs, {name: text})
    if loaded.refused:
        raise loaded.refused[0]
    (pack,) = loaded.own
    examples = list(_examples(pack))
    book = Rulebook(loaded)
    problems = [(one.place, problem) for one in examples if (problem := _problem(book, pack, one))]
    if problems:
        raise wrong_content(text, name, problems)
    return Tried(len(pack.act) + len(pack.signal), len(examples), len(pack.off))


def _examples(pack: OwnPack) -> Iterator[_Example]:
    rules: list[tuple[str, int, ActRule | OwnSignal]] = [
        *(("act", number, act) for number, act in enumerate(pack.act)),
        *(("signal", number, signal) for number, signal in enumerate(pack.signal)),
    ]
    for kind, number, rule in rules:
        for nth, example in enumerate(rule.hits):
            yield _Example((kind, number, "hits", nth), rule, True, example)
        for nth, example in enumerate(rule.misses):
            yield _Example((kind, number, "misses", nth), rule, False, example)


def _problem(book: Rulebook, pack: OwnPack, one: _Example) -> str:
    """What is wrong with what is found in an example; nothing where nothing is."""
    message = one.example.message.model_copy(update={"language": pack.language})
    reading = book.read(message, one.example.profile, one.example.ledger, one.example.today)
    if _holds(one.rule, reading) is one.hit:
        return ""
    name = one.rule.name if isinstance(one.rule, ActRule) else one.rule.id
    said = f"{name} is not found" if one.hit else f"{name} is found all the same"
    return f"{said}; found: {_found(reading)}"


def _holds(rule: ActRule | OwnSignal, reading: Reading) -> bool:
    if isinstance(rule, OwnSignal):
        return any(signal.id is rule.id for signal in reading.signals)
    if rule.void:
        return not any(act.type is rule.type for act in reading.acts)
    return any(act.name == rule.name for act in reading.acts)


def _found(reading: Reading) -> str:
    acts = [f"{act.name} “{shortened(act.evidence.text)}”" for act in reading.acts]
    return ", ".join([*acts, *(signal.id for signal in reading.signals)]) or "nothing"
