"""Who does what to whom."""

from itertools import pairwise

from .mood import command
from .pair import Pair
from .persons import both, persons, towards
from .wording import Item

_MODALS = frozenset({"can", "could", "will", "may", "might"})


def who(pair: Pair) -> str:
    """Where somebody else does it, gets it or owns it, or a statement has become a command."""
    if _moved(pair):
        return "changes the places of names"
    brought = persons(pair)
    if brought:
        return brought
    redirected = _redirected(pair)
    if redirected:
        return f"changes to whom it is done: “{redirected}”"
    if _acting(pair):
        return "changes who may or can do it"
    for here in dict.fromkeys(here for _, here in pair.shared + pair.borrowed):
        there = pair.closest(here) or [known for known, other in pair.borrowed if other is here]
        changed = _changed(there, here)
        if changed and not (here.doer == "we" and both(pair)):
            return f"{changed}: “{here.words}”"
    return command(pair)


def _acting(pair: Pair) -> bool:
    """Whether another one "can" or "may": "anything you can do" for "anything I can do"."""
    there, here = (
        {two for two in pairwise(w.words) if two[1] in _MODALS} for w in (pair.source, pair.candidate)
    )
    who = {"i", "you", "we", "they"}
    swapped = any(
        (one, modal) not in there and any((other, modal) in there - here for other in who - {one})
        for one, modal in here
        if one in who
    )
    doubts = {modal for one, modal in here - there if one == "i" and modal in ("may", "might")}
    return swapped or any(modal in doubts for _, modal in there)


def _moved(pair: Pair) -> bool:
    """Whether names have changed places, dates aside, other than with what leads them ("at Northgate")."""
    facts = [fact for fact in pair.beat.facts if fact[:1].isupper() and not pair.reader.read(fact).when]
    there, here = _places(pair.source.text, facts), _places(pair.candidate.text, facts)
    if [name for _, name in there] == [name for _, name in here]:
        return False
    bare = sum(leading not in pair.reader.places for leading, _ in there)
    return bare > 1 or sorted(there) != sorted(here)


def _places(text: str, facts: list[str]) -> list[tuple[str, str]]:
    """Those of ``facts`` that ``text`` holds, in its order, each with the word before."""
    low = text.casefold()
    names = sorted((name for fact in facts if (name := fact.casefold()) in low), key=low.index)
    return [(" ".join(low[: low.index(name)].split()[-1:]), name) for name in names]


def _redirected(pair: Pair) -> str:
    """What is done to somebody to whom quite other things are done in the source, and none of those."""
    for who in ("I", "we", "you", "they"):
        done = [item for item in pair.candidate.items if item.receiver == who and pair.closest(item)]
        meant = [item for item in pair.source.content if item.receiver == who]
        kept = any(there in meant for there, _ in pair.shared)
        if done and meant and not kept and not all(towards(pair, item) for item in done):
            return done[0].words
    return _introduced(pair)


def _introduced(pair: Pair) -> str:
    """To whom somebody is introduced who is introduced in the source: "to you" for "you to"."""
    there, here = (
        {
            words[at + 2]
            for at in range(len(words) - 2)
            if words[at] in pair.reader.movers
            and words[at + 1] == "to"
            and words[at + 2] in pair.reader.receivers
        }
        for words in (pair.source.words, pair.candidate.words)
    )
    aimed = pair.source.words[-3:-2] + pair.source.words[-1:]
    if aimed[-1:] == ("to",) and aimed[0] in pair.reader.movers and not {"to", "whom"} & set(_after(pair)):
        return "introduce"
    return " ".join(sorted(here - there))


def _after(pair: Pair) -> tuple[str, ...]:
    """What of the candidate follows on the first word of introducing, or all."""
    words = pair.candidate.words
    at = next((at for at, word in enumerate(words) if word in pair.reader.movers), 0)
    return words[at:] + (("whom",) if "whom" in words else ())


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
    if here.owner and here.owner not in (owners or {"you", "they"}) | doers:  # "my hope" for "I hope"
        return "changes whose it is"
    return ""
