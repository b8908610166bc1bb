"""What an edit costs: `python -m tests.benchmarks.edit [--nodes N ...] [--no-peers] [--json]`.

`set_...`: one edit of the largest shared study through the editor, with index, planned times, findings and
notification; beside it `anew`, what finding problems and planned times from nothing takes in the same run.
`replay`: changes carried out on the sample one set after the other, as after a restart. `table_...` and `shift_...`:
an edit of a made-up schedule of N visits, with what the views are given. `drag_...` and `undo_...`: cards of the
shared graph of N nodes on the canvas; `window_...`: single edits of 2,000 visits by 500 activities in the real window
(`tests.benchmarks.edit_window`). Beside the cards NodeGraphQt and React Flow in the same run, where they can be had.
CPU milliseconds a step, medians. What cannot be run here is said, never guessed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks.canvas import HEIGHT, WIDTH, grid_scene, nodegraphqt, react_flow, shared_graph
from tests.benchmarks.edit_window import in_window
from tests.benchmarks.made_up import long_study
from tests.benchmarks.report import report

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "usdm"
LARGEST = "lilly-nct03421379-v4"
AIM_SET_MS = 2.0
AIM_REPLAY = 50_000.0
AIMS_10_000 = {"drag_one_cpu_ms": 1.5, "undo_100_cpu_ms": 8.0}


def medians(steps: Iterable[Callable[[], object]]) -> float:
    """The median CPU time of some steps, in milliseconds."""
    taken = []
    for step in steps:
        start = time.process_time()
        step()
        taken.append((time.process_time() - start) * 1000)
    return round(statistics.median(taken), 3)


def opened(content: bytes) -> object:
    """A study as the window holds it, with nobody to keep it."""
    from app.open_study import OpenStudy, prepared
    from services.library_entries import Freshness
    from tests.app.held_library import ENTRY

    return OpenStudy(prepared(content), ENTRY, Freshness.CURRENT)


def one_set() -> dict[str, object]:
    """One edit of the largest shared study, of three kinds."""
    path = SHARED / f"{LARGEST}.json"
    if not path.is_file():
        return {"set_skipped": "the shared studies are not beside this clone"}
    from app.open_study import OpenStudy, projected
    from study.commands.attributes import SetAttribute
    from study.commands.command import Command
    from study.commands.marks import SetMarks
    from study.findings import find_problems

    study = opened(path.read_bytes())
    assert isinstance(study, OpenStudy)
    heard: list[object] = []
    study.content_changed.connect(heard.append)
    found = study.document.default_timeline()
    assert found is not None
    _, design, timeline = found
    instance = next(each.id for each in timeline.instances if not each.is_decision and each.id)
    timed = next(each.id for each in timeline.timings if each.relative_to and each.value.endswith("D"))
    assert instance
    assert timed
    activity = design.activities[-1].id or ""
    kinds: dict[str, Callable[[int], Command]] = {
        "label": lambda n: SetAttribute(instance, "label", f"Visit, {n}"),
        "timing": lambda n: SetAttribute(timed, "value", f"P{n + 3}D"),
        "mark": lambda n: SetMarks(((instance, activity),), marked=n % 2 == 0),
    }
    figures: dict[str, object] = {}
    for kind, command in kinds.items():
        study.editor.do(command(0))
        heard.clear()
        taken = medians(partial(study.editor.do, command(n)) for n in range(1, 101))
        assert len(heard) == 100, "an edit changed nothing"
        figures[f"set_{kind}_cpu_ms"] = taken
        figures[f"set_{kind}_reached"] = taken < AIM_SET_MS
    anew = medians((lambda: (find_problems(study.document), projected(design, timeline))) for _ in range(15))
    figures["anew_cpu_ms"] = anew
    figures["set_timing_to_anew_ratio"] = round(float(str(figures["set_timing_cpu_ms"])) / anew, 3)
    return figures


def replay(count: int = 10_000) -> dict[str, object]:
    """Change sets of a change each carried out one after the other, first alone and then read from their lines."""
    from resources.sample import sample_study_bytes
    from study.apply import apply, setting_of
    from study.change_set import ChangeSet, Target, change_set_text, read_change_set, recorded
    from study.document import Document

    document = Document.from_bytes(sample_study_bytes())
    found = document.default_timeline()
    assert found is not None
    ids = [each.id for each in found[2].instances if each.id]
    sets = []
    for n in range(count):
        change = setting_of(document, ids[n % len(ids)], "label", f"Visit {n}")
        apply(document, [change])
        sets.append(
            ChangeSet(
                f"replayed-{n}", "study", 1, "nobody", "2026-01-01T00:00:00Z", Target.PROTOCOL, "set_attribute",
                f"Rename {n}", recorded([change]),
            )
        )  # fmt: skip
    lines = [change_set_text(each) for each in sets]
    document = Document.from_bytes(sample_study_bytes())
    start = time.process_time()
    for each in sets:
        apply(document, each.changes)
    alone = count / (time.process_time() - start)
    document = Document.from_bytes(sample_study_bytes())
    start = time.process_time()
    for line in lines:
        apply(document, read_change_set(line).changes)
    read = count / (time.process_time() - start)
    return {
        "replay_changes": count,
        "replay_changes_per_s": round(alone),
        "replay_reached": alone >= AIM_REPLAY,
        "replay_read_from_lines_per_s": round(read),
    }


def schedule(visits: int) -> dict[str, object]:
    """Edits of a made-up schedule: a block of 50 x 50 marks, and up to 1,000 visits shifted by a week."""
    from PySide6.QtWidgets import QApplication

    from app.open_study import OpenStudy
    from study.commands.marks import SetMarks
    from study.commands.timing import ShiftAfter
    from ui.matrix.pane import MatrixPane
    from ui.theme import Theme, load_fonts

    application = QApplication.instance() or QApplication([])
    load_fonts()
    study = opened(long_study(visits, 100))
    assert isinstance(study, OpenStudy)
    pane = MatrixPane(theme=Theme.light())
    pane.resize(WIDTH, HEIGHT)
    pane.show()

    def show(*, edited: bool = True) -> None:
        assert study.projection is not None
        show_table = pane.show_edited if edited else pane.set_schedule  # as the window does
        show_table(study.projection.soa, [epoch.id for epoch in study.projection.design.epochs if epoch.id])
        application.processEvents()

    show(edited=False)
    study.content_changed.connect(lambda _changed: show())
    wide = min(50, visits)
    cells = tuple((f"visit_{v}", f"activity_{a}") for v in range(wide) for a in range(50))
    study.editor.do(SetMarks(cells, marked=False))
    block = medians(
        partial(lambda n: study.editor.do(SetMarks(cells, marked=n % 2 == 0)), n) for n in range(8)
    )
    undo = medians(step for _ in range(4) for step in (study.editor.undo, study.editor.redo))
    last = f"visit_{max(0, visits - 1001)}"
    shifts = medians(partial(study.editor.do, ShiftAfter(last, "P7D", earlier=n % 2 == 1)) for n in range(6))
    pane.close()
    pane.deleteLater()
    return {
        "table_mark_cells": len(cells),
        "table_mark_block_cpu_ms": block,
        "table_undo_block_cpu_ms": undo,
        "shift_visits": min(1000, visits - 1),
        "shift_cpu_ms": shifts,
    }


def cards(nodes: int) -> dict[str, object]:
    """Cards dragged on the canvas, and a placing of 100 undone and redone, as `ui.canvas` does both."""
    found = shared_graph(nodes)
    if found is None:
        return {"drag_skipped": "the shared benchmark graph is not beside this clone"}
    from PySide6.QtWidgets import QApplication

    from ui.canvas.camera import Camera
    from ui.canvas.scene import Scene
    from ui.canvas.view import ScheduleCanvas
    from ui.theme import Theme, load_fonts

    application = QApplication.instance() or QApplication([])
    load_fonts()
    scene = grid_scene(*found)
    assert isinstance(scene, Scene)
    canvas = ScheduleCanvas(Theme.light())
    canvas.resize(WIDTH, HEIGHT)
    canvas.set_scene(scene)
    canvas.show()
    canvas.show_camera(Camera(0.0, 0.0, 1.0))
    canvas.flight.settle()
    application.processEvents()

    def drag(of: Sequence[int], step: int) -> None:
        away = 3.0 if step % 40 < 20 else -3.0
        canvas.scrolling.drag(list(of), away, away)
        application.processEvents()

    many = range(min(100, nodes))
    figures: dict[str, object] = {
        "drag_one_cpu_ms": medians(partial(drag, (2,), n) for n in range(80)),
        "drag_100_cpu_ms": medians(partial(drag, many, n) for n in range(80)),
    }
    canvas.close()
    canvas.deleteLater()
    return figures


def placing(visits: int) -> dict[str, object]:
    """100 cards of a made-up schedule placed by hand, put back and placed again, each with its frame."""
    from PySide6.QtWidgets import QApplication

    from app.open_study import OpenStudy
    from study.layout_store import LayoutStore, Spot, StepKind
    from ui.canvas.view import ScheduleCanvas
    from ui.theme import Theme, load_fonts

    application = QApplication.instance() or QApplication([])
    load_fonts()
    study = opened(long_study(visits, 3))
    assert isinstance(study, OpenStudy)
    shown = study.projection
    assert shown is not None
    canvas = ScheduleCanvas(Theme.light())
    canvas.resize(WIDTH, HEIGHT)
    store = LayoutStore()
    canvas.hand.use_store(store)
    canvas.set_schedule(shown.graph, shown.planned, shown.design, table=shown.soa)
    canvas.show()
    application.processEvents()
    moved = {f"visit_{n}": Spot(60.0 * n, 40.0 + 30 * (n % 5)) for n in range(min(100, visits))}
    step = store.step(StepKind.MOVE, "timeline", dict(moved))
    assert step is not None
    store.do(step)
    canvas.hand.undo()
    canvas.hand.redo()

    def turn(way: Callable[[], object]) -> None:
        way()
        application.processEvents()

    figures: dict[str, object] = {
        "undo_100_cpu_ms": medians(
            partial(turn, way) for _ in range(6) for way in (canvas.hand.undo, canvas.hand.redo)
        )
    }
    canvas.close()
    canvas.deleteLater()
    return figures


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--nodes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--no-peers", action="store_true", help="without NodeGraphQt and React Flow")
    parser.add_argument("--no-window", action="store_true", help="without the very large study in the window")
    parser.add_argument("--nodegraphqt-python", default=os.environ.get("NODEGRAPHQT_PYTHON", ""))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    _application = QApplication.instance() or QApplication([])
    figures: dict[str, object] = {**one_set(), **replay()}
    for nodes in arguments.nodes:
        own = {**schedule(nodes), **cards(nodes), **placing(nodes)}
        if nodes == 10_000:
            own["aims"] = {
                name: {"measured": own.get(name), "aim": aim, "reached": _is_within(own.get(name), aim)}
                for name, aim in AIMS_10_000.items()
            }
        if not arguments.no_peers:
            own["nodegraphqt"] = nodegraphqt(nodes, arguments.nodegraphqt_python)
            own["react_flow"] = react_flow(nodes)
        figures[f"{nodes}_nodes"] = own
    if not arguments.no_window:
        figures.update(in_window())
    report("edit", figures, arguments.json)
    return 0


def _is_within(figure: object, aim: float) -> bool:
    return isinstance(figure, int | float) and figure <= aim


if __name__ == "__main__":
    raise SystemExit(main())
