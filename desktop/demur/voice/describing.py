"""A voice in words: one sentence for the user, one line for the model."""

from demur.domain.voice import Voice

# Thresholds of the trial that the rewrite prompt was tuned in.
_MOSTLY = 0.6
_HARDLY = 0.2
_EXCLAIMS = 0.5
_DECORATES = 0.4
_SHORT = 6.6
_LONG = 11.0
_WORDS_NAMED = 3


def describe(voice: Voice) -> str:
    """How the person writes, in one plain sentence."""
    opening = f"opens with “{voice.greeting}”" if voice.greeting else "opens with the name alone"
    closing = f"signs off with “{voice.sign_off}”" if voice.sign_off else "signs off with the name alone"
    habits = [tag.replace("lowercase", "lower case") for tag in _tags(voice)]
    length = _length(voice)
    return f"{opening[0].upper()}{opening[1:]}, {closing}; {', '.join([f'{length} sentences', *habits])}."


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
