"""The matrix on made-up tables: `python -m tests.benchmarks.matrix [--json] [--size COLUMNSxROWS ...]`.

For each size (300 x 300 and 2,000 x 500 where none is given): the first frame, a frame while scrolling down, across and
both, a keystroke of the filter with its frame, folding all groups, and totals. Beside it, in the same run and on the
same numbers, Qt's own table: a QTableView with a QAbstractTableModel that gives the same texts, with a filter that
hides rows and columns. Figures are medians of the CPU time of the process, frames of 1440 x 900 painted synchronously.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from tests.benchmarks.report import report

WIDTH, HEIGHT = 1440, 900
GROUP = 12
PHRASES = ("a", "as", "ass", "asse", "asses", "assess 1", "assess 12", "visit 3", "visit 30", "vis", "")
EPOCHS = ("Screening", "Treatment", "Maintenance", "Follow-up")


def is_marked(row: int, column: int) -> bool:
    """Whether the made-up table has a mark there: two cells in five, in a pattern without a short period."""
    return (row * 7 + column * 3 + row * column % 11) % 5 < 2


def made_table(columns: int, rows: int) -> Any:
    """A table as `study.soa` makes one: groups, sub-timelines, letters on cells, rows and columns, epochs."""
    from study.graph import ScheduleGraph
    from study.model import Activity, Condition, ScheduledInstance, ScheduleTimeline
    from study.soa import Column, Footnote, HeaderRun, Mark, Row, ScheduleOfActivities
    from study.timeline import PlannedTime, PlannedTimes, Status

    timeline = ScheduleTimeline({"id": "T", "instanceType": "ScheduleTimeline"})
    instances = {f"I{n}": ScheduledInstance({"id": f"I{n}"}) for n in range(columns)}
    times = {key: PlannedTime(key, one, None, Status.OK) for key, one in instances.items()}
    graph = ScheduleGraph(timeline, instances, tuple(instances), (), (), (), frozenset(), ())
    made_columns = tuple(
        Column(
            key,
            f"Visit {n}",
            times[key],
            f"Day {7 * n + 1}",
            f"{7 * n - 1} to {7 * n + 3}",
            n % 40 == 39,
            ("c",) if n % 25 == 0 else (),
        )
        for n, key in enumerate(instances)
    )
    made_rows = tuple(
        Row(
            Activity({"id": f"A{n}"}),
            f"A{n}",
            f"Group {n // GROUP}" if n % GROUP == 0 else f"Assessment {n} of the central laboratory",
            int(n % GROUP > 0),
            n % GROUP == 0,
            ("b",) if n % 17 == 0 else (),
        )
        for n in range(rows)
    )
    marks = {}
    for row in range(rows):
        if row % GROUP:
            for column in range(columns):
                if is_marked(row, column):
                    inside = row % 23 == 5
                    noted = ("a",) if (row + column) % 29 == 0 else ()
                    marks[row, column] = Mark(row, column, "S" if inside else None, 8 if inside else 0, noted)
    size = -(-columns // len(EPOCHS))
    epochs = tuple(
        HeaderRun(n * size, min(size, columns - n * size), title, f"E{n}")
        for n, title in enumerate(EPOCHS)
        if n * size < columns
    )
    notes = tuple(
        Footnote(letter, Condition({"id": f"N{letter}"}), f"Footnote {letter}") for letter in ("a", "b", "c")
    )
    return ScheduleOfActivities(
        timeline,
        PlannedTimes(timeline, graph, times),
        made_columns,
        epochs,
        (HeaderRun(0, columns, "", ""),),
        made_rows,
        marks,
        notes,
    )


def median_ms(work: Callable[[int], object], times: int) -> float:
    """The median CPU time of one call in milliseconds; the collector runs before, not within."""
    gc.collect()
    taken = []
    for i in range(times):
        start = time.process_time()
        work(i)
        taken.append((time.process_time() - start) * 1000)
    return round(statistics.median(taken), 3)


def scrolled(
    bars: tuple[Any, Any], frame: Callable[[], None], figures: dict[str, object], prefix: str
) -> None:
    """The three ways to scroll: small steps as a wheel makes them."""
    across, down = bars

    def to(bar: Any, i: int, step: int) -> None:
        bar.setValue(min(bar.maximum(), (i * step) % max(1, bar.maximum())))

    def go_down(i: int) -> None:
        to(down, i, 54)
        frame()

    def go_across(i: int) -> None:
        to(across, i, 54)
        frame()

    def jump(i: int) -> None:
        to(down, i, 1733)
        to(across, i, 2711)
        frame()

    for name, work in (("scroll_down", go_down), ("scroll_across", go_across), ("jump", jump)):
        for i in range(5):
            work(i)
        figures[f"{prefix}{name}_cpu_ms"] = median_ms(work, 100)


def matrix_figures(soa: Any) -> dict[str, object]:
    """The product's matrix."""
    from PySide6.QtWidgets import QApplication

    from ui.matrix import MatrixPane
    from ui.theme import Theme

    figures: dict[str, object] = {}
    gc.collect()
    start = time.process_time()
    pane = MatrixPane(theme=Theme.light())
    pane.resize(WIDTH, HEIGHT)
    pane.set_schedule(soa, [run.entity_id for run in soa.epochs])
    pane.footnotes.hide()
    pane.show()
    QApplication.processEvents()
    pane.view.viewport().repaint()
    figures["first_frame_cpu_ms"] = round((time.process_time() - start) * 1000, 2)
    view = pane.view
    scrolled((view.horizontalScrollBar(), view.verticalScrollBar()), view.viewport().repaint, figures, "")

    def key(i: int) -> None:
        view.set_phrase(PHRASES[i % len(PHRASES)])
        view.viewport().repaint()

    start = time.process_time()
    key(0)
    figures["first_key_cpu_ms"] = round((time.process_time() - start) * 1000, 2)
    figures["filter_key_cpu_ms"] = median_ms(key, 4 * len(PHRASES))
    view.set_phrase("")

    def fold(i: int) -> None:
        view.fold_all(i % 2 == 0)
        view.viewport().repaint()

    figures["fold_all_cpu_ms"] = median_ms(fold, 10)
    view.fold_all(False)
    view.set_totals(True)
    view.viewport().repaint()

    def key_with_totals(i: int) -> None:
        key(i)

    figures["filter_key_with_totals_cpu_ms"] = median_ms(key_with_totals, 2 * len(PHRASES))
    view.set_phrase("")
    view.set_totals(False)
    start = time.process_time()
    view.set_hidden(rows=True, columns=True)
    view.viewport().repaint()
    figures["hide_empty_cpu_ms"] = round((time.process_time() - start) * 1000, 2)
    pane.close()
    pane.deleteLater()
    QApplication.processEvents()
    return figures


