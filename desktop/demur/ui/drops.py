"""What a drop or a paste brings: files, text, or nothing that can be read."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from demur.domain.errors import DemurError


class EmptyDropError(DemurError):
    """Something was dropped that brings no content with it, as Outlook's messages do."""


def dropped_files(mime: QMimeData) -> list[Path]:
    """The local files that ``mime`` names."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def dropped_text(mime: QMimeData) -> str:
    """The text of ``mime``; raises ``EmptyDropError`` when there is none."""
    text = mime.text() if mime.hasText() else ""
    if not text.strip():
        raise EmptyDropError(
            "What was dropped came without its content.",
            "Save the message as a file and drop that, or paste its text.",
        )
    return text
