"""A line that opens to more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget


class Fold(QToolButton):
    """Shows ``body`` while it is checked; its arrow and words say what is there."""

    def __init__(self, body: QWidget, tip: str) -> None:
        super().__init__()
        self._body = body
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setToolTip(tip)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._show_body)
        self._show_body(False)

    def _show_body(self, shown: bool) -> None:
        self._body.setVisible(shown)
        self.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
