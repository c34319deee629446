"""Slot values put into a template."""

import unicodedata
from collections.abc import Iterator, Mapping
from string import Template as Text

import re2

from demur.domain.template import FilledBeat, Slot, Template

from .asking import NAMES, missing, open_slots
from .errors import SlotValueError
from .wording import placeholder_in, slots_of

# Overrides and embeddings of writing direction: they can make a letter read as what it does not say.
_DIRECTION = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
# Nothing to see: soft hyphen, spaces of no width, marks of order, fillers. Joiners stay, scripts need them.
_UNSEEN = [
    0x00AD,
    0x034F,
    0x115F,
    0x1160,
    0x200B,
    0x200E,
    0x200F,
    *range(0x2060, 0x2065),
    0x3164,
    0xFEFF,
    0xFFA0,
]
_GONE = dict.fromkeys(_DIRECTION + _UNSEEN)

# What the sentence around the slot says already, and people type once more.
_GREETING = re2.compile(r"(?i)^(?:(?:hello|hi|hey|dear|hallo|guten tag|bonjour|hola)(?: there)?,? +)+")
_SAID = {
    Slot.NAME: _GREETING,
    Slot.PERSON: _GREETING,
    Slot.TOPIC: re2.compile(r"(?i)^(?:about|regarding|zum thema|concernant|sobre) +"),
    Slot.DATE: re2.compile(r"(?i)^(?:until|till|on|bis(?: zum)?) +"),
    Slot.MEETING: re2.compile(r"(?i)^(?:at|bei) +"),
}


def fill(template: Template, slots: Mapping[Slot, str]) -> tuple[FilledBeat, ...]:
    """The beats of ``template`` with ``slots`` put in; a beat that cannot be said is left out.

    Values become one line of visible characters; one without a letter or digit counts as empty.
    Raises ``MissingSlotError`` when a required slot is empty, ``SlotValueError`` when a value still holds
    a placeholder such as ``[name]``.
    """
    values = {slot: clean for slot, value in slots.items() if (clean := _clean(slot, value))}
    unfilled = tuple(
        slot for slot, required in open_slots(template).items() if required and slot not in values
    )
    if unfilled:
        raise missing(template, unfilled)
    return tuple(_filled(template, values))


def _clean(slot: Slot, value: str) -> str:
    visible = "".join(" " if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in value)
    clean = " ".join(visible.translate(_GONE).split()).rstrip(" ,;:")
    if slot in _SAID:
        clean = _SAID[slot].sub("", clean).rstrip("?")
    if found := placeholder_in(clean):
        raise SlotValueError(
            f"What was given for {NAMES[slot]} still holds “{found}”, which would be sent as it stands.",
            "Write out what it stands for, or leave it empty.",
            slot,
        )
    return clean if any(map(str.isalnum, clean)) else ""


def _filled(template: Template, values: Mapping[Slot, str]) -> Iterator[FilledBeat]:
    for beat in template.beats:
        wording = next((w for w in (beat.text, beat.without) if slots_of(w) <= values.keys() and w), None)
        if wording is None:
            continue
        slots = slots_of(wording)
        yield FilledBeat(
            role=beat.role,
            text=_put(wording, values),
            language=template.language,
            facts=tuple(values[slot] for slot in Slot if slot in slots),
            alternatives=tuple(_put(p, values) for p in beat.paraphrases if slots_of(p) == slots),
        )


def _put(wording: str, values: Mapping[Slot, str]) -> str:
    """``wording`` with ``values`` put in; a value that ends a sentence by itself needs no second stop."""
    for slot in slots_of(wording):
        if values[slot][-1] in ".!?":
            wording = wording.replace(f"${slot}.", f"${slot}")
    return Text(wording).substitute({slot.value: value for slot, value in values.items()})
