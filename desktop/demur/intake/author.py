"""Whose words are one's own, where many people write."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from demur.domain.message import Sender
from demur.domain.profile import Profile

from .entry import Entry
from .errors import IntakeError

# Somebody who takes part in so many of all conversations is the one whose conversations they are.
_IN_ALL = 0.8
_NAMED = 5


class UnknownAuthorError(IntakeError):
    """Several people write, and which of them the user is cannot be told; ``people`` says who they are."""

    def __init__(self, message: str, people: tuple[str, ...]) -> None:
        super().__init__(
            f"{message} These people write: {', '.join(people)}.",
            "Say which of them you are; in the terminal with --me and the name or address.",
        )
        self.people = people


class Author(NamedTuple):
    """The one whose messages count, by every name and address in use; all do where nobody is named."""

    known: frozenset[str]
    shown: str = ""

    def wrote(self, sender: Sender) -> bool:
        """Whether a message from ``sender`` is the author's own."""
        return sender == Sender() or not self.known or not self.known.isdisjoint(_keys(sender))


def find_author(entries: Iterable[Entry], profile: Profile, me: str = "") -> Author:
    """Who wrote the user's own of the messages: ``me``, a name or address, else whom ``profile`` names.

    Where neither wrote anything, it is the one who takes part in nearly every conversation. Raises
    ``UnknownAuthorError`` when that is nobody, or several.
    """
    people = _People(entries)
    if me.strip():
        if author := people.called([me]):
            return author
        raise UnknownAuthorError(
            f"Nobody called “{me.strip()}” wrote one of these messages.", people.busiest
        )
    author = people.called([profile.name, *profile.addresses]) or people.everywhere()
    if author is None:
        raise UnknownAuthorError("Not all of these messages are yours.", people.busiest)
    return author


class _People:
    """Who wrote how much, and who took part in what; names and addresses seen together are one person's."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        senders = Counter[Sender]()
        conversations: dict[str, int] = {}
        self._part = defaultdict[str, set[int]](set)
        for entry in entries:
            if entry.sender != Sender():
                senders[entry.sender] += 1
                number = conversations.setdefault(entry.conversation, len(conversations))
                for person in (entry.sender, *entry.recipients):
                    for key in _keys(person):
                        self._part[key].add(number)
        self._all = len(conversations)
        names = {sender.address.casefold(): sender.name.casefold() for sender in senders if sender.name}
        self._known = defaultdict[str, set[str]](set)
        self._wrote = Counter[str]()
        self._shown: dict[str, str] = {}
        for sender, count in senders.most_common():
            address = sender.address.casefold()
            who = sender.name.casefold() or names.get(address, address)
            self._known[who].update(_keys(sender))
            self._wrote[who] += count
            self._shown.setdefault(who, sender.name or sender.address)

    @property
    def busiest(self) -> tuple[str, ...]:
        """The few who wrote most."""
        return tuple(self._shown[person] for person, _ in self._wrote.most_common(_NAMED))

    def called(self, names: Iterable[str]) -> Author | None:
        """Who wrote under one of ``names`` or addresses; else the only one with a part of a name."""
        wanted = {name.strip().casefold() for name in names} - {""}
        if found := [person for person, known in self._known.items() if known & wanted]:
            return self._author(found)
        parts = [set(name.split()) for name in wanted]
        found = [person for person in self._known if any(part <= set(person.split()) for part in parts)]
        return self._author(found) if len(found) == 1 else None

    def everywhere(self) -> Author | None:
        """The only one who takes part in nearly all conversations; where nobody is named, whoever it is."""
        found = [person for person, known in self._known.items() if self._share(known) >= _IN_ALL]
        return self._author(found) if len(found) == 1 or not self._known else None

    def _share(self, known: set[str]) -> float:
        return len(set().union(*(self._part[key] for key in known))) / self._all

    def _author(self, people: list[str]) -> Author:
        keys = frozenset().union(*(self._known[person] for person in people))
        return Author(keys, ", ".join(self._shown[person] for person in people))


def _keys(person: Sender) -> list[str]:
    return [key.casefold() for key in (person.name, person.address) if key]
