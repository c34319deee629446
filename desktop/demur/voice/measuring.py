"""A voice measured from what a person wrote."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any

import re2

from demur.domain.voice import Voice

from .contractions import contract, expand
from .letters import EMOJI, Letter, read_letter

# Words that people differ in; what somebody writes about is their own business and no style.
_STYLE = """
absolutely actually appreciate awesome basically bless brilliant cheers definitely delighted fab fancy
folks gladly gonna grand grateful great happy heaps honestly hopefully indeed just kinda kindly literally
lovely mate nice perhaps please pls pretty quick quite rather really reckon simply sincerely stoked super
sure ta thrilled totally truly very wanna warmly wonderful y'all yep
"""
STYLE_WORDS = frozenset(_STYLE.split())
_FAVOURITES = 5

_SAMPLES = 12
_SAMPLE_WORDS = range(3, 31)

# What names somebody, or still waits for a name, is nothing to imitate.
_PARTICULAR = re2.compile(r"(?i)[\[\]{}<>@]|https?://|www\.|\d{4}")

_PUNCTUATION = ".,;:!?…\"'“”‘’()-–—"
_EXCLAMATION = re2.compile(r"!+")
_EMOJI = re2.compile(EMOJI)
_DASH = re2.compile(r"—|–| - ")


def measure(samples: Sequence[str], *, id: str, name: str, language: str = "en") -> Voice:  # noqa: A002
    """The voice of whoever wrote ``samples``, messages or single sentences, in ``language``.

    What the samples do not show keeps the default of ``Voice``; what they quote of others is left out.
    """
    return measure_letters([read_letter(sample) for sample in samples], id=id, name=name, language=language)


def measure_letters(
    letters: Sequence[Letter],
    *,
    id: str,  # noqa: A002
    name: str,
    language: str,
) -> Voice:
    """The same of messages that are taken apart already."""
    sentences = [sentence for letter in letters for sentence in letter.sentences]
    unseen = Voice(id=id, name=name, language=language)
    rates = _rates(sentences)
    if rates.get("lower_case"):
        unseen = unseen.model_copy(
            update={"greeting": unseen.greeting.lower(), "sign_off": unseen.sign_off.lower()}
        )
    openings = {
        "greeting": _most_common(letter.greeting for letter in letters),
        "sign_off": _most_common(letter.sign_off for letter in letters),
    }
    seen = {field: value for field, value in (openings | rates).items() if value is not None}
    return unseen.model_copy(update=seen)


def _most_common(openings: Iterable[str | None]) -> str | None:
    counted = Counter(opening for opening in openings if opening is not None)
    return counted.most_common(1)[0][0] if counted else None


def _rates(sentences: Sequence[str]) -> dict[str, object]:
    if not sentences:
        return {}
    text = "\n".join(sentences)
    words = [len(_words(sentence)) for sentence in sentences]
    long, short = contract(text)[1], expand(text)[1]
    initials = [next(filter(str.isalpha, sentence), "") for sentence in sentences]

    def average(pattern: Any) -> float:
        return len(pattern.findall(text)) / len(sentences)

    return {
        "samples": tuple(dict.fromkeys(filter(is_sample, sentences)))[:_SAMPLES],
        "contractions": short / (short + long) if short + long else None,
        "sentence_length": float(median(words)),
        "exclamations": average(_EXCLAMATION),
        "emoji": average(_EMOJI),
        "dashes": average(_DASH),
        "lower_case": sum(map(str.islower, initials)) > sum(map(str.isupper, initials)),
        "favourites": _favourites(text),
    }


def is_sample(sentence: str) -> bool:
    """Whether ``sentence`` is neither a scrap nor a sermon and holds no address."""
    return len(_words(sentence)) in _SAMPLE_WORDS and not _PARTICULAR.search(sentence)


def _favourites(text: str) -> tuple[str, ...]:
    counted = Counter(word for word in _words(text.lower().replace("’", "'")) if word in STYLE_WORDS)
    return tuple(sorted(counted, key=lambda word: (-counted[word], word)))[:_FAVOURITES]


def _words(text: str) -> list[str]:
    words = (piece.strip(_PUNCTUATION) for piece in text.split())
    return [word for word in words if word]
