"""Packs that users write, one file each: they add to the shipped rules or switch them off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import Field

from demur.domain.data_file import Place, parse_data_file, wrong_content
from demur.domain.frozen import Frozen
from demur.domain.reading import SignalId

from .checking import wrong_cases
from .conditions import known_terms
from .facts import FACTS
from .grammar import ENGLISH, Grammar
from .guessing import alike
from .pack import ActRule, Case, Examples, SignalRule


class OwnSignal(Frozen):
    """Cases of a signal, asked before the shipped ones; its side and its article stay as they are."""

    id: SignalId
    case: Annotated[tuple[Case, ...], Field(min_length=1)]
    hits: Examples
    misses: Examples


class OwnPack(Frozen):
    """A file of the user's.

    ``off`` names shipped rules: acts of this ``language`` as in ``ask:refer``, and signals. ``cancels`` are
    as in a shipped pack.
    """

    language: str = ENGLISH
    off: tuple[str, ...] = ()
    cancels: tuple[str, ...] = ()
    act: tuple[ActRule, ...] = ()
    signal: tuple[OwnSignal, ...] = ()


class _Tongue(Frozen, extra="ignore"):
    """What must be known of a pack before the rest of it can be read."""

    language: str = ENGLISH


def read_own(text: str, name: str, grammars: Mapping[str, Grammar]) -> OwnPack:
    """The pack in the TOML ``text`` of the file ``name``, for use with the shipped ``grammars``.

    Raises ``DataFileError`` naming file and line.
    """
    language = parse_data_file(text, name, _Tongue).language
    if language not in grammars:
        known = ", ".join(grammars)
        raise wrong_content(text, name, [(("language",), f"{language} is none of those read: {known}")])
    pack = parse_data_file(text, name, OwnPack, grammars[language].words.words)
    problems = [
        *_wrong_names(pack, grammars[language]),
        *_wrong_acts(pack, grammars[language]),
        *_wrong_signals(pack, grammars[ENGLISH]),
    ]
    if problems:
        raise wrong_content(text, name, problems)
    return pack


def with_own(shipped: Iterable[SignalRule], own: Sequence[OwnPack]) -> Iterator[SignalRule]:
    """The signals of ``shipped`` with the cases of ``own`` before theirs, or in their place where off."""
    off = {name for pack in own for name in pack.off}
    added = [signal for pack in own for signal in pack.signal]
    for rule in shipped:
        cases = [case for signal in added if signal.id is rule.id for case in signal.case]
        cases += () if rule.id in off else rule.case
        if cases:
            yield rule.model_copy(update={"case": tuple(cases)})


def _wrong_names(pack: OwnPack, grammar: Grammar) -> Iterator[tuple[Place, str]]:
    known = {*SignalId, *grammar.names}
    for number, name in enumerate(pack.off):
        if name not in known:
            yield ("off", number), f"{name} is the name of no shipped rule{alike(name, known)}"
    for number, name in enumerate(pack.cancels):
        if name not in grammar.words.cancels:
            yield ("cancels", number), f"{name} is none of {', '.join(grammar.words.cancels)}"


def _wrong_acts(pack: OwnPack, grammar: Grammar) -> Iterator[tuple[Place, str]]:
    for number, rule in enumerate(pack.act):
        if not rule.kind.replace("-", "").isalnum():
            yield ("act", number, "kind"), "takes letters, digits and hyphens"
        for slot in rule.slots:
            if slot not in grammar.words.slots:
                yield ("act", number, "slots"), f"{slot} is none of {', '.join(grammar.words.slots)}"


def _wrong_signals(pack: OwnPack, english: Grammar) -> Iterator[tuple[Place, str]]:
    known = {*FACTS, *SignalId, *known_terms({*english.names, *(rule.name for rule in pack.act)})}
    cases = ((signal.id, signal.case) for signal in pack.signal)
    yield from wrong_cases(cases, known, english.words.sets)
