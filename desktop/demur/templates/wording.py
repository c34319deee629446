"""A wording: a sentence that may hold ``$slots``, and nothing else that could pass for one."""

from string import Template as Text

import re2

from demur.domain.template import Slot

# What people and programs write where something is still to be filled in.
_PLACEHOLDER = re2.compile(r"\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>|_{3,}|\$[\pL_]+|[\[\]{}<>]")


def slots_of(wording: str) -> frozenset[Slot]:
    """The slots that ``wording`` leaves open; raises ``ValueError`` for a name that is no slot."""
    names = Text(wording).get_identifiers()
    unknown = [name for name in names if name not in list(Slot)]
    if unknown:
        raise ValueError(f"${unknown[0]} is no slot; there are {', '.join(f'${slot}' for slot in Slot)}")
    return frozenset(Slot(name) for name in names)


def checked_wording(wording: str) -> str:
    """``wording`` if it holds slots and words only; raises ``ValueError`` saying what else it holds."""
    blanks: dict[str, str] = dict.fromkeys(slots_of(wording), "")
    found = placeholder_in(Text(wording).safe_substitute(blanks))
    if found or not Text(wording).is_valid() or "$$" in wording or "${" in wording:
        raise ValueError(f"{found or 'a $ by itself'} would be sent as it stands")
    return wording


def placeholder_in(text: str) -> str:
    """The first thing in ``text`` that looks as if it were still to be filled in, or nothing."""
    found = _PLACEHOLDER.search(text)
    return str(found.group()) if found else ""
