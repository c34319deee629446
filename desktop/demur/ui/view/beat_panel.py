"""The sentence under the caret: where it comes from, how else it may be said, what was refused and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from demur.domain.draft import Draft, DraftBeat
from demur.ui.labels import ORIGIN_LETTERS, ORIGINS, ROLES

from .flow_layout import FlowLayout
from .wordings import Wordings
from .words import button, label, quiet


class BeatPanel(QFrame):
    """Shows one beat; its signals carry its number, ``taken`` an ``Alternative`` as well.

    ``left`` tells that the list with the keyboard's focus was closed.
    """

    regenerate = Signal(int)
    revert = Signal(int)
    taken = Signal(int, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = -1
        self.about = quiet(name="This sentence")
        self.again = button("Re&word", "Another wording of this sentence, by the model")
        self.back = button("Revert", "Back to the template's words, in your voice")
        self.compare = button("&Compare", "What stands here now beside its other wordings", checkable=True)
        self.again.clicked.connect(lambda: self.regenerate.emit(self._index))
        self.back.clicked.connect(lambda: self.revert.emit(self._index))
        self.compare.toggled.connect(self._turn_to_wordings)
        self.wordings = Wordings()
        self.wordings.taken.connect(lambda one: self.taken.emit(self._index, one))
        self.template = label(name="Template")
        self.refused = label(name="Refused rewrite")
        self._comparison = QWidget()
        self._refused_title = quiet("Refused")
        grid = QGridLayout(self._comparison)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.wordings, 0, 0, 1, 2)
        rows = ((quiet("Template"), self.template), (self._refused_title, self.refused))
        for row, (title, words) in enumerate(rows, start=1):
            title.setWordWrap(False)
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        line = FlowLayout()
        for one in (self.again, self.back, self.compare):
            line.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.about)
        layout.addLayout(line)
        layout.addWidget(self._comparison)
        self.show_beat(None, -1, busy=False)

    def show_beat(self, draft: Draft | None, index: int, *, busy: bool) -> None:
        """Show beat ``index`` of ``draft``, or that there is none; nothing is offered while ``busy``."""
        has = draft is not None and 0 <= index < len(draft.beats)
        self._index = index if has else -1
        for one in (self.again, self.back):
            one.setEnabled(has and not busy)
        self.compare.setEnabled(has)
        if draft is None or not has:
            self.about.setText("Put the caret into a sentence to see where it comes from." if draft else "")
        else:
            self._show(draft.beats[index], busy=busy)
        self._show_comparison()

    def _show(self, beat: DraftBeat, *, busy: bool) -> None:
        self.about.setText(f"{ROLES[beat.role]}: {ORIGINS[beat.origin]} ({ORIGIN_LETTERS[beat.origin]})")
        self.back.setEnabled(self.back.isEnabled() and beat.text != beat.fallback)
        self.template.setText(beat.template)
        self.wordings.show_wordings(beat.text, beat.alternatives, busy=busy)
        count = len(beat.alternatives)
        self.compare.setText(f"&Compare ({count})" if count else "&Compare")
        why = "; ".join(check.detail or check.id for check in beat.refusals)
        self.refused.setText(f"“{beat.refused}”\nNot used: {why}." if beat.refused else "")
        self.refused.setVisible(bool(beat.refused))
        self._refused_title.setVisible(bool(beat.refused))

    def _turn_to_wordings(self) -> None:
        had_focus = self.wordings.others.hasFocus()
        self._show_comparison()
        if self.wordings.others.isVisible():
            self.wordings.others.setFocus()
        elif had_focus:
            self.left.emit()

    def _show_comparison(self) -> None:
        self._comparison.setVisible(self.compare.isChecked() and self._index >= 0)
