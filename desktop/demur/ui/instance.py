"""One window a user: a second one hands its files to the first and goes."""

import json
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 2000


class Instance(QObject):
    """The lock and the local socket in ``folder``; ``asked`` carries the paths of a second start."""

    asked = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._address = str(folder / "window.socket")
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)

    def claim(self) -> bool:
        """Whether this is the first; from then on ``asked`` tells what others bring."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._address)
        self._server.listen(self._address)
        return True

    def hand_over(self, files: list[Path]) -> bool:
        """Give ``files`` to the first window, which comes forward; False when it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(json.dumps([str(file.absolute()) for file in files]).encode() + b"\n")
        socket.flush()
        taken = socket.waitForReadyRead(_PATIENCE_MS)
        socket.disconnectFromServer()
        return taken

    def release(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        self._lock.unlock()

    def _receive(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._read(socket))

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            files = [Path(file) for file in json.loads(bytes(socket.readLine().data()))]
        except (ValueError, TypeError):
            socket.abort()
            return
        socket.write(b"taken\n")
        socket.flush()
        self.asked.emit(files)
