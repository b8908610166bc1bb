"""Memory after opening and closing many studies in one window: `python -m tests.benchmarks.memory --json`.

The window and all its views are real and shown offscreen; each study is read from its bytes, shown, walked through
(matrix, time axis, a selection) and closed. The studies are the sample, and the real ones where they lie beside the
clone. The first tenth warms up what every run keeps (fonts, caches of words, Python's own arenas); growth is that of
the resident memory from then to the end, and the aim is below 5 %.
"""

from __future__ import annotations

import argparse
import gc
import os
import tempfile
import time
from pathlib import Path
from typing import cast

from tests.benchmarks.report import report

STUDIES = 1_000
AIM_PERCENT = 5.0


def resident_bytes() -> int:
    """Resident memory of this process, in bytes (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Opens and closes, and prints the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--studies", type=int, default=STUDIES, help=f"how many to open ({STUDIES})")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.open_study import OpenStudy, prepared
    from app.program import Program
    from app.settings import Settings
    from resources.sample import sample_study_bytes
    from services.library import Library
    from services.library_entries import Freshness
    from tests.app.held_library import ENTRY, HeldLibrary
    from tests.shared import SHARED
    from ui.main_window import MainWindow
    from ui.start import layout_settings
    from ui.style import apply_theme
    from ui.theme import SystemTheme

    application = QApplication([])
    theme = SystemTheme()
    apply_theme(application, theme.theme)
    folder = SHARED / "data" / "usdm"
    contents = {"sample": sample_study_bytes()}
    contents |= {path.stem: path.read_bytes() for path in sorted(folder.glob("*.json"))}
    with tempfile.TemporaryDirectory() as kept:
        program = Program(
            Path(kept),
            Settings(),
            library=lambda settings, events: cast(Library, HeldLibrary(settings, events)),
        )
        window = MainWindow(program, theme, layout_settings(Path(kept)))
        window.show()
        names = list(contents)
        marks: list[int] = []
        began = time.perf_counter()
        for number in range(options.studies):
            study = OpenStudy(prepared(contents[names[number % len(names)]]), ENTRY, Freshness.CURRENT)
            window.set_study(study)
            for view in ("view_axis", "view_split"):
                window.show_views(view)
                application.processEvents()
            if study.projection is not None and study.projection.planned.graph.order:
                window.select(study.projection.planned.graph.order[-1])
            application.processEvents()
            window.set_study(None)
            del study
            application.sendPostedEvents(None, 52)  # DeferredDelete, as the loop would
            application.processEvents()
            if (number + 1) % max(1, options.studies // 10) == 0:
                gc.collect()
                marks.append(resident_bytes())
        took = time.perf_counter() - began
        window.close()
        program.close()
    growth = 100.0 * (marks[-1] - marks[0]) / marks[0]
    report(
        "memory",
        {
            "studies": options.studies,
            "different_studies": len(contents),
            "real_studies": "there" if len(contents) > 1 else "skipped: not beside the clone",
            "after_a_tenth_mb": marks[0] / 1e6,
            "at_the_end_mb": marks[-1] / 1e6,
            "each_tenth_mb": [round(mark / 1e6, 1) for mark in marks],
            "growth_percent": growth,
            "aim_percent": AIM_PERCENT,
            "reached": growth < AIM_PERCENT,
            "wall_s": took,
        },
        options.json,
    )


if __name__ == "__main__":
    main()
