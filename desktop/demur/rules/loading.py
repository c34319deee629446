"""From the texts of packs to rules: the shipped must be right, the user's may be wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from demur.domain.data_file import Place, parse_data_file, wrong_content
from demur.domain.errors import DataFileError
from demur.domain.reading import SignalId

from .checking import wrong_cases, wrong_in
from .conditions import known_terms
from .facts import FACTS
from .grammar import ENGLISH, Grammar
from .own import OwnPack, read_own, with_own
from .pack import ActPack, SignalPack, SignalRule, Topics
from .wording import Weights, WordClasses, Wording

_TOPICS = "topics.toml"
_WEIGHTS = "weights.toml"
_CLASSES = "word-classes.toml"


@dataclass(frozen=True)
class Loaded:
    """Grammars by language, and what all share; the packs of the user's, and why others are left out."""

    grammars: Mapping[str, Grammar]
    signals: tuple[SignalRule, ...]
    topics: Topics
    wording: Wording
    own: tuple[OwnPack, ...]
    refused: tuple[DataFileError, ...]


def load(packs: Mapping[str, str], own: Mapping[str, str]) -> Loaded:
    """Read the shipped ``packs`` and the user's ``own``: file name to TOML text.

    Raises ``DataFileError`` naming file and line for what is wrong in the shipped ones.
    """
    topics = parse_data_file(packs.get(_TOPICS, ""), _TOPICS, Topics)
    english = Grammar(packs, "")
    others = sorted({folder for folder, below, _ in (name.partition("/") for name in packs) if below})
    grammars = {ENGLISH: english} | {name: Grammar(packs, f"{name}/", english.names) for name in others}
    signals = tuple(_signals(packs, english))
    right: list[OwnPack] = []
    refused = []
    for name in sorted(own):
        try:
            right.append(read_own(own[name], name, grammars))
        except DataFileError as error:
            refused.append(error)
    for pack in right:
        grammars[pack.language].add(ActPack(cancels=pack.cancels, act=pack.act), pack.off)
    return Loaded(
        grammars, tuple(with_own(signals, right)), topics, _wording(packs), tuple(right), tuple(refused)
    )


def _wording(packs: Mapping[str, str]) -> Wording:
    weights = parse_data_file(packs.get(_WEIGHTS, ""), _WEIGHTS, Weights)
    return Wording(weights, parse_data_file(packs.get(_CLASSES, ""), _CLASSES, WordClasses))


def _signals(packs: Mapping[str, str], english: Grammar) -> Iterator[SignalRule]:
    known = {*FACTS, *SignalId, *known_terms(english.names)}
    for name in sorted(packs):
        if name.startswith("signals-"):
            rules = parse_data_file(packs[name], name, SignalPack).signal
            sets = english.words.sets
            problems: list[tuple[Place, str]] = [
                *wrong_cases(((rule.id, rule.case) for rule in rules), known, sets),
                *(
                    (("signal", number, "worded", entry), problem)
                    for number, rule in enumerate(rules)
                    if rule.worded
                    for entry, problem in wrong_in(rule.worded, rule.id, known, sets)
                ),
            ]
            if problems:
                raise wrong_content(packs[name], name, problems)
            yield from rules
