"""How to greet somebody of whom only a "From" name is known: rather not by name than by a wrong one."""

import re2

_TITLE = re2.compile(r"(?i)^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|herr|frau|mme|dott)\.?$")
_CREDENTIAL = re2.compile(r"(?i)^(?:ph\.?d|m\.?d|mba|cpa|acc|msw|cpc|pmp|p\.?e|jr|sr|esq|i{2,3}|iv)\.?$")
_IN_NO_NAME = """
accept accepted accounts act admin agency agree agreed alerts answer approve approved associates
association bank billing buy capital careers click club co college committee community company confirm
confirmed consultants consulting contact corp customer department desk digest director do-not-reply due
event events for foundation free friend gerente gmbh group head hello here hi hiring hr inc info
instructions international invoice jobs labs linkedin llc ltd manager marketing me media my network
newsletter no-reply noreply notifications now of office ok okay order our partners pay payment please
recruiter recruiting recruitment reply respond sales say school sender service services society
solutions staffing studio support systems talent team technologies the university unknown updates urgent
user ventures yes your
"""

# Where the person ends and the firm, the role or the channel begins.
_AFTER = re2.compile(r"(?i) (?:from|at|via|with|[-–—:]) .*$| ?[(|/•].*$")
_PAIR = re2.compile(r"(?i)[&+]| and ")
_NAME = re2.compile(r"^\pL[\pL\pM'’.\x{200c}\x{200d}-]*$")
_INITIALS = re2.compile(r"^\pL\.?(?:-?\pL\.)*$|^\p{Lu}{2}$")
_IDEOGRAPHS = re2.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_DIRECTION = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_QUOTES = "\"'“”‘’„"
_LONGEST = 40
_FIRM_WORDS = frozenset(_IN_NO_NAME.split())


def full_name(name: str) -> str:
    """The person's name without credentials, firm and channel; nothing if it is not a person's."""
    return " ".join(_parts(name))


def first_name(name: str) -> str:
    """The name to greet by; nothing where it is not certain.

    ``GARCIA Maria`` and ``Garcia, Maria`` are Maria, ``Dr. Garcia`` stays so, a name in ideographs is
    greeted whole, a firm, a pair or bare initials not at all.
    """
    parts = _parts(name)
    if not parts or _IDEOGRAPHS.search(name):
        return " ".join(parts)
    shouted_surname = parts[0].isupper() and any(len(part) > 2 and part.isupper() for part in parts)
    first = next((part for part in parts if not part.isupper()), parts[0]) if shouted_surname else parts[0]
    return "" if _INITIALS.match(first) and len(parts) > 1 else _cased(first)


def _parts(name: str) -> list[str]:
    """Given names first; a title stays with a surname that stands alone."""
    person = _AFTER.sub("", " ".join(name.translate(_DIRECTION).split()))
    if _PAIR.search(person) or len(person) > _LONGEST:
        return []
    pieces = [words for piece in person.split(",") if (words := _words(piece))]
    # "Garcia, Maria" is turned round; "Jordan Blake, Growth" and "Garcia Lopez, Maria" could be either.
    if len(pieces) > 2 or (len(pieces) == 2 and len(pieces[0]) > 1):
        return []
    words = [word for piece in reversed(pieces) for word in piece]
    if any(word.casefold().rstrip(".") in _FIRM_WORDS or not _NAME.match(word) for word in words):
        return []
    named = [word for word in words if not _TITLE.match(word)]
    return [" ".join(words)] if len(named) == 1 < len(words) else named


def _words(piece: str) -> list[str]:
    """The words of ``piece`` that may be names: no credentials, no emoji."""
    words = [word.strip(_QUOTES) for word in piece.split()]
    return [word for word in words if not _CREDENTIAL.match(word) and any(map(str.isalnum, word))]


def _cased(part: str) -> str:
    return part.title() if len(part) > 2 and (part.isupper() or part.islower()) else part
