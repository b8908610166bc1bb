"""Pictures of the real window for the documentation: `python -m tests.screenshots OUT_FOLDER [--study FILE]`.

The program runs as it does for a person, with a backend of its own, but with no screen and with a keyring that
lives in memory. Nothing is waited for by the clock: each picture is taken when what it shows is there and at rest.
Its words tell the time of the day, so two runs differ there.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QAbstractAnimation, QDeadlineTimer, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.library_link import SAMPLE_FILE
from app.open_study import OpenStudy
from app.program import Program
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.library import Library, LibrarySettings
from services.library_entries import LibraryEvents
from services.sync import Offline, Online
from tests.scenes import SCENES, played
from tests.scenes_of_editing import Alone
from tests.services.memory_keyring import MemoryKeyring
from ui.main_window import MainWindow
from ui.start import layout_settings
from ui.style import apply_theme
from ui.theme import SystemTheme, Theme
from ui.translations import ENGLISH, use_language

SIZE = (1440, 900)
THEMES = (Theme.light(), Theme.dark())
CONTRAST = (Theme.contrast_light(), Theme.contrast_dark())
# A place in the status bar where the pointer lights up nothing.
NOWHERE = (SIZE[0] // 2, SIZE[1] - 8)
VIEWS = {"split": "view_split", "graph": "view_graph", "matrix": "view_matrix"}
# The studies whose plain views are shown; of others only what they alone show.
SAMPLE = "sample"
PLAIN = (SAMPLE, "alexion")
# Steps from 100 %, so that a loop can be seen whole.
ZOOMED_OUT = 2
# Whose edits the history names.
AUTHOR = "R. Lindqvist"
PATIENCE_MS = 60_000
# What stops a backend from ever being there: a process that ends without a word.
NO_BACKEND = (sys.executable, "-c", "")


class FixedTheme(SystemTheme):
    """A system whose light or dark setting is ours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def become(self, theme: Theme) -> None:
        """As when a person changes the system's setting."""
        self._theme = theme
        self.changed.emit(theme)


class Pictures:
    """Takes pictures of one window into a folder: those that `only` names, or all where it names none."""

    def __init__(self, folder: Path, ending: str, only: frozenset[str]) -> None:
        self._folder = folder
        self._ending = ending
        self._only = only

    def wants(self, name: str) -> bool:
        """Whether a picture is asked for."""
        return not self._only or name in self._only

    def take(
        self,
        window: MainWindow,
        theme: FixedTheme,
        name: str,
        over: QWidget | Alone | None = None,
        themes: Sequence[Theme] = THEMES,
    ) -> None:
        """The window as it is, with what stands over it, light and dark."""
        if not self.wants(name):
            return
        for each in themes:
            theme.become(each)
            window.resize(*SIZE)
            wait_until(lambda: at_rest(window), f"{name} at rest")
            picture = with_few_colours(together(window, over))
            path = self._folder / f"{name}-{each.name}{self._ending}.png"
            writer = QImageWriter(str(path), b"png")
            writer.setCompression(100)
            if not writer.write(picture):
                raise SystemExit(f"{path} could not be written: {writer.errorString()}")
            print(path)


def together(window: MainWindow, over: QWidget | Alone | None) -> QImage:
    """The window, and a popup or dialog where it stands over it; or one part alone."""
    if isinstance(over, Alone):
        return over.widget.grab(over.area or over.widget.rect()).toImage()
    picture = window.grab()
    if over is not None:
        painter = QPainter(picture)
        shade = QColor(0, 0, 0, 60)
        if isinstance(over, QDialog) and not over.windowFlags() & Qt.WindowType.FramelessWindowHint:
            painter.fillRect(window.rect(), shade)
        corner = window.mapFromGlobal(over.mapToGlobal(over.rect().topLeft()))
        inside = window.rect().adjusted(0, 0, -over.width(), -over.height())
        corner = QPoint(max(0, min(corner.x(), inside.right())), max(0, min(corner.y(), inside.bottom())))
        painter.drawPixmap(corner, over.grab())
        painter.end()
    return picture.toImage()


