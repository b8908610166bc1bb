"""Logs as one JSON object a line: no study content, no secrets, and never in the way of serving."""

from __future__ import annotations

import json
import logging
import os
import queue
import threading
import traceback
from datetime import UTC, datetime
from types import TracebackType

OWN = "backend"
WAITING_LINES = 10_000
"""More than these, unread by whoever holds the other end of the pipe, are dropped."""


class JsonFormatter(logging.Formatter):
    """A record as JSON. Exceptions give their type and place, not their text, which may quote content."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": self._event(record),
        }
        fields = getattr(record, "fields", None)
        if isinstance(fields, dict):
            line |= fields
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["at"] = _places(record.exc_info[2])
        return json.dumps(line, default=str)

    def _event(self, record: logging.LogRecord) -> str:
        if record.name.split(".")[0] == OWN:
            return record.getMessage()
        # Libraries fill values into their messages: their first words alone are sure to be no content.
        return str(record.msg).partition("\n")[0][:200]


def _places(trace: TracebackType | None) -> list[str]:
    return [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(trace)]


class LineWriter(logging.Handler):
    """Writes lines from a thread of its own, so that a full pipe never holds up the server."""

    def __init__(self, descriptor: int) -> None:
        """`descriptor` is written to directly: no lock of a stream is held when the process ends."""
        super().__init__()
        self.setFormatter(JsonFormatter())
        self._descriptor = descriptor
        self._lines: queue.Queue[str | None] = queue.Queue(WAITING_LINES)
        self._thread = threading.Thread(target=self._write, name="log writer", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._lines.put_nowait(self.format(record))
        except queue.Full:
            return

    def finish(self, seconds: float = 1.0) -> None:
        """Write what waits, for at most this long."""
        try:
            self._lines.put_nowait(None)
        except queue.Full:
            return
        self._thread.join(seconds)

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            waiting = (line + "\n").encode()
            try:
                while waiting:
                    waiting = waiting[os.write(self._descriptor, waiting) :]
            except OSError:  # nobody reads any more
                return


def log_to(descriptor: int) -> LineWriter:
    """Send everything that this process logs to an open file (1 is stdout, 2 stderr), as JSON."""
    writer = LineWriter(descriptor)
    root = logging.getLogger()
    root.handlers[:] = [writer]
    root.setLevel(logging.INFO)
    for chatty in ("uvicorn", "websockets", "asyncio"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    return writer
