"""What a rewrite must not add: a promise, an excuse, an apology."""

from .pair import Pair
from .wording import Clause, Wording


def promise(pair: Pair) -> str:
    """Something that the candidate would have bound somebody to."""
    if pair.source.asks and pair.candidate.asks:
        return ""
    bound = _bound(pair, pair.source, mine=False)
    for clause, topics in _bound(pair, pair.candidate, mine=True):
        if not any(topics & known for _, known in bound):
            return f"would have promised: “{' '.join(clause.words)}”"
    return ""


def _bound(pair: Pair, wording: Wording, mine: bool) -> list[tuple[Clause, frozenset[str]]]:
    """The clauses that bind somebody (if ``mine``, other than the reader), each with what it is about."""
    found: list[tuple[Clause, frozenset[str]]] = []
    for number, clause in enumerate(wording.clauses):
        starts = pair.reader.meant(pair.reader.promise, clause.stems)
        if not starts or _denied(wording, number):
            continue
        if mine and "you" in clause.words[: starts[0][1]]:
            continue
        said = [item for item in wording.items if item.clause == number]
        about = [item.concepts for item in said if item.content]
        about = about or [item.concepts for item in said if "function" not in item.kinds]
        found.append((clause, frozenset().union(*about)))
    return found


def _denied(wording: Wording, number: int) -> bool:
    """Whether clause ``number`` says that it is not done; that something has stopped is no denial."""
    noes = {"negators plain", "negators refuse", "negators unable"}
    return any(item.clause == number and item.rows & noes for item in wording.items)


def excuse(pair: Pair) -> str:
    """A reason that the template does not give."""
    source, candidate = pair.reader.excuse.within(pair.source.stems), pair.candidate
    reasoned = {"so", "because", "as", "since"} & set(pair.source.words)
    for name, at in pair.reader.excuse.within(candidate.stems).items():
        end = at + pair.reader.excuse.at(candidate.stems, at)[0]
        said = bool(reasoned) if name == "because" else pair.licence.issuperset(candidate.stems[at:end])
        if name not in source and not said:
            return f"would have given a reason that you did not give: “{' '.join(candidate.words[at:end])}”"
    return ""


def apology(pair: Pair) -> str:
    """A “sorry” that the template lacks; one that softens a no may stand for its “unfortunately”."""
    said = pair.source.kinds
    for item in pair.candidate.items:
        if "apology" in item.kinds and not said & {"apology", "softener"}:
            return f"would have apologised: “{item.words}”"
        if "softener" in item.kinds and not (said & {"apology", "softener"} or pair.source.denies):
            return f"regrets something: “{item.words}”"
    return ""