def with_few_colours(image: QImage) -> QImage:
    """The image with at most 256 colours, a third of the size: the palette takes next what would be most wrong."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3]
    flat = pixels.reshape(-1, 3).astype(np.int64)
    codes, place, count = np.unique(
        flat[:, 0] + (flat[:, 1] << 8) + (flat[:, 2] << 16), return_inverse=True, return_counts=True
    )
    colours = np.stack([codes & 255, codes >> 8 & 255, codes >> 16], axis=1)
    palette = [int(count.argmax())]
    nearest = np.zeros(len(codes), np.uint8)
    wrong = ((colours - colours[palette[0]]) ** 2).sum(axis=1)
    while len(palette) < min(256, len(codes)):
        chosen = int((wrong * count).argmax())
        distance = ((colours - colours[chosen]) ** 2).sum(axis=1)
        nearest[distance < wrong] = len(palette)
        wrong = np.minimum(wrong, distance)
        palette.append(chosen)
    indexed = np.ascontiguousarray(nearest[place.reshape(pixels.shape[:2])])
    few = QImage(
        indexed.tobytes(), image.width(), image.height(), image.width(), QImage.Format.Format_Indexed8
    )
    few.setColorTable([0xFF000000 | int(code) for code in codes[palette]])
    return few.copy()


def wait_until(condition: Callable[[], object], what: str) -> None:
    """Lets the program work until `condition` holds; gives up after a minute."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        if deadline.hasExpired():
            raise SystemExit(f"Waited in vain for {what}.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def at_rest(window: MainWindow) -> bool:
    """Whether nothing is under way in the window: no motion, nothing that is to be painted anew."""
    QApplication.processEvents()
    moving = any(
        each.state() is QAbstractAnimation.State.Running for each in window.findChildren(QAbstractAnimation)
    )
    pending = any(each.isActive() and each.isSingleShot() for each in window.findChildren(QTimer))
    return not moving and not pending and not window.work_bar.isVisible()


@contextmanager
def running(
    folder: Path, keyring: MemoryKeyring, *, backend: bool
) -> Iterator[tuple[Program, MainWindow, FixedTheme]]:
    """The program in a data folder, with its backend or with one that does not start."""

    def library(settings: LibrarySettings, events: LibraryEvents) -> Library:
        argv = None if backend else NO_BACKEND
        return Library(replace(settings, embedded_argv=argv), events, open_keyring=lambda: keyring)

    QCursor.setPos(*NOWHERE)
    theme = FixedTheme(Theme.light())
    program = Program(folder, Settings(author=AUTHOR), sample=sample_study_bytes, library=library)
    try:
        window = MainWindow(program, theme, layout_settings(folder))
        window.resize(*SIZE)
        window.show()
        program.start()
        expected = Online if backend else Offline
        wait_until(
            lambda: program.status is not None and isinstance(program.status.sync, expected),
            "the backend" if backend else "the program to say that it is offline",
        )
        wait_until(lambda: any(each.file_name == SAMPLE_FILE for each in program.entries), "the sample study")
        yield program, window, theme
        window.close()
    finally:
        program.close()


def opened(program: Program, window: MainWindow, file_name: str) -> None:
    """Opens a study of the list anew, waits until it is shown, and selects a visit that says much."""
    known = next(each for each in program.entries if each.file_name == file_name)
    before = program.current
    program.open_study(known.id)
    wait_until(lambda: program.current is not None and program.current is not before, file_name)
    window.notices.clear()
    study = program.current
    assert study is not None
    assert study.projection is not None
    looping = {key for loop in study.projection.graph.loops for key in loop.body}
    visits = [each for each in study.projection.planned.times.values() if not each.instance.is_decision]
    chosen = max(
        reversed(visits),
        key=lambda each: (each.key in looping, each.window_open is not None, len(each.instance.activities)),
    )
    study.select(chosen.key)
    window.canvas.fit_selection()
    window.canvas.zoom_actual()
    for _ in range(ZOOMED_OUT):
        window.canvas.zoom_out()


def take_study(
    pictures: Pictures, window: MainWindow, theme: FixedTheme, program: Program, name: str, file_name: str
) -> None:
    """A study as graph over matrix, as graph, as matrix; the sample with its problems."""
    if name not in PLAIN:
        take_scenes(pictures, window, theme, program, name, file_name)
        return
    for view, action in VIEWS.items():
        window.actions_by_id[action].trigger()
        opened(program, window, file_name)
        pictures.take(window, theme, f"{name}-{view}")
    window.actions_by_id["view_split"].trigger()
    if name == SAMPLE:
        window.actions_by_id["show_problems"].trigger()
        opened(program, window, file_name)
        pictures.take(window, theme, f"{name}-problems")
        window.actions_by_id["show_problems"].trigger()
    take_scenes(pictures, window, theme, program, name, file_name)


def take_scenes(
    pictures: Pictures, window: MainWindow, theme: FixedTheme, program: Program, name: str, file_name: str
) -> None:
    """What else a study's pictures are to show; what the sample looks like in high contrast."""
    for scene, steps in SCENES.get(name, {}).items():
        if pictures.wants(f"{name}-{scene}"):
            opened(program, window, file_name)
            with played(steps, window, wait_until) as over:
                pictures.take(window, theme, f"{name}-{scene}", over)
    if name == SAMPLE and pictures.wants("sample-contrast"):
        opened(program, window, file_name)
        pictures.take(window, theme, "sample-contrast", themes=CONTRAST)


def opened_after(program: Program, before: OpenStudy | None) -> bool:
    """Whether another study is open than before."""
    return program.current is not None and program.current is not before


def take_all(
    folder: Path, given: Sequence[Path], ending: str, only: frozenset[str], language: str = ENGLISH
) -> None:
    """Every picture that `only` names, or all."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Maestro")
    use_language(application, language)
    apply_theme(application, Theme.light())
    folder.mkdir(parents=True, exist_ok=True)
    pictures = Pictures(folder, ending, only)
    keyring = MemoryKeyring()
    with tempfile.TemporaryDirectory(prefix="maestro-screenshots-") as place:
        data = Path(place)
        studies = {SAMPLE: SAMPLE_FILE}
        with running(data, keyring, backend=True) as (program, window, theme):
            for study in given:
                before = program.current
                studies[study.name.split("-")[0]] = study.name
                program.import_file(study)
                wait_until(partial(opened_after, program, before), study.name)
            for name, file_name in studies.items():
                take_study(pictures, window, theme, program, name, file_name)
            window.show_home()
            pictures.take(window, theme, "home")
        with running(data, keyring, backend=False) as (program, window, theme):
            pictures.take(window, theme, "home-offline")
            window.actions_by_id["view_split"].trigger()
            opened(program, window, SAMPLE_FILE)
            pictures.take(window, theme, f"{SAMPLE}-offline")


def main() -> None:
    """Takes the pictures at 100 %, and two of them at 200 % in a process of its own: the scale is set at start."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=main.__doc__)
    parser.add_argument("folder", metavar="OUT_FOLDER", type=Path)
    parser.add_argument(
        "--study",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a study to show beside the sample",
    )
    parser.add_argument("--only", metavar="NAME", action="append", default=[], help="only this picture")
    parser.add_argument(
        "--language", metavar="CODE", default=ENGLISH, help="such as de; ends the names as well"
    )
    parser.add_argument("--ending", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    ending = options.ending or ("" if options.language == ENGLISH else f"-{options.language}")
    take_all(options.folder, options.study, ending, frozenset(options.only), options.language)
    if not options.only and options.language == ENGLISH:
        command = [sys.executable, "-m", "tests.screenshots", str(options.folder), "--ending", "-200"]
        command += ["--only", "home", "--only", "sample-split"]
        subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)


if __name__ == "__main__":
    main()
