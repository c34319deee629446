"""Slot values put into a template."""

import unicodedata
from collections.abc import Iterator, Mapping
from string import Template as Text

from demur.domain.template import Beat, FilledBeat, Slot, Template

from .errors import MissingSlotError, SlotValueError
from .wording import placeholder_in, slots_of

SLOT_QUESTIONS: Mapping[Slot, str] = {
    Slot.NAME: "Who wrote to you? Write the name as the reply should.",
    Slot.ME: "What name do you sign with?",
    Slot.TOPIC: "What is it about? A few words that fit after “about”.",
    Slot.DATE: "Which date should the reply name, such as the day until which you are not free?",
    Slot.RESOURCE: "Which article or page could help? Its title, with the link.",
    Slot.ORGANISATION: "Which organisation could help? Its name, with the link.",
    Slot.PERSON: "Who is the other person? Write the name as the reply should.",
    Slot.MEETING: "Which meeting or event is it, such as “the spring meetup in May”?",
}

_NAMES = {
    Slot.NAME: "the sender's name",
    Slot.ME: "your own name",
    Slot.TOPIC: "the topic",
    Slot.DATE: "the date",
    Slot.RESOURCE: "the article or page",
    Slot.ORGANISATION: "the organisation",
    Slot.PERSON: "the other person",
    Slot.MEETING: "the meeting",
}

# Overrides and embeddings of writing direction: they can make a letter read as what it does not say.
_DIRECTION = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def fill(template: Template, slots: Mapping[Slot, str]) -> tuple[FilledBeat, ...]:
    """The beats of ``template`` with ``slots`` put in; a beat that cannot be said is left out.

    Values become one line of visible characters. Raises ``MissingSlotError`` when a required slot is empty,
    ``SlotValueError`` when a value still holds a placeholder such as ``[name]``.
    """
    values = {slot: clean for slot, value in slots.items() if (clean := _clean(slot, value))}
    missing = {slot for beat in template.beats for slot in beat.required if slot not in values}
    if missing:
        raise _missing(tuple(slot for slot in Slot if slot in missing))
    return tuple(_filled(template.beats, values))


def _missing(slots: tuple[Slot, ...]) -> MissingSlotError:
    names = " and ".join(_NAMES[slot] for slot in slots)
    questions = " ".join(SLOT_QUESTIONS[slot] for slot in slots)
    options = " ".join(f'--slot {slot}="..."' for slot in slots)
    return MissingSlotError(
        f"This reply cannot be written without {names}.",
        f"{questions} Fill it in beside the draft, or add {options} to the command.",
        slots,
    )


def _clean(slot: Slot, value: str) -> str:
    visible = "".join(" " if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in value)
    clean = " ".join(visible.translate(_DIRECTION).split()).rstrip(" ,;:")
    if found := placeholder_in(clean):
        raise SlotValueError(
            f"What was given for {_NAMES[slot]} still holds “{found}”, which would be sent as it stands.",
            "Write out what it stands for, or leave it empty.",
            slot,
        )
    return clean


def _filled(beats: tuple[Beat, ...], values: Mapping[Slot, str]) -> Iterator[FilledBeat]:
    for beat in beats:
        wording = next((w for w in (beat.text, beat.without) if slots_of(w) <= values.keys() and w), None)
        if wording is None:
            continue
        slots = slots_of(wording)
        yield FilledBeat(
            role=beat.role,
            text=_put(wording, values),
            facts=tuple(values[slot] for slot in Slot if slot in slots),
            alternatives=tuple(_put(p, values) for p in beat.paraphrases if slots_of(p) == slots),
        )


def _put(wording: str, values: Mapping[Slot, str]) -> str:
    """``wording`` with ``values`` put in; a value that ends a sentence by itself needs no second stop."""
    for slot in slots_of(wording):
        if values[slot][-1] in ".!?":
            wording = wording.replace(f"${slot}.", f"${slot}")
    return Text(wording).substitute({slot.value: value for slot, value in values.items()})
