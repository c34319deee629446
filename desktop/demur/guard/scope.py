"""When, how long, how surely, on which condition."""

from .amounts import amounts
from .pair import Pair
from .tense import tense
from .wording import Clause, Wording

_SAID = frozenset({"said", "told", "promised", "thought", "agreed"})
_IFS = frozenset({"you", "that", "it", "there", "they", "both"})
_WISHES = frozenset({"be", "like", "prefer", "recommend", "suggest"})
_NOES = frozenset({"not", "nor", "never", "nobody", "one"})
_ONCE = ("scopes now", "scopes until", "scopes before", "scopes after")
_OPEN = frozenset({"perhaps", "maybe", "possibly", "probably", "may", "might"})
_DUTY = frozenset({"must", "should"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_STRICT = frozenset({"really", "truly", "actually", "absolutely"})
_BEING = frozenset({"is", "am", "are"})
_ALSO = frozenset({"also", "too", "either", "neither", "nor"})
_DOUBTS = frozenset({"could", "may", "might", "maybe", "perhaps", "possibly"})


def time_scope(pair: Pair) -> str:
    """Where a bound of what is said goes, comes or changes."""
    for date, ways in pair.candidate.when:
        meant = [known for name, known in pair.source.when if name == date]
        if meant and not any(ways & known for known in meant):
            return f"says “{min(ways)} {date.capitalize()}”, you say “{min(meant[0])} {date.capitalize()}”"
    told = tense(pair)
    if told:
        return told
    surely = _modals(pair, pair.candidate) - _modals(pair, pair.source) - _implied(pair)
    if "must" in surely or _refuses(pair):
        return "says must or will, where you only can or cannot"
    if surely and not (pair.source.asks or "requests" in pair.source.kinds):
        return f"says how surely: {', '.join(sorted(surely))}"
    return _burdened(pair) or _certain(pair) or amounts(pair) or _limits(pair)


def _refuses(pair: Pair) -> bool:
    """Whether it "will not" be done that only cannot be: a refusal of another kind."""
    return _will_not(pair, pair.candidate) and not _will_not(pair, pair.source)


def _will_not(pair: Pair, wording: Wording) -> bool:
    words = [word for word in wording.words if word not in pair.reader.adverbs]
    ends = ("be able", "be in", "be possible")
    return any(
        words[at : at + 2] == ["will", "not"] and " ".join(words[at + 2 : at + 4]) not in ends
        for at in range(len(words))
    )


def _certain(pair: Pair) -> str:
    """What is, where it would be; what is best, where it is good; a condition that is stricter."""
    said, here = set(pair.source.words), set(pair.candidate.words)
    unreal = here & {"would", "could", "may", "might", "if", *_WISHES}
    if "would be" in " ".join(pair.source.words) and not unreal and here & _BEING and not said & _BEING:
        return "says how surely: what would be is"
    best = "best" in here and not said & {"best", "better", "recommend", "suggest"}
    if best and not {"synonyms luck", "synonyms recommend"} & pair.source.concepts:
        return "says more: “best”"
    for clause in pair.candidate.clauses:
        added = _STRICT & set(clause.words) - said
        if "if" in clause.words and added and not clause.negations:
            return f"sets a stricter condition: “{min(added)}”"
    return ""


def _burdened(pair: Pair) -> str:
    """What must be done, or is being done, that is only done or possible in the source."""
    for here in pair.candidate.content:
        there = pair.closest(here)
        modals = {pair.reader.governed(pair.source.words, known.at) for known in there}
        modal = pair.reader.governed(pair.candidate.words, here.at)
        must = modal in _DUTY and not modals & {*_DUTY, "would"}
        doing = pair.candidate.words[max(here.at - 1, 0)] in ("am", "are")
        done = doing and here.words.split()[0].endswith("ing") and modals <= _POSSIBLE
        courtesy = "synonyms thank" in here.concepts or here.words in ("say", "admit", "ask")
        before = pair.candidate.words[: here.at][-1:]
        bare = bool(before) and before[0] in pair.reader.doers and not here.past and not modal
        done = done or (bare and bool(modals) and modals <= {"can", "could"} and not here.negations)
        would = modals == {"would"} and not modal and before in (("it",), ("that",), ("this",))
        done = done or (would and "would" not in pair.candidate.words)
        if there and (must or done) and not (courtesy or pair.source.asks):
            return f"says how surely: “{modal or 'now'} {here.words}”"
    return ""


def _limits(pair: Pair) -> str:
    source, candidate = pair.source, pair.candidate
    lost, added = source.scopes - candidate.scopes, candidate.scopes - source.scopes
    if source.denies and candidate.denies:  # "rather than that" may be "and not that": polarity counts both
        lost, added = lost - {"than"}, added - {"than"}
    if source.asks or _hedged(source) or _hoped(candidate):
        added -= {"maybe"}
    lost -= {"also"}
    if "if" in source.words and "if" in candidate.words:  # "do you mind if" sets no condition
        lost, added = lost - {"if"}, added - {"if"}
    if not _ALSO.isdisjoint(source.words):
        added -= {"also"}
    like_now = {"fornow", "thistime"} if source.denies else {"thesedays"} if source.asks else set[str]()
    like_now |= {"now"}
    if source.scopes & like_now and len(candidate.scopes & like_now) == 1:
        lost, added = lost - like_now, added - like_now
    if lost:
        return f"drops a limit: {', '.join(sorted(lost))}"
    if any(candidate.count(row) > max(source.count(row), 1) for row in _ONCE):
        return "sets the same limit twice"
    if _OPEN.isdisjoint(candidate.words) and not _OPEN.isdisjoint(source.words) and not source.asks:
        return "no longer leaves it open"
    return f"adds a limit: {', '.join(sorted(added))}" if added else ""


def _hedged(source: Wording) -> bool:
    """Whether the source leaves it open already: "you could" is no more than "maybe"."""
    return "could" in source.words


def _hoped(candidate: Wording) -> bool:
    """Whether its doubts are those of a hope: "I hope we might meet", not "I might hope"."""
    doubts = [clause.words for clause in candidate.clauses if not _DOUBTS.isdisjoint(clause.words)]
    return bool(doubts) and all(
        "hope" in words and _DOUBTS.isdisjoint(words[: words.index("hope")]) for words in doubts
    )


def _implied(pair: Pair) -> set[str]:
    """What adds nothing: "maybe it can" to "it may", "promised I would" to "promised to"."""
    can = "maybe" in pair.source.scopes & pair.candidate.scopes
    return ({"can"} if can else set()) | ({"would"} if _SAID & set(pair.source.words) else set())


def _modals(pair: Pair, wording: Wording) -> frozenset[str]:
    """How surely things are done; what cannot be done and what must be refused say no more than a no."""
    found: set[str] = set()
    for clause in wording.clauses:
        kinds = {
            _meant(pair, name, clause, at, wording)
            for name, at in pair.reader.meant(pair.reader.modals, clause.stems)
        }
        found |= (
            kinds
            - ({"can"} if clause.negations and not _NOES.isdisjoint(clause.words) else set())
            - ({"must"} if clause.negations else set())
        )
    return frozenset(found - {""})


def _meant(pair: Pair, name: str, clause: Clause, at: int, wording: Wording) -> str:
    """What the modal at ``at`` means there: "should you like" is an "if", "I should like" a "would"."""
    before = clause.words[:at]
    after = next((word for word in clause.words[at + 1 :] if word not in pair.reader.adverbs), "")
    if name == "should" and not before and after in _IFS and not wording.asks:
        return ""
    if name == "should" and before[-1:] in (("i",), ("we",)) and after in _WISHES:
        return "would"
    if name == "would" and (after in ("rather", "sooner", "prefer") or before[-2:] == ("if", "you")):
        return ""
    if name == "could" and not _NOES.isdisjoint(before):  # "nobody I could introduce"
        return ""
    if name == "must" and after in ("thank", "say", "admit", "confess", "ask"):
        return ""
    return name
