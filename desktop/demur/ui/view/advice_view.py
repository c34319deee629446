"""What Demur would do and why, what speaks for doing otherwise, and every other move one click away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from demur.domain.advice import MoveId, SecondThought
from demur.domain.reading import SignalId
from demur.domain.report import Report
from demur.ui.labels import MOVE_GROUPS, MOVES, SIGNALS

from .flag_card import cited
from .flow_layout import FlowLayout
from .words import button, empty, heading, label, quiet

_BETWEEN = 4
_BLIND = "Nothing is suggested, as the message was not read: pick the reply yourself."


class AdviceView(QWidget):
    """Shows the advice and the move in force; ``chosen`` carries the move that the user picks."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner_up = MoveId.DECLINE
        self.move_name = heading(name="Reply")
        self.because = label(name="Why this reply")
        self.runner_up = button("", "The next best by the same rules")
        self.runner_up.clicked.connect(lambda: self.chosen.emit(self._runner_up))
        self.others = button("Other repl&y", "Every kind of reply there is")
        self.others.setMenu(self._menu())
        self.second_look = button("", "What speaks for doing otherwise", checkable=True)
        self.second_look.toggled.connect(self._show_thoughts)
        self.thoughts = QWidget()
        self.thoughts.setAccessibleName("Second look")
        self._rows = QVBoxLayout(self.thoughts)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.move_name)
        layout.addWidget(self.because)
        row = FlowLayout()
        for one in (self.runner_up, self.others, self.second_look):
            row.addWidget(one)
        layout.addLayout(row)
        layout.addWidget(self.thoughts)
        self.thoughts.hide()

    def show_advice(self, report: Report, move: MoveId, dismissed: tuple[SignalId, ...]) -> None:
        """Show the advice of ``report`` beside the ``move`` in force."""
        advice = report.advice
        follows = move is advice.move
        self._runner_up = advice.runner_up if follows else advice.move
        self.move_name.setText(MOVES[move])
        suggested = "Suggested" if follows else f"Your choice. Demur suggests “{MOVES[advice.move]}”"
        blind = not report.understood and not advice.because
        self.because.setText(_BLIND if blind else f"{suggested}{_reasons(report, dismissed)}")
        self.runner_up.setText(
            f"or: {MOVES[self._runner_up]}" if follows else f"back to: {MOVES[advice.move]}"
        )
        self.runner_up.setVisible(self._runner_up is not move)
        self.second_look.setText(f"Second &look ({len(advice.second_look)})")
        self.second_look.setEnabled(bool(advice.second_look))
        self._fill_thoughts(advice.second_look)
        self._show_thoughts(self.second_look.isChecked())

    def _fill_thoughts(self, thoughts: tuple[SecondThought, ...]) -> None:
        empty(self._rows)
        for one in thoughts:
            self._rows.addSpacing(_BETWEEN)
            self._rows.addWidget(label(one.thought))
            self._rows.addWidget(quiet(cited(one.source)))

    def _show_thoughts(self, shown: bool) -> None:
        self.thoughts.setVisible(shown and self._rows.count() > 0)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for group, moves in MOVE_GROUPS.items():
            menu.addSection(group)
            for move in moves:
                menu.addAction(MOVES[move]).triggered.connect(lambda _=False, at=move: self.chosen.emit(at))
        return menu


def _reasons(report: Report, dismissed: tuple[SignalId, ...]) -> str:
    numbers = {signal.id: number for number, signal in enumerate(report.signals, start=1)}
    reasons = [
        f"{SIGNALS[one].lower()} ({numbers[one]})" if one in numbers else SIGNALS[one].lower()
        for one in report.advice.because
        if one not in dismissed
    ]
    doubted = [SIGNALS[one].lower() for one in report.advice.because if one in dismissed]
    said = f" because of: {', '.join(reasons)}." if reasons else "."
    return said + (f" Not so here, you said: {', '.join(doubted)}." if doubted else "")
