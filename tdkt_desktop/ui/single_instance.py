"""One window for one store: a second start asks the first window to come to the front."""

from __future__ import annotations

import getpass
import hashlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_CONNECT_MS: Final = 300
_ANSWER_MS: Final = 3000
_RAISE: Final = b"raise\n"
_DONE: Final = b"done\n"


class SingleInstance(QObject):
    """Listens under a name made of the user and the store; raises `asked` when called."""

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name_for(folder)
        self._server: QLocalServer | None = None

    def first_answers(self) -> bool | None:
        """Ask a window that is there to come to the front.

        Return True when it did, False when it is there but does not answer, None when there is
        no other.
        """
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CONNECT_MS):
            return None
        socket.write(_RAISE)
        socket.flush()
        return socket.waitForReadyRead(_ANSWER_MS)

    def listen(self) -> None:
        """Answer later starts; a name left over from a crash is taken again."""
        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        server.listen(self._name)
        self._server = server

    def close(self) -> None:
        """Stop answering."""
        if self._server is not None:
            self._server.close()

    def _answer(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        socket.write(_DONE)
        socket.flush()
        socket.disconnected.connect(socket.deleteLater)
        self.asked.emit()


def _name_for(folder: Path) -> str:
    place = f"{getpass.getuser()}\n{folder.resolve()}"
    return f"tdkt-{hashlib.sha256(place.encode()).hexdigest()[:24]}"
