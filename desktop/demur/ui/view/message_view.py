"""The message, read-only plain text, with the words underlined that the signals rest on."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from demur.domain.message import Message
from demur.domain.reading import SignalId
from demur.ui.theme import Theme

from .marks import Mark, draw_line, shown_text
from .words import set_up_text, wrap_for

# More than anybody reads; Qt lays it out in a moment.
_MOST_SHOWN = 200_000
_HIGHEST = 4_000
_SPARE = 6
_LANE = 3.0


class MessageView(QPlainTextEdit):
    """Shows a message and its marks; ``pointed`` carries the ids of the signals under mouse or caret."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: list[Mark] = []
        self._pointed: frozenset[SignalId] = frozenset()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("Message")
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setTabChangesFocus(True)
        set_up_text(self)
        self.cursorPositionChanged.connect(self._point_at_caret)

    def show_message(self, message: Message) -> bool:
        """Show ``message`` without marks; False when it is so long that the rest is left out."""
        text = shown_text(message)
        wrap_for(self, text)
        self._marks = []
        self.setPlainText(text[:_MOST_SHOWN])
        if message.subject:
            self._embolden_first_line()
        return len(text) <= _MOST_SHOWN

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Underline ``marks`` in place of those before."""
        last = self.document().characterCount() - 1
        shown = [mark for mark in marks if mark.end <= last]
        once = QTextCursor(self.document())
        once.beginEditBlock()  # laid out anew for all of them together
        for ends, room in ((self._marks, 0.0), (shown, 1.0)):
            for end, group in groupby(sorted(ends, key=_end), key=_end):
                self._make_room(end, room * self._number_width(list(group)))
        once.endEditBlock()
        self._marks = shown
        self._fit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A narrower text is a longer one."""
        super().resizeEvent(event)
        self._fit()

    def highlight(self, signals: frozenset[SignalId]) -> None:
        """Light up the words of ``signals``, and no others."""
        theme = Theme.of(self.palette())
        selections = []
        for mark in self._marks:
            if mark.signal in signals:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._range(mark.start, mark.end)
                selection.format.setBackground(theme.tint(mark.side))
                selections.append(selection)
        self.setExtraSelections(selections)

    def reveal(self, signal: SignalId) -> None:
        """Scroll to the first words of ``signal``."""
        first = next((mark for mark in self._marks if mark.signal is signal), None)
        if first is not None:
            self.setTextCursor(self._range(first.start, first.start))
            self.ensureCursorVisible()

    def marked_words(self, signal: SignalId) -> list[str]:
        """The words underlined for ``signal``."""
        ranges = (self._range(mark.start, mark.end) for mark in self._marks if mark.signal is signal)
        return [one.selectedText() for one in ranges]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The text, then the lines below it and the numbers behind it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = Theme.of(self.palette())
        for block, top in self._visible_blocks():
            here = [
                m
                for m in self._marks
                if m.start < block.position() + block.length() and m.end > block.position()
            ]
            for mark in here:
                self._draw(painter, theme, block, top, mark)
            ending = sorted((m for m in here if m.end <= block.position() + block.length()), key=_end)
            for end, group in groupby(ending, key=_end):
                self._draw_numbers(painter, theme, block, top, end, list(group))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell what lies under the mouse."""
        super().mouseMoveEvent(event)
        self._point(self.cursorForPosition(event.position().toPoint()).position())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing lies under the mouse any more."""
        super().leaveEvent(event)
        self._point(-1)

    def _point_at_caret(self) -> None:
        if self.hasFocus():
            self._point(self.textCursor().position())

    def _point(self, place: int) -> None:
        found = frozenset(mark.signal for mark in self._marks if mark.start <= place < mark.end)
        if found != self._pointed:
            self._pointed = found
            self.pointed.emit(found)

    def _range(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _fit(self) -> None:
        """No higher than the message, so that its flags stand right below it."""
        height = 2 * self.document().documentMargin() + 2 * self.frameWidth() + _SPARE
        block = self.document().firstBlock()
        while block.isValid() and height < _HIGHEST:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        self.setMaximumHeight(round(height))

    def _embolden_first_line(self) -> None:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.DemiBold)
        cursor = QTextCursor(self.document().firstBlock())
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(style)

    def _make_room(self, end: int, width: float) -> None:
        """Space behind a mark, where its number is painted; the text itself stays as it is."""
        style = QTextCharFormat()
        style.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        style.setFontLetterSpacing(width)
        cursor = self._range(end, end)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(style)

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.72)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _number_width(self, marks: list[Mark]) -> float:
        return QFontMetricsF(self._number_font()).horizontalAdvance(_numbers(marks)) + 4

    def _visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > self.viewport().height():
                return
            yield block, box.topLeft()
            block = block.next()

    def _draw(self, painter: QPainter, theme: Theme, block: QTextBlock, top: QPointF, mark: Mark) -> None:
        for line in _lines(block, mark):
            start = max(mark.start - block.position(), line.textStart())
            end = min(mark.end - block.position(), line.textStart() + line.textLength())
            if start < end:
                left, right = sorted((_x(line, start), _x(line, end)))
                if end == mark.end - block.position():
                    right -= self._number_width([m for m in self._marks if m.end == mark.end])
                y = top.y() + line.y() + line.ascent() + 2.5 + _LANE * mark.depth
                draw_line(
                    painter, theme, mark.side, QPointF(top.x() + left, y), QPointF(top.x() + right, y)
                )

    def _draw_numbers(
        self, painter: QPainter, theme: Theme, block: QTextBlock, top: QPointF, end: int, marks: list[Mark]
    ) -> None:
        last = end - 1 - block.position()
        line = block.layout().lineForTextPosition(last)
        width = self._number_width(marks)
        x = top.x() + _x(line, end - block.position()) - width + 1
        box = QRectF(x, top.y() + line.y(), width, line.height() * 0.75)
        painter.setFont(self._number_font())
        painter.setPen(theme.side(marks[0].side))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, _numbers(marks))


def _end(mark: Mark) -> int:
    return mark.end


def _numbers(marks: list[Mark]) -> str:
    return " ".join(str(mark.number) for mark in sorted(marks, key=lambda mark: mark.number))


def _lines(block: QTextBlock, mark: Mark) -> Iterator[QTextLine]:
    """The lines of ``block`` that ``mark`` touches: a block may have thousands."""
    layout = block.layout()
    last = block.length() - 1
    ends = (mark.start - block.position(), mark.end - block.position())
    first, past = (layout.lineForTextPosition(min(max(end, 0), last)).lineNumber() for end in ends)
    return (layout.lineAt(number) for number in range(first, past + 1))


def _x(line: QTextLine, place: int) -> float:
    return float(line.cursorToX(place)[0])  # type: ignore[index]
