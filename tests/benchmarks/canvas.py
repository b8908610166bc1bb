"""The schedule canvas on the shared synthetic graph: `python -m tests.benchmarks.canvas --nodes N [--json]`.

Drawn as in the product: names, days, windows, chips, footnotes, bands and labels. Figures are medians of the CPU
time of a frame of 1600 x 1000, one pixel per point, painted synchronously. `..._rest_cpu_ms` is what comes after
the last frame of a motion, until all texts stand. Beside them, in the same run: the bare floor; NodeGraphQt, from
this environment or from the Python that --nodegraphqt-python or NODEGRAPHQT_PYTHON names; React Flow, where npm
and Chromium are. A busy machine inflates all of them alike: compare with the floor. Without the shared benchmark
folder beside this clone it says so and ends.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from tests.benchmarks.report import report

SHARED = Path(__file__).resolve().parents[3] / "shared" / "bench" / "canvas"
WIDTH, HEIGHT = 1600, 1000
EPOCHS = ("Screening", "Treatment", "Maintenance", "Follow-up")
COLUMNS = 50

Edge = tuple[int, int, int]


def shared_graph(nodes: int) -> tuple[list[tuple[float, float]], list[Edge]] | None:
    """Positions and edges (source, port, target) of the graph that all peers draw; None where it is not there."""
    if not (SHARED / "common.py").is_file():
        return None
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(SHARED))
    try:
        common = importlib.import_module("common")
    finally:
        sys.path.remove(str(SHARED))
    positions, edges = common.graph(nodes)
    return positions, edges


def grid_scene(positions: Sequence[tuple[float, float]], edges: Sequence[Edge]) -> object:
    """The product's scene of the shared graph: its positions, the product's cards, bands, routes and labels."""
    from ui.canvas.face import CardFace, Chip, TimingArc
    from ui.canvas.scene import Scene
    from ui.canvas.shapes import CARD_HEIGHT, CARD_WIDTH, Band, Label, Layout, Link, Node, NodeKind, Route

    class GridContent:
        def __init__(self) -> None:
            column = [i % COLUMNS for i in range(len(positions))]
            self.hues = [c * len(EPOCHS) // COLUMNS for c in column]
            self.nodes = [Node(NodeKind.CARD, EPOCHS[hue]) for hue in self.hues]
            self.links = [Link(a, b, "if eligible" if port else "", not port) for a, port, b in edges]

        def face(self, node: int) -> CardFace:
            chips = (Chip("PK profile · 8", "pk"),) if node % 4 == 0 else ()
            letters = "a b" if node % 3 == 0 else ""
            day = f"{node} to {node + 2}"
            return CardFace(
                f"Visit {node}", f"Day {node + 1}", day, "12 activities", chips, letters, int(node % 17 == 0)
            )

        def tooltip(self, node: int) -> str:
            return f"Visit {node}"

        def address(self, node: int) -> str:
            return f"i{node}"

        def link_address(self, link: int) -> str:
            return f"c{link}"

        def epoch_title(self, epoch: str) -> str:
            return epoch

        def epoch_hue(self, epoch: str) -> int:
            return EPOCHS.index(epoch)

        def timing(self, node: int) -> TimingArc | None:
            return TimingArc(node - 1, node, "1 day after the visit before", "") if node else None

    content = GridContent()
    rects = np.empty((len(positions), 4))
    rects[:, :2] = np.array(positions, np.float64).reshape(-1, 2)
    rects[:, 2:] = (CARD_WIDTH, CARD_HEIGHT)
    routes, labels = [], []
    for k, (a, port, b) in enumerate(edges):
        x1, y1 = positions[a][0] + CARD_WIDTH, positions[a][1] + CARD_HEIGHT / 2
        x2, y2 = positions[b][0], positions[b][1] + CARD_HEIGHT / 2
        if port:
            y1 += 16
        if y1 == y2 and x2 > x1:
            points: tuple[tuple[float, float], ...] = ((x1, y1), (x2, y2))
        elif x2 > x1:
            points = (
                (x1, y1),
                (x1 + 24, y1),
                (x1 + 24, y2 - 60),
                (x2 - 24, y2 - 60),
                (x2 - 24, y2),
                (x2, y2),
            )
        else:
            points = (
                (x1, y1),
                (x1 + 24, y1),
                (x1 + 24, y2 - 44),
                (x2 - 24, y2 - 44),
                (x2 - 24, y2),
                (x2, y2),
            )
        routes.append(Route(k, points))
        if port:
            labels.append(Label(k, x1 + 30, y2 - 78, 60.0, 14.0, pill=False))
    top = float(rects[:, 1].min()) - 64
    bottom = float(rects[:, 1].max()) + CARD_HEIGHT + 40
    bands = []
    for place, epoch in enumerate(EPOCHS):
        inside = rects[np.array(content.hues) == place]
        if len(inside):
            left = float(inside[:, 0].min()) - 20
            bands.append(Band(epoch, left, top, float(inside[:, 0].max()) + 192 - left, bottom - top))
    columns = np.arange(len(positions)) % COLUMNS
    return Scene(content, Layout(rects, columns, tuple(bands), tuple(routes), tuple(labels)))


def resident_mb() -> float | None:
    """Memory of this process in MiB; None where the system does not tell it as Linux does."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return None
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def cpu_ms(frame: Callable[[int], object], times: int) -> float:
    """The median CPU time of a frame in milliseconds."""
    taken = []
    for i in range(times):
        start = time.process_time()
        frame(i)
        taken.append((time.process_time() - start) * 1000)
    return round(statistics.median(taken), 3)


