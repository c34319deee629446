"""What came, and what it says: the message, its flags as chips, and one of them explained."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from demur.domain.language import LANGUAGES
from demur.domain.message import Message
from demur.domain.reading import SignalId
from demur.domain.report import Report

from .chip import Chip
from .flag_card import FlagCard
from .flow_layout import FlowLayout
from .marks import marks_of
from .message_view import MessageView
from .words import empty, heading, label, quiet

_HINT = "Choose a flag to see what it rests on."
_NOTHING = "Nothing in it speaks for or against."
_UNREAD = "In this language Demur cannot say what speaks for or against."


class MessagePane(QWidget):
    """Shows a report; ``dismissed`` carries a signal's id and whether it is not so here."""

    dismissed = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._dismissed: tuple[SignalId, ...] = ()
        self._open: SignalId | None = None
        self._nothing = _NOTHING
        self.chips: list[Chip] = []
        self.who = heading(name="From")
        self.about = quiet(name="Date and language")
        self.notice = label(name="Notice")
        self.view = MessageView()
        self.view.pointed.connect(self._light)
        self._flow_host = QWidget()
        self._flow = FlowLayout(self._flow_host)
        self.card = FlagCard()
        self.card.dismissed.connect(self.dismissed)
        self.hint = quiet()
        self._explained = QScrollArea()
        self._explained.setWidgetResizable(True)
        self._explained.setFrameShape(QScrollArea.Shape.NoFrame)
        self._explained.setWidget(self.card)
        self._lay_out()
        self._explained.hide()
        self.notice.hide()

    def show_report(self, report: Report) -> None:
        """Show another message, nothing dismissed and nothing explained yet."""
        self._report, self._dismissed, self._open = report, (), None
        message = report.message
        self.who.setText(message.sender.name or message.sender.address or "Sender not named")
        self.about.setText(_about(message))
        self._nothing = _NOTHING if report.understood else _UNREAD
        whole = self.view.show_message(message)
        self.notice.setText(_notice(report, whole=whole))
        self.notice.setVisible(bool(self.notice.text()))
        self._renew()

    def show_dismissed(self, dismissed: tuple[SignalId, ...]) -> None:
        """Show which flags are marked as not so here."""
        if dismissed != self._dismissed:
            self._dismissed = dismissed
            self._renew()

    def open_flag(self, signal: SignalId | None) -> None:
        """Explain a flag, or none."""
        self._open = signal
        for chip in self.chips:
            chip.setChecked(chip.flag.id is signal)
            if chip.flag.id is signal:
                self.card.explain(chip.flag, dismissed=signal in self._dismissed)
                self.view.reveal(chip.flag.id)
        self._explained.setVisible(signal is not None)
        self.hint.setText(_HINT if self.chips else self._nothing)
        self.hint.setVisible(signal is None)
        self._point(signal, pointed=signal is not None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        layout.addWidget(self.who)
        layout.addWidget(self.about)
        layout.addWidget(self.notice)
        layout.addWidget(self.view, 3)
        layout.addWidget(self._flow_host)
        layout.addWidget(self.hint)
        layout.addWidget(self._explained, 2)
        layout.addStretch(0)

    def _renew(self) -> None:
        if self._report is None:
            return
        focused = next((chip.flag.id for chip in self.chips if chip.hasFocus()), None)
        empty(self._flow)
        signals = self._report.signals
        self.view.show_marks(marks_of(self._report.message, signals, self._dismissed))
        self.chips = [
            Chip(number, flag, dismissed=flag.id in self._dismissed)
            for number, flag in enumerate(signals, start=1)
        ]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.clicked.connect(lambda checked, at=chip.flag.id: self.open_flag(at if checked else None))
            chip.pointed.connect(lambda pointed, at=chip.flag.id: self._point(at, pointed=pointed))
            if chip.flag.id is focused:
                chip.setFocus()
        self.open_flag(self._open)

    def _point(self, signal: SignalId | None, *, pointed: bool) -> None:
        lit = {signal} if pointed and signal is not None else {self._open} - {None}
        self.view.highlight(frozenset(one for one in lit if one is not None))

    def _light(self, signals: frozenset[SignalId]) -> None:
        for chip in self.chips:
            chip.light(chip.flag.id in signals)
        self.view.highlight(signals or frozenset({self._open} - {None}))  # type: ignore[arg-type]


def _notice(report: Report, *, whole: bool) -> str:
    language = LANGUAGES.get(report.message.language, "another language")
    parts = [
        "" if whole else "This message is very long: only its beginning is shown. All of it was read.",
        ""
        if report.understood
        else f"This seems to be {language}, which Demur does not read: pick the reply yourself.",
    ]
    return "\n".join(part for part in parts if part)


def _about(message: Message) -> str:
    parts = [
        message.sender.address if message.sender.name else "",
        f"{message.date:%d %B %Y}" if message.date else "",
        LANGUAGES.get(message.language, message.language),
    ]
    return "  ·  ".join(part for part in parts if part)
