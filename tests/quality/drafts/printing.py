"""Letters to be read by a person."""

from collections.abc import Iterable, Iterator

from demur.domain.draft import Origin

from .writing import BY_RULE, Beat, Letter


def printed(letters: Iterable[Letter], about: dict[str, str]) -> Iterator[str]:
    """Each of ``letters`` as it would be sent, then beat by beat beside its template.

    ``about`` says how each person writes. A beat in the model's own words is marked ``+``.
    """
    for number, letter in enumerate(letters, 1):
        yield f"## {number}. {letter.person}: {letter.move or 'single sentences'} ({letter.model})"
        yield f"{about.get(letter.person, '')}\n"
        yield "\n".join(f"> {line}".rstrip() for line in letter.text.splitlines()) + "\n"
        yield from (_beat(beat) for beat in letter.beats if beat.role not in BY_RULE)
        yield from letter.notes
        yield ""


def _beat(beat: Beat) -> str:
    mark = "+" if beat.own else "-"
    said = "as the template" if beat.origin is Origin.TEMPLATE else beat.text
    refused = f"\n      refused ({', '.join(beat.refusals)}): {beat.refused}" if beat.refused else ""
    return f"  {mark} {beat.template}\n      {said}{refused}"
