"""Who does what, and whether it is said, asked or ordered."""

from .pair import Pair
from .wording import Item, Wording

_REFUSAL = "negators refuse"
_ASKS = frozenset({"how", "when", "where", "why", "who", "what"})


def who(pair: Pair) -> str:
    """Where somebody else does it, gets it or owns it, or a statement has become a command."""
    if _places(pair, pair.source.text) != _places(pair, pair.candidate.text):
        return "changes the places of names"
    persons = _persons(pair)
    if persons:
        return persons
    shared = pair.shared + pair.borrowed
    for here in dict.fromkeys(here for _, here in shared):
        there = [known for known, other in shared if other is here]
        changed = _changed(there, here)
        if changed:
            return f"{changed}: “{here.words}”"
    return _command(pair)


def _places(pair: Pair, text: str) -> list[str]:
    """The filled-in names that ``text`` holds, in its order; dates and the like may move."""
    low = text.casefold()
    names = [fact.casefold() for fact in pair.beat.facts if fact[:1].isupper()]
    return sorted((name for name in names if name in low), key=low.index)


def _persons(pair: Pair) -> str:
    """Somebody who comes in, or is no longer the one to act; who writes and thanks is there unsaid."""
    said, here = pair.source.persons, pair.candidate.persons
    known = set(said)
    if any(who == "I" for who, _ in said):
        known |= {("I", "doer")}
    if "synonyms thank" in pair.source.concepts:
        known |= {("I", "doer"), ("I", "receiver"), ("I", "actor"), ("you", "receiver")}
    if pair.source.asks or "requests" in pair.source.kinds:
        known |= {("you", "doer")}
    for who, part in sorted(here - known):
        return f"brings in “{who}” as {part}"
    for who, part in sorted(said - here):
        if part == "actor":
            return f"no longer says that “{who}” is to act"
    return ""


def _changed(there: list[Item], here: Item) -> str:
    """What is different in all of ``there``, where the persons are named at all."""
    doers = {item.doer for item in there} - {""}
    receivers = {item.receiver for item in there} - {""}
    if here.doer and here.doer not in doers and (doers or here.doer in receivers):
        return "changes who does it"
    passive = any(item.past for item in there)
    reversed_roles = doers == {here.receiver} and not passive
    if here.receiver and (here.receiver not in receivers if receivers else reversed_roles):
        return "changes to whom it is done"
    owners = {item.owner for item in there} - {""}
    if here.owner and here.owner not in (owners or {"you", "they"}):
        return "changes whose it is"
    return ""


def _command(pair: Pair) -> str:
    if pair.source.asks or "requests" in pair.source.kinds:
        return ""
    ordered = {concept for item in pair.source.items if _orders(pair, item) for concept in item.concepts}
    ordered |= {concept for item in pair.source.items if item.doer == "you" for concept in item.concepts}
    for item in (item for item in pair.candidate.items if item.content or _REFUSAL in item.rows):
        told = _orders(pair, item) or (_unsaid(pair) and _bids(pair, item))
        if told and not item.concepts & ordered:
            return f"turns what you say into a command: “{item.words}”"
    return ""


def _orders(pair: Pair, item: Item) -> bool:
    return item.leads and item.words.split()[0] in pair.reader.commands


def question(pair: Pair) -> str:
    """A question stays a question, a statement a statement; a request may be either."""
    source, candidate = pair.source, pair.candidate
    turned = any(map(pair.reader.inverts, candidate.words, candidate.words[1:]))
    if source.asks and not (candidate.asks or turned or _requests(pair, candidate)):
        return "no longer asks"
    asked = (set(source.words) ^ set(candidate.words)) & _ASKS
    if source.asks and candidate.asks and asked:
        return f"asks something else: {', '.join(sorted(asked))}"
    opens = any(pair.reader.inverts(*clause.words[:2]) for clause in candidate.clauses if clause.words[1:])
    requested = _requests(pair, source) and _requests(pair, candidate)
    if (candidate.asks or opens) and not source.asks and not requested:
        return "asks something that you do not ask"
    return ""


def _requests(pair: Pair, wording: Wording) -> bool:
    return bool(pair.reader.requests.within(wording.stems))


def _bids(pair: Pair, item: Item) -> bool:
    """Whether it is a bare verb after other words: "after that, look"; not so in "glad to look"."""
    before = pair.candidate.words[item.at - 1 : item.at]
    bare = not before or (before[0] != "to" and not pair.reader.modals.within(before))
    return bare and item.words.split()[0] in pair.reader.commands


def _unsaid(pair: Pair) -> bool:
    """Whether "I" act in the template and nobody in the candidate: "I will look" may have become "look"."""
    return ("I", "doer") in pair.source.persons and not any(
        part == "doer" for _, part in pair.candidate.persons
    )
