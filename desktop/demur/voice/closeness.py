"""How far a text is from a voice: what of several wordings of the same sentence is chosen by."""

from collections.abc import Sequence
from math import log

import re2

from demur.domain.voice import Voice

from .contractions import contract, expand
from .habits import Habit, Habits, Kind, habits, habits_of
from .letters import read_letter

_DASH = re2.compile(r"—|–| - ")


def distance(texts: Sequence[str], voice: Voice) -> float:
    """How far ``texts``, a sentence, a beat or all beats of a letter, are from ``voice``: 0 to 1.

    It is the mean of eight differences, each 0 to 1 and 0 where the texts do not show it:
    sentence length (the logarithm of the ratio), the share of contracted places, exclamation marks, emoji,
    dashes and openers a sentence, the share of sentences that begin small, and the use of sign words: half
    the sum of how much more or less often each comes than in the samples.
    """
    sentences = [sentence for text in texts for sentence in read_letter(text).sentences]
    if not sentences:
        return 0.0
    shown = habits(sentences)
    own = habits_of(voice.samples)
    differences = (
        _length(sentences, voice),
        _contractions(sentences, voice),
        abs(shown.rate(Habit(Kind.EXCLAMATION)) - voice.exclamations),
        abs(shown.rate(Habit(Kind.EMOJI)) - voice.emoji),
        abs(len(_DASH.findall("\n".join(sentences))) / len(sentences) - voice.dashes),
        abs(_begun_small(sentences) - voice.lower_case),
        *((_openers(shown, own), _sign_words(shown, own)) if own.sentences else ()),
    )
    return sum(min(1.0, float(difference)) for difference in differences) / 8


def _length(sentences: Sequence[str], voice: Voice) -> float:
    words = sum(len(sentence.split()) for sentence in sentences) / len(sentences)
    return abs(log(words / max(voice.sentence_length, 1.0)))


def _contractions(sentences: Sequence[str], voice: Voice) -> float:
    text = "\n".join(sentences)
    long, short = contract(text)[1], expand(text)[1]
    return abs(short / (short + long) - voice.contractions) if short + long else 0.0


def _begun_small(sentences: Sequence[str]) -> float:
    initials = [next(filter(str.isalpha, sentence), "") for sentence in sentences]
    return sum(map(str.islower, initials)) / len(initials)


def _openers(shown: Habits, own: Habits) -> float:
    return abs(shown.rate(Habit(Kind.OPENER)) - own.rate(Habit(Kind.OPENER)))


def _sign_words(shown: Habits, own: Habits) -> float:
    words = [habit for habit in {**shown.counts, **own.counts} if habit.kind is Kind.SIGN]
    return sum(abs(shown.rate(word) - own.rate(word)) for word in words) / 2
