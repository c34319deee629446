"""Who does what, and whether it is said, asked or ordered."""

from .pair import Pair
from .wording import Item, Wording


def who(pair: Pair) -> str:
    """Where somebody else does it, gets it or owns it, or a statement has become a command."""
    for role, wording in (("doer", "does"), ("receiver", "gets"), ("owner", "owns")):
        for _, here in pair.shared:
            theirs = {
                getattr(there, role)
                for there, other in pair.shared
                if other is here and getattr(there, role)
            }
            mine = getattr(here, role)
            if mine and theirs and mine not in theirs:
                return f"changes who {wording} it: “{here.words}”"
            if role == "owner" and mine in ("I", "we") and not theirs:
                return f"makes it yours: “{here.words}”"
    return _command(pair)


def _command(pair: Pair) -> str:
    if pair.source.asks or "requests" in pair.source.kinds:
        return ""
    ordered = {concept for item in pair.source.items if _orders(pair, item) for concept in item.concepts}
    for item in pair.candidate.content:
        if _orders(pair, item) and not item.concepts & ordered:
            return f"turns what you say into a command: “{item.words}”"
    return ""


def _orders(pair: Pair, item: Item) -> bool:
    return item.leads and item.content and item.words.split()[0] in pair.reader.commands


def question(pair: Pair) -> str:
    """A question stays a question, a statement a statement; a request may be either."""
    source, candidate = pair.source, pair.candidate
    if source.asks and not candidate.asks and not _requests(pair, candidate):
        return "no longer asks"
    if candidate.asks and not source.asks and not (_requests(pair, source) and _requests(pair, candidate)):
        return "asks something that you do not ask"
    return ""


def _requests(pair: Pair, wording: Wording) -> bool:
    return bool(pair.reader.requests.within(wording.stems))
