"""A process that is killed: the whole program with its window and its backend, in which the story is told by hand.

Run as `python -m tests.e2e._story_window FOLDER NAME [FILE]`: FOLDER keeps the program's data and its keyring, NAME
says whose story it is, FILE is the study; without one it is the sample, which the backend has.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.program import Program
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.library import Library
from services.sync import Online
from tests.e2e import story
from tests.e2e.by_hand import Hand
from tests.kills._core_program import FolderKeyring, say
from ui.main_window import MainWindow
from ui.start import layout_settings
from ui.style import apply_theme
from ui.theme import SystemTheme

SIZE = (1500, 950)


def main() -> None:
    """Tells the story, a line for each part, and then how many edits are in the journal; goes on until killed."""
    folder, told = Path(sys.argv[1]), {"alexion": story.ALEXION, "sample": story.SAMPLE}[sys.argv[2]]
    file = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    application = QApplication([])
    application.setApplicationName("Maestro")
    theme = SystemTheme()
    apply_theme(application, theme.theme)
    keyring = FolderKeyring(folder)
    program = Program(
        folder / "desk",
        Settings(author="Ada"),
        sample=sample_study_bytes,
        library=lambda settings, events: Library(settings, events, open_keyring=lambda: keyring),
    )
    window = MainWindow(program, theme, layout_settings(folder / "desk"))
    window.resize(*SIZE)
    window.show()
    hand = Hand(window)

    def tell() -> None:
        hand.until(lambda: program.status and isinstance(program.status.sync, Online), "the backend")
        if file is not None:
            window.open_path(file)
        else:
            hand.until(
                lambda: any(each.title.startswith("MAE-101") for each in program.entries), "the sample"
            )
            entry = next(each for each in program.entries if each.title.startswith("MAE-101"))
            window.home.open_entry.emit(entry.id)
        hand.until(lambda: window.study is not None and window.is_study_shown, "the study")
        study = window.study
        assert study is not None
        keeping = study.keeping
        assert keeping is not None
        for part in story.told_by_hand(hand, study, told):
            say("TOLD", part)
        hand.until(lambda: not keeping.unsaved, "the journal")
        say("SAVED", str(len(study.editor.history.log)))

    def begin() -> None:
        try:
            tell()
        except BaseException as error:  # noqa: BLE001 - who watches is to hear of it
            traceback.print_exc()
            say("FAILED", repr(error)[:2000].replace("\n", " "))
            os._exit(1)

    program.start()
    QTimer.singleShot(0, begin)
    application.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
