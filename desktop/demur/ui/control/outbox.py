"""Where a finished reply goes: the clipboard, a file, the mail program; what leaves is what is seen."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from demur.domain.errors import DemurError
from demur.domain.request import Request
from demur.outbox import Reply, answer, as_html, as_mailto, blanks, still_blank
from demur.ui.background import Lanes

from .desk import Desk

if TYPE_CHECKING:
    from demur.app import Services


_NEXT = "Open a request, then write or pick a reply."
_MAIL = ".eml"


class Outbox(QObject):
    """Lets the reply on the desk leave; ``done`` says in words what was done.

    ``asked`` carries what a reply that is to leave still has open, and what to do when it may go so.
    ``open_url`` is how the system's own programs are called.
    """

    done = Signal(str)
    failed = Signal(object)
    asked = Signal(str, object)

    def __init__(self, services: "Services", lanes: Lanes, desk: Desk) -> None:
        super().__init__()
        self._services = services
        self._lanes = lanes
        self._desk = desk
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._quoting = False
        self._page = ""  # what was copied as HTML last

    def set_quoting(self, quoting: bool) -> None:
        """Whether mails have the message below the reply; at the beginning they have not."""
        self._quoting = quoting

    def copy(self) -> None:
        """The whole reply to the clipboard."""
        self._leave("copy", lambda _, text: self._put_on_clipboard(text))

    def copy_html(self) -> None:
        """The same, as paragraphs too for whatever takes them over."""
        self._leave("copy", lambda _, text: self._put_on_clipboard(text, as_html(text)))

    def let_go(self) -> None:
        """Leave text alone on the clipboard: what Python made for it crashes Qt once Python has ended."""
        clipboard = QGuiApplication.clipboard()
        if self._page and clipboard.mimeData().html() == self._page:
            clipboard.setText(clipboard.text())

    def save(self, path: Path) -> None:
        """The whole reply to a file."""
        mail = path.suffix.lower() == _MAIL
        self._leave("save", lambda request, text: self._save(path, self._reply(request, text, mail=mail)))

    def open_in_mail(self) -> None:
        """A draft in the mail program, to whom the message came from."""
        self._leave("open", lambda request, text: self._open(self._reply(request, text, mail=True)))

    def _leave(self, what: str, go: Callable[[Request, str], None], *, sure: bool = False) -> None:
        self._desk.settling.emit()
        request = self._desk.request
        text = request.draft.text if request and request.draft else ""
        if request is None or not text:
            self.failed.emit(DemurError(f"There is no reply to {what}.", _NEXT))
        elif not sure and (left := blanks(text)):
            question = f"{still_blank(left)} Let it go all the same?"
            self.asked.emit(question, lambda: self._leave(what, go, sure=True))
        else:
            go(request, text)

    def _reply(self, request: Request, text: str, *, mail: bool) -> Reply:
        return answer(request.message, text, quoting=mail and self._quoting)

    def _put_on_clipboard(self, text: str, page: str = "") -> None:
        clipboard = QGuiApplication.clipboard()
        self._page = page
        if page:
            mime = QMimeData()
            mime.setText(text)
            mime.setHtml(page)
            clipboard.setMimeData(mime)
        else:
            clipboard.setText(text)
        self._gone("Copied: paste it where you answer.")

    def _save(self, path: Path, reply: Reply) -> None:
        self._lanes.run(
            "save",
            lambda _: self._services.save_reply(path, reply),
            lambda _: self._gone(f"Saved as {path.name}."),
            self.failed.emit,
        )

    def _open(self, reply: Reply) -> None:
        if link := as_mailto(reply):
            self._show(QUrl.fromEncoded(link.encode()))
            return
        self._lanes.run(
            "save",
            lambda _: self._services.hand_over(reply),
            lambda path: self._show(QUrl.fromLocalFile(str(path))),
            self.failed.emit,
        )

    def _show(self, url: QUrl) -> None:
        if self.open_url(url):
            self._gone("Opened in your mail program: look it over, and send it there.")
        else:
            self.failed.emit(
                DemurError(
                    "No mail program opened the reply.",
                    "Copy it, or save it as an e-mail draft (.eml) and open that yourself.",
                )
            )

    def _gone(self, said: str) -> None:
        if self._desk.request is not None:
            self._desk.note(sent=dt.datetime.now(dt.UTC))
        self.done.emit(said)
