"""What might be said in the place of one beat: the rules and the model propose, the guard decides."""

import threading
from collections.abc import Callable, Iterable, Iterator

import re2

from demur.domain.draft import Check, Origin
from demur.domain.frozen import Frozen
from demur.domain.model import Generation, Prompt, Sampling, Stop
from demur.domain.ports import LanguageModel
from demur.domain.template import FilledBeat
from demur.domain.voice import Voice
from demur.guard import Guard
from demur.voice import calm, carry, plain, without_links

from .job import Terms
from .prompt import RewritePrompt

# Greedy is the most faithful; a trial on the embedded model found samples at 0.7 worth a second try.
_TEMPERATURE = 0.7
_SAMPLES = 4
_PARAPHRASES = 2

# The letter greets and ends by itself.
_GREETS = re2.compile(
    r"(?i)^\W*(?:hi|hey|hello|hiya|dear|greetings|good (?:day|morning|afternoon|evening))\b"
)
_ENDS = re2.compile(
    r"(?i)[.!?,] *(?:(?:all the |very )?best(?: wishes| regards)?|(?:kind|warm)(?:est)? (?:regards|wishes)|"
    r"regards|sincerely|yours|cheers|warmly|take care)\W*$"
)

_ENDS_A_SENTENCE = {".", "!", "?"}

# Tokens for an answer: what needs more than this has left the sentence behind, and only costs time.
_ROOM = 16
_ROOM_PER_WORD = 2
_ROOM_AT_MOST = 512


class Candidate(Frozen):
    """A wording of a beat, with every check that was made of it."""

    text: str
    origin: Origin
    checks: tuple[Check, ...]

    @property
    def failed(self) -> tuple[Check, ...]:
        """What speaks against it; nothing where it may be used."""
        return tuple(check for check in self.checks if not check.passed)


