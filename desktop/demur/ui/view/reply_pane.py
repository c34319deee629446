"""What to answer: the advice, what it still needs, the draft, and what was checked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from demur.domain.advice import MoveId
from demur.domain.report import Report
from demur.domain.request import Request
from demur.domain.voice import Voice

from .advice_view import AdviceView
from .beat_panel import BeatPanel
from .checks_view import ChecksView
from .letter_edit import LetterEdit
from .slot_form import SlotForm
from .words import button, label

if TYPE_CHECKING:
    from demur.app import AskedSlot

_LETTER_HEIGHT = 160


class ReplyPane(QScrollArea):
    """The right of the window; its parts tell what was done, the signals here ask for the rest."""

    voice_chosen = Signal(str)
    copied = Signal()
    mailed = Signal()
    saved = Signal()
    written_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request: Request | None = None
        self._busy = False
        self.advice = AdviceView()
        self.slots = SlotForm()
        self.letter = LetterEdit()
        self.letter.setMinimumHeight(_LETTER_HEIGHT)
        self.letter.beat_changed.connect(lambda _: self._show_beat())
        self.beats = BeatPanel()
        self.beats.left.connect(self.letter.setFocus)
        self.checks = ChecksView()
        self.reason_not_to = label(name="Why not to reply")
        self._voice_row = QWidget()
        self.voice = QComboBox()
        self.voice.setAccessibleName("Voice")
        self.voice.setMinimumWidth(1)
        self.voice.setToolTip("Whose way of writing the reply follows")
        self.voice.activated.connect(lambda at: self.voice_chosen.emit(self.voice.itemData(at)))
        self.again = button("Write a&gain", "A new draft of the whole letter; undo brings this one back")
        self.again.clicked.connect(self.written_again)
        self.copy_button = button("Copy re&ply", "Exactly what stands above (Ctrl+Shift+C)")
        self.copy_button.setDefault(True)
        self.copy_button.clicked.connect(self.copied)
        self.mail_button = button(
            "Open in &mail", "A draft to the sender, to look over in your mail program (Ctrl+M)"
        )
        self.mail_button.clicked.connect(self.mailed)
        self.save_button = button("&Save as…", "As text, Markdown or an e-mail draft")
        self.save_button.clicked.connect(self.saved)
        self._ways_out = (self.copy_button, self.mail_button, self.save_button)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._laid_out())

    def show_request(self, report: Report, request: Request) -> None:
        """Show how far the reply to ``request`` has got."""
        self._request = request
        move = request.move or request.advised
        writes = move is not MoveId.NO_REPLY
        self.advice.show_advice(report, move, request.dismissed)
        self.slots.show_given(request.slots)
        self.letter.show_draft(request.draft)
        self.checks.show_draft(request.draft)
        self.reason_not_to.setVisible(not writes)
        self.letter.setPlaceholderText("" if request.draft else "The reply appears here.")
        for one in (self._voice_row, self.letter, self.beats, *self._ways_out):
            one.setVisible(writes)
        at = self.voice.findData(request.voice)
        self.voice.setCurrentIndex(max(at, 0))
        self._show_beat()

    def show_asked(self, asked: "tuple[AskedSlot, ...]") -> None:
        """Ask for what the move leaves open."""
        self.slots.ask(asked, self._request.slots if self._request else {})

    def show_voices(self, voices: tuple[Voice, ...], chosen: str) -> None:
        """Offer ``voices``."""
        self.voice.clear()
        for voice in voices:
            self.voice.addItem(voice.name, voice.id)
        self.voice.setCurrentIndex(max(self.voice.findData(chosen), 0))

    def show_busy(self, busy: bool) -> None:
        """Show whether something is being written."""
        self._busy = busy
        self.again.setEnabled(not busy)
        if not busy:
            self.letter.show_writing(-1)
        self._show_beat()

    def _show_beat(self) -> None:
        draft = self._request.draft if self._request else None
        self.beats.show_beat(draft, self.letter.beat, busy=self._busy)

    def _laid_out(self) -> QWidget:
        self.reason_not_to.setText(
            "Better not to answer: a reply tells the sender that somebody reads this address. "
            "The flags beside the message say what it rests on. You can pick another reply all the same."
        )
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(8)
        layout.addWidget(self.advice)
        layout.addWidget(self.slots)
        row = QHBoxLayout(self._voice_row)
        row.setContentsMargins(0, 0, 0, 0)
        caption = label("&Voice:")
        caption.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        caption.setBuddy(self.voice)
        row.addWidget(caption)
        row.addWidget(self.voice, 1)
        row.addWidget(self.again)
        layout.addWidget(self._voice_row)
        layout.addWidget(self.reason_not_to)
        layout.addWidget(self.letter, 1)
        layout.addWidget(self.beats)
        layout.addWidget(self.checks)
        buttons = QHBoxLayout()
        for way in self._ways_out:
            buttons.addWidget(way, int(way is self.copy_button))
        layout.addLayout(buttons)
        layout.addStretch(0)
        self.reason_not_to.hide()
        return page
