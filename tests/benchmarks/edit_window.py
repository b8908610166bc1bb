"""What a single edit of a very large study costs the window: for `tests.benchmarks.edit`, or alone with a profile.

`python -m tests.benchmarks.edit_window [--visits N] [--activities N] [--profile VIEW EDIT]`: a made-up study in the
real window with a visit selected, each arrangement of the views in turn. Milliseconds of CPU in the thread that
paints, from the edit until nothing is left to do: what waits in timers is counted as well. Medians.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from tests.benchmarks.made_up import long_study

AIM_MS = 100.0
VIEWS = ("view_graph", "view_matrix", "view_axis", "view_split")
_SETTLED_MS = 150  # longer than any timer that an edit starts
_TIMES = 3


def edits(visits: int, activities: int) -> dict[str, Callable[[int], object]]:
    """One command of each kind, by its number: each is another than the one before."""
    from study.commands.activity_rows import ReorderActivities
    from study.commands.attributes import SetAttribute
    from study.commands.marks import SetMarks

    visit, row = visits // 2, activities // 2
    return {
        "rename": lambda n: SetAttribute(f"visit_{visit}", "label", f"Visit, {n}"),
        "timing": lambda n: SetAttribute(f"timing_{visit}", "value", f"P{visit * 7 + 1 + n % 3}D"),
        "mark": lambda n: SetMarks(((f"visit_{visit}", f"activity_{row}"),), marked=n % 2 == 0),
        "move_activity": lambda n: ReorderActivities(
            (f"activity_{row}",), f"activity_{row + 1 - 2 * (n % 2)}"
        ),
    }


def in_window(
    visits: int = 2_000, activities: int = 500, profile: tuple[str, str] | None = None
) -> dict[str, object]:
    """Each kind of edit, and undoing it, with each arrangement of the views."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from app.open_study import OpenStudy, prepared
    from app.program import Program
    from app.settings import Settings
    from services.library import Library
    from services.library_entries import Freshness
    from study.commands.command import Command
    from tests.app.held_library import ENTRY, HeldLibrary
    from ui.main_window import MainWindow
    from ui.start import layout_settings
    from ui.theme import SystemTheme

    application = QApplication.instance() or QApplication([])

    def settle() -> None:
        application.processEvents()
        loop = QEventLoop()
        QTimer.singleShot(_SETTLED_MS, loop.quit)
        loop.exec()

    answers: list[float] = []

    def cost(step: Callable[[], object]) -> float:
        start = time.thread_time()
        done = step()
        application.processEvents()
        answers.append((time.thread_time() - start) * 1000)
        settle()
        assert done, "an edit changed nothing"
        return (time.thread_time() - start) * 1000

    figures: dict[str, object] = {"window_visits": visits, "window_activities": activities}
    with tempfile.TemporaryDirectory() as folder:
        program = Program(
            Path(folder),
            Settings(),
            library=lambda settings, events: cast(Library, HeldLibrary(settings, events)),
        )
        window = MainWindow(program, SystemTheme(), layout_settings(Path(folder)))
        window.resize(1400, 900)
        window.show()
        settle()
        study = OpenStudy(prepared(long_study(visits, activities)), ENTRY, Freshness.CURRENT)
        program.current = study
        program.study_opened.emit(study)
        study.select(f"visit_{visits // 2}")
        settle()
        worst = 0.0
        for view in VIEWS:
            if profile is not None and view != profile[0]:
                continue
            window.actions_by_id[view].trigger()
            settle()
            for name, command in edits(visits, activities).items():
                if profile is not None and name != profile[1]:
                    continue
                for n in range(2):  # what is made once
                    study.editor.do(cast(Command, command(n)))
                    settle()
                if profile is not None:
                    _profiled(partial(cost, partial(study.editor.do, cast(Command, command(2)))))
                    continue
                done = []
                undone = []
                for n in range(2, 2 + _TIMES):
                    done.append(cost(partial(study.editor.do, cast(Command, command(n)))))
                    undone.append(cost(study.editor.undo))
                    study.editor.redo()
                    settle()
                figures[f"window_{view[5:]}_{name}_cpu_ms"] = round(statistics.median(done), 1)
                figures[f"window_{view[5:]}_{name}_undone_cpu_ms"] = round(statistics.median(undone), 1)
                worst = max(worst, statistics.median(done), statistics.median(undone))
        if answers:  # until it is painted: what people wait for; lists and counts follow when they rest
            figures["window_answer_cpu_ms"] = round(statistics.median(answers), 1)
            figures["window_longest_answer_cpu_ms"] = round(max(answers), 1)
        figures["window_worst_cpu_ms"] = round(worst, 1)
        figures["window_reached"] = worst < AIM_MS
        window.close()
        program.close()
        window.deleteLater()
        application.processEvents()
    return figures


def _profiled(step: Callable[[], object]) -> None:
    profile = cProfile.Profile(time.thread_time)
    profile.enable()
    step()
    profile.disable()
    pstats.Stats(profile).sort_stats("cumulative").print_stats(70)
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--visits", type=int, default=2_000)
    parser.add_argument("--activities", type=int, default=500)
    parser.add_argument("--profile", nargs=2, metavar=("VIEW", "EDIT"), default=None)
    arguments = parser.parse_args(argv)
    profile = tuple(arguments.profile) if arguments.profile else None
    for name, figure in in_window(arguments.visits, arguments.activities, profile).items():
        print(f"{name}: {figure}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
