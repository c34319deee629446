"""What a reply leaves open, and how to ask for it."""

from collections.abc import Mapping

from demur.domain.template import Slot, Template

from .errors import MissingSlotError
from .wording import slots_of

SLOT_QUESTIONS: Mapping[Slot, str] = {
    Slot.NAME: "Who wrote to you? The name as you would greet them.",
    Slot.ME: "What name do you sign with?",
    Slot.TOPIC: "What is it about? A few words that fit after “about”.",
    Slot.DATE: "Which date should the reply name?",
    Slot.RESOURCE: "Which article or page could help? Its title, with the link.",
    Slot.ORGANISATION: "Which organisation could help? Its name, with the link.",
    Slot.PERSON: "Who is the other person? The name as you would write it in a letter.",
    Slot.MEETING: "Which meeting or event is it?",
}

NAMES: Mapping[Slot, str] = {
    Slot.NAME: "the sender's name",
    Slot.ME: "your own name",
    Slot.TOPIC: "the topic",
    Slot.DATE: "the date",
    Slot.RESOURCE: "the article or page",
    Slot.ORGANISATION: "the organisation",
    Slot.PERSON: "the other person",
    Slot.MEETING: "the meeting",
}


def open_slots(template: Template) -> dict[Slot, bool]:
    """The slots that ``template`` leaves open, in the order of ``Slot``, and whether it needs them."""
    held = {slot for beat in template.beats for slot in slots_of(beat.text)}
    required = {slot for beat in template.beats for slot in beat.required}
    return {slot: slot in required for slot in Slot if slot in held}


def question(template: Template, slot: Slot) -> str:
    """How to ask the user for ``slot``: in the template's words, else in general ones."""
    return template.questions.get(slot, SLOT_QUESTIONS[slot])


def missing(template: Template, slots: tuple[Slot, ...]) -> MissingSlotError:
    """The error that asks for ``slots``."""
    names = " and ".join(NAMES[slot] for slot in slots)
    questions = " ".join(question(template, slot) for slot in slots)
    options = " ".join(f'--slot {slot}="..."' for slot in slots)
    return MissingSlotError(
        f"This reply cannot be written without {names}.",
        f"{questions} Fill it in beside the draft, or add {options} to the command.",
        slots,
    )
