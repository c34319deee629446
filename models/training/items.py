"""What is trained on, as text: one voice, and sentences with their rewrites in it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from demur.domain.model import Prompt
from demur.drafting import RewritePrompt
from demur.voice import measure, without_links

from .corpus import Corpus, TrainingVoice
from .parts import Parts, sentence
from .restyling import Speaker
from .values import Values, filled

# So many sentences at most share a voice and are learned from at once.
TOGETHER = 10
_SAMPLES = (4, 12)
# How often the source is another voice's rewrite, two sentences are one, a sample is one of the rewrites.
_FROM_ANOTHER = 0.15
_DOUBLE = 0.06
_SAMPLE_REWRITTEN = 0.4
_REWRITTEN_AT_MOST = 2

_LINK = re.compile(r"\[link(?: \d)?\]")


class Item(NamedTuple):
    """The prompts of some sentences in one voice, and the answers wanted."""

    prompts: tuple[Prompt, ...]
    answers: tuple[str, ...]


class Asking:
    """Makes items: measures the voice and asks as the app does, with other values in every sentence."""

    def __init__(self, prompt: RewritePrompt, values: Values, chance: Random) -> None:
        self._prompt = prompt
        self._values = values
        self._chance = chance

    def item(self, samples: Sequence[str], pairs: Sequence[tuple[str, str]]) -> Item:
        """``pairs`` of source and rewrite in the voice of whoever wrote ``samples``; all slots are open."""
        voice = measure([self._filled(sample) for sample in samples], id="", name="")
        prompts, answers = [], []
        for source, rewrite in pairs:
            values = self._values.chosen(self._chance, source, rewrite)
            asked, restored = without_links(filled(source, values))
            answer = filled(rewrite, values, lower_case=voice.lower_case)
            for mark in _LINK.findall(asked):
                answer = answer.replace(restored(mark), mark)
            prompts.append(self._prompt.ask(asked, voice))
            answers.append(answer)
        return Item(tuple(prompts), tuple(answers))

    def _filled(self, sample: str) -> str:
        return filled(sample, self._values.chosen(self._chance, sample))


class ByHand:
    """Items from the written pairs without end: every pair once, in no order, before any comes again."""

    def __init__(self, corpus: Corpus, asking: Asking, chance: Random) -> None:
        self._asking = asking
        self._chance = chance
        self._voices = [voice for voice in corpus.voices if voice.rewrites]
        self._rewrites: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for pair in corpus.pairs:
            self._rewrites[pair.sentence.text][pair.voice.name] = pair.rewrite

    def __iter__(self) -> Iterator[Item]:
        while True:
            groups = [(voice, group) for voice in self._voices for group in self._groups(voice)]
            self._chance.shuffle(groups)
            for voice, group in groups:
                pairs = [self._pair(voice, source) for source in group]
                yield self._asking.item(self._samples(voice, group), pairs)

    def _groups(self, voice: TrainingVoice) -> list[list[str]]:
        """The sources that ``voice`` rewrites, shuffled, in as few groups as can be, of like size."""
        sources = self._chance.sample(list(voice.rewrites), len(voice.rewrites))
        count = -(-len(sources) // TOGETHER)
        return [sources[start::count] for start in range(count)]

    def _samples(self, voice: TrainingVoice, group: Sequence[str]) -> list[str]:
        """Samples in any order, a few of them replies: what people will have written to the app."""
        samples = self._chance.sample(voice.samples, self._chance.randint(*_SAMPLES))
        replies = [rewrite for source, rewrite in voice.rewrites.items() if source not in group]
        for place in range(min(_REWRITTEN_AT_MOST, len(replies))):
            if self._chance.random() < _SAMPLE_REWRITTEN:
                samples[place] = self._chance.choice(replies)
        self._chance.shuffle(samples)
        return samples

    def _pair(self, voice: TrainingVoice, source: str) -> tuple[str, str]:
        rewrite = voice.rewrites[source]
        others = [text for name, text in self._rewrites[source].items() if name != voice.name]
        asked = self._chance.choice(others) if others and self._chance.random() < _FROM_ANOTHER else source
        further = [text for text in voice.rewrites if text != source]
        if further and self._chance.random() < _DOUBLE:
            second = self._chance.choice(further)
            return f"{asked} {second}", f"{rewrite} {voice.rewrites[second]}"
        return asked, rewrite


class ByRule:
    """Items from sentences and styles put together by chance, without end."""

    def __init__(self, parts: Parts, asking: Asking, chance: Random) -> None:
        self._parts = parts
        self._asking = asking
        self._chance = chance

    def __iter__(self) -> Iterator[Item]:
        while True:
            speaker = Speaker(self._parts.styles, self._chance)
            yield self._asking.item(speaker.samples, [self._pair(speaker) for _ in range(TOGETHER)])

    def _pair(self, speaker: Speaker) -> tuple[str, str]:
        """A sentence and how ``speaker`` says it; one that stays as it is gives way to another, once."""
        for _ in range(2):
            source = sentence(self._parts.sentences, self._chance)
            rewrite = speaker.say(source)
            if rewrite != source:
                break
        return source, rewrite


def mixed(first: Iterator[Item], second: Iterator[Item], share: float, chance: Random) -> Iterator[Item]:
    """Items of ``first``, and of ``second`` in that ``share``."""
    while True:
        yield next(second if chance.random() < share else first)
