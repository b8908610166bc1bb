"""The main window: its frame, its one list of actions, and the pages, panes and parts in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QFileInfo, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.actions import ACTIONS, Menu
from services.trouble import Trouble
from study.language import QT_TRANSLATE_NOOP, translate
from ui.header import Header
from ui.home.page import HomePage
from ui.icons import icon
from ui.notices import Notices, WorkBar
from ui.parts import PARTS
from ui.parts.late import LATE, LateParts, Parts
from ui.status import StatusLine
from ui.style import apply_theme
from ui.theme import INSPECTOR_WIDTH, NAVIGATOR_WIDTH, SystemTheme, Theme
from ui.views import ARRANGEMENTS, DEFAULT, StudyViews

# What is imported here stands between a person and their window: the rest follows once it is on the screen.
if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from app.program import Program
    from ui.axis.pane import AxisPane
    from ui.canvas.view import ScheduleCanvas
    from ui.inspector.pane import InspectorPane
    from ui.matrix.pane import MatrixPane
    from ui.navigator.pane import NavigatorPane
    from ui.problems.pane import ProblemsPane

_LAYOUT_VERSION = 2
_MOST_DROPPED = 8  # files opened at once
_MOST_BEHIND = 1_000  # controls in panes that are not seen
_IN_HEADER = ("view_graph", "view_matrix", "view_axis", "view_split")
_NO_STUDY = QT_TRANSLATE_NOOP("window", "Open a study first")
_BELOW = 210
_LEAST_VIEWS = 600


@dataclass(frozen=True, slots=True)
class Pane:
    """A pane at the side of a study's views, which an action shows and hides; `is_open` at first."""

    dock: QDockWidget
    area: Qt.DockWidgetArea
    action: str
    is_open: bool


