"""A voice in words: a few lines for the user, one for the model."""

from demur.domain.voice import Voice

# Thresholds of the trial that the rewrite prompt was tuned in.
_MOSTLY = 0.6
_HARDLY = 0.2
_EXCLAIMS = 0.5
_DECORATES = 0.4
_SHORT = 6.6
_LONG = 11.0
_WORDS_NAMED = 3
_SELDOM = 0.05

_STIFF = {"dear", "greetings", "good day"}
_THANKS = ("thanks", "thank you")


def describe(voice: Voice) -> tuple[str, ...]:
    """How the person writes, in plain words to them: a line for each thing that can be told."""
    lines = (_openings(voice), _writing(voice), _thanks(voice), _marks(voice), _words(voice))
    return tuple(line for line in lines if line)


def _openings(voice: Voice) -> str:
    other = "Hi" if voice.greeting.casefold() in _STIFF else "Dear"
    opening = f"with “{voice.greeting}”, not with “{other}”," if voice.greeting else "with the name alone"
    closing = f"with “{voice.sign_off}”" if voice.sign_off else "with your name alone"
    return f"You open {opening} and sign off {closing}."


def _writing(voice: Voice) -> str:
    said = [f"{voice.sentence_length:.0f} words a sentence"]
    if voice.contractions >= _MOSTLY:
        said.append("“I'm”, not “I am”")
    if voice.contractions <= _HARDLY:
        said.append("“I am”, not “I'm”")
    if voice.lower_case:
        said.append("all in lower case")
    return f"{'; '.join(said)}."


def _thanks(voice: Voice) -> str:
    text = "\n".join(voice.samples).casefold()
    short, long = (text.count(words) for words in _THANKS)
    if bool(short) == bool(long):
        return ""
    said, unsaid = _THANKS if short else reversed(_THANKS)
    return f"“{said.capitalize()}”, not “{unsaid}”."


def _marks(voice: Voice) -> str:
    rates = {"an exclamation mark": voice.exclamations, "an emoji": voice.emoji, "a dash": voice.dashes}
    shown = [f"{mark} in {_often(rate)}" for mark, rate in rates.items() if rate >= _SELDOM]
    line = ", ".join(shown) or "no exclamation marks, no emoji, no dashes to speak of"
    return f"{line[0].upper()}{line[1:]}."


def _often(rate: float) -> str:
    every = round(1 / rate)
    return f"one sentence of {every}" if every > 1 else "nearly every sentence"


def _words(voice: Voice) -> str:
    return f"Words you like: {', '.join(voice.favourites)}." if voice.favourites else ""


def style_line(voice: Voice) -> str:
    """The style as the rewrite prompt gives it, such as ``contractions, medium, words: cheers reckon``."""
    words = " ".join(voice.favourites[:_WORDS_NAMED])
    return ", ".join([*_tags(voice), _length(voice), *([f"words: {words}"] if words else [])])


def _tags(voice: Voice) -> list[str]:
    tags = {
        "lowercase": voice.lower_case,
        "contractions": voice.contractions >= _MOSTLY,
        "no contractions": voice.contractions <= _HARDLY,
        "exclamation marks": voice.exclamations >= _EXCLAIMS,
        "emoji": voice.emoji >= _DECORATES,
        "dashes": voice.dashes >= _DECORATES,
    }
    return [tag for tag, holds in tags.items() if holds]


def _length(voice: Voice) -> str:
    if voice.sentence_length < _SHORT:
        return "short"
    return "long" if voice.sentence_length > _LONG else "medium"
