"""Reads sentences by the word list."""

from collections.abc import Callable
from functools import lru_cache

from .lexicon import Phrases, Stemmer, WordsFile
from .tokens import Token, tokens
from .wording import Clause, Item, Wording

_TABLES = (
    "affirmatives",
    "negators",
    "free",
    "sign",
    "softener",
    "apology",
    "harmless",
    "scopes",
    "synonyms",
)
_ALWAYS_DOERS = {"i": "I", "we": "we", "they": "they", "he": "they", "she": "they"}
_RECEIVERS = {"me": "I", "us": "we", "you": "you", "them": "they", "him": "they", "her": "they"}
_OWNERS = {"my": "I", "our": "we", "your": "you", "their": "they", "his": "they", "her": "they"}
_AUXILIARIES = {
    "am",
    "are",
    "is",
    "was",
    "were",
    "be",
    "been",
    "do",
    "does",
    "did",
    "have",
    "has",
    "had",
    "will",
}
_AUXILIARIES |= {"would", "shall", "should", "can", "could", "may", "might", "must"}
_CONJUNCTIONS = {
    "but",
    "so",
    "because",
    "though",
    "although",
    "however",
    "yet",
    "while",
    "whereas",
    "if",
    "unless",
}
_CONJUNCTIONS |= {"when", "once", "who", "which", "where", "since", "whether"}
_SUBJECTS = {"i", "we", "you", "he", "she", "they", "it", "that", "this", "there"}
_PREPOSITIONS = {"to", "with", "for", "from", "of", "at", "by", "on", "about"}