class MainWindow(QMainWindow):
    """One window of the program. It shows what `Program` has, and asks it for everything else.

    It comes in two steps: an empty Home at once, and with `attach` all that a study needs. `painted` tells that the
    first step is on the screen. What it can do lies in `ui.parts`; they use `on`, `add_pane`, and the signals:
    `study_changed(OpenStudy or None)`, `study_shown()` when its page has come up, `views_changed()`
    when other views of it are seen, `theme_changed(Theme)`.
    """

    painted = Signal()
    study_changed = Signal(object)
    study_shown = Signal()
    views_changed = Signal()
    theme_changed = Signal(object)
    another_wanted = Signal(object)  # a Link or Path to show in a further window, or None
    closed = Signal()

    # Made by `attach` and by the parts.
    program: Program
    canvas: ScheduleCanvas
    matrix: MatrixPane
    axis: AxisPane
    navigator: NavigatorPane
    inspector: InspectorPane
    problems: ProblemsPane
    late: LateParts

    def __init__(self, program: Program | None, theme: SystemTheme, layout: QSettings) -> None:
        """`program` None: it is made meanwhile, and attached then."""
        super().__init__()
        self.system_theme = theme
        self.theme = theme.theme
        self.layout_memory = layout
        self.study: OpenStudy | None = None
        self.panes: dict[str, Pane] = {}
        self.parts = Parts()
        self.may_close: list[Callable[[], bool]] = []
        self._is_painted = False
        self._has_menu_icons = False
        self.setObjectName("main")
        self.setWindowTitle("Maestro")
        self.setMinimumSize(760, 480)
        self.actions_by_id: dict[str, QAction] = {}
        self._make_actions()
        self._make_home(theme.theme)
        self.resize(1440, 900)
        kept = layout.value("geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)
        self.header.show_home()
        self.home.setFocus()
        if program is not None:
            self.attach(program)

    def attach(self, program: Program) -> None:
        """Adds the views of a study, and works with `program` from now on."""
        self.program = program
        self._make_views(self.theme)
        for name in ARRANGEMENTS:
            self.on(name, partial(self.show_views, name))
        self.on("reset_layout", self.reset_layout)
        program.study_opened.connect(self.set_study)
        program.study_opened_again.connect(self.show_study)
        program.work_changed.connect(self.work_bar.set_work)
        program.noticed.connect(self.notices.warn)
        program.told.connect(self.notices.tell)
        self.system_theme.changed.connect(self.set_theme)
        self.late = LateParts(self, self.parts)
        for module, name in PARTS:
            if name in LATE:
                self.late.wait(name, partial(self._make_part, module, name))
            else:
                self.parts[name] = self._make_part(module, name)
        self.set_study(None)
        self._restore_layout()
        self.late.idle()
        self.setAcceptDrops(True)

    def _make_part(self, module: str, name: str) -> object:
        return getattr(import_module(module), name)(self)

    # For the parts

    def on(self, action_id: str, call: Callable[[], object]) -> None:
        """Has an action do something. Raises KeyError where there is no such action."""
        self.actions_by_id[action_id].triggered.connect(lambda _checked=False: call())

    def add_pane(
        self,
        name: str,
        title: str,
        inside: QWidget,
        area: Qt.DockWidgetArea,
        action_id: str,
        *,
        is_open: bool = False,
    ) -> QDockWidget:
        """A pane at a side, shown and hidden by a checkable action; `is_open` before anybody chose.

        `title` is marked with QT_TRANSLATE_NOOP("panes", ...). Panes in one place become tabs. The left `area` is
        where reading begins: the right one from right to left.
        """
        from ui.pane_title import PaneTitle

        if name in self.panes:  # of a part that comes late: its place is kept
            dock = self.panes[name].dock
            empty = dock.widget()
            dock.setWidget(inside)
            inside.show()
            empty.deleteLater()
            return dock

        area = self._side(area)
        shown_title = translate("panes", title)
        dock = QDockWidget(shown_title, self)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        # The first side panes explain themselves: a bar with their name would only take room.
        beside = [pane.dock for pane in self.panes.values() if pane.area is area]
        plain = area is not Qt.DockWidgetArea.BottomDockWidgetArea and not beside
        if plain:
            dock.setTitleBarWidget(_no_title())
        else:
            bar = PaneTitle(shown_title, dock)
            bar.set_theme(self.theme)
            dock.setTitleBarWidget(bar)
            self.theme_changed.connect(bar.set_theme)
        dock.setWidget(inside)
        dock.hide()
        self.addDockWidget(area, dock)
        if beside:
            self.tabifyDockWidget(beside[-1], dock)
        self.panes[name] = Pane(dock, area, action_id, is_open)
        self.on(action_id, lambda: self._toggle(name))
        dock.visibilityChanged.connect(lambda _visible: self._refresh_toggles())
        return dock

    def show_pane(self, name: str) -> None:
        """Shows a pane in front of those that share its place, where a study is shown. Raises KeyError."""
        if not self.is_study_shown:
            return
        pane = self.panes[name]
        self.late.need(name)
        pane.dock.show()
        pane.dock.raise_()
        self.layout_memory.setValue(pane.action, True)

    @property
    def is_study_shown(self) -> bool:
        """Whether the page of a study is up."""
        return self.study is not None and self.pages.currentWidget() is self.views

    def select(self, address: str) -> None:
        """Selects what is at an address in all views."""
        if self.study is not None:
            self.study.select(address)

    def show_timeline(self, timeline_id: str) -> None:
        """Shows and selects a timeline."""
        if self.study is not None:
            self.study.show_timeline(timeline_id)
            self.study.select(timeline_id)

    # Building

    def _make_actions(self) -> None:
        for each in ACTIONS:
            made = QAction(each.title, self)
            made.setObjectName(each.id)
            made.setCheckable(each.checkable)
            made.setToolTip(each.hint)
            made.setStatusTip(each.hint)
            made.setShortcuts([QKeySequence(keys) for keys in each.shortcuts])
            self.addAction(made)
            self.actions_by_id[each.id] = made
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._set_menu_icons)
        for menu in Menu:
            listed = [each for each in ACTIONS if each.menu is menu]
            if not listed:
                continue
            part = self._menu.addMenu(menu.heading)
            for each in listed:
                if each.starts_group:
                    part.addSeparator()
                part.addAction(self.actions_by_id[each.id])

    def _make_home(self, theme: Theme) -> None:
        self.header = Header(theme, self._menu, [self.actions_by_id[name] for name in _IN_HEADER])
        self.setMenuWidget(self.header)
        open_menu = QAction(self)
        open_menu.setShortcut(QKeySequence("F10"))
        open_menu.triggered.connect(self.header.menu_button.showMenu)
        self.addAction(open_menu)

        self.home = HomePage(theme=theme, own_shortcut=False)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.home)
        self.pages.setMinimumWidth(_LEAST_VIEWS)  # panes at the sides give way first
        self.notices = Notices(theme)
        self.work_bar = WorkBar(self._cancel_work)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.work_bar)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(central)
        self.status = StatusLine(theme)
        self.setStatusBar(self.status)

    def _make_views(self, theme: Theme) -> None:
        from ui.axis.pane import AxisPane
        from ui.canvas.view import ScheduleCanvas
        from ui.matrix.pane import MatrixPane

        self.canvas = ScheduleCanvas(theme)
        self.matrix = MatrixPane(theme=theme)
        self.axis = AxisPane(theme=theme)
        self.views = StudyViews({"graph": self.canvas, "axis": self.axis, "matrix": self.matrix})
        self.pages.addWidget(self.views)
        # Side panes run the whole height; others stand below the views.
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Everything in another theme."""
        self.theme = theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, theme)
        for part in (self.header, self.home, self.canvas, self.matrix, self.axis):
            part.set_theme(theme)
        self.status.set_theme(theme)
        self.notices.set_theme(theme)
        self.theme_changed.emit(theme)
        self._set_icons()

    def _set_icons(self) -> None:
        """Pictures for the actions in the header now, and for the menu's when it is opened first."""
        self._has_menu_icons = False
        self._draw_icons(_IN_HEADER)

    def _set_menu_icons(self) -> None:
        if not self._has_menu_icons:
            self._has_menu_icons = True
            self._draw_icons(tuple(self.actions_by_id))

    def _draw_icons(self, names: tuple[str, ...]) -> None:
        for each in ACTIONS:
            if each.icon and each.id in names:
                self.actions_by_id[each.id].setIcon(icon(each.icon, self.theme.text_2, self.theme.text_3))

    def show_home(self) -> None:
        """Shows the list of studies; an open study stays open."""
        self.program.leaving.emit()
        self.pages.setCurrentWidget(self.home)
        self.header.show_home()
        self.status.set_findings(None)
        self.status.set_selection("")
        for pane in self.panes.values():
            pane.dock.hide()
        self.home.setFocus()
        self.program.list_studies()

    def close_study(self) -> None:
        """Closes the study and shows Home."""
        self.program.close_study()
        self.set_study(None)

    def open_path(self, path: Path) -> None:
        """Opens a file as a working copy."""
        self.layout_memory.setValue("folder", str(path.parent))
        self.program.open_file(path)

    def show_views(self, name: str) -> None:
        """Graph, matrix or both: an arrangement of `ui.views`. Raises KeyError."""
        self.views.arrange(name)
        for each in ARRANGEMENTS:
            self.actions_by_id[each].setChecked(each == name)
        self.layout_memory.setValue("views", name)
        self.views_changed.emit()
        if self.study is not None and not self.is_study_shown:
            self.show_study()

    def set_study(self, study: OpenStudy | None) -> None:
        """Shows a study, or Home without one."""
        if self.study is not None:
            self.study.deleteLater()
        self.study = study
        for each in ACTIONS:
            if each.needs_study:
                action = self.actions_by_id[each.id]
                action.setEnabled(study is not None)
                action.setToolTip(each.hint if study is not None else translate("window", _NO_STUDY))
        titled = translate("window", "{study} – Maestro")
        self.setWindowTitle(titled.format(study=study.title) if study is not None else "Maestro")
        if study is not None:
            self.notices.clear()
        self.study_changed.emit(study)
        if study is None:
            self.show_home()
        else:
            self.show_study()

    def show_study(self) -> None:
        """Shows the page of the open study; nothing without one."""
        if self.study is None:
            return
        self.pages.setCurrentWidget(self.views)
        for name, pane in self.panes.items():
            wanted = self.layout_memory.value(pane.action, pane.is_open, bool) is True
            if wanted:
                self.late.need(name)
            pane.dock.setVisible(wanted)
        self._tend_tab_bars()
        self.study_shown.emit()

    def _toggle(self, name: str) -> None:
        pane = self.panes[name]
        if not self.is_study_shown:
            self._refresh_toggles()
            return
        self.late.need(name)
        pane.dock.setVisible(pane.dock.isHidden())
        if not pane.dock.isHidden():
            pane.dock.raise_()
        self.layout_memory.setValue(pane.action, not pane.dock.isHidden())

    def _refresh_toggles(self) -> None:
        if not isValid(self):
            return  # docks tell that they are hidden as the window around them is taken down
        for pane in self.panes.values():
            self.actions_by_id[pane.action].setChecked(not pane.dock.isHidden())
        QTimer.singleShot(0, self, self._tend_tab_bars)  # once Qt has made them anew

    def _cancel_work(self) -> None:
        self.program.cancel()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes past panes that stand behind another's tab: to Qt they are on the screen."""
        for _ in range(_MOST_BEHIND):
            if not super().focusNextPrevChild(forward):
                return False
            here = self.focusWidget()
            docks = [pane.dock for pane in self.panes.values()]
            behind = [dock for dock in docks if not self.rect().intersects(dock.geometry())]
            if not any(dock.isAncestorOf(here) for dock in behind):
                return True
        return True

    # Files dropped anywhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere in the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the files that are dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_dropped(paths)

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Opens the first file here and others in windows of their own; a folder is told, and nothing of it opened."""
        folders = [path for path in paths if QFileInfo(path).isDir()]
        dropped = [path for path in paths if path not in folders]
        if folders:
            self.notices.warn(
                Trouble(
                    translate("files", "“{name}” is a folder, not a study.").format(name=folders[0].name),
                    advice=translate("files", "Drop the files that are in it."),
                )
            )
        if len(dropped) > _MOST_DROPPED:
            self.notices.tell(
                translate(
                    "files", "The first {number} files are opened, each in a window of its own."
                ).format(number=_MOST_DROPPED)
            )
        if dropped:
            self.open_path(dropped[0])
        for path in dropped[1:_MOST_DROPPED]:
            self.another_wanted.emit(path)

    # Layout

    def reset_layout(self) -> None:
        """All panes where they were at first."""
        for name in ("geometry", "state", "split", "views", *(pane.action for pane in self.panes.values())):
            self.layout_memory.remove(name)
        self._default_layout()
        self.show_views(DEFAULT)
        if self.is_study_shown:
            self.show_study()

    def _side(self, area: Qt.DockWidgetArea) -> Qt.DockWidgetArea:
        """Where an area lies in this language: Qt turns everything from right to left but docks."""
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return area
        return {left: right, right: left}.get(area, area)

    def _layout_version(self) -> int:
        """A layout is of use again in a language of the same direction."""
        return 2 * _LAYOUT_VERSION + (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)

    def _default_layout(self) -> None:
        first: dict[Qt.DockWidgetArea, QDockWidget] = {}
        for pane in self.panes.values():
            self.addDockWidget(pane.area, pane.dock)
            if pane.area in first:
                self.tabifyDockWidget(first[pane.area], pane.dock)
            first.setdefault(pane.area, pane.dock)
        sides = {
            self._side(Qt.DockWidgetArea.LeftDockWidgetArea): (NAVIGATOR_WIDTH, Qt.Orientation.Horizontal),
            self._side(Qt.DockWidgetArea.RightDockWidgetArea): (INSPECTOR_WIDTH, Qt.Orientation.Horizontal),
            Qt.DockWidgetArea.BottomDockWidgetArea: (_BELOW, Qt.Orientation.Vertical),
        }
        for area, (size, direction) in sides.items():
            if area in first:
                self.resizeDocks([first[area]], [size], direction)
        self.views.reset()
        self._tend_tab_bars()

    def _tend_tab_bars(self) -> None:
        """Names the bars of tabs, and puts those away that Qt keeps unused: over the header, and in the way of Tab."""
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            names = [bar.tabText(place) for place in range(bar.count())]
            is_used = len(names) > 1
            bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_used else Qt.FocusPolicy.NoFocus)
            bar.setAccessibleName(translate("panes", "Panes: {names}").format(names=", ".join(names)))
            if not names:
                bar.move(-2 * bar.width(), -2 * bar.height())

    def _restore_layout(self) -> None:
        self._default_layout()
        for name, restore in (
            ("state", lambda kept: self.restoreState(kept, self._layout_version())),
            ("split", self.views.restoreState),
        ):
            kept = self.layout_memory.value(name)
            if isinstance(kept, QByteArray):
                restore(kept)
        views = str(self.layout_memory.value("views", DEFAULT))
        self.show_views(views if views in ARRANGEMENTS else DEFAULT)
        self.show_home()
        self._set_icons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells of the first time, once all of it is painted."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers the layout. A part that still has work to do, of those in `may_close`, keeps it open."""
        if not all(may() for may in self.may_close):
            event.ignore()
            return
        self.status.stop()
        if not self.panes:
            super().closeEvent(event)
            self.closed.emit()
            return
        self.layout_memory.setValue("geometry", self.saveGeometry())
        self.layout_memory.setValue("state", self.saveState(self._layout_version()))
        self.layout_memory.setValue("split", self.views.saveState())
        self.layout_memory.sync()
        super().closeEvent(event)
        self.closed.emit()


def _no_title() -> QWidget:
    bare = QWidget()
    bare.setFixedHeight(0)
    return bare
