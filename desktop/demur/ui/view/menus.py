"""Every action of the window, in its menu and with its key."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

_Key = QKeySequence.StandardKey | str | None
_Do = Callable[..., object]

# (menu, what it says, key, name of what is done).
_ACTIONS: tuple[tuple[str, str, _Key, str], ...] = (
    ("&File", "&New request from the clipboard", "Ctrl+Shift+V", "paste"),
    ("&File", "&Open a file…", QKeySequence.StandardKey.Open, "open"),
    ("&File", "Open the sa&mple request", None, "sample"),
    ("&File", "&Save the reply as…", QKeySequence.StandardKey.Save, "save"),
    ("&File", "&Forget this request", None, "forget"),
    ("&File", "&Quit", QKeySequence.StandardKey.Quit, "quit"),
    ("&Edit", "&Undo", QKeySequence.StandardKey.Undo, "undo"),
    ("&Edit", "&Redo", QKeySequence.StandardKey.Redo, "redo"),
    ("&Edit", "Copy re&ply", "Ctrl+Shift+C", "copy"),
    ("&Edit", "Copy reply as &HTML", None, "copy_html"),
    ("&Reply", "Second &look", "Ctrl+L", "second_look"),
    ("&Reply", "&Write again", "Ctrl+Shift+R", "write_again"),
    ("&Reply", "&Reword this sentence", "Ctrl+R", "reword"),
    ("&Reply", "Re&vert this sentence", "Ctrl+E", "revert"),
    ("&Reply", "&Compare this sentence", "Ctrl+D", "compare"),
    ("&Reply", "S&top writing", "Esc", "stop"),
    ("&Reply", "My v&oice…", None, "voice"),
    ("&Reply", "Open in &mail program", "Ctrl+M", "open_in_mail"),
    ("&Reply", "&Quote the message in mails", None, "quote"),
    ("&Help", "What Demur does with your &data", None, "data"),
    ("&Help", "&About Demur", None, "about"),
)

# What is on or off, and is told which.
_SWITCHES = {"quote"}


def add_menus(window: QMainWindow, do: dict[str, _Do]) -> dict[str, QAction]:
    """Give ``window`` its menus; ``do`` says what each name does. The actions, by name."""
    menus = {}
    actions = {}
    for menu, text, key, name in _ACTIONS:
        if menu not in menus:
            menus[menu] = window.menuBar().addMenu(menu)
        action = menus[menu].addAction(text)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.setCheckable(name in _SWITCHES)
        if action.isCheckable():
            action.toggled.connect(do[name])
        else:
            action.triggered.connect(lambda _=False, run=do[name]: run())
        actions[name] = action
    return actions
