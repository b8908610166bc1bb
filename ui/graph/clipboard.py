"""Copied visits on the system's clipboard: as a value of their own, and as text that any program can paste."""

from __future__ import annotations

import atexit
import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.open_study import Projection
from study.wording import day_text, window_text

if TYPE_CHECKING:
    from study.commands.clipping import Clipping


MIME = "application/x-maestro-visits+json"


def put_on_clipboard(clipping: Clipping, text: str) -> None:
    """Put visits on the clipboard, with their text for other programs."""
    carried = QMimeData()
    carried.setData(MIME, clipping.to_text().encode())
    carried.setText(text)
    QGuiApplication.clipboard().setMimeData(carried)
    _leave_text_at_the_end()


@functools.cache
def _leave_text_at_the_end() -> None:
    """When the program ends, the text alone stays.

    What was made in Python must not be left to Qt's own end: Qt takes it apart after Python has gone, and crashes.
    """

    def leave() -> None:
        if QGuiApplication.instance() is not None:
            clipboard = QGuiApplication.clipboard()
            clipboard.setText(clipboard.text())

    atexit.register(leave)


def found_on_clipboard() -> Clipping | None:
    """The visits on the clipboard; None where something else is."""
    from study.commands.clipping import Clipping

    carried: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if carried is None or not carried.hasFormat(MIME):
        return None
    try:
        text = bytes(carried.data(MIME).data()).decode()
    except UnicodeDecodeError:
        return None
    return Clipping.from_text(text)


def as_lines(projection: Projection, keys: Sequence[str]) -> str:
    """Visits as lines for a spreadsheet or a letter: name, day, window and activities, with tabs between."""
    names = {activity.id: activity.title for activity in projection.design.activities}
    lines = []
    for key in keys:
        instance, time = projection.graph.instances[key], projection.planned.times[key]
        planned = ", ".join(_line(names[a]) for a in instance.activities if a in names)
        lines.append("\t".join((_line(instance.title), day_text(time), window_text(time), planned)))
    return "\n".join(lines)


def _line(text: str) -> str:
    return " ".join(text.split())