class Reader:
    """Turns text into ``Wording``; keeps the last few, since a template meets many candidates."""

    def __init__(self, file: WordsFile, detect: Callable[[str], str]) -> None:
        self.file = file
        self.detect = detect
        self.stem = Stemmer()
        self.function = frozenset(self.stem(word) for word in file.function.split()) | frozenset(
            file.function.split()
        )
        self._phrases = Phrases(
            {f"{table} {name}": row for table in _TABLES for name, row in getattr(file, table).items()},
            self.stem,
        )
        self._dates = {word: name for name, row in file.dates.items() for word in row}
        self._relations = {word: name for name, row in file.relations.items() for word in row}
        self.acceptance, self.promise, self.harmless, self.excuse, self.requests, self.advice = (
            Phrases(rows, self.stem)
            for rows in (
                file.acceptance,
                file.promise,
                file.harmless,
                file.excuse,
                file.requests,
                file.advice,
            )
        )
        self.commands = frozenset(word for row in file.commands.values() for word in row)
        self.antonyms = tuple(
            (frozenset(map(self.stem, pair.one)), frozenset(map(self.stem, pair.other)))
            for pair in file.antonyms
        )
        self.read = lru_cache(maxsize=64)(self._read)
        self.stems = lru_cache(maxsize=8)(self._stems)
        self.runs = lru_cache(maxsize=8)(self._runs)

    def _read(self, text: str) -> Wording:
        found = tokens(text, self.file.spelling)
        said = [token for token in found if token.kind in ("word", "number", "link")]
        words = tuple(token.word for token in said)
        stems = tuple(self.stem(word) for word in words)
        dates = {at: name for at in range(len(said)) if (name := self._date(words, at))}
        names = self._names(found, dates)
        bounds = self._bounds(found, stems)
        items: list[Item] = []
        clauses: list[Clause] = []
        for start, end in bounds:
            negations, members = self._clause(
                said, words, stems, start, end, frozenset(dates) | frozenset(names)
            )
            items += members
            clauses.append(Clause(words[start:end], stems[start:end], negations))
        return Wording(
            text=text,
            words=words,
            stems=stems,
            items=tuple(items),
            clauses=tuple(clauses),
            names=tuple(words[at] for at in sorted(names)),
            numbers=tuple(self._number(token.word) for token in said if self._number(token.word)),
            links=tuple(token.word for token in said if token.kind == "link"),
            when=tuple((name, self._relation(words, at)) for at, name in sorted(dates.items())),
            scopes=frozenset(
                kind.removeprefix("scopes ")
                for item in items
                for kind in item.concepts
                if kind.startswith("scopes ")
            ),
        )

    def _names(self, found: list[Token], dates: dict[int, str]) -> frozenset[int]:
        """Which words are names: a capital inside a sentence, or an unknown word right before such a one."""
        at = 0
        fresh = True
        inside: set[int] = set()
        first: set[int] = set()
        for token in found:
            if token.kind in ("stop", "turn"):
                fresh = True
            elif token.kind != "comma":
                if (
                    token.kind == "word"
                    and token.written[0].isupper()
                    and token.word != "i"
                    and at not in dates
                ):
                    if not fresh:
                        inside.add(at)
                    elif not self.knows(token.word):
                        first.add(at)
                fresh = False
                at += 1
        return frozenset(inside | {at for at in first if at + 1 in inside})

    def knows(self, word: str) -> bool:
        """Whether the word list holds ``word`` by itself."""
        stem = self.stem(word)
        return stem in self.function or self._phrases.at((stem,), 0)[0] > 0

    def _stems(self, text: str) -> tuple[str, ...]:
        said = (
            token.word
            for token in tokens(text, self.file.spelling)
            if token.kind in ("word", "number", "link")
        )
        return tuple(self.stem(word) for word in said)

    def _runs(self, text: str, length: int) -> frozenset[tuple[str, ...]]:
        stems = self.stems(text)
        return frozenset(stems[at : at + length] for at in range(len(stems) - length + 1))

    def _number(self, word: str) -> str:
        return word if word[0].isdigit() else self.file.numbers.get(word, "")

    def _date(self, words: tuple[str, ...], at: int) -> str:
        """The month, day or season at ``at``; "may" only where a date can stand."""
        name = self._dates.get(words[at], "")
        if name != "may":
            return name
        around = words[max(at - 1, 0) : at] + words[at + 1 : at + 2]
        dated = any(
            word[0].isdigit() or word in self._relations or word in ("late", "early", "mid")
            for word in around
        )
        return name if dated else ""

    def _relation(self, words: tuple[str, ...], at: int) -> str:
        """Which way the date at ``at`` is meant: the nearest relation word among the four before."""
        before = [self._relations[word] for word in words[max(at - 4, 0) : at] if word in self._relations]
        return next((name for name in reversed(before) if name != "at"), "at")

    def _bounds(self, found: list[Token], stems: tuple[str, ...]) -> list[tuple[int, int]]:
        """Where clauses start and end, counted in words."""
        bounds: list[tuple[int, int]] = []
        start = at = 0
        last = ""
        solid = False
        for token in found:
            if token.kind in ("stop", "turn", "comma"):
                breaks, last = token.kind != "comma", token.kind
            else:
                word = token.word
                fresh = last == "comma" and (
                    word in _SUBJECTS or word in ("please", "kindly", "and", "then")
                )
                joined = last in ("and", "or", "as", "than") and word in _SUBJECTS
                breaks = fresh or joined or word in _CONJUNCTIONS or (solid and word in _ALWAYS_DOERS)
                last = word
            if breaks and at > start:
                bounds.append((start, at))
                start, solid = at, False
            if token.kind in ("word", "number", "link"):
                solid = solid or (token.kind == "word" and stems[at] not in self.function)
                at += 1
        if at > start:
            bounds.append((start, at))
        return bounds

    def _clause(
        self,
        said: list[Token],
        words: tuple[str, ...],
        stems: tuple[str, ...],
        start: int,
        end: int,
        apart: frozenset[int],
    ) -> tuple[int, list[Item]]:
        negations = 0
        drafts: list[tuple[int, int, frozenset[str]]] = []
        at = start
        while at < end:
            length, rows = self._phrases.at(stems[:end], at)
            if at in apart or said[at].kind != "word" or self._number(words[at]):
                length, rows = 1, frozenset({"fact"})
            negations += any(row.startswith("negators ") for row in rows) and not any(
                row.startswith("affirmatives ") for row in rows
            )
            drafts.append((at, max(length, 1), rows))
            at += max(length, 1)
        return negations, [
            self._item(words, stems, start, at, length, rows, negations > 0)
            for at, length, rows in drafts
            if rows or stems[at] not in self.function
        ]

    def _item(
        self,
        words: tuple[str, ...],
        stems: tuple[str, ...],
        start: int,
        at: int,
        length: int,
        rows: frozenset[str],
        negated: bool,
    ) -> Item:
        kinds = frozenset(row.split()[0] for row in rows) or frozenset({"word"})
        if length == 1 and stems[at] in self.function:
            kinds |= {"function"}
        own = {stem for stem in stems[at : at + length] if length == 1 or stem not in self.function}
        after = words[at + length : at + length + 2]
        if after and after[0] in _PREPOSITIONS:
            after = after[1:]
        before = words[max(at - 2, start) : at]
        return Item(
            words=" ".join(words[at : at + length]),
            concepts=rows | own,
            kinds=kinds,
            negated=negated,
            at=at,
            doer=_doer(words, start, at),
            receiver=_RECEIVERS.get(after[0], "") if after else "",
            owner=next((_OWNERS[word] for word in reversed(before) if word in _OWNERS), ""),
            leads=at == start,
        )


def _doer(words: tuple[str, ...], start: int, at: int) -> str:
    """The last pronoun before ``at`` in its clause that can only be, or here is, a subject."""
    for place in range(at - 1, start - 1, -1):
        word = words[place]
        if word in _ALWAYS_DOERS:
            return _ALWAYS_DOERS[word]
        beside = (words[place - 1] if place > start else "", words[place + 1])
        if word == "you" and (place == start or _AUXILIARIES & set(beside)):
            return "you"
    return ""
