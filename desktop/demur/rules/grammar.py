"""The acts of one language: its words and its packs."""

from collections.abc import Collection, Mapping
from functools import cached_property

from demur.domain.data_file import parse_data_file
from demur.domain.errors import DataFileError
from demur.domain.message import Message
from demur.domain.reading import Act

from .acts import ActFinder
from .pack import ActPack, ActRule, Words

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

    @cached_property
    def words(self) -> Words:
        """What the packs of the language share."""
        name = f"{self._folder}{_WORDS}"
        return parse_data_file(self._packs.get(name, ""), name, Words)

    @cached_property
    def rules(self) -> tuple[ActRule, ...]:
        """Every act of the language."""
        return tuple(rule for pack in self._acts for rule in pack.act)

    def find(self, message: Message) -> tuple[Act, ...]:
        """The acts of ``message`` in the order of the text, the subject first."""
        return self._finder.find(message)

    @cached_property
    def _acts(self) -> tuple[ActPack, ...]:
        names = [name for name in sorted(self._packs) if name.startswith(f"{self._folder}acts-")]
        packs = {
            name: parse_data_file(self._packs[name], name, ActPack, self.words.words) for name in names
        }
        for name, pack in packs.items():
            for rule in pack.act:
                if self._kinds and not rule.void and f"{rule.type}:{rule.kind}" not in self._kinds:
                    raise DataFileError(
                        f"{name}: {rule.type}:{rule.kind} is no act of the English packs.",
                        "Use a type and kind that they have, or mark it as void.",
                    )
        return tuple(packs.values())

    @cached_property
    def _finder(self) -> ActFinder:
        return ActFinder(self._acts, self.words)
