"""Where one clause ends and the next begins, and who does what in it."""

from itertools import zip_longest

from demur.domain.frozen import Frozen

from .tokens import Token


class Grammar(Frozen):
    """The small words that build sentences, lower-case.

    ``doers``, ``receivers`` and ``owners`` lead from a pronoun to whom it stands for (I, we, you, they);
    ``others`` are subjects that are nobody. ``conjunctions`` open a clause by themselves, ``links`` only
    after a comma or before an opening word; after ``askers`` an "if" is part of what is asked. ``idle``
    words may come and go, the other words of grammar say something.
    """

    doers: dict[str, str]
    receivers: dict[str, str]
    owners: dict[str, str]
    others: frozenset[str]
    openers: frozenset[str]
    auxiliaries: frozenset[str]
    conjunctions: frozenset[str]
    links: frozenset[str]
    askers: frozenset[str]
    prepositions: frozenset[str]
    before_commands: frozenset[str]
    before_so: frozenset[str]
    idle: frozenset[str]

    def bounds(self, found: list[Token]) -> list[tuple[int, int]]:
        """Start and end of each clause, counted in words."""
        bounds: list[tuple[int, int]] = []
        start = at = 0
        last = ""
        for token, following in zip_longest(found, found[1:]):
            if self._breaks(token, last, following) and at > start:
                bounds.append((start, at))
                start = at
            last = token.word if token.said else token.kind
            at += token.said
        return [*bounds, (start, at)] if at > start else bounds

    def _breaks(self, token: Token, last: str, following: Token | None) -> bool:
        if not token.said:
            return token.kind != "comma"
        begins = self.begins(token.word)
        if last == "comma":
            return begins or token.word in self.conjunctions or token.word in self.links
        if token.word == "but" and last == "help":  # "I can't help but smile" is one clause
            return following is not None and following.word in self.doers
        if token.word == "so":  # not where it makes stronger: "thanks so much", "I am so glad"
            return last not in self.auxiliaries | self.before_so
        if token.word in self.conjunctions:
            return last not in self.prepositions and last not in self.askers
        return begins and last in self.links

    def begins(self, word: str) -> bool:
        """Whether ``word`` can open a clause: a subject or an auxiliary."""
        return word in self.doers or word in self.others or word in self.openers or word in self.auxiliaries

    def inverts(self, word: str, following: str) -> bool:
        """Whether the two words ask without a question mark: "are you", "is this"."""
        return word in self.auxiliaries and (
            following in self.doers or following in self.others or following == "you"
        )

    def doer(self, words: tuple[str, ...], start: int, at: int) -> str:
        """The last pronoun before ``at`` in its clause that can only be, or here is, a subject."""
        for place in range(at - 1, start - 1, -1):
            word = words[place]
            if word in self.doers:
                return self.doers[word]
            if word in self.others:
                return ""
            beside = (words[place - 1] if place > start else "", words[place + 1])
            opens = place == start or beside[0] in self.conjunctions | self.others | self.links
            if word == "you" and (opens or self.auxiliaries & set(beside)):
                return "you"
        return ""

    def person(self, words: tuple[str, ...], start: int, at: int) -> tuple[str, str]:
        """Who the word at ``at`` is, and as what; nobody where it names none."""
        word, following = words[at], words[at + 1 : at + 2]
        if word in self.doers:
            return self.doers[word], "doer"
        if word in self.owners and word not in self.receivers:
            return self.owners[word], "owner"
        if word not in self.receivers:
            return "", ""
        if word == "you" and self.doer((*words, ""), start, at + 1) == "you":
            return "you", "doer"
        return self.receivers[word], "actor" if following == ("to",) else "receiver"

    def receiver(self, words: tuple[str, ...], after: int) -> str:
        """To whom the word before ``after`` is done, with or without a preposition."""
        if words[after - 1] in self.receivers:  # "tell me" is one phrase
            return self.receivers[words[after - 1]]
        if words[after : after + 1] and words[after] in self.prepositions:
            after += 1
        return self.receivers.get(words[after], "") if after < len(words) else ""

    def owner(self, words: tuple[str, ...], start: int, at: int) -> str:
        """Whose the word at ``at`` is: the possessive among the two words before."""
        before = words[max(at - 2, start) : at]
        return next((self.owners[word] for word in reversed(before) if word in self.owners), "")
