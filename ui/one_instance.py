"""One program on a data folder: a second start hands what it was asked to open to the first, and ends."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.links import Link, read_link

log = logging.getLogger(__name__)

_WAIT_MS = 1_500
_LONGEST = 16_384
_THANKS = b"shown\n"


def _name(folder: Path) -> str:
    """The name of the door, which is the same for all who use this data folder."""
    return "maestro-" + hashlib.sha256(str(folder.resolve()).encode(errors="surrogatepass")).hexdigest()[:24]


def hand_over(folder: Path, what: Link | Path | None) -> bool:
    """Asks the program that has `folder` to show `what`; whether there was one and it does."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    asked = {"link": str(what)} if isinstance(what, Link) else {"file": str(what) if what else ""}
    socket.write(json.dumps(asked).encode() + b"\n")
    shown = socket.waitForReadyRead(_WAIT_MS) and bytes(socket.readLine().data()) == _THANKS
    socket.disconnectFromServer()
    return bool(shown)


class Door(QObject):
    """Open to later starts of the same person. `asked(Link, Path or None)` with what they are to be shown."""

    asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Where the system gives no door, none is open, and later starts are told who has the folder."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        # What a killed program left behind; who calls this has the folder's lock, so nobody else can be listening.
        QLocalServer.removeServer(_name(folder))
        if not self._server.listen(_name(folder)):
            log.info("later starts cannot be received: %s", self._server.errorString())

    def close(self) -> None:
        """Nobody is received any more."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            what = _asked(bytes(socket.readLine().data()))
        except ValueError as error:
            log.info("what a later start asked for could not be read: %s", type(error).__name__)
            socket.abort()
            return
        socket.write(_THANKS)
        socket.flush()
        self.asked.emit(what)


def _asked(line: bytes) -> Link | Path | None:
    """What a later start asks for. Raises ValueError, of which LinkError is one."""
    asked = json.loads(line)
    if not isinstance(asked, dict):
        raise ValueError("no object")
    link, file = asked.get("link"), asked.get("file")
    if isinstance(link, str):
        return read_link(link)
    return Path(file) if isinstance(file, str) and file else None
