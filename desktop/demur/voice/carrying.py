"""A beat carried into a voice by rule: how it is said changes, what it says does not."""

import re2

from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice

from .contractions import contract, expand, unforced
from .masking import masked

# Where an exclamation mark adds warmth; after a no it would sound like mockery.
_MAY_EXCLAIM = {Role.THANK, Role.CLOSE}
# From a third of the sentences on the habit is the person's; below this length they say little.
_EXCLAIMS = 0.33
_DASHES = 0.33
_FEW_WORDS = 6.6

# Greetings that need a name.
_TO_A_NAME = {"", "dear"}
_EVERYBODY = re2.compile(r"(?i)\b(?:both|all|everyone)\b")
_OWN_MARK = ("!", ":", "-", "–", "—")

_SENTENCE_START = re2.compile(r"(^|[.!?] +)(\p{Lu})(\p{Ll}|[^\pL\pN]|$)")
_I = re2.compile(r"\bI\b")
_CLAUSE = re2.compile(r", (but|so) ")
_DASH_STYLES = (" — ", " – ", " - ", "—")


def carry(beat: FilledBeat, voice: Voice) -> str:
    """The words of ``beat`` as the person of ``voice`` would write them; every fact stays, word for word.

    A voice in another language than the beat has nothing to give to its words: an English letter does not
    open in German. Beyond greeting and sign-off the rules know English alone.
    """
    if voice.language != beat.language:
        return beat.text
    if beat.role is Role.GREET:
        return _greeting(beat, voice)
    if beat.role is Role.SIGN:
        return _sign_off(beat, voice)
    if beat.language != "en":
        return beat.text
    text, unmask = masked(_wording(beat, voice), beat.facts)
    text = unforced(text)
    text, _ = contract(text) if voice.contractions >= 0.5 else expand(text)
    if voice.dashes >= _DASHES:
        text = _dashed(text, voice)
    if voice.exclamations >= _EXCLAIMS and beat.role in _MAY_EXCLAIM and text.endswith("."):
        text = text[:-1] + "!"
    if voice.lower_case:
        text = _lowered(text)
    return unmask(text)


def _wording(beat: FilledBeat, voice: Voice) -> str:
    """The beat's text; its shortest wording for somebody who writes few words."""
    terse = voice.sentence_length < _FEW_WORDS
    return min((beat.text, *beat.alternatives), key=len) if terse else beat.text


def _greeting(beat: FilledBeat, voice: Voice) -> str:
    if beat.facts:
        start = min(beat.text.index(fact) for fact in beat.facts)
        whom = beat.text[start : max(beat.text.rindex(fact) + len(fact) for fact in beat.facts)]
    else:
        everybody = _EVERYBODY.search(beat.text)
        whom = everybody.group() if everybody else ""
    greeting, mark = _marked(voice.greeting)
    if not whom and greeting.lower() in _TO_A_NAME:
        greeting = "Hello"
    return " ".join(part for part in (greeting, whom) if part) + mark


def _sign_off(beat: FilledBeat, voice: Voice) -> str:
    _, _, name = beat.text.partition("\n")
    words, mark = _marked(voice.sign_off)
    if not name:
        return words + mark.removesuffix(",") if words else beat.text
    return f"{words}{mark}\n{name}" if words else name


def _marked(opening: str) -> tuple[str, str]:
    """The words of a greeting or sign-off and the mark after them: a comma unless it brings its own."""
    words = opening.strip().rstrip("!:.,-–— ")
    mark = opening.strip()[len(words) :]
    return words, mark if mark.strip().startswith(_OWN_MARK) else ","


def _dashed(text: str, voice: Voice) -> str:
    samples = "\n".join(voice.samples)
    dash = next((style for style in _DASH_STYLES if style in samples), " – ")
    if any(style in text for style in _DASH_STYLES):
        return text
    return str(_CLAUSE.sub(lambda match: f"{dash}{match.group(1)} ", text, count=1))


def _lowered(text: str) -> str:
    start = _SENTENCE_START.sub(lambda match: match[1] + match[2].lower() + match[3], text)
    return str(_I.sub("i", start))
