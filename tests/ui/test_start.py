"""Starting: what stands between a person and their window, and what follows once it is there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.shared import ROOT

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
        [sys.executable, "-c", WATCHING, str(ROOT / "resources/studies/maestro-sample.usdm.json")],
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
