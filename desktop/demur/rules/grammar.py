"""The acts of one language: its words and its packs."""

from collections.abc import Collection, Mapping
from functools import cached_property

from demur.domain.data_file import parse_data_file
from demur.domain.errors import DataFileError
from demur.domain.message import Message
from demur.domain.reading import Act

from .acts import ActFinder
from .pack import ActPack, ActRule, Words

ENGLISH = "en"
_WORDS = "words.toml"


class Grammar:
    """Finds the acts of messages in one language; compiled when it is first asked for.

    ``packs`` are those of all languages, of which it takes the ones in ``folder``; ``kinds`` are the acts,
    as in ``ask:meet``, that it may find where these are given. All but the construction raises
    ``DataFileError`` naming the file.
    """

    def __init__(self, packs: Mapping[str, str], folder: str, kinds: Collection[str] = ()) -> None:
        self._packs = packs
        self._folder = folder
        self._kinds = kinds
        self._own: list[ActPack] = []
        self._off: set[str] = set()

    @cached_property
    def words(self) -> Words:
        """What the packs of the language share."""
        name = f"{self._folder}{_WORDS}"
        return parse_data_file(self._packs.get(name, ""), name, Words)

    def add(self, own: ActPack, off: Collection[str]) -> None:
        """Put acts of the user's before the shipped ones, and leave out those called ``off``.

        Nothing may have been asked for before but ``words`` and ``names``.
        """
        self._own.append(own)
        self._off.update(off)

    @cached_property
    def names(self) -> frozenset[str]:
        """The shipped acts, as in ``ask:meet``."""
        return frozenset(rule.name for pack in self._shipped for rule in pack.act)

    @property
    def own_rules(self) -> tuple[ActRule, ...]:
        """The acts that were added."""
        return tuple(rule for pack in self._own for rule in pack.act)

    @cached_property
    def acts(self) -> tuple[ActPack, ...]:
        """Every pack of the language, the user's first."""
        kept = (
            ActPack(
                cancels=pack.cancels, act=tuple(rule for rule in pack.act if rule.name not in self._off)
            )
            for pack in self._shipped
        )
        return (*self._own, *(kept if self._off else self._shipped))

    @cached_property
    def rules(self) -> tuple[ActRule, ...]:
        """Every act of the language."""
        return tuple(rule for pack in self.acts for rule in pack.act)

    def find(self, message: Message) -> tuple[Act, ...]:
        """The acts of ``message`` in the order of the text, the subject first."""
        return self._finder.find(message)

    @cached_property
    def _shipped(self) -> tuple[ActPack, ...]:
        names = [name for name in sorted(self._packs) if name.startswith(f"{self._folder}acts-")]
        packs = {
            name: parse_data_file(self._packs[name], name, ActPack, self.words.words) for name in names
        }
        for name, pack in packs.items():
            for rule in pack.act:
                if self._kinds and not rule.void and rule.name not in self._kinds:
                    raise DataFileError(
                        f"{name}: {rule.name} is no act of the English packs.",
                        "Use a type and kind that they have, or mark it as void.",
                    )
        return tuple(packs.values())

    @cached_property
    def _finder(self) -> ActFinder:
        return ActFinder(self.acts, self.words)
