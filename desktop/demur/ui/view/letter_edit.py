"""The draft as one plain text field; a narrow margin shows where each beat's words come from."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from demur.domain.draft import Draft, DraftBeat
from demur.ui.labels import ORIGIN_LETTERS, ORIGINS, ROLES
from demur.ui.positions import common, to_units
from demur.ui.theme import Theme, mixed

from .words import set_up_text, wrap_for

_SETTLE_MS = 300
_PARAGRAPH_END = "\u2029"


class LetterEdit(QPlainTextEdit):
    """Shows a draft and lets it be edited.

    ``typed`` carries the whole text a moment after the last keystroke, ``beat_changed`` the number of the
    beat under the caret, -1 outside all. It keeps no undo of its own: the window's covers everything.
    """

    typed = Signal(str)
    beat_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beats: list[tuple[DraftBeat, QTextCursor]] = []
        self._beat = -1
        self._writing = -1
        self._showing = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Your reply")
        set_up_text(self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._tell_typed)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.gutter = _Gutter(self)
        self.updateRequest.connect(lambda *_: self.gutter.update())
        self.setViewportMargins(self.gutter.sizeHint().width(), 0, 0, 0)

    @property
    def text(self) -> str:
        """Exactly what stands in the field."""
        return self.document().toRawText().replace(_PARAGRAPH_END, "\n")

    @property
    def beat(self) -> int:
        """The beat under the caret, -1 outside all."""
        return self._beat

    def show_draft(self, draft: Draft | None) -> None:
        """Show ``draft``; the caret stays where it was, as far as the words around it do."""
        self._settling.stop()
        text = draft.text if draft else ""
        if text != self.text:
            self._showing = True
            self._replace_all(text)
            self._showing = False
        self._beats = [(beat, self._range(text, beat)) for beat in (draft.beats if draft else ())]
        self._follow_caret()
        self.gutter.update()

    def settle(self) -> None:
        """Tell at once what was typed, if anything was."""
        if self._settling.isActive():
            self._settling.stop()
            self._tell_typed()

    def show_writing(self, index: int) -> None:
        """Mark the beat that is being rewritten, -1 for none."""
        self._writing = index
        self._tint()

    def go_to_beat(self, index: int) -> None:
        """Put the caret at the beginning of a beat."""
        self.setTextCursor(self._cursor_at(self._beats[index][1].selectionStart()))

    def event(self, event: QEvent) -> bool:
        """Undo and redo belong to the window, not to this field."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            )
        ):
            event.ignore()
            return False
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Pasted text, never its markup."""
        wrap_for(self, source.text())
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever leaves the field has finished typing."""
        super().focusOutEvent(event)
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The margin stays beside the text."""
        super().resizeEvent(event)
        box = self.contentsRect()
        self.gutter.setGeometry(QRect(box.left(), box.top(), self.gutter.sizeHint().width(), box.height()))

    def origins(self) -> list[tuple[QRect, DraftBeat]]:
        """Where each beat stands in the viewport, from its first line's top to its last line's bottom."""
        found = []
        for beat, cursor in self._beats:
            first = self.cursorRect(self._cursor_at(cursor.selectionStart()))
            last = self.cursorRect(self._cursor_at(cursor.selectionEnd()))
            found.append((first.united(last), beat))
        return found

    def _replace_all(self, text: str) -> None:
        """Change only what differs, so that caret and scroll position survive."""
        old, caret = self.text, self.textCursor()
        start = common(old, text)
        tail = min(common(old[::-1], text[::-1]), len(old) - start, len(text) - start)
        edit = self._cursor_at(to_units(old, start))
        edit.setPosition(to_units(old, len(old) - tail), QTextCursor.MoveMode.KeepAnchor)
        edit.insertText(text[start : len(text) - tail])
        if not old:
            caret.setPosition(0)
        self.setTextCursor(caret)

    def _range(self, text: str, beat: DraftBeat) -> QTextCursor:
        cursor = self._cursor_at(to_units(text, beat.start))
        cursor.setPosition(to_units(text, beat.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _cursor_at(self, place: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        return cursor

    def _changed(self) -> None:
        if not self._showing:
            self._settling.start()

    def _tell_typed(self) -> None:
        self.typed.emit(self.text)

    def _follow_caret(self) -> None:
        place = self.textCursor().position()
        ranges = [(cursor.selectionStart(), cursor.selectionEnd()) for _, cursor in self._beats]
        beat = next((n for n, (start, end) in enumerate(ranges) if start <= place <= end), -1)
        if beat != self._beat:
            self._beat = beat
            self.beat_changed.emit(beat)
        self._tint()

    def _tint(self) -> None:
        theme = Theme.of(self.palette())
        shown = {self._beat: 0.06, self._writing: 0.18}
        selections = []
        for number, (_, cursor) in enumerate(self._beats):
            if number in shown:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format.setBackground(mixed(theme.speaks_for, theme.base, shown[number]))
                selections.append(selection)
        self.setExtraSelections(selections)


class _Gutter(QWidget):
    """A bar and a letter a beat: T template, V voice, M model, Y you."""

    def __init__(self, letter: LetterEdit) -> None:
        super().__init__(letter)
        self._letter = letter
        self.setAccessibleName("Where each sentence comes from")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for three letters."""
        return QSize(self.fontMetrics().horizontalAdvance("MMM") + 8, 0)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """The bars and letters of the beats in view."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), mixed(theme.text, theme.base, 0.04))
        taken: dict[int, int] = {}
        advance = self.fontMetrics().horizontalAdvance("M")
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        for box, beat in self._letter.origins():
            at = taken.get(box.top(), 0)
            taken[box.top()] = at + 1
            painter.setPen(theme.origin(beat.origin))
            height = self._letter.fontMetrics().height()
            cell = QRectF(4 + at * advance, box.top(), advance, height)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, ORIGIN_LETTERS[beat.origin])

    def event(self, event: QEvent) -> bool:
        """Say in words what the letters mean."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._explain(event.pos()), self)
            return True
        return super().event(event)

    def _explain(self, at: QPoint) -> str:
        here = [beat for box, beat in self._letter.origins() if box.top() <= at.y() <= box.bottom()]
        return "\n".join(f"{ROLES[beat.role]}: {ORIGINS[beat.origin]}" for beat in here)
