"""The three panes in reading order: side by side, or as pages where the window is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from .desk_list import DeskList
from .message_bar import MessageBar
from .message_pane import MessagePane
from .reply_pane import ReplyPane
from .words import button, heading, label, quiet

# Beside each other the panes need this many average characters; at the usual text size about 900 pixels.
_NARROW_CHARS = 128
_LEAST_WIDTH = 180
_READABLE_CHARS = 75
_PAGES = ("Requests", "Message", "Reply")


class MainView(QWidget):
    """Lays the panes out; ``sample_wanted`` asks for the sample request."""

    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = MessageBar()
        self.desk = DeskList()
        self.message = MessagePane()
        self.reply = ReplyPane()
        self.pages = QTabBar()
        self.pages.setAccessibleName("Pages")
        self.pages.setExpanding(True)
        for page in _PAGES:
            self.pages.addTab(page)
        self.pages.currentChanged.connect(lambda _: self._arrange())
        self.middle = QStackedWidget()
        self.middle.addWidget(self._empty_page())
        self.middle.addWidget(self.message)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        for pane, share in ((self.desk, 0), (self.middle, 1), (self.reply, 1)):
            pane.setMinimumWidth(_LEAST_WIDTH)
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, share)
        self.splitter.setSizes([230, 500, 520])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 0)
        for part in (self.bar, self.pages):
            layout.addWidget(part)
        layout.addWidget(self.splitter, 1)
        self._filled = False
        self._narrow = False
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether the panes are pages."""
        return self._narrow

    def show_filled(self, filled: bool) -> None:
        """Show a message and its reply, or how to begin."""
        self._filled = filled
        self.middle.setCurrentIndex(int(filled))
        if filled and self.pages.currentIndex() == 0:
            self.pages.setCurrentIndex(1)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Panes or pages."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_CHARS * self.fontMetrics().averageCharWidth()
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        self.pages.setVisible(self._narrow)
        self.pages.setTabEnabled(_PAGES.index("Reply"), self._filled)
        for number, pane in enumerate((self.desk, self.middle, self.reply)):
            there = self._filled or pane is not self.reply
            pane.setVisible(there and (not self._narrow or number == self.pages.currentIndex()))

    def _empty_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(40, 20, 40, 20)
        layout.addStretch(2)
        layout.addWidget(heading("Answer a networking request"))
        lead = label(
            "Paste it, drop it here as a file or as text, or open a file. Demur shows what speaks for and "
            "against it, suggests a reply, and writes it in your voice."
        )
        lead.setMaximumWidth(_READABLE_CHARS * lead.fontMetrics().averageCharWidth())
        layout.addWidget(lead)
        self.sample = button(
            "Open a sa&mple request", "A former classmate asks for a call, a referral, and more"
        )
        self.sample.clicked.connect(self.sample_wanted)
        layout.addSpacing(8)
        layout.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(8)
        layout.addWidget(quiet("Nothing leaves this machine: no account, no network, the model runs here."))
        layout.addStretch(3)
        return page
