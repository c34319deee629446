"""What went wrong or was done, said above the panes and never in the way."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStyle, QWidget

from demur.domain.errors import DemurError

from .words import button, label


class MessageBar(QFrame):
    """One message at a time, with at most one thing to do about it; it stays until closed or replaced.

    ``dismiss`` takes away what is out of date once another request lies on the desk.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Notice")
        self._do: Callable[[], None] | None = None
        self._lasting = False
        self._icon = label()
        self.words = label(name="Notice")
        self.action = button("")
        self.action.clicked.connect(self._act)
        self.close_button = button("Hide", "Hide this notice")
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(self._icon)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.close_button)
        self.hide()

    def show_error(
        self,
        error: DemurError,
        action: str = "",
        do: Callable[[], None] | None = None,
        *,
        lasting: bool = False,
    ) -> None:
        """Say what happened and what to do next; ``lasting`` is what no other request changes."""
        text = "\n".join(part for part in (error.message, error.hint) if part)
        self._show(text, QStyle.StandardPixmap.SP_MessageBoxWarning, action, do)
        self._lasting = lasting

    def show_done(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Say what was done, and how to take it back."""
        self._show(text, QStyle.StandardPixmap.SP_MessageBoxInformation, action, do)

    def dismiss(self) -> None:
        """Take away what is not lasting."""
        if not self._lasting:
            self.hide()

    def _show(
        self, text: str, icon: QStyle.StandardPixmap, action: str, do: Callable[[], None] | None
    ) -> None:
        self._lasting = False
        self._do = do
        self.action.setText(action)
        self.action.setVisible(do is not None)
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        self._icon.setPixmap(self.style().standardIcon(icon).pixmap(side, side))
        self._icon.setFixedWidth(side + 4)
        self.words.setText(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _act(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()
