"""The files that a reply can be saved as."""

from collections.abc import Callable
from pathlib import Path

from .eml import as_eml
from .markdown import as_markdown
from .reply import Reply
from .save import save_bytes


def _as_text(reply: Reply) -> bytes:
    return reply.text.encode("utf-8", errors="replace")


def _as_markdown(reply: Reply) -> bytes:
    return as_markdown(reply.text).encode("utf-8", errors="replace")


_WRITERS: dict[str, Callable[[Reply], bytes]] = {".eml": as_eml, ".md": _as_markdown}


def save_reply(path: Path, reply: Reply) -> None:
    """Write ``reply`` to ``path``, whole or not at all: a draft (``.eml``), Markdown (``.md``), else text.

    Raises ``OutboxError`` when the folder is missing or closed, the disk is full, or the like.
    """
    save_bytes(path, _WRITERS.get(path.suffix.lower(), _as_text)(reply))
