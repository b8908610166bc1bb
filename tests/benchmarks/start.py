"""How soon the window is there, beside a bare PySide6 window: `python -m tests.benchmarks.start --json`.

Wall time from starting a fresh process to its first painted frame, medians of several rounds, in which the kinds
take turns. `frame`: the main window, through the same code as `maestro open`. `cached`: that window with a study
from the encrypted cache painted on the canvas. The data folder is made beforehand; the keyring is one in memory
that knows its key. The embedded backend starts as always. The byte code of all modules is there, as in a program that
was installed, whatever the environment says of it: it is kept in a folder of the benchmark's own.

Beside the wall time, which other work on the computer lengthens, the processor time of the process until then.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.program import Program
    from app.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
ROUNDS = 9
PATIENCE_S = 120.0


def bare() -> None:
    """The child: a window of Qt's own."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])

    class Window(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, self, painted)

    window = Window()
    window.resize(1440, 900)
    window.show()
    application.exec()


def painted() -> None:
    """Tells the parent, which takes the time; nothing more is of interest."""
    sys.stdout.write(f"painted {time.process_time()}\n")
    sys.stdout.flush()
    sys.stdin.read()  # until the parent has what it wants and closes
    os._exit(0)


def frame(folder: Path, study_id: str | None) -> None:
    """The child: the main window, or with it a study on the canvas."""
    os.environ["MAESTRO_DATA_DIR"] = str(folder)
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    import ui.start
    from ui.main_window import MainWindow

    if study_id is None:
        paint = MainWindow.paintEvent

        def paint_and_tell(self: MainWindow, event: QPaintEvent) -> None:
            paint(self, event)
            QTimer.singleShot(0, self, painted)

        MainWindow.paintEvent = paint_and_tell  # type: ignore[method-assign]
    else:
        import_rest = ui.start._import_rest
        ui.start._import_rest = lambda: opening(import_rest(), folder, study_id)
    ui.start.run()


def opening(program: type[Program], folder: Path, study_id: str) -> type[Program]:
    """A program that opens a study as soon as it can, and tells when the canvas has painted it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from services.library import Library
    from ui.canvas.view import ScheduleCanvas

    class Keyring:
        """In memory; it holds the key that the folder was made with."""

        def __init__(self) -> None:
            self.secrets = json.loads((folder / "keyring.json").read_text(encoding="utf-8"))

        def get_password(self, service: str, username: str) -> str | None:
            found = self.secrets.get(f"{service}/{username}")
            return None if found is None else str(found)

        def set_password(self, service: str, username: str, password: str) -> None:
            self.secrets[f"{service}/{username}"] = password

        def delete_password(self, service: str, username: str) -> None:
            del self.secrets[f"{service}/{username}"]

    class Opening(program):  # type: ignore[misc,valid-type]
        def __init__(self, folder: Path, settings: Settings, **others: Any) -> None:
            super().__init__(
                folder,
                settings,
                library=lambda settings, events: Library(settings, events, open_keyring=Keyring),
                **others,
            )
            self.started.connect(partial(self.open_study, study_id))

    paint = ScheduleCanvas.paintEvent

    def paint_and_tell(self: ScheduleCanvas, event: QPaintEvent) -> None:
        paint(self, event)
        if self.scene is not None and self.scene.count:
            QTimer.singleShot(0, self, painted)

    ScheduleCanvas.paintEvent = paint_and_tell  # type: ignore[method-assign]
    return Opening


def seconds(byte_code: Path, *arguments: str) -> tuple[float, float]:
    """From starting a process to its word that it has painted: on the clock, and of the processor."""
    from tests.benchmarks.report import as_installed

    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.start", "--child", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=as_installed(byte_code),
        text=True,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        line = child.stdout.readline()
        took = time.perf_counter() - began
        child.stdin.close()
        child.wait(PATIENCE_S)
    said, _, processor = line.partition(" ")
    if said != "painted":
        raise RuntimeError(f"{arguments} painted nothing")
    return took, float(processor)


def make_folder(folder: Path, content: bytes, name: str) -> str:
    """A data folder with a study in its cache and its backend, as after the last use; the study's id."""
    from PySide6.QtCore import QSettings

    from services.library import Library, LibrarySettings
    from tests.services.memory_keyring import MemoryKeyring

    keyring = MemoryKeyring()
    with Library(LibrarySettings(folder), open_keyring=lambda: keyring) as library:
        library.start().result(PATIENCE_S)
        entry = library.import_study(content, title=name, file_name=f"{name}.json").result(PATIENCE_S)
    secrets = {f"{service}/{user}": secret for (service, user), secret in keyring.secrets.items()}
    (folder / "keyring.json").write_text(json.dumps(secrets), encoding="utf-8")
    layout = QSettings(str(folder / "layout.ini"), QSettings.Format.IniFormat)
    layout.setValue("welcomed", True)
    layout.sync()
    return entry.id


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.child:
        kind, *rest = options.child
        if kind == "bare":
            bare()
        else:
            frame(Path(rest[0]), rest[1] if len(rest) > 1 else None)
        return

    from resources.sample import sample_study_bytes
    from tests.benchmarks.report import report

    studies = {"sample": sample_study_bytes()}
    alexion = SHARED / "data/usdm/alexion-nct04573309-v4.json"
    if alexion.is_file():
        studies["alexion"] = alexion.read_bytes()
    root = Path(tempfile.mkdtemp(prefix="maestro-start-"))
    try:
        children: dict[str, tuple[str, ...]] = {"bare": ("bare",)}
        for name, content in studies.items():
            folder = root / name
            study_id = make_folder(folder, content, name)
            children.setdefault("frame", ("frame", str(folder)))
            children[f"cached_{name}"] = ("frame", str(folder), study_id)
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in children}
        for arguments in children.values():
            seconds(root / "byte code", *arguments)  # makes the byte code, and warms the disk's cache
        for _ in range(options.rounds):
            for name, arguments in children.items():
                taken[name].append(seconds(root / "byte code", *arguments))
    finally:
        shutil.rmtree(root, ignore_errors=True)
    figures: dict[str, object] = {}
    for place, ending in enumerate(("", "_processor")):
        medians = {name: statistics.median(each[place] for each in all_) for name, all_ in taken.items()}
        figures |= {f"{name}{ending}_ms": round(1000 * median, 1) for name, median in medians.items()}
        for name, median in medians.items():
            if name != "bare":
                figures[f"{name}_to_bare{ending}_ratio"] = round(median / medians["bare"], 2)
    figures |= {"aim_frame_ratio": 2, "aim_cached_ratio": 4, "rounds": options.rounds}
    report("start", figures, options.json)


if __name__ == "__main__":
    main()
