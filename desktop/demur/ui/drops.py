"""What a drop or a paste brings: files, text, or nothing that can be read."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from demur.domain.errors import DemurError


class EmptyDropError(DemurError):
    """Something was dropped that brings no content with it, as Outlook's messages do."""


class EmptyClipboardError(DemurError):
    """Nothing that can be read was copied."""


def dropped_files(mime: QMimeData) -> list[Path]:
    """The local files that ``mime`` names."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def dropped_text(mime: QMimeData) -> str:
    """The text of ``mime``; raises ``EmptyDropError`` when there is none."""
    if text := _text(mime):
        return text
    raise EmptyDropError(
        "What was dropped came without its content.",
        "Save the message as a file and drop that, or paste its text.",
    )


def copied_text(mime: QMimeData) -> str:
    """The text of the clipboard; raises ``EmptyClipboardError`` when there is none."""
    if text := _text(mime):
        return text
    raise EmptyClipboardError(
        "There is no text in the clipboard.", "Copy the message that you want to answer, then try again."
    )


def _text(mime: QMimeData) -> str:
    """Nothing when there is but white space."""
    text = mime.text() if mime.hasText() else ""
    return text if text.strip() else ""
