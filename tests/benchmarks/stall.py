"""Longest gap of the window's loop while a 50 MB study arrives: `python -m tests.benchmarks.stall --json`.

The study is made up by repeating the sample's biomedical concepts and narrative texts around its own schedule. It
lies on the embedded backend, a real process; the window is shown offscreen and its heartbeat, a timer of 1 ms,
notes every gap. The keyring is one in memory. Phases: the study arrives over GraphQL, is kept and opened; it is
closed; it is opened again from the encrypted cache; it is opened once more in place of itself.
"""

from __future__ import annotations

import argparse
import copy
import faulthandler
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.report import report

MEGABYTES = 50
PATIENCE_S = 300.0


def made_study(megabytes: float) -> bytes:
    """A valid study of at least that many million bytes, half of it concepts and half of it narrative."""
    from resources.sample import sample_study_bytes

    root = json.loads(sample_study_bytes())
    version = root["study"]["versions"][0]
    root["study"]["name"] = root["study"]["label"] = "A study of fifty megabytes"
    size = len(json.dumps(root))
    for name in ("biomedicalConcepts", "narrativeContentItems"):
        share = megabytes * 1e6 / 2
        models = list(version[name])
        grown = 0
        number = 0
        while grown < share:
            made = _renamed(models[number % len(models)], f"_{number}")
            if name == "narrativeContentItems":
                made["text"] = made["text"] * 10
            version[name].append(made)
            grown += len(json.dumps(made))
            number += 1
        size += grown
    return json.dumps(root, indent=None).encode()


def _renamed(entity: Any, ending: str) -> Any:
    """A copy whose ids are its own."""

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("id"), str):
                value["id"] += ending
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    made = copy.deepcopy(entity)
    walk(made)
    return made


class Heartbeat:
    """Notes the gaps between the beats of a timer in the window's loop, in seconds."""

    def __init__(self, blame: bool) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._blame = blame
        self._last = 0.0
        self.gaps: list[tuple[float, float]] = []

    def start(self) -> None:
        self.gaps = []
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> list[float]:
        """The gaps since the start."""
        self._timer.stop()
        if self._blame:
            faulthandler.cancel_dump_traceback_later()
        return [gap for _, gap in self.gaps]

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now, now - self._last))
        if self._blame:
            if now - self._last > 0.06:
                sys.stderr.write(f"--- gap of {1000 * (now - self._last):.0f} ms\n")
            faulthandler.dump_traceback_later(0.06)
        self._last = time.perf_counter()


def measure(content: bytes, folder: Path, *, blame: bool) -> dict[str, list[float]]:
    """The gaps of each phase, in seconds."""
    from PySide6.QtWidgets import QApplication

    from app.program import Program
    from app.settings import Settings
    from services.library import Library, LibrarySettings
    from tests.services.memory_keyring import MemoryKeyring
    from ui.main_window import MainWindow
    from ui.start import layout_settings, prepare_process
    from ui.style import apply_theme
    from ui.theme import SystemTheme

    keyring = MemoryKeyring()
    with Library(LibrarySettings(folder), open_keyring=lambda: keyring) as library:
        library.start().result(PATIENCE_S)
        study_id = library.import_study(content, file_name="large.json").result(PATIENCE_S).id
    for kept in folder.glob("studies.cache*"):
        kept.unlink()

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    prepare_process()
    theme = SystemTheme()
    apply_theme(application, theme.theme)
    program = Program(
        folder,
        Settings(),
        library=lambda settings, events: Library(settings, events, open_keyring=lambda: keyring),
    )
    window = MainWindow(program, theme, layout_settings(folder))
    window.resize(1440, 900)
    window.show()
    program.start()

    def until(holds: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not holds():
            application.processEvents()
            if time.monotonic() > end:
                raise TimeoutError(f"notices: {window.notices.sentences}")

    def rest() -> None:
        end = time.monotonic() + 1.5
        until(lambda: time.monotonic() > end)

    gaps: dict[str, list[float]] = {}
    beat = Heartbeat(blame)

    def phase(name: str, act: Callable[[], object], holds: Callable[[], bool]) -> None:
        if blame:
            sys.stderr.write(f"===== {name}\n")
        # Through the loop, as a click comes.
        beat.start()
        from PySide6.QtCore import QTimer

        QTimer.singleShot(5, program, act)
        began = time.perf_counter()
        until(lambda: time.perf_counter() > began + 0.05 and holds())
        gaps[name + "_took"] = [time.perf_counter() - began]
        rest()
        gaps[name] = beat.stop()

    def is_open() -> bool:
        return program.current is not None and window.pages.currentWidget() is window.views

    until(lambda: any(entry.id == study_id for entry in program.entries))
    rest()
    phase("arriving", lambda: program.open_study(study_id), is_open)
    phase("closing", window.close_study, lambda: program.current is None)
    phase("from_cache", lambda: program.open_study(study_id), is_open)
    opened = program.current.destroyed if program.current is not None else None
    assert opened is not None
    gone: list[bool] = []
    opened.connect(lambda: gone.append(True))
    del opened
    phase("again", lambda: program.open_study(study_id), lambda: bool(gone))
    window.close()
    program.close()
    return gaps


def main() -> None:
    """Measure and report, the median of the longest gaps of each phase over the rounds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--megabytes", type=float, default=MEGABYTES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--blame", action="store_true", help="print what every thread does in a long gap")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    content = made_study(options.megabytes)
    rounds: list[dict[str, list[float]]] = []
    for _ in range(options.rounds):
        folder = Path(tempfile.mkdtemp(prefix="maestro-stall-"))
        try:
            rounds.append(measure(content, folder, blame=options.blame))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    figures: dict[str, object] = {"study_bytes": len(content), "rounds": options.rounds, "aim_ms": 100}
    phases = [name for name in rounds[0] if not name.endswith("_took")]
    for name in phases:
        worst = [1000 * max(each[name]) for each in rounds]
        figures[f"{name}_longest_gap_ms"] = round(statistics.median(worst), 1)
        figures[f"{name}_worst_round_ms"] = round(max(worst), 1)
        figures[f"{name}_gaps_over_50ms"] = statistics.median(
            [sum(gap > 0.05 for gap in each[name]) for each in rounds]
        )
        figures[f"{name}_took_s"] = round(statistics.median(each[name + "_took"][0] for each in rounds), 2)
    figures["longest_gap_ms"] = max(float(str(figures[f"{name}_longest_gap_ms"])) for name in phases)
    report("stall", figures, options.json)


if __name__ == "__main__":
    main()
