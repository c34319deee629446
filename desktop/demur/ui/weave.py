"""A draft that grew in the background, and one that the person typed into meanwhile, become one."""

from demur.domain.draft import Draft, DraftBeat, Origin


def weave(mine: Draft, theirs: Draft) -> Draft:
    """``mine``, with the beats of ``theirs`` wherever the person has not written their own."""
    for index, beat in enumerate(theirs.beats):
        if mine.beats[index].origin is not Origin.PERSON:
            mine = with_beat(mine, index, beat)
    return mine.model_copy(update={"notes": theirs.notes})


def with_beat(draft: Draft, index: int, beat: DraftBeat) -> Draft:
    """``draft`` with ``beat`` in the place of number ``index``, all around it kept as it is."""
    old = draft.beats[index]
    grown = len(beat.text) - len(old.text)
    here = beat.model_copy(update={"start": old.start, "end": old.end + grown})
    later = [
        other.model_copy(update={"start": other.start + grown, "end": other.end + grown})
        for other in draft.beats[index + 1 :]
    ]
    text = draft.text[: old.start] + beat.text + draft.text[old.end :]
    return draft.model_copy(update={"text": text, "beats": (*draft.beats[:index], here, *later)})
