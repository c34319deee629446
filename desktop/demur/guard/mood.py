"""Whether it is said, asked or ordered."""

from itertools import pairwise

from .pair import Pair
from .wording import Item, Wording

_NOES = frozenset({"negators refuse", "negators stopped"})
_ASKS = frozenset({"how", "when", "where", "why", "who", "what"})
_JOINS = frozenset({"but", "and", "so", "or"})
_NEVER = frozenset({"longer", "never"})
_OPENS = ("should you", "should that", "should it", "should there", "should they", "should both")


def command(pair: Pair) -> str:
    """What is ordered of the reader that the template does not order."""
    denied = ("do", "not") in pairwise(pair.source.words) or not _NEVER.isdisjoint(pair.source.words)
    if _do_not(pair.candidate) and not denied:
        return "turns what you say into a command: “do not”"
    if pair.source.asks or "requests" in pair.source.kinds:
        return ""
    ordered = {
        concept
        for item in pair.source.items
        if (item.doer == "you" and not _thanked(pair.source, item)) or _orders(pair, pair.source, item)
        for concept in item.concepts
    }
    if _be(pair, pair.candidate) and not _be(pair, pair.source):
        return "turns what you say into a command: “be”"
    for item in (item for item in pair.candidate.items if item.content or item.rows & _NOES):
        told = _orders(pair, pair.candidate, item) or (_unsaid(pair) and _bids(pair, item))
        told = told or (item.leads and _unsaid(pair) and _bare(pair, item))
        if told and not (item.concepts & ordered or _carried(pair, item)):
            return f"turns what you say into a command: “{item.words}”"
    return ""


def _thanked(wording: Wording, item: Item) -> bool:
    """Whether it is only what the reader is thanked for."""
    return any(
        "synonyms thank" in other.concepts and other.clause == item.clause for other in wording.items
    )


def _do_not(wording: Wording) -> bool:
    words = ([word for word in clause.words if word not in _JOINS] for clause in wording.clauses)
    return any(said[:2] == ["do", "not"] for said in words)


def _bare(pair: Pair, item: Item) -> bool:
    """Whether a verb lost its "I can" or "I will": "answer a few questions"."""
    places = (known.at for known in pair.closest(item))
    return any(pair.reader.governed(pair.source.words, at) for at in places)


def _be(pair: Pair, wording: Wording) -> bool:
    """Whether it tells somebody how to be; "be glad to" is short for "I would be glad to"."""
    return any(
        clause.words[0] == "be" and pair.reader.judges.isdisjoint(clause.words[1:3])
        for clause in wording.clauses
    )


def _orders(pair: Pair, wording: Wording, item: Item) -> bool:
    """Whether ``item`` opens with a bare verb; "email is best" and "so as not to take" do not."""
    before, after = wording.words[: item.at], wording.words[item.at + 1 : item.at + 2]
    noun = bool(after) and after[0] in ("is", "s")
    denied = before[-1:] == ("not",) and before[-2:] != ("do", "not")
    return item.leads and item.words.split()[0] in pair.reader.commands and not (noun or denied)


def _bids(pair: Pair, item: Item) -> bool:
    """Whether it is a bare verb after other words: "after that, look".

    Not so in "glad to look", "cannot really look" and "your look".
    """
    if item.words.split()[0] not in pair.reader.commands or item.leads:
        return False
    before = [word for word in pair.candidate.words[: item.at] if word not in pair.reader.adverbs]
    while before and before[-1] in ("not", "and", "or"):
        before.pop()
    return not before or not pair.reader.leads_verb(before[-1])


def _unsaid(pair: Pair) -> bool:
    """Whether "I" act in the template and nobody in the candidate: "I will look" may have become "look"."""
    return ("I", "doer") in pair.source.persons and not any(
        part == "doer" for _, part in pair.candidate.persons
    )


def _carried(pair: Pair, item: Item) -> bool:
    """Whether "I" is meant: "read it with interest" for "I read it", "I left and do not work"."""
    told = any(here is item and here.past and there.past for there, here in pair.shared)
    opened = item.clause > 0 and pair.candidate.clauses[item.clause - 1]
    return told or bool(
        opened and opened.words[-1] == "and" and "i" in opened.words and opened.words[0] != "if"
    )


def question(pair: Pair) -> str:
    """A question stays a question, a statement a statement; a request may be either."""
    source, candidate = pair.source, pair.candidate
    turned = any(map(pair.reader.inverts, candidate.words, candidate.words[1:]))
    if source.asks and not (candidate.asks or turned or _requests(pair, candidate)):
        return "no longer asks"
    asked = (set(source.words) ^ set(candidate.words)) & _ASKS
    if source.asks and candidate.asks and asked - _which(source, candidate):
        return f"asks something else: {', '.join(sorted(asked))}"
    opens = any(_opens(pair, clause.words) for clause in candidate.clauses)
    requested = _requests(pair, source) and _requests(pair, candidate)
    if (candidate.asks or opens) and not source.asks and not requested:
        return "asks something that you do not ask"
    bidding = "please" in source.words or any("requests answer" in item.rows for item in source.items)
    if bidding and not (source.asks or _asked(pair)):
        return "no longer asks"
    told = any("requests answer" in item.rows for item in candidate.items)
    if told and not (source.asks or _requests(pair, source)):
        return "asks for an answer that you do not ask for"
    return ""


def _asked(pair: Pair) -> bool:
    """Whether the candidate asks or bids the reader to do something, in any way."""
    candidate = pair.candidate
    if (
        candidate.asks
        or _requests(pair, candidate)
        or any(c.words[:2] == ("do", "not") for c in candidate.clauses)
    ):
        return True
    bidden = {here for there, here in pair.shared if here.leads}
    return any(_orders(pair, candidate, item) or item in bidden for item in candidate.items)


def _which(source: Wording, candidate: Wording) -> set[str]:
    """A "what" that stands for a "which"."""
    return {"what"} if "which" in set(source.words) ^ set(candidate.words) else set()


def _opens(pair: Pair, words: tuple[str, ...]) -> bool:
    """Whether a clause asks by its first words; "should you like" is a condition."""
    words = words[1:] if words[0] in _ASKS else words
    return len(words) > 1 and pair.reader.inverts(*words[:2]) and " ".join(words[:2]) not in _OPENS


def _requests(pair: Pair, wording: Wording) -> bool:
    return bool(pair.reader.requests.within(wording.stems))
