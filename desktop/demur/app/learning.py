"""The voice learned from messages that the user sent: what was read, what was left out, what came of it."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import re2

from demur.domain.errors import DemurError
from demur.domain.language import LANGUAGES
from demur.domain.message import Message, Sender
from demur.domain.profile import Profile
from demur.domain.voice import Voice
from demur.intake import Author, Entry, IntakeError, OtherFileError, find_author, read_many, read_text
from demur.voice import Learned, Sent, learn, split_letters

# Of the voices, the rules and the model carry English alone.
_LANGUAGE = "en"
_LEAST_SAMPLES = 6
_ENOUGH_MESSAGES = 25
# No mail of one's own is as long as this; what is was pasted into it.
_LONGEST = 20_000
# Whether less than this is English is a guess.
_TELLING = 60
_TOLD_EVERY = 50
_NO_LETTER = re2.compile(r"[^\pL]+")


class Given(NamedTuple):
    """Where the messages are: files and folders, and text in which they stand one after the other."""

    paths: Sequence[Path] = ()
    text: str = ""


class Lesson(NamedTuple):
    """What was learned, nothing of it stored yet; ``told`` says how, in plain words, a line each."""

    voice: Voice
    told: tuple[str, ...]


def learn_voice(
    given: Given,
    profile: Profile,
    me: str,
    on_progress: Callable[[int, int], None],
    cancel: threading.Event,
) -> Lesson:
    """Learn from the messages ``given`` that the user wrote: ``me`` or ``profile`` says who that is.

    ``on_progress`` is told now and then how many messages of how many are read, 0 while that is not known.
    Once cancelled, what is read must do. Raises ``UnknownAuthorError`` when nothing tells which
    messages are the user's, ``DemurError`` when they are too few.
    """
    entries = _Entries(given, on_progress, cancel)
    author = find_author(entries, profile, me)
    reading = _Reading()
    for entry in entries:
        reading.take(entry, author)
    learned = learn(reading.sent, reading.people, id="learned", name="Learned", language=_LANGUAGE)
    told = (*reading.told(author), *_told(learned))
    if len(learned.voice.samples) < _LEAST_SAMPLES:
        raise _too_little(told)
    return Lesson(learned.voice, told)


class _Entries:
    """What is given, one message after the other; may be gone through twice, and tells how far it is."""

    def __init__(
        self, given: Given, on_progress: Callable[[int, int], None], cancel: threading.Event
    ) -> None:
        self._given = given
        self._on_progress = on_progress
        self._cancel = cancel
        self._total = 0

    def __iter__(self) -> Iterator[Entry]:
        number = 0
        for number, entry in enumerate(self._all(), start=1):
            if self._cancel.is_set():
                return
            if number % _TOLD_EVERY == 0:
                self._on_progress(number, self._total)
            yield entry
        self._total = number

    def _all(self) -> Iterator[Entry]:
        for text in split_letters(self._given.text):
            if text:
                yield Entry("what you pasted", partial(read_text, text))
        for path in self._given.paths:
            yield from read_many(path)


class _Reading:
    """What is met on the way through the messages."""

    def __init__(self) -> None:
        self._sent: list[Sent] = []
        self._short: list[Sent] = []
        self.people: set[str] = set()
        self._languages = Counter[str]()
        self._others = self._long = self._nameless = 0
        self._files: list[str] = []
        self._failures: list[str] = []

    def take(self, entry: Entry, author: Author) -> None:
        """Keep a message in mind if it is the author's own, and in the language of the voice."""
        for person in (entry.sender, *entry.recipients):
            self.people.update([person.name, *_NO_LETTER.split(person.address.split("@")[0])])
        if not author.wrote(entry.sender):
            self._others += 1
            return
        try:
            message = entry.read()
        except OtherFileError:
            self._files.append(entry.place)
        except IntakeError as error:
            self._failures.append(f"{entry.place} ({error.message})")
        else:
            self._keep(entry, message)

    def _keep(self, entry: Entry, message: Message) -> None:
        self.people.add(message.sender.name)
        self._nameless += entry.sender == Sender()
        if _passed_on(entry.sender, message.sender):
            self._others += 1
        elif len(message.body) > _LONGEST:
            self._long += 1
        elif len(message.body) < _TELLING and message.language == _LANGUAGE:
            self._short += _sent(entry, message)
        else:
            self._languages[message.language] += 1
            if message.language == _LANGUAGE:
                self._sent += _sent(entry, message)

    @property
    def sent(self) -> list[Sent]:
        """What was written in the language of the voice; of what is too short to tell, if most was."""
        mostly = self._languages[_LANGUAGE] * 2 >= self._languages.total()
        return [*self._sent, *(self._short if mostly else ())]

    def told(self, author: Author) -> Iterator[str]:
        """What was read and what was left out of it, a line each."""
        own = self._languages.total() + len(self._short) + self._long
        by = f"by {author.shown}" if author.shown else "all taken to be yours"
        read = _count(own + self._others, "message")
        yield (
            f"{read} read, {own:,} of them yours, {by}." if own + self._others else "No message was found."
        )
        if author.shown and self._nameless:
            yield f"Taken to be yours as well: {self._nameless:,} that name nobody."
        yield from _left_out(self._others, "by others, or passed on")
        yield from _left_out(self._long, "too long for a letter")
        foreign = {code: count for code, count in self._languages.most_common() if code != _LANGUAGE}
        if foreign:
            named = ", ".join(
                f"{count:,} in {LANGUAGES.get(code, code)}" for code, count in foreign.items()
            )
            yield f"Left out: {named}; Demur writes in your voice in English alone."
        yield from _left_out(len(self._failures), "that cannot be read", self._failures)
        yield from _left_out(len(self._files), "of another kind of file", self._files)


def _passed_on(sender: Sender, writer: Sender) -> bool:
    """Whether a mail of ``sender`` is but a message by another ``writer``."""
    if sender.address and writer.address:
        return sender.address.casefold() != writer.address.casefold()
    return bool(sender.name and writer.name) and sender.name.casefold() != writer.name.casefold()


def _sent(entry: Entry, message: Message) -> Iterator[Sent]:
    """What was written: where no head tells who wrote, there may be several messages in one text."""
    *others, last = [message.body] if entry.sender != Sender() else split_letters(message.body)
    yield from map(Sent, others)
    yield Sent(last, message.signature)


def _told(learned: Learned) -> Iterator[str]:
    yield from _left_out(learned.doubles, "that were there twice")
    if learned.boilerplate:
        yield f"Left out: {_count(learned.boilerplate, 'sentence')} that stand in many messages."
    if learned.kept_back:
        yield (
            f"{_count(learned.kept_back, 'sentence')} counted, but not to be kept: they name or number "
            "something, or tell of other people."
        )
    if learned.messages < _ENOUGH_MESSAGES:
        messages = _count(learned.messages, "message")
        yield f"{messages} to learn from; {_ENOUGH_MESSAGES} make a better likeness."


def _too_little(told: Iterable[str]) -> DemurError:
    return DemurError(
        "\n".join(["This is too little to tell how you write.", *told]),
        f"Give more messages that you sent, with at least {_LEAST_SAMPLES} sentences that name nobody; "
        "until then choose a starter voice.",
    )


def _left_out(count: int, what: str, places: Sequence[str] = ()) -> Iterator[str]:
    if count:
        example = f", such as {places[0]}" if places else ""
        yield f"Left out: {count} {what}{example}."


def _count(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count:,} {thing}s"
