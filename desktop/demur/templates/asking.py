"""What a reply leaves open."""

from demur.domain.template import Slot, Template

from .wording import slots_of


def open_slots(template: Template) -> dict[Slot, bool]:
    """The slots of ``template`` in the order of ``Slot``, each with whether the reply needs it."""
    used = {slot for beat in template.beats for slot in slots_of(beat.text)}
    required = {slot for beat in template.beats for slot in beat.required}
    return {slot: slot in required for slot in Slot if slot in used}
