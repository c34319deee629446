"""Small widgets that hold words: never HTML, always wrapped, always named."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette, QTextOption
from PySide6.QtWidgets import QLabel, QLayout, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from demur.ui.theme import Theme

_LONG_RUN = 5_000


def label(text: str = "", name: str = "") -> QLabel:
    """A label of plain text that wraps, and that can be selected."""
    return _as_words(QLabel(text), name)


class _Quiet(QLabel):
    """A label in the quiet tone of whatever palette the application has."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._tone()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The system may turn dark at any time."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._tone()

    def _tone(self) -> None:
        palette = QGuiApplication.palette()
        palette.setColor(QPalette.ColorRole.WindowText, Theme.of(palette).muted)
        self.setPalette(palette)


def quiet(text: str = "", name: str = "") -> QLabel:
    """A label in the quiet tone."""
    return _as_words(_Quiet(text), name)


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


def empty(layout: QLayout) -> None:
    """Take everything out of ``layout``, at once to the eye."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def set_up_text(edit: QPlainTextEdit) -> None:
    """What is read and written: a little larger than the rest, with air around it, each line its own way.

    Right-to-left scripts run from the right, whatever the window's own language.
    """
    edit.setFont(scaled(edit, 1.1))
    edit.setAcceptDrops(False)  # what is dropped anywhere is a new request
    edit.document().setDocumentMargin(10)
    option = edit.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    edit.document().setDefaultTextOption(option)


def wrap_for(edit: QPlainTextEdit, text: str) -> None:
    """Wrap between words, but anywhere once ``text`` has a run that Qt would take minutes for."""
    wild = max((len(line) for line in text.split("\n")), default=0) > _LONG_RUN
    modes = QTextOption.WrapMode
    edit.setWordWrapMode(modes.WrapAnywhere if wild else modes.WrapAtWordBoundaryOrAnywhere)


def button(text: str, tip: str = "", *, flat: bool = False, checkable: bool = False) -> QPushButton:
    """A push button; ``text`` may mark its key with ``&``."""
    made = QPushButton(text)
    made.setToolTip(tip)
    made.setFlat(flat)
    made.setCheckable(checkable)
    made.setAutoDefault(False)
    return made


def set_up_label(made: QLabel, name: str) -> None:
    """Plain text that wraps; ``name`` is what a screen reader calls it."""
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setAccessibleName(name)


def _as_words(made: QLabel, name: str) -> QLabel:
    set_up_label(made, name)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = made.sizePolicy()  # it knows that a wrapped text's height hangs on its width
    policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)
    made.setSizePolicy(policy)
    return made
