"""A real backend as a child process, for tests that speak to it."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from services.transport import Address

ARGV = [sys.executable, "-m", "backend.main", "--embedded"]
"""How tests start the backend: without the program around it."""


class RealBackend:
    """Serves while the block lasts; `stop` and `start` again to take the network away and give it back."""

    def __init__(self, folder: Path) -> None:
        self.token = secrets.token_urlsafe(32)
        self.folder = folder
        self._key = secrets.token_hex(32)
        self._child: subprocess.Popen[bytes] | None = None
        self.url = ""

    def start(self) -> None:
        folder = self.folder
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "test.log").open("ab") as errors:
            child = subprocess.Popen(
                ARGV,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=os.environ | {"MAESTRO_DATA_DIR": str(folder)},
            )
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps({"token": self.token, "storeKey": self._key}).encode() + b"\n")
        child.stdin.flush()
        told = json.loads(child.stdout.readline())
        assert told["ready"] is True, told
        self._child = child
        self.url = f"http://127.0.0.1:{told['port']}"

    def stop(self) -> None:
        if self._child is not None:
            child, self._child = self._child, None
            child.communicate(timeout=20)

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
