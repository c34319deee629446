"""A reply as a link that opens a mail program, or the mail in a browser."""

from .field import address, plain
from .reply import Reply

# Windows cuts longer ones off.
_MOST = 2000
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def as_mailto(reply: Reply) -> str:
    """``reply`` as RFC 6068 has it; empty where a link cannot carry it.

    That is where it would be too long, and where the reply stands below a mail: what opens links does not
    keep threads together.
    """
    to = _escaped(address(reply.to.address)).replace("%40", "@")
    body = "\r\n".join(reply.text.splitlines())
    fields = f"subject={_escaped(plain(reply.subject))}&body={_escaped(body)}"
    link = f"mailto:{to}?{fields}"
    return "" if reply.answers or len(link) > _MOST else link


def _escaped(text: str) -> str:
    # The standard library's own way lies in a package that reaches the network.
    return "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in text.encode("utf-8", "replace")
    )
