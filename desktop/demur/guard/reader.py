"""Reads sentences by the word list."""

from collections.abc import Callable
from functools import lru_cache

from .asides import Asides
from .lexicon import Phrases, WordsFile, stem
from .limits import limiting
from .repeats import told_once
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
    "requests",
    "synonyms",
)


class Reader:
    """Turns text into ``Wording``; keeps the last few, since a template meets many candidates."""

    def __init__(self, file: WordsFile, detect: Callable[[str], str]) -> None:
        self.detect = detect
        self.acceptance, self.promise, self.harmless, self.excuse, self.requests, self.modals = (
            Phrases(rows)
            for rows in (
                file.acceptance,
                file.promise,
                file.harmless,
                file.excuse,
                file.requests,
                file.modals,
            )
        )
        self.commands = frozenset(file.commands)
        self.language = file.language
        self.antonyms = tuple(
            (frozenset(map(stem, pair.one)), frozenset(map(stem, pair.other))) for pair in file.antonyms
        )
        self.read = lru_cache(maxsize=64)(self._read)
        self.vocabulary = lru_cache(maxsize=8)(self._vocabulary)
        self._grammar = file.grammar
        self.receivers = frozenset(file.grammar.receivers)
        self.idle, self.softened, self.weak = file.grammar.idle, file.softened, file.weak
        self.unfinished, self.droppable = file.unfinished, file.droppable
        self.inverts = file.grammar.inverts
        self.leads_verb = file.grammar.leads_verb
        self.movers, self.receivers = file.grammar.movers, frozenset(file.grammar.receivers)
        self.pasts = frozenset(file.pasts)
        self.tells = file.grammar.tells
        self.governed = file.grammar.governed
        self.judges, self.broken, self.doers = file.grammar.judges, file.grammar.broken, file.grammar.doers
        self.adverbs, self.places = file.grammar.adverbs, file.grammar.prepositions
        self.auxiliaries = file.grammar.auxiliaries
        self.asides = Asides(file.asides, file.grammar)
        self.stand_ins = {
            _stemmed(word): frozenset(map(stem, others)) for word, others in file.stand_ins.items()
        }
        self._spelling = file.spelling
        self._numbers = file.numbers
        self._function = frozenset(map(stem, file.function.split()))
        rows = {f"{table} {name}": row for table in _TABLES for name, row in getattr(file, table).items()}
        self._phrases = Phrases(rows)
        self._dates = {word: name for name, row in file.dates.items() for word in row}
        self._around_dates = frozenset(file.around_dates)
        self._relations = {
            word: frozenset(name for name, row in file.relations.items() if word in row)
            for words in file.relations.values()
            for word in words
        }

    def knows(self, word: str) -> bool:
        """Whether the word list holds ``word`` by itself."""
        own = stem(word)
        return own in self._function or self._phrases.at((own,), 0)[0] > 0

    def meant(self, phrases: Phrases, stems: tuple[str, ...]) -> list[tuple[str, int]]:
        """The rows of ``phrases`` that occur in ``stems`` and where, other than inside what is harmless."""
        spans = [(start, end) for _, start, end in self.harmless.every(stems)]
        return [
            (name, at)
            for name, at, _ in phrases.every(stems)
            if not any(start <= at < end for start, end in spans)
        ]

    def foreign(self, wording: Wording) -> bool:
        """Whether it is written in a language of which the word list knows nothing."""
        known = sum(map(self.knows, wording.words))
        return 2 * known < len(wording.words) and self.detect(wording.text) != self.language

    def _read(self, text: str) -> Wording:
        found, asides = self.asides.apart(tokens(text, self._spelling))
        found = told_once(found, self._grammar.auxiliaries)
        words = tuple(token.word for token in found if token.said)
        stems = tuple(map(stem, words))
        dates = {at: name for at in range(len(words)) if (name := self._date(words, at))}
        names = self._names(found, dates)
        apart = names | frozenset(dates) | {at for at, word in enumerate(words) if self._number(word)}
        items: list[Item] = []
        clauses: list[Clause] = []
        bounds = self._grammar.bounds(found)
        for start, end in bounds:
            members = self._clause(words[:end], stems[:end], start, apart)
            negations = sum(
                "negators" in item.kinds and "affirmatives" not in item.kinds for item in members
            )
            negations += self._grammar.contrasted(words[start:end])
            negations -= {"neither", "nor"} <= set(words[start:end])  # both are one no
            compared = start + 2 if self._grammar.contrasted(words[start:end]) else start
            than = words.index("than", compared, end) if "than" in words[compared:end] else end
            items += [
                item._replace(negations=negations + (item.at > than), clause=len(clauses))
                for item in members
            ]
            clauses.append(Clause(words[start:end], stems[start:end], negations))
        phrases = [item for item in items if " " in item.words]
        bound = {at for item in phrases for at in range(item.at, item.at + len(item.words.split()))}
        bound |= {item.at for item in items if "scopes when" in item.rows}  # an "once" that means "when"
        loose = {at for at, own in enumerate(stems) if own in self._function and at not in bound}
        return Wording(
            text=text,
            asides=asides,
            words=words,
            stems=stems,
            items=tuple(items),
            clauses=tuple(clauses),
            names=tuple(words[at] for at in sorted(names)),
            numbers=tuple(
                number
                for at, word in enumerate(words)
                if at not in bound and (number := self._number(word))
            ),
            links=tuple(token.word for token in found if token.kind == "link"),
            loose_at=tuple((at, words[at]) for at in sorted(loose)),
            persons=frozenset(
                person
                for start, end in bounds
                for at in range(start, end)
                if at in loose and (person := self._grammar.person(words[:end], start, at)) != ("", "")
            ),
            figures=frozenset(
                (number, stems[at + 1])
                for at, word in enumerate(words[:-1])
                if (number := self._number(word))
            ),
            when=tuple((name, self._relation(words, at)) for at, name in sorted(dates.items())),
        )

    def _clause(
        self, words: tuple[str, ...], stems: tuple[str, ...], start: int, apart: frozenset[int]
    ) -> list[Item]:
        """The items of the clause that starts at ``start`` and ends with ``words``."""
        items: list[Item] = []
        at = start
        leads = True
        while at < len(words):
            length, found = (0, frozenset({"fact"})) if at in apart else self._phrases.at(stems, at)
            length, rows = max(length, 1), limiting(found, words, start, at, self._grammar)
            grammatical = all(own in self._function for own in stems[at : at + length])
            if rows or not (grammatical or found):  # the "may" of "may I" says nothing
                done = next((item.at for item in reversed(items) if item.content), start)
                item = self._item(words, stems, max(start, done), at, length, rows, grammatical)
                items.append(item._replace(leads=leads))
            courtesy = any(row.startswith(("free ", "sign ")) for row in rows)
            leads = leads and (
                courtesy or " ".join(words[at : at + length]) in self._grammar.before_commands
            )
            at += length
        return items

    def _item(
        self,
        words: tuple[str, ...],
        stems: tuple[str, ...],
        start: int,
        at: int,
        length: int,
        rows: frozenset[str],
        grammatical: bool,
    ) -> Item:
        kinds = frozenset(row.split()[0] for row in rows) or frozenset({"word"})
        past, doer = self._past(words, at), self._grammar.doer(words, start, at)
        said = {own for own in stems[at : at + length] if length == 1 or own not in self._function}
        return Item(
            words=" ".join(words[at : at + length]),
            rows=rows,
            concepts=frozenset(said) | {row for row in rows if row.startswith("synonyms ")},
            kinds=kinds | {"function"} if grammatical and length == 1 else kinds,
            at=at,
            doer="" if past and doer == "it" else doer,  # "the guide is written" by nobody named
            receiver=self._grammar.receiver(words, at + length),
            owner=self._grammar.owner(words, start, at),
            past=past,
        )

    def _past(self, words: tuple[str, ...], at: int) -> bool:
        word = words[at]
        return word in self.pasts or (word.endswith("ed") and stem(word) != word)

    def _number(self, word: str) -> str:
        return word if word[0].isdigit() else self._numbers.get(word, "")

    def _date(self, words: tuple[str, ...], at: int) -> str:
        """The month, day or season at ``at``; "may" only where a date can stand."""
        name = self._dates.get(words[at], "")
        if name != "may":
            return name
        around = words[max(at - 1, 0) : at] + words[at + 1 : at + 2]
        dated = any(word[0].isdigit() or word in self._relations for word in around)
        return name if dated else ""

    def _relation(self, words: tuple[str, ...], at: int) -> frozenset[str]:
        """Which way the date at ``at`` is meant, by the word that it hangs on; rows of the word list."""
        for word in reversed(words[:at]):
            if word in self._relations and word != "of":
                return self._relations[word]
            if not (word in self._around_dates or word in self._dates or word[0].isdigit()):
                break
        return frozenset({"on", "from"})

    def _names(self, found: list[Token], dates: dict[int, str]) -> frozenset[int]:
        """Unknown words with a capital that stand inside a sentence, or right before such a one."""
        at = 0
        fresh = True
        inside: set[int] = set()
        first: set[int] = set()
        for token in found:
            if token.kind in ("stop", "turn"):
                fresh = True
            elif token.said:
                capital = token.kind == "word" and token.written[0].isupper()
                if capital and at not in dates and not self.knows(token.word):
                    (first if fresh else inside).add(at)
                fresh = False
                at += 1
        return frozenset(inside | {at for at in first if at + 1 in inside})

    def _vocabulary(self, text: str) -> frozenset[str]:
        said = {token.word for token in tokens(text, self._spelling) if token.said}
        return frozenset(map(stem, said))


def _stemmed(words: str) -> str:
    return " ".join(map(stem, words.split()))
