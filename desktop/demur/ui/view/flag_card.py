"""A flag explained: the fact, the words, the article's own sentence, and a way to disagree."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from demur.domain.reading import Signal as Flag
from demur.domain.reading import SignalId, Source
from demur.ui.labels import ARTICLES, SIDES, SIGNALS

from .words import button, label, quiet

_WORDS_SHOWN = 6


class FlagCard(QWidget):
    """Explains one flag; ``dismissed`` carries its id and whether it is not so here."""

    dismissed = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Why this flag")
        self._flag: SignalId | None = None
        self._is_dismissed = False
        self._side = quiet()
        self._why = label(name="The fact")
        self._words = quiet(name="The words")
        self._source = quiet(name="The article's sentence")
        self.dismiss = button("")
        self.dismiss.clicked.connect(self._toggle)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self._side, 1)
        row.addWidget(self.dismiss)
        for part in (self._why, self._words, self._source):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addStretch(1)

    def explain(self, flag: Flag, *, dismissed: bool) -> None:
        """Show what ``flag`` rests on."""
        self._flag, self._is_dismissed = flag.id, dismissed
        self._side.setText(f"{SIGNALS[flag.id]}: {SIDES[flag.side]}")
        self._why.setText(flag.why)
        entries = [entry for entry in flag.entries if entry not in flag.why]
        words = [f"“{one.text}”" for one in flag.evidence[:_WORDS_SHOWN]] or entries
        self._words.setText(("It says: " if flag.evidence else "On record: ") + "  ·  ".join(words))
        self._words.setVisible(bool(words))
        self._source.setText(cited(flag.source))
        self.dismiss.setText("So after &all" if dismissed else "&Not so here")
        self.dismiss.setToolTip("For this message only; no rule changes")

    @property
    def labels(self) -> tuple[QLabel, ...]:
        """What it says, from the top."""
        return self._side, self._why, self._words, self._source

    def _toggle(self) -> None:
        if self._flag is not None:
            self.dismissed.emit(self._flag, not self._is_dismissed)


def cited(source: Source) -> str:
    """A source as it is shown: the quote, then whose it is."""
    return f"“{source.quote}” — {ARTICLES[source.article]}"
