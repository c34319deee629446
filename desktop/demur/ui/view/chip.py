"""A signal as a button: its number, its name, and the line that its words are underlined with."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from demur.domain.reading import Signal as Flag
from demur.ui.labels import SIDES, SIGNALS
from demur.ui.theme import Theme, mixed

from .marks import draw_line

_PAD_X, _PAD_Y = 9, 5


class Chip(QAbstractButton):
    """One flag; ``pointed`` says whether mouse or focus is on it, a click opens or closes it."""

    pointed = Signal(bool)

    def __init__(self, number: int, flag: Flag, *, dismissed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flag = flag
        self._number = str(number)
        self._dismissed = dismissed
        self._lit = False
        self.setText(SIGNALS[flag.id])
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(flag.why)
        state = ", not so here" if dismissed else ""
        self.setAccessibleName(f"{number}: {self.text()}, {SIDES[flag.side]}{state}")
        self.setAccessibleDescription(flag.why)

    @property
    def flag(self) -> Flag:
        """The signal that it stands for."""
        return self._flag

    def light(self, lit: bool) -> None:
        """Show whether its words are pointed at."""
        self._lit = lit
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for number, name and line."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(f"{self._number}  {self.text()}") + 2 * _PAD_X
        return QSize(width, metrics.height() + 2 * _PAD_Y)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """The chip."""
        theme = Theme.of(self.palette())
        colour = theme.muted if self._dismissed else theme.side(self._flag.side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked() or self._lit
        painter.setBrush(mixed(colour, theme.base, 0.18 if chosen else 0.0))
        painter.setPen(
            QPen(colour if chosen or self.hasFocus() else theme.line, 2 if self.hasFocus() else 1)
        )
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        font = painter.font()
        font.setStrikeOut(self._dismissed)
        painter.setFont(font)
        inner = box.adjusted(_PAD_X - 1, 0, -_PAD_X + 1, 0)
        painter.setPen(colour)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._number)
        skip = painter.fontMetrics().horizontalAdvance(f"{self._number}  ")
        name = inner.adjusted(skip, 0, 0, 0)
        painter.setPen(theme.muted if self._dismissed else theme.text)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if not self._dismissed and self._flag.evidence:
            y = inner.center().y() + painter.fontMetrics().height() / 2
            draw_line(painter, theme, self._flag.side, QPointF(name.left(), y), QPointF(name.right(), y))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The mouse points at it."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The mouse points elsewhere."""
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The keyboard points at it."""
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The keyboard points elsewhere."""
        super().focusOutEvent(event)
        self.pointed.emit(False)
