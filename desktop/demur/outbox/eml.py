"""A reply as a file that a mail program opens as a draft."""

import quopri

from .field import identifiers, identifiers_field, subject_field, to_field
from .reply import Reply


def as_eml(reply: Reply) -> bytes:
    """``reply`` as RFC 5322 has it, in ASCII; ``X-Unsent`` makes it a draft to those who know it.

    Who wrote it, when, and under which identifier is for the mail program to say. Long lines stay whole,
    encoded as quoted-printable: each reader wraps them as wide as its window is.
    """
    answered, thread = identifiers((reply.answers,)), identifiers(reply.references)
    head = [
        "X-Unsent: 1",
        to_field(reply.to),
        subject_field(reply.subject),
        identifiers_field("In-Reply-To", answered) if answered else "",
        identifiers_field("References", thread) if thread else "",
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: quoted-printable",
    ]
    lines = reply.text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    body = "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")
    return "".join(f"{line}\r\n" for line in [*filter(None, head), ""]).encode() + quopri.encodestring(body)
