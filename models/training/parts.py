"""Parts of sentences and of styles, for the pairs made by rule; the sentences put together from them."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from string import Template as Text

from demur.domain.data_file import parse_data_file
from demur.domain.frozen import Frozen


class Words(Frozen):
    """What may stand in the place of a word: ``casual`` only where the rest is."""

    plain: tuple[str, ...]
    casual: tuple[str, ...]


class Styles(Frozen):
    """What styles differ by; ``everyday`` are sentences to show one in."""

    everyday: tuple[str, ...]
    emoji: tuple[str, ...]
    openers: tuple[str, ...]
    closers: tuple[str, ...]
    words: dict[str, Words]


class SentenceParts(Frozen):
    """What sentences of each kind are made of."""

    deeds: tuple[str, ...]
    times: tuple[str, ...]
    reasons: tuple[str, ...]
    clauses: tuple[str, ...]
    details: tuple[str, ...]
    how: tuple[str, ...]
    questions: tuple[str, ...]
    subjects: tuple[str, ...]
    sources: tuple[str, ...]
    kindnesses: tuple[str, ...]
    hopes: tuple[str, ...]
    documents: tuple[str, ...]
    states: tuple[str, ...]
    refusals: tuple[str, ...]
    requests: tuple[str, ...]
    referrals: tuple[str, ...]
    covers: tuple[str, ...]
    addresses: tuple[str, ...]
    thanks: tuple[str, ...]
    wishes: tuple[str, ...]
    reminders: tuple[str, ...]


class Parts(Frozen):
    """The file ``parts.toml``."""

    sentences: SentenceParts
    styles: Styles

    @classmethod
    def read(cls, file: Path) -> "Parts":
        """The parts in ``file``; raises ``DataFileError``."""
        return parse_data_file(file.read_text("utf-8"), file.name, cls)


def sentence(parts: SentenceParts, chance: Random) -> str:
    """A sentence of the kinds that replies are made of, its ``$slots`` open."""
    [make] = chance.choices(list(_KINDS), list(_KINDS.values()))
    inner = {"subject": chance.choice(parts.subjects), "document": chance.choice(parts.documents)}
    made = Text(make(parts, chance)).safe_substitute(inner)
    return made[0].upper() + made[1:]


def _sometimes(chance: Random, share: float, text: str) -> str:
    return text if chance.random() < share else ""


def _refusal(parts: SentenceParts, chance: Random) -> str:
    refusal = f"{chance.choice(parts.refusals)} {chance.choice(parts.deeds)}"
    refusal += _sometimes(chance, 0.7, f" {chance.choice(parts.times)}")
    ends = (f", but {chance.choice(parts.clauses)}", f" because {chance.choice(parts.reasons)}", "")
    return f"{refusal}{chance.choices(ends, (35, 35, 30))[0]}."


def _state(parts: SentenceParts, chance: Random) -> str:
    clause = _sometimes(chance, 0.3, f", but {chance.choice(parts.clauses)}")
    return f"{chance.choice(parts.states)}{clause}."


def _question(parts: SentenceParts, chance: Random) -> str:
    one, other = chance.sample(parts.details, 2)
    details = f"{one}{_sometimes(chance, 0.3, f' and {other}')}{_sometimes(chance, 0.25, ' by $date')}"
    questions = (
        f"{chance.choice(parts.requests)} {details}",
        f"How {chance.choice(parts.how)}",
        chance.choice(parts.questions),
    )
    return f"{chance.choices(questions, (50, 25, 25))[0]}?"


def _referral(parts: SentenceParts, chance: Random) -> str:
    return chance.choice(parts.referrals)


def _pointer(parts: SentenceParts, chance: Random) -> str:
    source, covers = chance.choice(parts.sources), chance.choice(parts.covers)
    return f"{source} {covers} $subject{chance.choice(parts.addresses)}"


def _thanks(parts: SentenceParts, chance: Random) -> str:
    return f"{chance.choice(parts.thanks)} {chance.choice(parts.kindnesses)}."


def _wish(parts: SentenceParts, chance: Random) -> str:
    return f"{chance.choice(parts.wishes)} {chance.choice(parts.hopes)}."


def _reminder(parts: SentenceParts, chance: Random) -> str:
    return chance.choice(parts.reminders)


# How often each kind is made, out of a hundred.
_KINDS: dict[Callable[[SentenceParts, Random], str], int] = {
    _refusal: 30,
    _question: 16,
    _referral: 12,
    _state: 10,
    _pointer: 9,
    _thanks: 9,
    _reminder: 8,
    _wish: 6,
}
