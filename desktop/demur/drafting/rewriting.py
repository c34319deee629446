"""One beat of a letter put into other words: which of the wordings proposed is said."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from demur.domain.draft import Alternative, Check, DraftBeat, Origin
from demur.domain.ports import LanguageModel
from demur.domain.template import FilledBeat
from demur.voice import calm, plain

from .budget import Place
from .job import Terms
from .proposing import Candidate, Proposer, bare_words

# So much nearer to the voice must a letter be with a wording that is less welcome, where a sentence that
# misses one of the eight habits compared counts 1/8. The model hears what no rule measures, so its words
# come first, but what it says once in several answers may be a slip; the template's words are the most
# exact, so they come before a paraphrase.
_SAID_ONCE = 1 / 8
_FALLBACK = 2 / 8
_PARAPHRASE = 3 / 8
_FIRST_SEED = 0


class Rewriter:
    """Chooses among what the rules and the model propose, by the letter around the beat."""

    def __init__(self, proposer: Proposer) -> None:
        self._proposer = proposer

    def by_rule(self, filled: FilledBeat, terms: Terms, shown: DraftBeat | None = None) -> DraftBeat:
        """The beat as the rules carry it into the voice; what was ``shown`` may be had again."""
        fallback = self._proposer.fallback(filled, terms)
        return DraftBeat(
            role=filled.role,
            template=filled.text,
            fallback=fallback.text,
            text=fallback.text,
            origin=fallback.origin,
            checks=fallback.checks,
            alternatives=_others(shown, fallback.text) if shown else (),
        )

    def take(self, shown: DraftBeat, wanted: Alternative, filled: FilledBeat, terms: Terms) -> DraftBeat:
        """``shown`` in the words ``wanted``, one of its alternatives; what stood there becomes the last.

        The guard sees it again, since a beat may be older than the guard. What it no longer lets through
        is refused and no alternative any more; a person's own words are theirs, as when they were typed.
        """
        others = tuple(one for one in shown.alternatives if one.text not in (wanted.text, shown.text))
        own = wanted.origin is Origin.PERSON
        checks = () if own else self._proposer.checked(wanted.text, wanted.origin, filled, terms).checks
        if failed := tuple(check for check in checks if not check.passed):
            update = {"refused": wanted.text, "refusals": failed, "alternatives": others}
            return shown.model_copy(update=update)
        now = Alternative(text=shown.text, origin=shown.origin)
        kept = (*others, now) if shown.text.strip() else others
        update = {"text": wanted.text, "origin": wanted.origin, "checks": checks, "alternatives": kept}
        return shown.model_copy(update=update)

    def rewrite(
        self,
        beats: Sequence[DraftBeat],
        index: int,
        filled: FilledBeat,
        terms: Terms,
        model: LanguageModel,
        on_words: Callable[[str], None],
        cancel: threading.Event,
        proposed: Sequence[Candidate] = (),
    ) -> DraftBeat:
        """Beat ``index`` of ``beats`` in the model's words where they serve, else in a rule's.

        What is ``proposed`` already comes first, else the greedy answer, the most faithful that there is.
        Where that is refused, breaks the budget of the letter or is clearly farther from the voice than a
        rule's wording, or where it is a rule's wording and the letter is not near to the voice with it, the
        model is asked for the paraphrases of the beat. Samples come last: each is one more that the guard
        has to see through. Raises ``DemurError`` when the model fails.
        """
        if cancel.is_set():
            return beats[index]
        answers = list(proposed) or self._proposer.greedy(filled, terms, model, on_words, cancel)
        if not answers:
            return beats[index]
        place = Place(beats, index, terms.voice)
        rules = self._proposer.by_rule(filled, terms)
        ranked = self._ranked(place, rules, answers, (), filled, terms)
        agreed = _core(answers[0]) == _core(ranked[0])
        if agreed and place.near(ranked[0].text):
            return _said(beats[index], ranked, _refusal(place, answers))
        rephrased = self._proposer.rephrased(filled, terms, model, cancel)
        while ranked[0].origin is not Origin.MODEL and (one := next(rephrased, None)):
            answers.append(one)
            ranked = self._ranked(place, rules, answers, (), filled, terms)
        if ranked[0].origin is not Origin.MODEL and not agreed and not cancel.is_set():
            drawn = self._proposer.samples(filled, terms, model, _FIRST_SEED, cancel)
            ranked = self._ranked(place, rules, answers, drawn, filled, terms)
        return _said(beats[index], ranked, _refusal(place, answers))

    def another(
        self,
        beats: Sequence[DraftBeat],
        index: int,
        filled: FilledBeat,
        terms: Terms,
        model: LanguageModel,
        seed: int,
        cancel: threading.Event,
    ) -> DraftBeat:
        """Beat ``index`` of ``beats`` in words that differ from those shown: new ones, or else kept ones.

        What was shown before comes again after all else. Where nothing else may be said it stays, with the
        last refusal noted. Raises ``DemurError`` when the model fails.
        """
        shown = beats[index]
        place = Place(beats, index, terms.voice)
        answers = self._proposer.samples(filled, terms, model, seed, cancel)
        if cancel.is_set():
            return shown
        old = [self._proposer.checked(one.text, one.origin, filled, terms) for one in shown.alternatives]
        old += self._proposer.by_rule(filled, terms)
        known = {bare_words(one.text) for one in old}
        overdone = [one for one in answers if place.excess(one.text)]
        proposed = [*answers, *self._proposer.plainer(overdone, filled, terms)]
        new = sorted(
            (one for one in proposed if bare_words(one.text) not in known),
            key=lambda one: place.farness(one.text),
        )
        fitting = [one for one in (*new, *old) if not _objections(place, one)]
        now = Candidate(text=shown.text, origin=shown.origin, checks=shown.checks)
        others = _distinct([now, *fitting])[1:]
        kept = [] if shown.origin is Origin.PERSON and others else [now]
        return _said(shown, [*others, *kept], _refusal(place, answers))

    def _ranked(
        self,
        place: Place,
        rules: Sequence[Candidate],
        greedy: Sequence[Candidate],
        drawn: Sequence[Candidate],
        filled: FilledBeat,
        terms: Terms,
    ) -> list[Candidate]:
        """What may be said, the best first: there is always the first of ``rules``.

        What the model says in a rule's words is the rule's, and as welcome as what else the model says. No
        chance had a hand in a ``greedy`` answer: it counts twice.
        """
        answers = [*greedy, *drawn]
        known = {bare_words(one.text) for one in rules}
        overdone = [one for one in answers if place.excess(one.text)]
        proposed = [*answers, *self._proposer.plainer(overdone, filled, terms)]
        new = [one for one in proposed if bare_words(one.text) not in known]
        fitting = [one for one in (*rules, *new) if one is rules[0] or not _objections(place, one)]
        heard = Counter(map(_core, (*greedy, *answers)))

        def farness(one: Candidate) -> float:
            unheard = _FALLBACK if one is rules[0] else _PARAPHRASE
            return place.farness(one.text) + (unheard, _SAID_ONCE, 0)[min(heard[_core(one)], 2)]

        return _distinct(sorted(fitting, key=lambda one: (bool(one.failed), farness(one))))


def _core(one: Candidate) -> tuple[str, ...]:
    """What ``one`` says below its ornament."""
    return bare_words(plain(calm(one.text)))


def _others(shown: DraftBeat, text: str) -> tuple[Alternative, ...]:
    """What ``shown`` said and might have said, but for ``text`` and what a person wrote."""
    now = Alternative(text=shown.text, origin=shown.origin)
    others = shown.alternatives if shown.origin is Origin.PERSON else (now, *shown.alternatives)
    return tuple(one for one in others if bare_words(one.text) != bare_words(text))


def _distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Each wording once, as it comes first; other marks make no other wording."""
    first: dict[tuple[str, ...], Candidate] = {}
    for one in candidates:
        first.setdefault(bare_words(one.text), one)
    return list(first.values())


def _objections(place: Place, one: Candidate) -> tuple[Check, ...]:
    """What speaks against ``one``: the guard, or else the letter around it."""
    excess = place.excess(one.text)
    return one.failed or ((Check(id="letter", passed=False, detail=excess),) if excess else ())


def _refusal(place: Place, candidates: Iterable[Candidate]) -> tuple[str, tuple[Check, ...]]:
    """The first of the model's wordings that may not be said, and why; nothing where all may."""
    refused = ((one.text, objections) for one in candidates if (objections := _objections(place, one)))
    return next(refused, ("", ()))


def _said(
    beat: DraftBeat, ranked: Sequence[Candidate], refusal: tuple[str, tuple[Check, ...]]
) -> DraftBeat:
    """``beat`` with the first of ``ranked``; what was refused is of interest where none of it is used."""
    best, *others = ranked
    rewritten = best.origin is Origin.MODEL and best.text != beat.text
    refused, refusals = ("", ()) if rewritten else refusal
    return beat.model_copy(
        update={
            "text": best.text,
            "origin": best.origin,
            "checks": best.checks,
            "refused": refused,
            "refusals": refusals,
            "alternatives": tuple(Alternative(text=one.text, origin=one.origin) for one in others),
        }
    )
