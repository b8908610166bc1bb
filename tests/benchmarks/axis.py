"""How much the time axis costs: first frame, pan and zoom at 66 and 2,000 visits, beside the floor.

    python -m tests.benchmarks.axis [--json]

CPU milliseconds of the process. The floor draws, in the same widget size, as many rectangles and cached texts as are in
view, with no layout, no ruler and no selection.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStaticText
from PySide6.QtWidgets import QApplication, QWidget

from study.axis import Axis, time_axis
from study.timeline import planned_times
from tests.study.building import anchor, design, timeline, timing, view, visit
from ui.axis.view import AxisView
from ui.theme import MATRIX_ROW_HEIGHT, Theme, font

WIDTH, HEIGHT, FRAMES = 1280, 760, 60


class Floor(QWidget):
    """Draws rectangles and cached texts, and nothing else."""

    def __init__(self, visits: int) -> None:
        """`visits`: how many are in view."""
        super().__init__()
        self.rows = visits
        words = ("Visit", "Day", "54 to") if visits <= HEIGHT // MATRIX_ROW_HEIGHT else ("Visit",)
        self.shift = 0.0
        self.texts = [[QStaticText(f"{word} {n}") for word in words] for n in range(self.rows)]
        self.face = font()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A row: a bar and three texts."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Theme.light().pane)
        painter.setFont(self.face)
        for row, texts in enumerate(self.texts):
            top = row * MATRIX_ROW_HEIGHT % HEIGHT
            painter.fillRect(QRectF(300 + self.shift + row * 20, top + 8, 40, 10), Theme.light().accent)
            for place, text in enumerate(texts):
                painter.drawStaticText(QPointF(16 + place * 90, top + 5), text)


def axis_of(visits: int) -> Axis:
    """A main timeline of so many visits, a week apart, with windows."""
    names = [f"v{n}" for n in range(visits)]
    instances = [
        visit(n, after, label=f"Visit {n}") for n, after in zip(names, [*names[1:], None], strict=True)
    ]
    timings = [
        timing(n, value=f"P{7 * i}D", to="v0", window=("P2D", "P3D")) for i, n in enumerate(names) if i
    ]
    raw = timeline(instances, [anchor("v0"), *timings])
    of = design(raw)
    return time_axis([planned_times(view(raw), of)], of)


def frame(widget: QWidget) -> None:
    """Paint one frame, now."""
    widget.repaint()


def cost(call: Callable[[], None]) -> float:
    """CPU milliseconds of one call."""
    before = time.process_time()
    call()
    return (time.process_time() - before) * 1000


def measured(visits: int, packed: bool) -> dict[str, float | int | str]:
    """One row of the table."""
    axis = axis_of(visits)
    widget = AxisView(theme=Theme.light())
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    QApplication.processEvents()

    def first() -> None:
        widget.set_packed(packed)
        widget.set_axis(axis)
        frame(widget.viewport())

    first_frame = cost(first)
    widget.zoom_by(4)
    across, down = widget.horizontalScrollBar(), widget.verticalScrollBar()

    def each(call: Callable[[int], object]) -> list[float]:
        def once(n: int) -> None:
            call(n)
            frame(widget.viewport())

        return [cost(partial(once, n)) for n in range(FRAMES)]

    pans = each(lambda n: across.setValue(n * 11))
    scrolls = each(lambda n: down.setValue(n * 9))
    zooms = each(lambda n: widget.zoom_by(1.06 if n < FRAMES // 2 else 1 / 1.06, 800.0))
    hovers = each(lambda n: widget.point(QPointF(500 + n * 5, 400)))
    shown = widget.frame().sections[0]
    rows = widget.frame().visible_rows(shown)
    seen = sum(bool(shown.in_view(220)[place]) for place in widget.frame().in_rows(shown, rows))
    widget.hide()
    floor = Floor(seen if packed else len(rows))
    floor.resize(WIDTH, HEIGHT)
    floor.show()
    QApplication.processEvents()
    floors = []
    for n in range(FRAMES):
        floor.shift = float(n)
        floors.append(cost(lambda: frame(floor)))
    floor.hide()

    def middle(values: list[float]) -> float:
        return round(statistics.median(values), 2)

    return {
        "visits": visits,
        "in_view": seen if packed else len(rows),
        "rows": "packed" if packed else "one a visit",
        "first_frame_ms": round(first_frame, 1),
        "pan_ms": middle(pans),
        "scroll_ms": middle(scrolls),
        "zoom_ms": middle(zooms),
        "hover_ms": middle(hovers),
        "floor_ms": middle(floors),
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    asked = parser.parse_args()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    measured(66, False)  # fonts and pictures are read once
    rows = [measured(visits, packed) for visits in (66, 2000) for packed in (False, True)]
    if asked.json:
        print(json.dumps({"axis": rows}, indent=2))
        return 0
    names = list(rows[0])
    print("  ".join(f"{name:>15}" for name in names))
    for row in rows:
        print("  ".join(f"{row[name]:>15}" for name in names))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
