"""What a person still has to fill in of what they wrote; a template leaves nothing of the kind."""

import re2

from demur.domain.template import Slot

_BLANK = re2.compile(rf"\[[^\[\]\n]{{0,40}}\pL[^\[\]\n]{{0,40}}\]|\$\{{?(?:{'|'.join(Slot)})\b\}}?|_{{3,}}")


def blanks(text: str) -> tuple[str, ...]:
    """The places in ``text`` such as ``[topic]``, ``$topic`` or ``____``, each once, as they stand."""
    return tuple(dict.fromkeys(match.group() for match in _BLANK.finditer(text)))


def still_blank(places: tuple[str, ...]) -> str:
    """What to say of ``places`` before a reply leaves."""
    named = ", ".join(f"“{place}”" for place in places)
    return f"{named} {'is' if len(places) == 1 else 'are'} still blank in the reply."
