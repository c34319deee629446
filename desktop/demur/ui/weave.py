"""A draft that grew in the background, and one that the person typed into meanwhile, become one."""

from demur.domain.draft import Draft, Origin
from demur.drafting import with_beat


def weave(mine: Draft, theirs: Draft) -> Draft:
    """``mine``, with the beats of ``theirs`` wherever the person has not written their own."""
    for index, beat in enumerate(theirs.beats):
        if mine.beats[index].origin is not Origin.PERSON:
            mine = with_beat(mine, index, beat)
    return mine.model_copy(update={"notes": theirs.notes})
