"""One's own voice in the window: the dialog and the offer to remember a sentence, joined to their work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from .control.outbox import Outbox
from .control.remembering import Remembering
from .control.voices import Voices
from .view.message_bar import MessageBar
from .view.voice_dialog import VoiceDialog


def open_voice_dialog(parent: QWidget, voices: Voices) -> None:
    """Open the dialog over ``parent``; it is gone once closed."""
    dialog = VoiceDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.wanted.connect(voices.learn)
    dialog.stopped.connect(voices.stop)
    dialog.kept.connect(voices.keep)
    dialog.changed.connect(voices.change)
    dialog.shelf.forgotten.connect(voices.forget)
    voices.progressed.connect(dialog.show_progress)
    voices.learned.connect(dialog.show_found)
    voices.made.connect(dialog.accept)
    voices.altered.connect(dialog.accept)
    voices.own.connect(dialog.shelf.show_voices)
    voices.failed.connect(dialog.show_error)
    voices.refresh()
    dialog.open()


def offer_to_remember(outbox: Outbox, remembering: Remembering, bar: MessageBar) -> None:
    """Offer in ``bar`` what the person wrote by hand, once the reply is out; ignoring it is a no."""
    outbox.done.connect(bar.show_done)
    outbox.done.connect(lambda _: remembering.look())
    remembering.done.connect(bar.show_done)
    remembering.failed.connect(bar.show_error)

    def offer(sentence: str) -> None:
        said = f"{bar.words.text()}\nYou wrote “{sentence}” yourself."
        bar.show_done(said, "Remember it for my voice", lambda: remembering.remember(sentence))

    remembering.offered.connect(offer)
