"""Who comes in, and who is no longer there, beyond what the sentence implies anyway."""

import re2

from .pair import Pair
from .wording import Item

_SPOKEN = frozenset({"synonyms thank", "synonyms luck", "wish"})
"""Said by "me" to "you", whoever is named: "good luck", "all the best"."""

_TOWARDS = frozenset(
    f"synonyms {row}"
    for row in (
        "contact",
        "talk",
        "help",
        "helpful",
        "write",
        "reply",
        "recommend",
        "send",
        "honest",
        "interested",
    )
)
"""What is done towards the reader where nobody else is named: "stay in touch", "be honest"."""

_LED = frozenset({"to", "with", "for", "of"})

_MUTUAL = frozenset(f"synonyms {row}" for row in ("talk", "meeting", "met", "contact"))
"""What two do with each other: "we talk" where "I" talk."""

_AND_I = re2.compile(r"\p{Lu}\pL* and I ")

_JUDGED = frozenset(f"synonyms {row}" for row in ("pleasure", "great", "glad"))
_HAVING = frozenset({"find", "get", "have", "receiv", "enjoy", "want"})
"""Whoever finds it useful, to them it is useful."""


def both(pair: Pair) -> bool:
    """Whether the source names who "we" are: "Ana and I"."""
    return bool(_AND_I.search(pair.source.text))


def persons(pair: Pair) -> str:
    """Somebody who comes in, or is no longer the one to act."""
    said, here = pair.source.persons, pair.candidate.persons
    for who, part in sorted(here - _known(pair)):
        if not _implied(pair, who, part):
            return f"brings in “{who}” as {part}"
    for who, part in sorted(said - here):
        if part == "actor" and not _passive(pair, who):
            return f"no longer says that “{who}” is to act"
    return ""


def _known(pair: Pair) -> set[tuple[str, str]]:
    """The persons of the source, in the parts that they play or may play."""
    source = pair.source
    known = set(source.persons)
    known |= {(who, "receiver") for who, part in known if part == "actor"}
    if any(who == "I" for who, _ in known):
        known |= {("I", "doer")}
    if _SPOKEN & source.concepts:
        known |= {("I", "doer"), ("I", "receiver"), ("I", "actor"), ("you", "receiver")}
    if source.asks or "requests" in source.kinds:
        known |= {("you", "doer")}
    if "requests" in source.kinds:
        known |= {("you", "actor"), ("you", "receiver"), ("I", "doer")}
    impersonal = not {who for who, part in known if part == "doer"} - {"you"}
    if impersonal and _JUDGED & source.concepts:
        known |= {("I", "doer"), ("I", "receiver")}
    if both(pair):
        known |= {("we", "doer")}
    if ("we", "doer") in source.persons and "you and i" in " ".join(pair.candidate.words):
        known |= {("I", "doer"), ("you", "doer")}
    if "who" in source.words:
        known |= {("they", "doer")}
    return known


def _implied(pair: Pair, who: str, part: str) -> bool:
    """Whether everything that is said of ``who`` in this part follows from what the source says."""
    if part == "receiver" and any(
        item.doer == who and _HAVING & item.concepts for item in pair.source.items
    ):
        return True
    field = "doer" if part == "actor" else part
    items = [item for item in pair.candidate.items if getattr(item, field) == who]
    thanked = who == "you" and "synonyms thank" in pair.source.concepts
    if thanked and items and all(item.past or "function" in item.kinds for item in items):
        return True  # "the time you took"
    matched = [(item, pair.closest(item)) for item in items]
    shared = [(item, there) for item, there in matched if there]
    follows = {"doer": _done, "actor": _done, "receiver": _received, "owner": _owned}[part]
    return bool(shared) and all(follows(pair, who, item, there) for item, there in shared)


def _done(pair: Pair, who: str, item: Item, there: list[Item]) -> bool:
    doers = {known.doer for known in there}
    if who in doers or (who == "they" and doers == {""} and _several(pair, item)):
        return True
    later = [other for other in pair.candidate.items if other.clause == item.clause and other.at >= item.at]
    mutual = not _SPOKEN & item.concepts and any(_MUTUAL & other.concepts for other in later)
    named = who in ("I", "we") and doers <= {"", "I", "we"}
    return mutual and named and pair.candidate.words[item.at - 1] != "to"


def _received(pair: Pair, who: str, item: Item, there: list[Item]) -> bool:
    others = {known.receiver for known in there} - {"", who}
    if others:
        return False
    if who == "they":
        return _several(pair, item)
    return towards(pair, item) and who not in {known.doer for known in there}


def towards(pair: Pair, item: Item) -> bool:
    """Whether ``item`` of the candidate may be done towards anybody: "in touch with you"."""
    words = item.words.split()
    following = pair.candidate.words[item.at + len(words) :][:1]
    return bool(_TOWARDS & item.concepts) and not _LED.isdisjoint({words[-1], *following})


def _several(pair: Pair, item: Item) -> bool:
    """Whether "they" may be things: "my notes, I would share them"; none of them thanks."""
    return not _SPOKEN & item.concepts and any(known.words.endswith("s") for known in pair.source.content)


def _owned(pair: Pair, who: str, item: Item, there: list[Item]) -> bool:  # noqa: ARG001
    return any(who in (known.doer, known.owner) for known in there)


def _passive(pair: Pair, who: str) -> bool:
    """Whether ``who`` still does what the source wants of them: "I was asked to stop"."""
    return any(here.doer == who == there.doer for there, here in pair.shared)
