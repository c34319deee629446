"""Small widgets that hold words: never HTML, always wrapped, always named."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from demur.ui.theme import Theme


def label(text: str = "", name: str = "") -> QLabel:
    """A label of plain text that wraps, and that can be selected."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if name:
        made.setAccessibleName(name)
    return made


def quiet(text: str = "", name: str = "") -> QLabel:
    """A label in the quiet tone."""
    made = label(text, name)
    tone = Theme.of(made.palette()).muted
    palette = made.palette()
    palette.setColor(QPalette.ColorRole.WindowText, tone)
    made.setPalette(palette)
    return made


def heading(text: str = "", name: str = "") -> QLabel:
    """A label that leads."""
    made = label(text, name)
    made.setFont(scaled(made, 1.35, QFont.Weight.DemiBold))
    return made


def scaled(widget: QWidget, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The widget's font, larger or smaller by ``factor``."""
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setWeight(weight)
    return font


def button(text: str, tip: str = "", *, flat: bool = False, checkable: bool = False) -> QPushButton:
    """A push button; ``text`` may mark its key with ``&``."""
    made = QPushButton(text)
    made.setToolTip(tip)
    made.setFlat(flat)
    made.setCheckable(checkable)
    made.setAutoDefault(False)
    return made