class Proposer:
    """Finds wordings of a beat and has each checked."""

    def __init__(self, prompt: RewritePrompt, guard: Guard) -> None:
        self._prompt = prompt
        self._guard = guard

    def warm_up(self, voice: Voice, model: LanguageModel) -> None:
        """Let ``model`` read what the prompts of all sentences in ``voice`` begin with."""
        prompt = self._prompt.ask("", voice)
        model.generate(prompt, Sampling(max_tokens=1), lambda _: None, threading.Event())

    def fallback(self, filled: FilledBeat, terms: Terms) -> Candidate:
        """The template carried into the voice by rule, or as it is where the guard wants it so."""
        carried = self._by_rule(filled, carry(filled, terms.voice), terms)
        return self._by_rule(filled, filled.text, terms) if carried.failed else carried

    def by_rule(self, filled: FilledBeat, terms: Terms) -> list[Candidate]:
        """The fallback, then the verified paraphrases of the beat carried into the voice."""
        texts = (_carried(text, filled, terms.voice) for text in filled.alternatives)
        return [self.fallback(filled, terms), *(self._by_rule(filled, text, terms) for text in texts)]

    def greedy(
        self,
        filled: FilledBeat,
        terms: Terms,
        model: LanguageModel,
        on_words: Callable[[str], None],
        cancel: threading.Event,
    ) -> list[Candidate]:
        """The model's first thought, handed over as it comes; nothing once it is cancelled.

        Raises ``DemurError`` when the model fails.
        """
        prompt, restored, room = self._asked(filled.text, terms)
        words: list[str] = []

        def collect(piece: str) -> None:
            words.append(piece)
            on_words(restored("".join(words)))

        sampling = Sampling(one_line=True, max_tokens=room)
        answer = model.generate(prompt, sampling, collect, cancel)
        return self._by_answers([answer], filled, terms, restored)

    def rephrased(
        self, filled: FilledBeat, terms: Terms, model: LanguageModel, cancel: threading.Event
    ) -> Iterator[Candidate]:
        """The model's first thought at the paraphrases of the beat, one by one as they are asked for.

        Nothing once it is cancelled. Raises ``DemurError`` when the model fails.
        """
        for text in filled.alternatives[:_PARAPHRASES]:
            if cancel.is_set():
                return
            prompt, restored, room = self._asked(text, terms)
            sampling = Sampling(one_line=True, max_tokens=room)
            answer = model.generate(prompt, sampling, lambda _: None, cancel)
            yield from self._by_answers([answer], filled, terms, restored)

    def samples(
        self, filled: FilledBeat, terms: Terms, model: LanguageModel, seed: int, cancel: threading.Event
    ) -> list[Candidate]:
        """What else the model may say, each ``seed`` other words; nothing that was cancelled.

        Raises ``DemurError`` when the model fails.
        """
        prompt, restored, room = self._asked(filled.text, terms)
        sampling = Sampling(temperature=_TEMPERATURE, seed=seed, one_line=True, max_tokens=room)
        answers = model.sample(prompt, sampling, _SAMPLES, cancel)
        return self._by_answers(answers, filled, terms, restored)

    def checked(self, text: str, origin: Origin, filled: FilledBeat, terms: Terms) -> Candidate:
        """``text``, which passed before, as the guard sees it now."""
        return Candidate(text=text, origin=origin, checks=self._guard.check(filled, text, terms.context))

    def by_model(self, text: str, filled: FilledBeat, terms: Terms, finished: bool = True) -> Candidate:
        """``text`` of the model's, its addresses back in place; not ``finished``, it cannot be used."""
        carried = _carried(_mended(text.strip(), filled), filled, terms.voice)
        whole = Check(id="whole", passed=finished, detail="" if finished else "stops in mid-sentence")
        once = _once(filled.text, carried, terms.voice)
        by_guard = self._guard.check(filled, carried, terms.context)
        return Candidate(text=carried, origin=Origin.MODEL, checks=(whole, once, *by_guard))

    def plainer(self, answers: Iterable[Candidate], filled: FilledBeat, terms: Terms) -> list[Candidate]:
        """The same ``answers`` without the ornament of which a letter may have enough."""
        texts = [one.text for one in answers if not one.failed]
        variants = [form for text in texts for form in (calm(text), plain(text), plain(calm(text)))]
        return [self.by_model(text, filled, terms) for text in dict.fromkeys(variants) if text not in texts]

    def _asked(self, text: str, terms: Terms) -> tuple[Prompt, Callable[[str], str], int]:
        """The prompt, what puts the addresses back, and the tokens that an answer may take.

        The model sees no address: what it copies wrong looks right and leads elsewhere.
        """
        sentence, restored = without_links(text)
        return self._prompt.ask(sentence, terms.voice), restored, room_for(sentence)

    def _by_answers(
        self,
        answers: Iterable[Generation],
        filled: FilledBeat,
        terms: Terms,
        restored: Callable[[str], str],
    ) -> list[Candidate]:
        return [
            self.by_model(restored(answer.text), filled, terms, answer.stop is Stop.END)
            for answer in answers
            if answer.stop is not Stop.CANCELLED
        ]

    def _by_rule(self, filled: FilledBeat, text: str, terms: Terms) -> Candidate:
        origin = Origin.TEMPLATE if text == filled.text else Origin.VOICE
        return self.checked(text, origin, filled, terms)


def room_for(sentence: str) -> int:
    """The tokens that an answer to ``sentence`` may take."""
    return min(_ROOM + _ROOM_PER_WORD * len(sentence.split()), _ROOM_AT_MOST)


def _mended(text: str, filled: FilledBeat) -> str:
    """``text`` with the facts in their own case, and an end where the next sentence would run into it."""
    for fact in filled.facts:
        known = (fact, fact[:1].upper() + fact[1:])
        if " " in fact and not any(form in text for form in known):
            text = re2.sub(f"(?i){re2.escape(fact)}", lambda _, fact=fact: fact, text)
    end = filled.text[-1:]
    return text + end if end in _ENDS_A_SENTENCE and text[-1:].isalnum() else text


def _carried(text: str, filled: FilledBeat, voice: Voice) -> str:
    """What the rules know of the voice holds for other words too: a model contracts where nobody would."""
    return carry(filled.model_copy(update={"text": text, "alternatives": ()}), voice)


def _once(template: str, candidate: str, voice: Voice) -> Check:
    """Whether the letter would greet or end twice, with ``candidate`` in its midst."""
    own = bare_words(voice.greeting)
    greets = (own and bare_words(candidate)[: len(own)] == own) or _GREETS.search(candidate)
    ends = _ENDS.search(candidate) and not _ENDS.search(template)
    detail = "greets once more" if greets else "ends the letter once more" if ends else ""
    return Check(id="once", passed=not detail, detail=detail)


def bare_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` without case and marks: what makes one wording differ from another."""
    words = (word.strip(",.!?;:–—-") for word in text.casefold().replace("’", "'").split())
    return tuple(filter(None, words))
