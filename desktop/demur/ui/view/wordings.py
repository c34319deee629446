"""The other wordings of a sentence beside the one that stands there, each to be taken."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionFocusRect,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from demur.domain.draft import Alternative
from demur.ui.labels import WORDED_BY
from demur.ui.theme import Theme
from demur.ui.word_diff import Spans, differing

from .marked_words import MarkedWords, height_of, laid_out
from .words import quiet

_PAD = 4
_MOST_LINES = 12
# Two columns of fewer average characters are worse to read than one above the other.
_NARROW_CHARS = 44
_ROW = Qt.ItemDataRole.UserRole
_HOW = "A click or Enter puts one into the reply; undo brings back what stood there."
_WAIT = "One can be taken once the model has finished."
_NONE = "There is no other wording of this sentence yet. Reword asks the model for one."


@dataclass(frozen=True)
class _Row:
    """An alternative, where the words stand that are its own, and where those that it would replace."""

    one: Alternative
    own: Spans
    replaced: Spans


class Wordings(QWidget):
    """Shows what stands there and its alternatives, the words marked that differ.

    ``taken`` carries an ``Alternative``: one click, or Enter.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self.current = MarkedWords("Now")
        self.others = _List()
        self.others.setAccessibleName("Other wordings")
        self.others.itemClicked.connect(self._take)
        self.others.entered_on.connect(self._take)
        self.others.currentItemChanged.connect(lambda *_: self._mark_current())
        self.about = quiet(name="How to take another wording")
        self._title = quiet()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(10)
        for title, words in ((quiet("Now"), self.current), (self._title, self.others)):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(title)
            column.addWidget(words)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._columns)
        layout.addWidget(self.about)

    def show_wordings(self, text: str, alternatives: tuple[Alternative, ...], *, busy: bool) -> None:
        """Show ``text`` beside its ``alternatives``; while ``busy`` they can be read, not taken.

        What stood there before is the one chosen, so that Enter goes back to it.
        """
        self._busy = busy
        before = self.current.text()
        if (text, alternatives) != (before, self._shown()):
            self.current.setText(text)
            self.others.clear()
            for one in alternatives:
                replaced, own = differing(text, one.text)
                self.others.add(_Row(one, own, replaced))
            texts = [one.text for one in alternatives]
            self.others.setCurrentRow(texts.index(before) if before in texts else 0)
            self.others.fit()
        self._mark_current()
        self._title.setText(f"Other wordings ({len(alternatives)})")
        self._title.setVisible(bool(alternatives))
        self.others.setVisible(bool(alternatives))
        self.about.setText((_WAIT if busy else _HOW) if alternatives else _NONE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside each other, or one above the other."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_CHARS * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _shown(self) -> tuple[Alternative, ...]:
        return tuple(row.one for row in self.others.rows())

    def _mark_current(self) -> None:
        item = self.others.currentItem()
        self.current.mark(item.data(_ROW).replaced if item else ())

    def _take(self, item: QListWidgetItem) -> None:
        if not self._busy:
            self.taken.emit(item.data(_ROW).one)


class _List(QListWidget):
    """As high as its rows, up to twelve lines; ``entered_on`` carries the item under Enter."""

    entered_on = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setItemDelegate(_Painter(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def add(self, row: _Row) -> None:
        """One more wording."""
        item = QListWidgetItem(row.one.text, self)
        item.setData(_ROW, row)
        spoken = f"{row.one.text} ({WORDED_BY[row.one.origin]})"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def rows(self) -> list[_Row]:
        """What is shown."""
        return [self.item(number).data(_ROW) for number in range(self.count())]

    def fit(self) -> None:
        """Take as much room as the rows need."""
        rows = sum(self.sizeHintForRow(number) for number in range(self.count()))
        most = _MOST_LINES * self.fontMetrics().lineSpacing()
        self.setFixedHeight(min(rows, most) + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter takes."""
        item = self.currentItem()
        if item is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_on.emit(item)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Narrower rows are higher."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class _Painter(QStyledItemDelegate):
    """Draws a wording, the words marked that are its own, and below it whose it is."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the list, as high as the words."""
        width = self._view.viewport().width()
        row: _Row = index.data(_ROW)
        layout = laid_out(
            row.one.text, row.own, option.font, option.palette.text().color(), width - 2 * _PAD
        )
        return QSize(width, height_of(layout) + option.fontMetrics.lineSpacing() + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The wording on the style's own ground."""
        style = self._view.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        if option.state & QStyle.StateFlag.State_HasFocus:
            frame = QStyleOptionFocusRect()
            frame.rect = option.rect
            frame.palette = option.palette
            frame.state = (
                option.state | QStyle.StateFlag.State_KeyboardFocusChange | QStyle.StateFlag.State_Item
            )
            style.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame, painter, self._view)
        row: _Row = index.data(_ROW)
        theme = Theme.of(option.palette)
        plain, marked, quiet_tone = theme.text, theme.speaks_for, theme.muted
        if option.state & QStyle.StateFlag.State_Selected:
            plain = marked = quiet_tone = option.palette.color(QPalette.ColorRole.HighlightedText)
        box = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        layout = laid_out(row.one.text, row.own, option.font, marked, box.width())
        painter.save()
        painter.setPen(plain)
        layout.draw(painter, QPointF(box.topLeft()))
        painter.setPen(quiet_tone)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, WORDED_BY[row.one.origin]
        )
        painter.restore()
