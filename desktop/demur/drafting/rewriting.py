"""One beat rewritten by the model, as far as the guard lets it."""

import threading
from collections.abc import Callable, Iterator
from string import Template as Text

import re2

from demur.domain.data_file import parse_data_file
from demur.domain.draft import Check, DraftBeat, Origin
from demur.domain.frozen import Frozen
from demur.domain.model import Prompt, Sampling, Stop
from demur.domain.ports import LanguageModel
from demur.domain.template import FilledBeat
from demur.domain.voice import Voice
from demur.guard import Guard
from demur.voice import carry, style_line, without_links

from .job import Terms

# Greedy is the most faithful; a trial on the embedded model found samples at 0.7 worth a second try.
_TEMPERATURE = 0.7
_TRIES = 3

# The letter greets and ends by itself.
_GREETS = re2.compile(
    r"(?i)^\W*(?:hi|hey|hello|hiya|dear|greetings|good (?:day|morning|afternoon|evening))\b"
)
_ENDS = re2.compile(
    r"(?i)[.!?,] *(?:(?:all the |very )?best(?: wishes| regards)?|(?:kind|warm)(?:est)? (?:regards|wishes)|"
    r"regards|sincerely|yours|cheers|warmly|take care)\W*$"
)

# Tokens for an answer: what needs more than this has left the sentence behind, and only costs time.
_ROOM = 16
_ROOM_PER_WORD = 2
_ROOM_AT_MOST = 512


class RewritePrompt(Frozen):
    """What the model is told; ``user`` holds ``$samples``, ``$style`` and ``$sentence``."""

    system: str
    user: str

    @classmethod
    def load(cls, text: str, name: str) -> "RewritePrompt":
        """The prompt in the TOML ``text`` of the file ``name``; raises ``DataFileError``."""
        return parse_data_file(text, name, cls)

    def ask(self, sentence: str, voice: Voice) -> Prompt:
        """The prompt for one sentence; everything up to it is the same for all sentences of a voice."""
        samples = "\n".join(f"- {sample}" for sample in voice.samples)
        user = Text(self.user).substitute(samples=samples, style=style_line(voice), sentence=sentence)
        return Prompt(system=self.system, user=user)


class Rewriter:
    """Rewrites a beat in a voice: the model proposes, the guard decides."""

    def __init__(self, prompt: RewritePrompt, guard: Guard) -> None:
        self._prompt = prompt
        self._guard = guard

    def warm_up(self, voice: Voice, model: LanguageModel) -> None:
        """Let ``model`` read what the prompts of all sentences in ``voice`` begin with."""
        prompt = self._prompt.ask("", voice)
        model.generate(prompt, Sampling(max_tokens=1), lambda _: None, threading.Event())

    def rewrite(
        self,
        current: DraftBeat,
        filled: FilledBeat,
        terms: Terms,
        model: LanguageModel,
        samplings: Iterator[Sampling],
        on_words: Callable[[str], None],
        cancel: threading.Event,
    ) -> DraftBeat:
        """``current`` with the first new wording that passes every check, else with the last refusal noted.

        The model sees no address: what it copies wrong looks right and leads elsewhere.
        ``samplings`` says how often to try, and how. Raises ``DemurError`` when the model fails.
        """
        sentence, restored = without_links(filled.text)
        prompt = self._prompt.ask(sentence, terms.voice)
        room = min(_ROOM + _ROOM_PER_WORD * len(sentence.split()), _ROOM_AT_MOST)
        beat = current
        for sampling in samplings:
            if cancel.is_set():
                break
            words: list[str] = []

            def collect(piece: str, words: list[str] = words) -> None:
                words.append(piece)
                on_words(restored("".join(words)))

            generation = model.generate(
                prompt, sampling.model_copy(update={"max_tokens": room}), collect, cancel
            )
            if generation.stop is Stop.CANCELLED:
                break
            candidate = _carried(restored(generation.text.strip()), filled, terms.voice)
            checks = self._checks(filled, candidate, terms, generation.stop)
            failed = tuple(check for check in checks if not check.passed)
            if failed:
                beat = beat.model_copy(update={"refused": candidate, "refusals": failed})
            elif candidate != current.text:
                update = {"text": candidate, "origin": Origin.MODEL, "checks": checks}
                return beat.model_copy(update=update | {"refused": "", "refusals": ()})
        return beat

    def _checks(self, filled: FilledBeat, candidate: str, terms: Terms, stop: Stop) -> tuple[Check, ...]:
        finished = stop is Stop.END
        whole = Check(id="whole", passed=finished, detail="" if finished else "stops in mid-sentence")
        once = _once(filled.text, candidate, terms.voice)
        return (whole, once, *self._guard.check(filled, candidate, terms.context))


def _carried(candidate: str, filled: FilledBeat, voice: Voice) -> str:
    """What the rules know of the voice holds for the model's words too: it contracts where nobody would."""
    return carry(filled.model_copy(update={"text": candidate, "alternatives": ()}), voice)


def _once(template: str, candidate: str, voice: Voice) -> Check:
    """Whether the letter would greet or end twice, with ``candidate`` in its midst."""
    own = _bare(voice.greeting)
    greets = (own and _bare(candidate)[: len(own)] == own) or _GREETS.search(candidate)
    ends = _ENDS.search(candidate) and not _ENDS.search(template)
    detail = "greets once more" if greets else "ends the letter once more" if ends else ""
    return Check(id="once", passed=not detail, detail=detail)


def _bare(text: str) -> list[str]:
    return [word.strip(",.!:–—-") for word in text.casefold().split()]


def first_samplings() -> Iterator[Sampling]:
    """How a beat is tried when a draft is made: greedy, then two samples."""
    yield Sampling(one_line=True)
    yield from other_samplings(0, _TRIES - 1)


def other_samplings(seed: int, count: int = _TRIES) -> Iterator[Sampling]:
    """Further samples, each seed other words."""
    for number in range(count):
        yield Sampling(temperature=_TEMPERATURE, seed=seed + number, one_line=True)
