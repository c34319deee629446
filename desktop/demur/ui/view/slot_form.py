"""What a reply leaves open, asked in plain words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from demur.domain.template import Slot

from .fold import Fold
from .words import button, empty, label

if TYPE_CHECKING:
    from demur.app import AskedSlot


class SlotForm(QWidget):
    """A field a slot; ``filled`` carries what the person changed, as ``dict[Slot, str]``.

    It is folded away while nothing that is required is missing.
    """

    filled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[AskedSlot, ...] = ()
        self._given: dict[Slot, str] = {}
        self.fields: dict[Slot, QLineEdit] = {}
        self.missing = label(name="What is missing")
        self.write = button("Write the reply", "Write it with these details")
        self.write.clicked.connect(self._tell)
        self._body = QWidget()
        self.fold = Fold(self._body, "What the reply can say more precisely")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(3)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.missing)
        body.addLayout(self._rows)
        body.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.fold)
        layout.addWidget(self._body)

    def ask(self, asked: "tuple[AskedSlot, ...]", given: dict[Slot, str]) -> None:
        """Ask for ``asked``, with what was ``given`` before filled in."""
        self._asked, self._given = asked, given
        empty(self._rows)
        self.fields = {}
        for one in asked:
            field = QLineEdit(given.get(one.slot, one.value))
            field.setAccessibleName(one.question)
            field.setPlaceholderText("needed" if one.required else "may stay empty")
            field.returnPressed.connect(self._tell)
            self._rows.addWidget(label(one.question + (" *" if one.required else "")))
            self._rows.addWidget(field)
            self.fields[one.slot] = field
        self.setVisible(bool(asked))
        self._show_missing()
        self.fold.setChecked(bool(self._missing()))

    def show_given(self, given: dict[Slot, str]) -> None:
        """Show what the request holds now, after undo for instance."""
        if given != self._given:
            self.ask(self._asked, given)

    def _missing(self) -> list["AskedSlot"]:
        return [one for one in self._asked if one.required and not self.fields[one.slot].text().strip()]

    def _show_missing(self) -> None:
        missing = self._missing()
        self.missing.setText("To write this reply, Demur needs the fields marked *.")
        self.missing.setVisible(bool(missing))
        filled = sum(bool(field.text().strip()) for field in self.fields.values())
        unsigned = Slot.ME in self.fields and not self.fields[Slot.ME].text().strip()
        name = "; your name is missing" if unsigned else ""
        self.fold.setText(f"Details ({filled} of {len(self._asked)} filled in{name})")

    def _tell(self) -> None:
        values = {one.slot: self.fields[one.slot].text().strip() for one in self._asked}
        asked = {one.slot: one.value for one in self._asked}
        given = {slot: text for slot, text in values.items() if slot in self._given or text != asked[slot]}
        self._show_missing()
        if missing := self._missing():
            self.fields[missing[0].slot].setFocus()
            return
        self._given = given
        self.filled.emit(given)
        self.fold.setChecked(False)
