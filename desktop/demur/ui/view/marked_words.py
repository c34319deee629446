"""Words of which some are marked: bolder, underlined, and in another colour, never in colour alone."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel

from demur.ui.positions import to_units
from demur.ui.theme import Theme, readable
from demur.ui.word_diff import Spans

from .words import set_up_label

_LINE = "\u2028"
_WIDEST = 320
# Of a pasted essay this much is shown: laying out more than a sentence needs would stop the window.
_MOST_SHOWN = 2_000


def laid_out(text: str, spans: Spans, font: QFont, colour: QColor, width: int) -> QTextLayout:
    """``text`` in lines of ``width``, what lies within ``spans`` (code points) marked in ``colour``."""
    shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]} …"
    layout = QTextLayout(shown.replace("\n", _LINE), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats([_mark(text, start, end, colour) for start, end in spans if end <= len(shown)])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def height_of(layout: QTextLayout) -> int:
    """How high the lines of ``layout`` are together, in pixels."""
    return round(layout.boundingRect().height())


class MarkedWords(QLabel):
    """A label that wraps; what lies within ``spans`` is marked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.spans: Spans = ()
        set_up_label(self, name)

    def mark(self, spans: Spans) -> None:
        """Mark what lies within ``spans``, in code points."""
        self.spans = spans
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A narrower line makes more of them."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high the words are in ``width``."""
        return height_of(self._laid_out(width))

    def sizeHint(self) -> QSize:  # noqa: N802
        """A column of a readable width."""
        return QSize(_WIDEST, self.heightForWidth(_WIDEST))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It wraps as narrow as it must."""
        return QSize(1, self.fontMetrics().lineSpacing())

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """The words."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._laid_out(self.width()).draw(painter, QPointF())

    def _laid_out(self, width: int) -> QTextLayout:
        palette = self.palette()
        colour = readable(Theme.of(palette).against, palette.color(self.backgroundRole()))
        return laid_out(self.text(), self.spans, self.font(), colour, width)


def _mark(text: str, start: int, end: int, colour: QColor) -> QTextLayout.FormatRange:
    words = QTextCharFormat()
    words.setFontWeight(QFont.Weight.Bold)
    words.setFontUnderline(True)
    words.setForeground(colour)
    mark = QTextLayout.FormatRange()
    mark.start = to_units(text, start)
    mark.length = to_units(text, end) - mark.start
    mark.format = words
    return mark
