"""The window: views and controllers, joined."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from demur.domain.errors import DemurError
from demur.domain.language import LANGUAGES
from demur.domain.model import ModelInfo
from demur.domain.report import Report
from demur.domain.request import RequestSummary
from demur.domain.voice import Voice

from .background import Job, Lanes, Runner
from .control.desk import Desk
from .control.keeper import Keeper
from .control.outbox import Outbox
from .control.remembering import Remembering
from .control.voices import Voices
from .control.writer import Writer
from .drops import copied_text, dropped_files, dropped_text
from .save_dialog import ask_where_to_save
from .view.main_view import MainView
from .view.menus import add_menus
from .view.status_line import StatusLine
from .voice_desk import offer_to_remember, open_voice_dialog

if TYPE_CHECKING:
    from demur.app import Services

# Of a small screen, what leaves room for the frame that the system draws.
_SHARE = 0.92
_FILES = "Messages (*.eml *.txt *.md *.html);;All files (*)"
_DATA = (
    "Demur reads, advises and writes on this machine. It opens no connection, and it has no account. "
    "What you paste, your replies, your voices and your profile lie in your own data folder; what your "
    "mail program is to open is put into a file that is deleted soon; "
    "“Forget this request” deletes a request from it for good."
)
_ABOUT = "Demur answers networking requests kindly, in your own voice, on your own machine.\n\nApache-2.0"


class MainWindow(QMainWindow):
    """Demur's one window; ``runner`` does what must not block it. ``start`` fills it."""

    def __init__(self, services: "Services", runner: Runner) -> None:
        super().__init__()
        self._services = services
        self._lanes = Lanes(runner)
        self._leaving = False
        self.desk = Desk(services, self._lanes)
        self.writer = Writer(services, self._lanes, self.desk)
        self.keeper = Keeper(services, self._lanes, self)
        self.outbox = Outbox(services, self._lanes, self.desk)
        self.remembering = Remembering(services, self._lanes, self.desk)
        self.voices = Voices(services, self._lanes)
        self.view = MainView()
        self.status = StatusLine()
        self.setWindowTitle("Demur")
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize() * _SHARE))
        self.setCentralWidget(self.view)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.actions_by_name = add_menus(self, self._doings())
        self._join_desk()
        self._join_writing()
        self._join_rest()

    def start(self, files: list[Path]) -> None:
        """Bring back what was there, open ``files``, and get the model ready in the background."""
        self.view.desk.box.setPlainText(self._services.scratch())
        self.voices.refresh()
        self._lanes.run(
            "recent",
            lambda _: self._services.recent(),
            lambda found: self._restore(found, files),
            lambda error: self._go_on_without(error, files),
        )
        self._lanes.run("model", self._warm_up, self.status.show_model, self._no_model)
        self._lanes.run("rules", lambda _: self._services.left_out, self._fail_lastingly, self._fail)

    def open_files(self, files: list[Path]) -> None:
        """Open files, as a drop or a second start brings them, and come forward."""
        if files:
            self.desk.open_files(files)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def save_all(self) -> None:
        """Store what is on the desk and in the paste box, now; raises ``DemurError`` when that fails."""
        self.desk.settling.emit()
        self.writer.drop()
        self.keeper.flush()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Everything is stored first; if that fails, the window stays until the person lets the text go."""
        try:
            self.save_all()
        except DemurError as error:
            if not self._leaving:
                self.view.bar.show_error(error, "Close without storing", self._leave, lasting=True)
                event.ignore()
                return
        self.outbox.let_go()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Anything may be dropped; what cannot be read is told."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Files or text become a request."""
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _doings(self) -> dict[str, Callable[..., object]]:
        reply = self.view.reply
        return {
            "paste": self._paste,
            "open": self._ask_for_file,
            "sample": self._open_sample,
            "save": self._ask_where_to_save,
            "forget": self._forget,
            "quit": self.close,
            "undo": self.desk.undo,
            "redo": self.desk.redo,
            "copy": self.outbox.copy,
            "copy_html": self.outbox.copy_html,
            "open_in_mail": self.outbox.open_in_mail,
            "quote": self.outbox.set_quoting,
            "second_look": reply.advice.second_look.click,
            "write_again": self.writer.draft_again,
            "reword": reply.beats.again.click,
            "revert": reply.beats.back.click,
            "compare": reply.beats.compare.click,
            "stop": self.writer.stop,
            "voice": lambda: open_voice_dialog(self, self.voices),
            "data": lambda: self._tell("Your data", _DATA),
            "about": lambda: self._tell("About Demur", _ABOUT),
        }

    def _join_desk(self) -> None:
        desk, view = self.desk, self.view
        view.desk.submitted.connect(desk.open_text)
        view.desk.asked_for_file.connect(self._ask_for_file)
        view.desk.chosen.connect(desk.open_kept)
        view.desk.box.dropped.connect(self._take)
        view.desk.box.textChanged.connect(lambda: self.keeper.keep_scratch(view.desk.box.toPlainText()))
        view.sample_wanted.connect(self._open_sample)
        view.message.dismissed.connect(desk.set_dismissed)
        view.reply.advice.chosen.connect(desk.choose_move)
        view.reply.voice_chosen.connect(desk.choose_voice)
        desk.settling.connect(view.reply.letter.settle)
        desk.opened.connect(self._show_report)
        desk.changed.connect(self._show_request)
        desk.cleared.connect(lambda: view.show_filled(False))
        desk.read.connect(view.desk.take_read)
        desk.failed.connect(self._fail)
        desk.undo_stack.undoTextChanged.connect(self._name_undo)
        desk.undo_stack.redoTextChanged.connect(self._name_redo)

    def _join_writing(self) -> None:
        writer, reply = self.writer, self.view.reply
        reply.letter.typed.connect(self.desk.type_letter)
        reply.slots.filled.connect(writer.fill)
        reply.written_again.connect(writer.draft_again)
        reply.beats.regenerate.connect(writer.regenerate)
        reply.beats.revert.connect(writer.revert)
        reply.beats.taken.connect(writer.take)
        reply.copied.connect(self.outbox.copy)
        reply.mailed.connect(self.outbox.open_in_mail)
        reply.saved.connect(self._ask_where_to_save)
        self.status.stopped.connect(writer.stop)
        writer.asked.connect(reply.show_asked)
        writer.busy.connect(reply.show_busy)
        writer.busy.connect(self.status.show_busy)
        writer.progressed.connect(self.status.show_progress)
        writer.progressed.connect(lambda progress: reply.letter.show_writing(progress.index))
        writer.failed.connect(self._fail)
        writer.told.connect(self.view.bar.show_done)

    def _join_rest(self) -> None:
        self.keeper.recent.connect(self._show_recent)
        self.keeper.failed.connect(self._fail_lastingly)
        self.keeper.recovered.connect(lambda: self.view.bar.show_done("Everything is stored again."))
        self.outbox.failed.connect(self._fail)
        self.outbox.asked.connect(lambda question, go: self.view.bar.show_done(question, "Let it go", go))
        offer_to_remember(self.outbox, self.remembering, self.view.bar)
        self.voices.changed.connect(self._show_voices)
        self.voices.made.connect(lambda voice: self.desk.choose_voice(voice.id))
        self.voices.made.connect(
            lambda voice: self.view.bar.show_done(f"Replies are written in “{voice.name}” from now on.")
        )

    def _show_report(self, report: Report) -> None:
        self.view.bar.dismiss()
        self.view.message.show_report(report)
        self.view.show_filled(True)
        language = report.message.language
        self.status.language.setText(LANGUAGES.get(language, language))

    def _show_request(self) -> None:
        request = self.desk.request
        if self.desk.report is None or request is None:
            return
        self.view.message.show_dismissed(request.dismissed)
        self.view.reply.show_request(self.desk.report, request)
        self.status.voice.setText(f"voice: {self.view.reply.voice.currentText()}")
        self.keeper.keep(request)

    def _restore(self, summaries: tuple[RequestSummary, ...], files: list[Path]) -> None:
        self._show_recent(summaries)
        unsent = next((one.id for one in summaries if not one.sent), 0)
        if files:
            self.desk.open_files(files)
        elif unsent:
            self.desk.open_kept(unsent)

    def _go_on_without(self, error: DemurError, files: list[Path]) -> None:
        """What is stored cannot be read; what comes now can be answered all the same."""
        self._fail_lastingly(error)
        self._restore((), files)

    def _show_recent(self, summaries: tuple[RequestSummary, ...]) -> None:
        current = self.keeper.number(self.desk.request) if self.desk.request else 0
        self.view.desk.show_recent(summaries, current)

    def _show_voices(self, voices: tuple[Voice, ...]) -> None:
        if self.desk.voice not in {voice.id for voice in voices}:
            self.desk.voice = voices[0].id
        self.view.reply.show_voices(voices, self.desk.voice)

    def _warm_up(self, job: Job) -> ModelInfo:
        tell = self.status.show_trial
        return self._services.warm_up(lambda done, of: job.report(lambda: tell(done, of)))

    def _no_model(self, error: DemurError) -> None:
        self.status.show_model(ModelInfo(id="none"))
        self._fail(error)

    def _fail(self, error: DemurError) -> None:
        self.view.bar.show_error(error)

    def _fail_lastingly(self, error: DemurError | None) -> None:
        if error is not None:
            self.view.bar.show_error(error, lasting=True)

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, title, text, QMessageBox.StandardButton.Close, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _name_undo(self, step: str) -> None:
        self.actions_by_name["undo"].setText(f"&Undo {step}".rstrip())

    def _name_redo(self, step: str) -> None:
        self.actions_by_name["redo"].setText(f"&Redo {step}".rstrip())

    def _open_sample(self) -> None:
        self.desk.open_text(self._services.sample())

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData(), copied_text)

    def _take(self, mime: QMimeData, read: Callable[[QMimeData], str] = dropped_text) -> None:
        if files := dropped_files(mime):
            self.open_files(files)
            return
        try:
            self.desk.open_text(read(mime))
        except DemurError as error:
            self._fail(error)

    def _ask_for_file(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Open a message", "", _FILES)
        if names:
            self.desk.open_files([Path(name) for name in names])

    def _ask_where_to_save(self) -> None:
        ask_where_to_save(self, self.outbox.save)

    def _forget(self) -> None:
        request = self.desk.request
        if request is None:
            return
        number = self.keeper.number(request)
        self.desk.clear()
        self.keeper.forget(request, number)
        self.view.bar.show_done("The request is forgotten.", "Undo", lambda: self.desk.bring_back(request))
