"""Where one clause ends and the next begins, and who does what in it."""

from functools import cached_property
from itertools import pairwise

from demur.domain.frozen import Frozen

from .tokens import Token

_MODALS = frozenset({"will", "would", "shall", "should", "can", "could", "must"})


class Grammar(Frozen):
    """The small words that build sentences, lower-case.

    ``doers``, ``receivers`` and ``owners`` lead from a pronoun to whom it stands for (I, we, you, they);
    ``others`` are subjects that are nobody. ``conjunctions`` open a clause by themselves, ``links`` only
    after a comma or before an opening word; ``adverbs`` may stand before both. After ``askers`` an "if" is
    part of what is asked, after ``judges`` ("glad if") of what is judged. After ``reporters`` a "you" is a
    subject; after ``movers`` ("introduce you to") a "to" says where. ``idle`` words may come and go, the
    other words of grammar say something.
    """

    doers: dict[str, str]
    receivers: dict[str, str]
    owners: dict[str, str]
    others: frozenset[str]
    openers: frozenset[str]
    auxiliaries: frozenset[str]
    conjunctions: frozenset[str]
    links: frozenset[str]
    adverbs: frozenset[str]
    askers: frozenset[str]
    judges: frozenset[str]
    reporters: frozenset[str]
    wants: frozenset[str]
    orders: frozenset[str]
    decided: frozenset[str]
    spans: frozenset[str]
    subordinates: frozenset[str]
    movers: frozenset[str]
    thanks: frozenset[str]
    determiners: frozenset[str]
    objects: frozenset[str]
    prepositions: frozenset[str]
    before_commands: frozenset[str]
    before_so: frozenset[str]
    idle: frozenset[str]

    def bounds(self, found: list[Token]) -> list[tuple[int, int]]:
        """Start and end of each clause, counted in words."""
        bounds: list[tuple[int, int]] = []
        start = 0
        said: list[str] = []
        for number, token in enumerate(found):
            if said and self._breaks(found, number, said):
                bounds.append((start, start + len(said)))
                start += len(said)
                said = []
            said += [token.word] if token.said else []
        return [*bounds, (start, start + len(said))] if said else bounds

    def _breaks(self, found: list[Token], number: int, said: list[str]) -> bool:
        """Whether a clause ends before the token ``number``, after ``said``."""
        token, before = found[number], found[number - 1]
        if not token.said:
            return token.kind != "comma" and not (token.kind == "turn" and self._topic(found, number, said))
        last = before.word if before.said else before.kind
        following = found[number + 1].word if number + 1 < len(found) else ""
        if self._infinite(token.word, following, last) or self._contrasts(token.word, following, said):
            return True
        if token.word == "but" and last == "help":  # "I can't help but smile" is one clause
            return following in self.doers
        if token.word == "so" and last != "comma":  # not where it makes stronger: "thanks so much"
            return last not in self.auxiliaries | self.before_so
        if token.word in self.conjunctions:
            if token.word == "since" and last in self.spans:
                return False
            asked = [word for word in said if word not in self.adverbs and word != "yet"][-1:]
            return last == "comma" or (last not in self.prepositions and self.askers.isdisjoint(asked))
        if last == "comma" and (token.word in self.links or self._supposed(said)):
            return True
        if last in ("comma", "turn") and self._topic(found, number, said):
            return False
        if last in self.decided and self.begins(token.word):
            return True
        words = (word.word for word in found[number:])
        opening = next((word for word in words if word not in self.adverbs), "")
        if last == "comma" and opening in self.orders:
            return True
        linked = last in self.links and len(said) > 1  # "as I live far away" starts with its link
        return (last == "comma" or linked) and self.begins(opening)

    def _finite(self, said: list[str]) -> bool:
        return any(self.begins(word) for word in said)

    def _supposed(self, said: list[str]) -> bool:
        """Whether ``said`` is a whole clause that hangs on the next: "as I live far away"."""
        return said[0] in self.subordinates and self._finite(said[1:])

    def _topic(self, found: list[Token], number: int, said: list[str]) -> bool:
        """Whether ``said`` only names what comes again: "these messages, I did not sign up for them"."""
        names = (
            said[0] in self.determiners or said[0] in self.owners or said[0] in ("this", "these", "those")
        )
        if not names or self._finite(said[1:]):
            return False
        stop = next((at for at in range(number, len(found)) if found[at].kind == "stop"), len(found))
        sentence = (token.word for token in found[number:stop])
        return not {"it", "them", "one", "same"}.isdisjoint(sentence)

    def _infinite(self, word: str, following: str, last: str) -> bool:
        """Whether the no begins here that only holds for what follows: "I promised not to go"."""
        infinite = (word, following) in (("not", "to"), ("to", "not"))
        return infinite and last not in {*self.auxiliaries, "or", "reason", "comma"}

    def _contrasts(self, word: str, following: str, said: list[str]) -> bool:
        """Whether what follows is said not to be: "rather than that", "I would rather go than stay"."""
        if word == "than":
            return said[-1] != "rather" and not {"rather", "sooner", "prefer"}.isdisjoint(said)
        return (word, following) in (("rather", "than"), ("instead", "of"))

    def contrasted(self, words: tuple[str, ...]) -> bool:
        """Whether the clause ``words`` is what the clause before is set against."""
        return words[:1] == ("than",) or words[:2] in (("rather", "than"), ("instead", "of"))

    def begins(self, word: str) -> bool:
        """Whether ``word`` can open a clause: a subject or an auxiliary."""
        return word in self.doers or word in self.others or word in self.openers or word in self.auxiliaries

    def broken(self, words: tuple[str, ...]) -> bool:
        """Whether the clause ``words`` is none: "if it", "I will won't", "that would the same"."""
        if (
            len(words) == 2
            and words[0] in ("if", "when", "because")
            and words[1] in {"it", "you", *self.doers}
        ):
            return True
        said = [word for word in words if word not in self.adverbs and word != "not"]
        begun = said and said[0] in _MODALS
        twice = self.determiners | {"same"} | _MODALS
        return not begun and any(one in _MODALS and other in twice for one, other in pairwise(said))

    def governed(self, words: tuple[str, ...], at: int) -> str:
        """The modal that the verb at ``at`` hangs on, an adverb or "not" between them aside."""
        before = [word for word in words[:at] if word not in self.adverbs and word != "not"]
        if before[-2:] == ["have", "to"]:
            return "must"
        return before[-1] if before and before[-1] in _MODALS | {"may", "might"} else ""

    def tells(self, word: str) -> bool:
        """Whether ``word`` is none of the small ones that may stand between a "not" and what it denies."""
        small = self.idle | self.adverbs | self.prepositions | self.determiners
        return word not in small and word != "yet"

    def leads_verb(self, word: str) -> bool:
        """Whether no command follows on ``word``: "to look", "can look", "your look", "in touch"."""
        led = self.auxiliaries | self.determiners | self.prepositions | {"as", "than", "more"}
        return word in led or word in self.owners

    def inverts(self, word: str, following: str) -> bool:
        """Whether the two words ask without a question mark: "are you", "is this"."""
        return word in self.auxiliaries and (
            following in self.doers or following in self.others or following == "you"
        )

    def doer(self, words: tuple[str, ...], start: int, at: int) -> str:
        """The last pronoun before ``at`` that can only be, or here is, a subject; thanks go to "you"."""
        for place in range(at - 1, start - 1, -1):
            word = words[place]
            if word in self.doers:
                return self.doers[word]
            if place + 1 < at and self._acts(words, place):
                return self.receivers[word]
            if word == "for" and not self.thanks.isdisjoint(words[max(place - 5, 0) : place]):
                return "you"
            if word in ("nothing", "everything"):
                return "all"
            if word in ("are", "is") and self._named(words[start:place]):
                return "it"
            if word in self.others:
                return ""
            if word == "you" and self._subject(words, start, place):
                return "you"
        return ""

    def _named(self, before: tuple[str, ...]) -> bool:
        """Whether a name or a noun ends ``before``, which an "is" follows: it does what comes."""
        said = [word for word in before if word not in self.adverbs]
        words = self.idle | self.conjunctions | self.links | self.prepositions | self.others | self.objects
        return bool(said) and said[-1] not in words and said[-1] not in self.receivers

    def _acts(self, words: tuple[str, ...], at: int) -> bool:
        """Whether the pronoun at ``at`` is to do what follows: "asked me to stop"."""
        moved = not self.movers.isdisjoint(words[max(at - 1, 0) : at])
        noun = not self._things.isdisjoint(words[at + 2 : at + 3])  # "add me to your list"
        return words[at] in self.receivers and words[at + 1 : at + 2] == ("to",) and not (moved or noun)

    @cached_property
    def _things(self) -> frozenset[str]:
        """What opens a thing or a person, never something to be done."""
        return self.determiners | self.objects | frozenset(self.owners) | frozenset(self.receivers)

    def _subject(self, words: tuple[str, ...], start: int, at: int) -> bool:
        """Whether the "you" at ``at`` does something."""
        before, after = words[at - 1] if at > start else "", words[at + 1]
        if at == start or before in self.conjunctions | self.others | self.links:
            return True
        if after in self.wants:
            return True
        if (before in self.reporters or before in self.receivers) and after:
            return after not in self.prepositions | self._things
        return before in self.auxiliaries or after in self.auxiliaries

    def person(self, words: tuple[str, ...], start: int, at: int) -> tuple[str, str]:
        """Who the word at ``at`` is, and as what; nobody where it names none."""
        word = words[at]
        if word in self.doers:
            return self.doers[word], "doer"
        if word in self.owners and word not in self.receivers:
            return self.owners[word], "owner"
        if word not in self.receivers:
            return "", ""
        if word == "you" and self._subject((*words, ""), start, at):
            return "you", "doer"
        return self.receivers[word], "actor" if self._acts(words, at) else "receiver"

    def receiver(self, words: tuple[str, ...], after: int) -> str:
        """To whom the word before ``after`` is done, with or without a preposition."""
        if words[after - 1] in self.receivers:  # "tell me" is one phrase
            return self.receivers[words[after - 1]]
        if words[after : after + 1] and words[after] in self.prepositions:
            after += 1
            aside = words[after - 1] in ("about", "at")  # "talk about me" is not "talk with me"
            if aside and not self.receivers.keys().isdisjoint(words[after : after + 1]):
                return f"{words[after - 1]} {self.receivers[words[after]]}"
        if after >= len(words) or (words[after] == "you" and self._subject((*words, ""), after - 1, after)):
            return ""
        return self.receivers.get(words[after], "")

    def owner(self, words: tuple[str, ...], start: int, at: int) -> str:
        """Whose the word at ``at`` is: the possessive among the two words before."""
        before = words[max(at - 2, start) : at]
        return next((self.owners[word] for word in reversed(before) if word in self.owners), "")
