"""A real backend as a child process, for tests that speak to it."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from services.transport import Address

ARGV = [sys.executable, "-m", "backend.main", "--embedded"]
"""How tests start the backend: without the program around it."""
ALONE = [sys.executable, "-m", "backend.main", "--stdin-secrets"]
"""The same where it has to have a certain port."""


class RealBackend:
    """Serves while the block lasts; `stop` and `start` again to take the network away and give it back."""

    def __init__(self, folder: Path) -> None:
        self.token = secrets.token_urlsafe(32)
        self.folder = folder
        self._key = secrets.token_hex(32)
        self._child: subprocess.Popen[bytes] | None = None
        self.url = ""

    def start(self) -> None:
        """Start it, on the port that it had before where it was stopped."""
        folder = self.folder
        folder.mkdir(parents=True, exist_ok=True)
        port = self.url.rpartition(":")[2]
        with (folder / "test.log").open("ab") as errors:
            child = subprocess.Popen(
                ALONE if port else ARGV,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=os.environ | {"MAESTRO_DATA_DIR": str(folder), "MAESTRO_PORT": port},
            )
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps({"token": self.token, "storeKey": self._key}).encode() + b"\n")
        child.stdin.flush()
        told = json.loads(child.stdout.readline())
        assert told.get("ready") is True or told.get("event") == "serving", told
        self._child = child
        # On its own it logs to stdout: somebody has to read it.
        self._reading = threading.Thread(target=child.stdout.read)
        self._reading.start()
        self.url = f"http://127.0.0.1:{told['port']}"

    def stop(self) -> None:
        """Tell it to end, and wait until it has."""
        child = self._ended()
        if child is not None:
            child.terminate()
            self._wait(child)

    def kill(self) -> None:
        """End it at once, whatever it is doing (kill -9)."""
        child = self._ended()
        if child is not None:
            child.kill()
            self._wait(child)

    def forget_port(self) -> None:
        """Start it on any free port the next time."""
        self.url = ""

    @property
    def key(self) -> bytes:
        """The key of its store."""
        return bytes.fromhex(self._key)

    def _ended(self) -> subprocess.Popen[bytes] | None:
        child, self._child = self._child, None
        return child

    def _wait(self, child: subprocess.Popen[bytes]) -> None:
        child.wait(timeout=20)
        self._reading.join(20)
        for pipe in (child.stdin, child.stdout):
            assert pipe is not None
            pipe.close()

    @property
    def address(self) -> Address:
        return Address(self.url, self.token)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
