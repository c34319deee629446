"""Values that a stranger wrote, made fit for the head of a mail: each stays one value in one line."""

import email.header
import email.utils

import re2

from demur.domain.message import Sender

_CONTROL = re2.compile(r"\p{Cc}")
# A reader may decode what stands behind it, to line ends and further headers among others.
_ENCODED = re2.compile(r"=+\?+")
# What tells addresses apart, also to a reader that decodes a name before it looks for its end.
_SPECIAL = re2.compile(r'[<>()\[\],;:@\\"]')
_LOCAL = re2.compile(r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$")
_DOMAIN = re2.compile(r"^[A-Za-z0-9.-]{1,253}$")
_IDENTIFIER = re2.compile(r"^<[!-;=?-~]{1,900}>$")

# No mail program shows more of a subject or a name.
_LONGEST = 1000
_LONGEST_ADDRESS = 320
_LINE = 78
_LINE_END = "\r\n"
_FOLD = f"{_LINE_END} "


def plain(text: str) -> str:
    """``text`` in one line, without what ends a header or begins an encoded word."""
    whole = text[:_LONGEST].encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    # Splitting takes out the line ends that Unicode adds, too.
    return " ".join(_ENCODED.sub("", _CONTROL.sub(" ", whole)).split())


def address(value: str) -> str:
    """``value`` as a header or a link may carry it; empty where it is no address that any program takes."""
    local, _, domain = value[:_LONGEST_ADDRESS].rpartition("@")
    try:
        domain = domain.encode("idna").decode()
    except UnicodeError:
        return ""
    fit = local.isascii() and _LOCAL.search(local) and _DOMAIN.search(domain) and not _ENCODED.search(local)
    return f"{local}@{domain}" if fit else ""


def identifiers(values: tuple[str, ...]) -> list[str]:
    """Those of ``values`` that are identifiers of messages and nothing else."""
    fit = (value for value in values if value.isascii() and _IDENTIFIER.search(value))
    return [value for value in fit if not _ENCODED.search(value)]


def subject_field(text: str) -> str:
    """The header line of the subject ``text``, folded."""
    return _encoded("Subject", plain(text))


def to_field(person: Sender) -> str:
    """The header line that addresses ``person``, folded; empty where there is no address."""
    to, name = address(person.address), plain(_SPECIAL.sub(" ", plain(person.name)))
    if not to:
        return ""
    line = f"To: {email.utils.formataddr((name, to))}" if name.isascii() else ""
    return line if line and len(line) <= _LINE else f"{_encoded('To', name)}{_FOLD}<{to}>"


def identifiers_field(name: str, values: list[str]) -> str:
    """The header line ``name`` with ``values``, one in a line."""
    return f"{name}: {_FOLD.join(values)}"


def _encoded(name: str, value: str) -> str:
    line = f"{name}: {value}"
    if value.isascii() and len(line) <= _LINE:
        return line
    return f"{name}: {email.header.Header(value, 'utf-8', header_name=name).encode(linesep=_LINE_END)}"
