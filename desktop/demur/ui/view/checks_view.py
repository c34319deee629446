"""What the guard checked: the reason to trust the text, in one line that opens to details."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from demur.domain.draft import Draft, DraftBeat, Origin
from demur.ui.labels import ROLES

from .fold import Fold
from .words import label, quiet


class ChecksView(QWidget):
    """Sums up the checks of a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.details = quiet(name="What was checked")
        self.notes = label(name="What to know about this draft")
        self.line = Fold(self.details, "What was checked, sentence by sentence")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.notes)
        layout.addWidget(self.line)
        layout.addWidget(self.details)

    def show_draft(self, draft: Draft | None) -> None:
        """Show what was checked in ``draft``."""
        self.setVisible(draft is not None and bool(draft.beats))
        if draft is None:
            return
        self.notes.setText("\n".join(draft.notes))
        self.notes.setVisible(bool(draft.notes))
        self.line.setText(_summary(draft))
        self.details.setText("\n".join(_detail(beat) for beat in draft.beats))


def _summary(draft: Draft) -> str:
    checked = [beat for beat in draft.beats if beat.origin is not Origin.PERSON]
    passed = sum(all(check.passed for check in beat.checks) for beat in checked)
    refused = sum(bool(beat.refused) for beat in draft.beats)
    yours = len(draft.beats) - len(checked)
    parts = [f"{'✓' if passed == len(checked) else '✗'} {passed} of {len(draft.beats)} sentences checked"]
    parts.append(f"{yours} written by you" if yours else "")
    parts.append(f"{refused} rewrite{'s' * (refused > 1)} refused" if refused else "")
    return "  ·  ".join(part for part in parts if part)


def _detail(beat: DraftBeat) -> str:
    if beat.origin is Origin.PERSON:
        return f"{ROLES[beat.role]}: yours, not checked"
    failed = [check.detail or check.id for check in beat.checks if not check.passed]
    passed = ", ".join(check.id.replace("-", " ") for check in beat.checks if check.passed)
    said = f"{ROLES[beat.role]}: {passed or 'word for word from the template'}"
    if beat.refusals:
        said += f"; a rewrite was refused: {'; '.join(check.detail or check.id for check in beat.refusals)}"
    return said + (f"; but {'; '.join(failed)}" if failed else "")