def floor_ms() -> float | None:
    """CPU ms of a 100 % frame of the bare floor at 10,000 nodes: sprites, and all edges in one call."""
    if not (SHARED / "b_floor.py").is_file():
        return None
    done = subprocess.run(
        [sys.executable, "-B", "b_floor.py"],
        cwd=SHARED,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    for line in done.stdout.splitlines():
        if line.startswith("sprite ortho "):
            return float(line.split("'cpu': ")[1].split(",")[0].rstrip("}"))
    return None


BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
from tests.benchmarks.canvas import resident_mb
from ui.theme import load_fonts
app = QApplication([])
load_fonts()
before = resident_mb()
label = QLabel("Visit")
label.resize({width}, {height})
label.show()
app.processEvents()
print(resident_mb() - before if before is not None else "")
"""


def bare_window_mb() -> float | None:
    """What a window of this size with one word in it takes: pixels, style and fonts that any canvas brings along."""
    done = subprocess.run(
        [sys.executable, "-c", BARE_WINDOW.format(width=WIDTH, height=HEIGHT)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    told = done.stdout.strip()
    return round(float(told), 1) if told else None


def measure(nodes: int, *, with_floor: bool, peer_python: str = "") -> dict[str, object]:
    """All figures for one size; {"skipped": why} where the shared graph is not there."""
    found = shared_graph(nodes)
    if found is None:
        return {"skipped": "the shared benchmark graph is not beside this clone"}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ui.canvas.camera import Camera, fitting
    from ui.canvas.hit import NOTHING, Hit
    from ui.canvas.scene import Scene
    from ui.canvas.view import ScheduleCanvas
    from ui.theme import Theme, load_fonts

    application = QApplication.instance() or QApplication([])
    load_fonts()
    positions, edges = found
    gc.collect()
    before = resident_mb()
    start = time.perf_counter()
    scene = grid_scene(positions, edges)
    assert isinstance(scene, Scene)
    canvas = ScheduleCanvas(Theme.light())
    canvas.resize(WIDTH, HEIGHT)
    canvas.set_scene(scene)
    canvas.show()
    application.processEvents()
    canvas.repaint()
    first = time.perf_counter() - start
    after = resident_mb()
    bounds = scene.layout.bounds
    fit = fitting(bounds, WIDTH, HEIGHT, 20.0)

    def frame() -> None:
        """Paint what the window would paint now: what moved, came into view or was asked for anew."""
        application.processEvents()

    def still() -> None:
        canvas.flight.settle()
        frame()

    def fit_all(i: int) -> None:
        canvas.show_camera(fit.panned((i % 20 - 10) * 3, i % 7))
        frame()

    def fit_whole(i: int) -> None:
        canvas.show_camera(fit.panned((i % 20 - 10) * 3, i % 7))
        canvas.repaint()

    canvas.show_camera(fit)
    still()
    fit_ms, fit_whole_ms = cpu_ms(fit_all, 80), cpu_ms(fit_whole, 40)

    canvas.show_camera(Camera(WIDTH / 2, 0, 1.0))
    still()
    reach_x, reach_y = max(bounds[2] - WIDTH, 1.0), max(bounds[3] - HEIGHT, 1.0)

    def pan(i: int) -> None:
        share = (i % 100) / 100
        canvas.show_camera(Camera(bounds[0] + reach_x * share, bounds[1] + reach_y * share, 1.0))
        frame()

    def pan_whole(i: int) -> None:
        share = (i % 100) / 100
        canvas.show_camera(Camera(bounds[0] + reach_x * share, bounds[1] + reach_y * share, 1.0))
        canvas.repaint()

    def nudge(i: int) -> None:
        share = 0.5
        canvas.show_camera(
            Camera(
                bounds[0] + reach_x * share + 7 * (i % 20), bounds[1] + reach_y * share + 5 * (i % 20), 1.0
            )
        )
        frame()

    def rest() -> float:
        """CPU ms after the last frame of a motion until everything stands as it will."""
        start, deadline = time.process_time(), QDeadlineTimer(5000)
        while (canvas.flight.is_zooming or canvas.pixmaps.owed) and not deadline.hasExpired():
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        frame()
        return round((time.process_time() - start) * 1000, 3)

    for i in range(3):
        pan(i)
    pan_ms = cpu_ms(pan, 100)
    pan_rest_ms = rest()
    pan_whole_ms = cpu_ms(pan_whole, 100)
    nudge(0)
    nudge_ms = cpu_ms(nudge, 60)

    def zoom(i: int) -> None:
        share = 1 - abs(2 * (i % 60) / 59 - 1)
        canvas.show_camera(
            canvas.camera.zoomed(fit.zoom * (1.0 / fit.zoom) ** share, (WIDTH / 2, HEIGHT / 2))
        )
        frame()

    zoom_ms = cpu_ms(zoom, 120)
    zoom_rest_ms = rest()
    canvas.show_camera(Camera(bounds[0], bounds[1], 1.0))
    still()

    def select(i: int) -> None:
        canvas.choose(Hit(node=min(i % 5, nodes - 1)) if i % 6 else NOTHING)
        frame()

    select_ms = cpu_ms(select, 60)
    canvas.setFocus()

    def select_all(i: int) -> None:
        """All and none by turns, with the keys that people press."""
        if i % 2:
            QTest.keyClick(canvas, Qt.Key.Key_Escape)
        else:
            QTest.keyClick(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        frame()

    select_all_ms = cpu_ms(select_all, 40)
    canvas.show_camera(fit)
    still()
    select_all_fit_ms = cpu_ms(select_all, 20)
    canvas.show_camera(Camera(bounds[0], bounds[1], 1.0))
    canvas.choose(Hit(node=min(2, nodes - 1)))
    still()

    def drag(i: int) -> None:
        """One step of a drag: the card, its edges, its ring and its timing follow."""
        canvas.scrolling.drag([min(2, nodes - 1)], 3.0 if i % 40 < 20 else -3.0, 2.0 if i % 40 < 20 else -2.0)
        frame()

    drag_ms = cpu_ms(drag, 80)
    figures: dict[str, object] = {
        "nodes": nodes,
        "edges": len(edges),
        "first_frame_s": round(first, 3),
        "fit_all_cpu_ms": fit_ms,
        "fit_all_whole_frame_cpu_ms": fit_whole_ms,
        "pan_100_cpu_ms": pan_ms,
        "pan_100_whole_frame_cpu_ms": pan_whole_ms,
        "pan_100_rest_cpu_ms": pan_rest_ms,
        "pan_100_small_steps_cpu_ms": nudge_ms,
        "zoom_cpu_ms": zoom_ms,
        "zoom_rest_cpu_ms": zoom_rest_ms,
        "select_all_cpu_ms": select_all_ms,
        "select_all_from_far_out_cpu_ms": select_all_fit_ms,
        "drag_one_cpu_ms": drag_ms,
        "select_one_cpu_ms": select_ms,
        "cards_painted": canvas.pixmaps.painted,
    }
    if before is not None and after is not None:
        figures["memory_first_frame_mb"] = round(after - before, 1)
        figures["memory_end_mb"] = round((resident_mb() or after) - before, 1)
    figures["memory_bare_window_mb"] = bare_window_mb()
    figures |= compared(nodes, figures)
    if with_floor:
        floor = figures["floor_pan_100_cpu_ms"] = floor_ms()
        if floor:
            figures["pan_100_to_floor_ratio"] = round(pan_ms / floor, 2)
        for name, found_there in (
            ("nodegraphqt", nodegraphqt(nodes, peer_python)),
            ("react_flow", react_flow(nodes)),
        ):
            figures[name] = found_there
            figures[f"{name}_ratios"] = ratios(figures, found_there)
    canvas.close()
    return figures


# What is aimed at, by the number of nodes: the figures of the product's brief for the canvas.
AIMS: dict[int, dict[str, float]] = {
    10_000: {
        "fit_all_cpu_ms": 4.0,
        "pan_100_cpu_ms": 1.5,
        "zoom_cpu_ms": 1.5,
        "select_all_cpu_ms": 5.0,
        "drag_one_cpu_ms": 1.2,
        "first_frame_s": 0.3,
        "memory_first_frame_mb": 30.0,
    },
    100: {
        "fit_all_cpu_ms": 0.3,
        "pan_100_cpu_ms": 1.0,
        "zoom_cpu_ms": 0.3,
        "select_all_cpu_ms": 1.0,
        "drag_one_cpu_ms": 0.6,
        "first_frame_s": 0.1,
        "memory_first_frame_mb": 8.0,
    },
}


def compared(nodes: int, figures: dict[str, object]) -> dict[str, object]:
    """Each aim for this many nodes, and whether it was reached; nothing where none is set."""
    aims = {}
    for name, aim in AIMS.get(nodes, {}).items():
        value = figures.get(name)
        if isinstance(value, int | float):
            aims[name] = {"measured": value, "aim": aim, "reached": value <= aim}
    return {"aims": aims} if aims else {}


# Our figure for each of a peer's.
PEER_FIGURES = {
    "panfit": "fit_all_whole_frame_cpu_ms",
    "pan100": "pan_100_cpu_ms",
    "zoom": "zoom_cpu_ms",
    "select_all": "select_all_cpu_ms",
    "drag1": "drag_one_cpu_ms",
    "build_first_frame_s": "first_frame_s",
    "rss_delta": "memory_first_frame_mb",
}


def ratios(ours: dict[str, object], theirs: dict[str, object]) -> dict[str, float]:
    """How many times more a peer takes, by our figures' names."""
    found = {}
    for name, mine in PEER_FIGURES.items():
        value, our = theirs.get(name), ours.get(mine)
        if isinstance(value, dict):
            value = value.get("main_thread_ms", value.get("cpu"))
        if isinstance(value, int | float) and isinstance(our, int | float) and our > 0:
            found[mine] = round(value / our, 1)
    return found


def nodegraphqt(nodes: int, python: str = "") -> dict[str, object]:
    """NodeGraphQt on the same graph, by the shared script; why not, where it is not there or takes too long."""
    if not python and importlib.util.find_spec("NodeGraphQt") is None:
        return {
            "skipped": "NodeGraphQt is not installed here; --nodegraphqt-python names a Python that has it"
        }
    return peer([python or sys.executable, "-B", "b_nodegraphqt.py", str(nodes)], SHARED)


def react_flow(nodes: int) -> dict[str, object]:
    """React Flow on the same graph, by the shared page, built anew; why not, where what it needs is not there."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    npm = shutil.which("npm")
    if browser is None or npm is None or shutil.which("node") is None:
        return {"skipped": "npm and chromium are not both on this machine"}
    built = [[npm, "install", "--no-audit", "--no-fund"], ["npx", "vite", "build"]]
    return peer(["node", "bench.mjs", str(nodes), "0"], SHARED / "reactflow", built, {"CHROMIUM": browser})


def peer(
    command: Sequence[str],
    folder: Path,
    before: Sequence[Sequence[str]] = (),
    environment: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """The figures that a peer's own script prints as its last line of JSON, after the commands `before` it."""
    # A script that writes its results beside itself is copied, so that the shared folder stays as it is.
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "bench" / folder.name
        shutil.copytree(folder, copy, symlinks=True)
        output = ""
        for each in (*before, command):
            try:
                done = subprocess.run(
                    each,
                    cwd=copy,
                    capture_output=True,
                    text=True,
                    timeout=900,
                    check=False,
                    env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **(environment or {})},
                )
            except subprocess.TimeoutExpired:
                return {"skipped": "took longer than 15 minutes"}
            except OSError as error:
                return {"skipped": f"could not be started: {error.strerror}"}
            if each is not command and done.returncode:
                return {"skipped": f"{each[0]} ended with {done.returncode} while it was built"}
            output = done.stdout
    lines = [line for line in output.splitlines() if line.startswith("{")]
    if not lines:
        return {"skipped": "its script ended without figures"}
    found: dict[str, object] = json.loads(lines[-1])
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=1000)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--no-floor", action="store_true", help="run neither the floor nor peers beside it")
    parser.add_argument(
        "--nodegraphqt-python",
        default=os.environ.get("NODEGRAPHQT_PYTHON", ""),
        help="a Python that has NodeGraphQt, where this one has not",
    )
    options = parser.parse_args(argv)
    figures = measure(options.nodes, with_floor=not options.no_floor, peer_python=options.nodegraphqt_python)
    report("canvas", figures, options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
