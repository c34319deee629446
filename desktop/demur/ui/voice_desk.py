"""The dialog for one's own voice, joined to what reads and stores voices."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from .control.voices import Voices
from .view.voice_dialog import VoiceDialog


def open_voice_dialog(parent: QWidget, voices: Voices) -> None:
    """Open the dialog over ``parent``; it is gone once closed."""
    dialog = VoiceDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.wanted.connect(voices.learn)
    dialog.stopped.connect(voices.stop)
    dialog.kept.connect(voices.keep)
    dialog.shelf.forgotten.connect(voices.forget)
    voices.progressed.connect(dialog.show_progress)
    voices.learned.connect(dialog.show_found)
    voices.made.connect(dialog.accept)
    voices.own.connect(dialog.shelf.show_voices)
    voices.failed.connect(dialog.show_error)
    voices.refresh()
    dialog.open()
