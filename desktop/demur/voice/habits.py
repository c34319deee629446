"""What readers notice when it comes too often: marks, openers, closers, sign words, thanks, regret."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import re2

from .letters import EMOJI, read_letter
from .measuring import STYLE_WORDS

# What people strew in; with the words of style, what tells them apart.
_STREWN = """
bloody eh folks gals gosh guys haha heck hella innit lah lol loads lor ngl okey proper tbh tons wow yay
"""
_NO_SIGN = {"appreciate", "great", "grateful", "happy", "mate", "thrilled"}
_SIGN_WORDS = STYLE_WORDS.union(_STREWN.split()) - _NO_SIGN
_SIGN_PHRASES = re2.compile(
    r"\b(?:i (?:must|should|have to|gotta) (?:say|add|confess)|to be (?:honest|fair|frank)|as it happens|"
    r"you know|i suppose|i dare say|if i may|truth be told|at the end of the day)\b"
)
# What somebody calls another: also where it stands without a comma, but for words that mean more.
_CALLED = "mate|lad|lass|pal|buddy|bro|dude|chum|champ|luv|hun|legend|old chap|my friend"
_CALLED_APART = "love|dear|friend|man|boss|chief|darling|honey|pet|petal|hen|duck|sweetie|sir|madam"
_ADDRESS = re2.compile(rf"\b(?:{_CALLED})\b|[,–—-] ?(?:{_CALLED_APART})[^\pL\pN ]")
_CALLING = re2.compile(rf"(?i)(?:, ?| )(?:{_CALLED})([,.!?]|$)|, ?(?:{_CALLED_APART})([,.!?]|$)")
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
_IDLE = "ah|aw|gosh|hmm|honestly|listen|look|ngl|oh|ok(?:ay)?(?: wait)?|tbh|to be honest|well(?: now)?|wow"
_BARE_OPENER = re2.compile(
    rf"^[^\pL]*({_IDLE}|alas|right|sadly|so|sorry|unfortunately|i'm afraid|i am afraid|just)\b"
)
_IDLE_OPENING = re2.compile(rf"(?i)^({_IDLE})(?:[,:]| [–-])? +")
_CLOSER = re2.compile(r"(?:,| [–-] |—) ?(\pL[\pL'-]*(?: [\pL'-]+){0,2})[^\pL\pN]*$")


class Kind(StrEnum):
    """What sort of habit."""

    EXCLAMATION = "exclamation"
    EMOJI = "emoji"
    OPENER = "opener"
    CLOSER = "closer"
    SIGN = "sign"
    ADDRESS = "address"
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


def plain(text: str) -> str:
    """``text`` without what only opens a sentence and without what it calls its reader."""
    bare = str(_CALLING.sub(lambda match: match[1] or match[2] or "", text))
    said = str(_IDLE_OPENING.sub("", bare))
    return said[:1].upper() + said[1:] if text[:1].isupper() else said


def _shown(sentence: str) -> list[Habit]:
    small = sentence.lower().replace("’", "'")
    words = _WORD.findall(small)
    shown = [Habit(Kind.SIGN, word) for word in words if word in _SIGN_WORDS]
    shown += [Habit(Kind.SIGN, phrase) for phrase in _SIGN_PHRASES.findall(small)]
    shown += [Habit(Kind.ADDRESS) for _ in _ADDRESS.findall(f"{small}.")]
    shown += [Habit(Kind.THANKS) for word in words if word in _THANKS]
    shown += [Habit(Kind.REGRET) for word in words if word in _REGRET]
    shown += [Habit(Kind.EXCLAMATION) for _ in _EXCLAMATION.findall(small)]
    for emoji in _EMOJI.findall(small):
        shown += [Habit(Kind.EMOJI, emoji), Habit(Kind.EMOJI)]
    bare = _BARE_OPENER.match(small)
    if opener := _OPENER.match(small) or bare:
        shown.append(Habit(Kind.OPENER, opener.group(1)))
    if bare:
        shown.append(Habit(Kind.OPENER))
    if closer := _CLOSER.search(small):
        shown.append(Habit(Kind.CLOSER, closer.group(1)))
    return shown
