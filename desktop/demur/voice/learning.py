"""A voice learned from what a person sent."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import re2

from demur.domain.voice import Voice

from .boilerplate import own_words
from .choosing import Said, choose
from .discretion import Discretion
from .letters import EMOJI, Letter, greeted_names, read_letter, read_sign_off
from .measuring import is_sample, measure_letters

_WHOLE = re2.compile(rf"^[\"“‘'(]?\p{{Lu}}.*[.!?…)][\"”’']*(?: *{EMOJI})*$")
_SOUND = re2.compile(r"^[\"“‘'(]?\pL.*[^,:;–—-]$")


class Sent(NamedTuple):
    """A message that the person sent: what it says, and how it is signed."""

    body: str
    signature: str = ""


class Learned(NamedTuple):
    """A voice, and what it comes from.

    ``messages`` without the ``doubles``; of their ``sentences``, ``boilerplate`` was left out wholly, and
    ``kept_back`` count for the measure but are never samples: they name somebody or something.
    """

    voice: Voice
    messages: int
    doubles: int
    sentences: int
    boilerplate: int
    kept_back: int


def learn(
    messages: Iterable[Sent],
    people: Iterable[str],
    *,
    id: str,  # noqa: A002
    name: str,
    language: str = "en",
) -> Learned:
    """The voice of whoever sent ``messages``, all in ``language``; its samples name none of ``people``.

    Nothing of the messages goes into it but rates, greeting and sign-off from a fixed list, style words and
    at most twelve sentences that ``Discretion`` allows.
    """
    sent = list(messages)
    distinct: dict[str, Sent] = {}
    for one in sent:
        distinct.setdefault(" ".join(one.body.casefold().split()), one)
    letters = [_letter(one) for one in distinct.values()]
    whole = [letter.sentences for letter in letters]
    own = own_words(whole)
    bare = [letter._replace(sentences=tuple(rest)) for letter, rest in zip(letters, own, strict=True)]
    greeted = (name for one in distinct.values() for name in greeted_names(one.body))
    discretion = Discretion((one for sentences in own for one in sentences), [*people, *greeted])
    fitting = [said for said in _whole(_said(own)) if is_sample(said.text)]
    allowed = [said for said in fitting if discretion.allows(said.text)]
    voice = measure_letters(bare, id=id, name=name, language=language)
    return Learned(
        voice=voice.model_copy(update={"samples": choose(allowed)}),
        messages=len(letters),
        doubles=len(sent) - len(letters),
        sentences=sum(map(len, own)),
        boilerplate=sum(map(len, whole)) - sum(map(len, own)),
        kept_back=len(fitting) - len(allowed),
    )


def _letter(sent: Sent) -> Letter:
    letter = read_letter(sent.body)
    if letter.sign_off is None and sent.signature:
        return letter._replace(sign_off=read_sign_off(sent.signature))
    return letter


def _whole(sentences: Sequence[Said]) -> list[Said]:
    """Those that are neither items of lists nor pieces: how most begin and end shows what a piece is."""
    whole = [said for said in sentences if _WHOLE.search(said.text)]
    if len(whole) * 2 >= len(sentences):
        return whole
    return [said for said in sentences if _SOUND.search(said.text)]


def _said(letters: Sequence[Sequence[str]]) -> list[Said]:
    """Each sentence once, as it stood where it was said first."""
    found: dict[str, Said] = {}
    for sentences in letters:
        for number, sentence in enumerate(sentences):
            said = Said(sentence, number == 0, number == len(sentences) - 1)
            found.setdefault(sentence.casefold(), said)
    return list(found.values())
