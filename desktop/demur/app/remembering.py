"""What of a person's own edits is worth remembering for their voice."""

from collections.abc import Sequence

from demur.domain.draft import Draft, Origin
from demur.domain.template import Role
from demur.domain.voice import Voice
from demur.voice import Discretion, measure

_OPENINGS = {Role.GREET, Role.SIGN}
# From this length on a word of a note tells what the note is about.
_TELLING = 5


def worth_remembering(
    draft: Draft, voice: Voice, people: Sequence[str], private: Sequence[str]
) -> tuple[str, ...]:
    """The sentences of ``draft`` written by hand that ``voice`` could keep as samples.

    None holds a name, a number or a date, nor a word of what is on record for the user alone.
    """
    texts = [
        beat.text for beat in draft.beats if beat.origin is Origin.PERSON and beat.role not in _OPENINGS
    ]
    discretion = Discretion((), people)
    notes = {word for note in private for word in _words(note) if len(word) >= _TELLING}
    return tuple(
        sentence
        for sentence in measure(texts, id="", name="").samples
        if sentence not in voice.samples and discretion.allows(sentence) and not notes & _words(sentence)
    )


def _words(text: str) -> set[str]:
    return {word.strip(".,;:!?…\"“”'’()-–—") for word in text.casefold().split()}
