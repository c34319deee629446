"""A reply knows what it leaves open."""

from demur.domain.advice import MoveId
from demur.domain.reading import Source
from demur.domain.template import Beat, Role, Slot, Template
from demur.templates import open_slots


def test_each_slot_is_named_once_with_whether_the_reply_needs_it() -> None:
    template = Template(
        move=MoveId.REFER,
        sources=(Source(article="002", quote="introduce them to people with expertise"),),
        beats=(
            Beat(role=Role.GREET, text="Hello $name,", without="Hello,"),
            Beat(role=Role.OFFER, text="$person knows $topic.", required=(Slot.PERSON,)),
            Beat(role=Role.CLOSE, text="Good luck, $name!"),
        ),
    )
    assert open_slots(template) == {Slot.NAME: False, Slot.TOPIC: False, Slot.PERSON: True}