def peer_figures(soa: Any) -> dict[str, object]:
    """Qt's own table on the same numbers."""
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
    from PySide6.QtWidgets import QApplication, QTableView

    Index = QModelIndex | QPersistentModelIndex

    class Model(QAbstractTableModel):
        def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
            return 0 if parent.isValid() else len(soa.rows)

        def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
            return 0 if parent.isValid() else len(soa.columns)

        def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
            if role != Qt.ItemDataRole.DisplayRole:
                return None
            mark = soa.marks.get((index.row(), index.column()))
            if mark is None:
                return None
            text = str(mark.sub_count) if mark.sub_timeline else "●"
            return text + ",".join(mark.footnotes)

        def headerData(
            self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
        ) -> Any:
            if role != Qt.ItemDataRole.DisplayRole:
                return None
            if way == Qt.Orientation.Vertical:
                return soa.rows[section].title
            column = soa.columns[section]
            return f"{column.title}\n{column.day_text}\n{column.window_text}"

    figures: dict[str, object] = {}
    gc.collect()
    start = time.process_time()
    view = QTableView()
    view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().setDefaultSectionSize(27)
    view.horizontalHeader().setDefaultSectionSize(92)
    view.horizontalHeader().setFixedHeight(64)
    view.verticalHeader().setFixedWidth(300)
    view.resize(WIDTH, HEIGHT)
    model = Model(view)
    view.setModel(model)
    view.show()
    QApplication.processEvents()
    view.viewport().repaint()
    figures["peer_first_frame_cpu_ms"] = round((time.process_time() - start) * 1000, 2)

    def frame() -> None:
        view.viewport().repaint()
        view.horizontalHeader().viewport().repaint()
        view.verticalHeader().viewport().repaint()

    scrolled((view.horizontalScrollBar(), view.verticalScrollBar()), frame, figures, "peer_")
    rows = [row.title.lower() for row in soa.rows]
    columns = [column.title.lower() for column in soa.columns]

    def key(i: int) -> None:
        phrase = PHRASES[i % len(PHRASES)]
        in_rows = [phrase in title for title in rows]
        in_columns = [phrase in title for title in columns]
        for row, found in enumerate(in_rows if any(in_rows) else [True] * len(rows)):
            view.setRowHidden(row, not found)
        for column, found in enumerate(in_columns if any(in_columns) else [True] * len(columns)):
            view.setColumnHidden(column, not found)
        frame()

    figures["peer_filter_key_cpu_ms"] = median_ms(key, len(PHRASES))
    view.close()
    view.deleteLater()
    QApplication.processEvents()
    return figures


def measure(columns: int, rows: int) -> dict[str, object]:
    """All figures of one size, with the peer's and how many times as much the peer takes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.style import apply_theme
    from ui.theme import Theme, load_fonts

    application = QApplication.instance() or QApplication([])
    load_fonts()
    if isinstance(application, QApplication):
        apply_theme(application, Theme.light())
    # Fonts, style and code are there when a person opens a study: a small table first, in both.
    small = made_table(20, 20)
    matrix_figures(small)
    peer_figures(small)
    soa = made_table(columns, rows)
    figures: dict[str, object] = {"columns": columns, "rows": rows, "marks": len(soa.marks)}
    figures.update(matrix_figures(soa))
    figures.update(peer_figures(soa))
    for name in ("first_frame", "scroll_down", "scroll_across", "jump", "filter_key"):
        own, peer = figures[f"{name}_cpu_ms"], figures[f"peer_{name}_cpu_ms"]
        if isinstance(own, float) and isinstance(peer, float) and own:
            figures[f"{name}_peer_ratio"] = round(peer / own, 2)
    return figures


def _size(text: str) -> tuple[int, int]:
    columns, _, rows = text.partition("x")
    return int(columns), int(rows)


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--size", type=_size, action="append", help="columns x rows, as 300x300")
    options = parser.parse_args(argv)
    sizes = options.size or [(300, 300), (2000, 500)]
    figures: dict[str, object] = {}
    for columns, rows in sizes:
        for name, value in measure(columns, rows).items():
            figures[f"{columns}x{rows}_{name}"] = value
    report("matrix", figures, options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
