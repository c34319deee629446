"""What readers notice when it comes too often: marks, openers, closers, sign words, thanks, regret."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import re2

from .letters import EMOJI, read_letter
from .measuring import STYLE_WORDS

# What somebody calls another, or strews in; with the words of style, what tells people apart.
_ADDRESS = """
bloody bro buddy champ chum dude dudes eh folks friend gals gang gosh guys haha heck hella innit lad lah
legend lol loads lor luv man mates ngl okey pal proper sir tbh tons wow yay
"""
_NO_SIGN = {"appreciate", "great", "grateful", "happy", "thrilled"}
_SIGN_WORDS = STYLE_WORDS.union(_ADDRESS.split()) - _NO_SIGN
_THANKS = {"grateful", "gratitude", "obliged", "ta", "thank", "thankful", "thanks", "thx"}
_REGRET = {
    *("afraid", "alas", "apologies", "apologise", "apologize"),
    *("regret", "regrettably", "sadly", "sorry", "unfortunately"),
}

_WORD = re2.compile(r"[\pL\pM]+(?:['-][\pL\pM]+)*")
_EXCLAMATION = re2.compile(r"!+")
_EMOJI = re2.compile(EMOJI)
_EMOJI_RUN = re2.compile(rf" *(?:{EMOJI}[\x{{200D}}\x{{FE0F}}]*)+")
_EXCLAIMED = re2.compile(r"(\??)!+")
# Up to three words before the first comma, colon or dash, which may tell something; or what only opens.
_OPENER = re2.compile(r"^[^\pL]*(\pL[\pL'-]*(?: [\pL'-]+){0,2})(?:[,:—]| [–-] )")
_BARE_OPENER = re2.compile(
    r"^[^\pL]*(ah|aw|alas|gosh|hmm|honestly|look|listen|oh|okay|ok|right|sadly|so|sorry|unfortunately|well|wow|"
    r"i'm afraid|i am afraid|to be honest|just)\b"
)
_CLOSER = re2.compile(r"(?:,| [–-] |—) ?(\pL[\pL'-]*(?: [\pL'-]+){0,2})[^\pL\pN]*$")


class Kind(StrEnum):
    """What sort of habit."""

    EXCLAMATION = "exclamation"
    EMOJI = "emoji"
    OPENER = "opener"
    CLOSER = "closer"
    SIGN = "sign"
    THANKS = "thanks"
    REGRET = "regret"


class Habit(NamedTuple):
    """One way of writing; ``words`` say which opener, closer, sign word or emoji, or nothing for any."""

    kind: Kind
    words: str = ""


class Habits(NamedTuple):
    """How often each habit shows in so many ``sentences``; what only opens counts for all openers too."""

    counts: Counter[Habit]
    sentences: int

    def rate(self, habit: Habit) -> float:
        """How often ``habit`` shows in a sentence, on average."""
        return self.counts[habit] / self.sentences if self.sentences else 0.0


def habits(texts: Sequence[str]) -> Habits:
    """What shows in ``texts``, each a sentence or a few."""
    sentences = [sentence for text in texts for sentence in read_letter(text).sentences]
    counts: Counter[Habit] = Counter()
    for sentence in sentences:
        counts.update(_shown(sentence))
    return Habits(counts, len(sentences))


@lru_cache(maxsize=16)
def habits_of(samples: tuple[str, ...]) -> Habits:
    """The habits of whoever wrote ``samples``; kept, since a letter asks for the same ones often."""
    return habits(samples)


def calm(text: str) -> str:
    """``text`` without exclamation marks and emoji."""
    return str(_EXCLAIMED.sub(lambda match: match[1] or ".", _EMOJI_RUN.sub("", text))).strip()


def _shown(sentence: str) -> list[Habit]:
    plain = sentence.lower().replace("’", "'")
    words = _WORD.findall(plain)
    shown = [Habit(Kind.SIGN, word) for word in words if word in _SIGN_WORDS]
    shown += [Habit(Kind.THANKS) for word in words if word in _THANKS]
    shown += [Habit(Kind.REGRET) for word in words if word in _REGRET]
    shown += [Habit(Kind.EXCLAMATION) for _ in _EXCLAMATION.findall(plain)]
    for emoji in _EMOJI.findall(plain):
        shown += [Habit(Kind.EMOJI, emoji), Habit(Kind.EMOJI)]
    bare = _BARE_OPENER.match(plain)
    if opener := _OPENER.match(plain) or bare:
        shown.append(Habit(Kind.OPENER, opener.group(1)))
    if bare:
        shown.append(Habit(Kind.OPENER))
    if closer := _CLOSER.search(plain):
        shown.append(Habit(Kind.CLOSER, closer.group(1)))
    return shown
