"""Starting: what stands between a person and their window, and what follows once it is there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.shared import ROOT
from ui.parts.late import LATE

SAMPLE = ROOT / "resources/studies/maestro-sample.usdm.json"
HEAVY = [
    "asyncio",
    "backend",
    "gql",
    "httpx",
    "keyring",
    "numpy",
    "sqlcipher3",
    "strawberry",
    "study.document",
]


def test_the_window_waits_for_nothing_heavy() -> None:
    program = "import json, sys, ui.start; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", cwd=ROOT, check=True
    )
    assert [name for name in HEAVY if name in json.loads(done.stdout)] == []


WATCHING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.start
from ui.main_window import MainWindow

application = QApplication([])
watch = QTimer()

def look():
    for window in application.topLevelWidgets():
        if isinstance(window, MainWindow) and window.windowTitle() != "Maestro":
            watch.stop()
            print(window.windowTitle())
            window.close()

watch.timeout.connect(look)
watch.start(20)
sys.exit(ui.start.run(Path(sys.argv[1])))
"""


def test_a_file_is_opened_once_the_window_is_there(data_dir: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHING, str(SAMPLE)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    # A plugin without a screen may say what it cannot do; nothing else is said.
    assert done.stderr.replace("This plugin does not support propagateSizeHints()\n", "") == ""
    assert done.stdout.startswith("MAE-101")


# What no one needs to see a study: commands, dialogs, running it, and the panes that nobody has opened.
NOT_TO_SEE = [
    "study.attribute_choices",
    "study.commands.draft",
    "study.commands.execute",
    "study.commands.planned",
    "study.interpreter",
    "study.mending",
    "study.narrative_mentions",
    "study.plan",
    "study.rebase",
    "study.rules",
    "study.simulation.session",
    "study.simulation.session_marks",
    "ui.cells",
    "ui.compare",
    "ui.edit_dialogs",
    "ui.export",
    "ui.graph.additions",
    "ui.graph.dialogs",
    "ui.graph.possible",
    "ui.history",
    "ui.matrix.carrying_out",
    "ui.rules",
    "ui.search",
    "ui.simulator",
    "ui.text",
]
PAINTING = """
import json
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.start
from ui.main_window import MainWindow
from ui.parts.late import LATE

application = QApplication([])
seen = {}
import_rest = ui.start._import_rest

def import_and_watch():
    program = import_rest()
    from ui.canvas.view import ScheduleCanvas
    paint = ScheduleCanvas.paintEvent

    def painted(self, event):
        paint(self, event)
        if self.scene is not None and self.scene.count and not seen:
            seen["modules"] = sorted(sys.modules)
            watch_later()

    ScheduleCanvas.paintEvent = painted
    return program

ui.start._import_rest = import_and_watch
watch = QTimer(interval=20)

def watch_later():
    window = next(each for each in application.topLevelWidgets() if isinstance(each, MainWindow))
    seen["parts"] = [name for name in LATE if not window.parts.waits(name)]
    watch.timeout.connect(lambda: look(window))
    watch.start()

def look(window):
    made = [name for name in LATE if not window.parts.waits(name)]
    if all(name in made for name, late in LATE.items() if late.soon):
        watch.stop()
        print(json.dumps({"painted": seen, "later": sorted(sys.modules), "made": made}))
        window.close()

sys.exit(ui.start.run(Path(sys.argv[1])))
"""


def test_a_study_is_painted_before_what_is_only_needed_to_work_on_it(data_dir: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINTING, str(SAMPLE)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [name for name in NOT_TO_SEE if name in told["painted"]["modules"]] == []
    assert told["painted"]["parts"] == []
    # A moment later all of it is there, so that the first edit does not wait; of the parts only those that find
    # something by themselves.
    assert [name for name in NOT_TO_SEE if name not in told["later"]] == []
    assert set(told["made"]) == {name for name, late in LATE.items() if late.soon}
