"""The main window: Home or a study's views, with one selection and one list of actions for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFileDialog,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.actions import ACTIONS, Menu, action
from ui.header import Header
from ui.home.page import HomePage
from ui.icons import icon
from ui.notices import Notices, WorkBar
from ui.status import StatusLine, as_of_words
from ui.style import apply_theme
from ui.theme import INSPECTOR_WIDTH, NAVIGATOR_WIDTH, SystemTheme, Theme

# What is imported here stands between a person and their window: the rest follows once it is on the screen.
if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from app.program import Program
    from services.library_entries import LibraryStatus, StudyEntry
    from study.findings import Finding

_LAYOUT_VERSION = 1
_VIEWS = ("view_graph", "view_matrix", "view_split")
_NO_STUDY = "Open a study first"


class MainWindow(QMainWindow):
    """One window of the program. It shows what `Program` has, and asks it for everything else.

    It comes in two steps: an empty Home at once, and with `attach` all that a study needs. `painted` tells that the
    first step is on the screen.
    """

    painted = Signal()

    def __init__(self, program: Program | None, theme: SystemTheme, layout: QSettings) -> None:
        """`program` None: it is made meanwhile, and attached then."""
        super().__init__()
        self._system_theme = theme
        self._theme = theme.theme
        self._layout = layout
        self._study: OpenStudy | None = None
        self._docks: list[QDockWidget] = []
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
        self._make_views(self._system_theme.theme)
        self._wire_actions()
        self._connect()
        self._set_study(None)
        self._restore_layout()
        self.setAcceptDrops(True)

    # Building

    def _make_actions(self) -> None:
        for each in ACTIONS:
            made = QAction(each.text, self)
            made.setObjectName(each.id)
            made.setCheckable(each.checkable)
            made.setToolTip(each.tip)
            made.setStatusTip(each.tip)
            if each.shortcut:
                keys = [QKeySequence(each.shortcut)]
                if each.id == "zoom_in":
                    keys.append(QKeySequence("Ctrl+="))
                made.setShortcuts(keys)
            self.addAction(made)
            self.actions_by_id[each.id] = made
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._set_menu_icons)
        for menu in Menu:
            part = self._menu.addMenu(menu.value)
            for each in ACTIONS:
                if each.menu is menu:
                    if each.starts_group:
                        part.addSeparator()
                    part.addAction(self.actions_by_id[each.id])

    def _wire_actions(self) -> None:
        act: dict[str, Callable[[], object]] = {
            "home": self.show_home,
            "open": self._pick_to_open,
            "import": self._pick_to_import,
            "export_usdm": lambda: self._export("usdm"),
            "export_soa": lambda: self._export("soa"),
            "export_graph": lambda: self._export("graph"),
            "close_study": self.close_study,
            "quit": self.close,
            "view_graph": lambda: self.show_views("view_graph"),
            "view_matrix": lambda: self.show_views("view_matrix"),
            "view_split": lambda: self.show_views("view_split"),
            "fit": self.canvas.fit_all,
            "fit_selection": self.canvas.fit_selection,
            "zoom_in": self.canvas.zoom_in,
            "zoom_out": self.canvas.zoom_out,
            "main_timeline": self._show_main_timeline,
            "show_navigator": lambda: self._toggle(self.navigator_dock, "show_navigator"),
            "show_inspector": lambda: self._toggle(self.inspector_dock, "show_inspector"),
            "show_problems": lambda: self._toggle(self.problems_dock, "show_problems"),
            "reset_layout": self.reset_layout,
            "refresh": self.program.refresh,
            "backend": self._choose_backend,
            "passphrase": self._ask_passphrase,
            "sample": self.program.open_sample,
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
        }
        for identifier, call in act.items():
            self.actions_by_id[identifier].triggered.connect(lambda _checked=False, call=call: call())

    def _make_home(self, theme: Theme) -> None:
        self.header = Header(theme, self._menu, [self.actions_by_id[name] for name in _VIEWS])
        self.setMenuWidget(self.header)
        open_menu = QAction(self)
        open_menu.setShortcut(QKeySequence("F10"))
        open_menu.triggered.connect(self.header.menu_button.showMenu)
        self.addAction(open_menu)

        self.home = HomePage(theme=theme, own_shortcut=False)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.home)
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
        from ui.canvas.view import ScheduleCanvas
        from ui.inspector.pane import InspectorPane
        from ui.matrix.pane import MatrixPane
        from ui.navigator.pane import NavigatorPane
        from ui.problems.pane import ProblemsPane

        self.canvas = ScheduleCanvas(theme)
        self.matrix = MatrixPane(theme=theme)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setObjectName("split")
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.canvas)
        self.split.addWidget(self.matrix)
        self.pages.addWidget(self.split)
        self.navigator = NavigatorPane(theme=theme)
        self.inspector = InspectorPane(theme=theme)
        self.problems = ProblemsPane(theme=theme)
        self.navigator_dock = self._dock("Navigator", self.navigator, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.inspector_dock = self._dock("Inspector", self.inspector, Qt.DockWidgetArea.RightDockWidgetArea)
        self.problems_dock = self._dock("Problems", self.problems, Qt.DockWidgetArea.BottomDockWidgetArea)
        # Side panes run the whole height; problems stand below the views.
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)

    def _dock(self, title: str, inside: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        from ui.pane_title import PaneTitle

        dock = QDockWidget(title, self)
        dock.setObjectName(title.lower())
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        # Side panes explain themselves: a bar with their name would only take room.
        below = area is Qt.DockWidgetArea.BottomDockWidgetArea
        dock.setTitleBarWidget(PaneTitle(title, dock) if below else _no_title())
        dock.setWidget(inside)
        dock.hide()
        self.addDockWidget(area, dock)
        self._docks.append(dock)
        dock.visibilityChanged.connect(lambda _visible: self._refresh_toggles())
        return dock

    def _connect(self) -> None:
        program = self.program
        program.entries_changed.connect(self._show_entries)
        program.status_changed.connect(self._show_status)
        program.study_opened.connect(self._set_study)
        program.study_updated.connect(self._offer_newer)
        program.work_changed.connect(self.work_bar.set_work)
        program.noticed.connect(self.notices.warn)
        program.told.connect(self.notices.tell)
        self.home.open_entry.connect(program.open_study)
        self.home.open_file.connect(lambda path: self.open_path(Path(path)))
        self.home.import_file.connect(lambda path: program.import_file(Path(path)))
        self.home.dropped.connect(lambda path: self.open_path(Path(path)))
        self.header.main_timeline.connect(self._show_main_timeline)
        for view in (self.canvas, self.matrix, self.navigator):
            view.selected.connect(self._select)
        self.canvas.activated.connect(self._activate)
        self.matrix.open_timeline.connect(self._show_timeline)
        self.navigator.open_timeline.connect(self._show_timeline)
        self.inspector.link_activated.connect(self._select)
        self.problems.activated.connect(self._go_to)
        self.status.problems.connect(self.actions_by_id["show_problems"].trigger)
        self._system_theme.changed.connect(self.set_theme)

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Everything in another theme."""
        from ui.pane_title import PaneTitle

        self._theme = theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, theme)
        for part in (self.header, self.home, self.canvas, self.matrix, self.navigator, self.inspector):
            part.set_theme(theme)
        self.problems.set_theme(theme)
        title = self.problems_dock.titleBarWidget()
        if isinstance(title, PaneTitle):
            title.set_theme(theme)
        self.status.set_theme(theme)
        self.notices.set_theme(theme)
        self._set_icons()

    def _set_icons(self) -> None:
        """Pictures for the actions in the header now, and for the menu's when it is opened first."""
        self._has_menu_icons = False
        self._draw_icons(_VIEWS)

    def _set_menu_icons(self) -> None:
        if not self._has_menu_icons:
            self._has_menu_icons = True
            self._draw_icons(tuple(self.actions_by_id))

    def _draw_icons(self, names: tuple[str, ...]) -> None:
        for each in ACTIONS:
            if each.icon and each.id in names:
                self.actions_by_id[each.id].setIcon(icon(each.icon, self._theme.text_2, self._theme.text_3))

    def show_home(self) -> None:
        """Shows the list of studies; an open study stays open."""
        self.pages.setCurrentWidget(self.home)
        self.header.show_home()
        self.status.set_findings(None)
        self.status.set_selection("")
        for dock in self._docks:
            dock.hide()
        self.home.setFocus()
        self.program.list_studies()

    def close_study(self) -> None:
        """Closes the study and shows Home."""
        self.program.close_study()
        self._set_study(None)

    def open_path(self, path: Path) -> None:
        """Opens a file as a working copy."""
        self._layout.setValue("folder", str(path.parent))
        self.program.open_file(path)

    def show_views(self, name: str) -> None:
        """Graph, matrix or both."""
        self.actions_by_id[name].setChecked(True)
        self.canvas.setVisible(name != "view_matrix")
        self.matrix.setVisible(name != "view_graph")
        self._layout.setValue("views", name)
        if self._study is not None and self.pages.currentWidget() is not self.split:
            self._show_study()

    def _set_study(self, study: OpenStudy | None) -> None:
        if self._study is not None:
            self._study.deleteLater()
        self._study = study
        for each in ACTIONS:
            if each.needs_study:
                action = self.actions_by_id[each.id]
                action.setEnabled(study is not None)
                action.setToolTip(each.tip if study is not None else _NO_STUDY)
        self.setWindowTitle(f"{study.title} – Maestro" if study is not None else "Maestro")
        if study is None:
            self.canvas.set_schedule(None)
            self.matrix.set_schedule(None)
            self.navigator.set_document(None)
            self.inspector.set_document(None)
            self.problems.set_findings(None)
            self.show_home()
            return
        study.timeline_changed.connect(self._show_projection)
        study.selection_changed.connect(self._show_selection)
        study.entry_changed.connect(self._show_place)
        self.notices.clear()
        self.inspector.set_document(study.document)
        self.canvas.set_findings(study.findings_by_entity)
        self.problems.set_findings(study.findings, self._title_of)
        self._show_projection()
        self._show_selection(study.selection)
        self._show_study()

    def _show_study(self) -> None:
        self.pages.setCurrentWidget(self.split)
        self._show_place()
        for name, dock in (("navigator", self.navigator_dock), ("inspector", self.inspector_dock)):
            dock.setVisible(self._layout.value(f"show_{name}", True, bool) is True)
        self.problems_dock.setVisible(self._layout.value("show_problems", False, bool) is True)
        if self._study is not None:
            self.status.set_findings(len(self._study.findings))
            self._tell_selection(self._study.selection)
        (self.matrix if self.canvas.isHidden() else self.canvas).setFocus()

    def _show_projection(self) -> None:
        study = self._study
        projection = study.projection if study else None
        if study is None or projection is None:
            self.canvas.set_schedule(None)
            self.matrix.set_schedule(None)
            self.navigator.set_document(study.document if study else None)
            return
        footnotes = {column.key: column.footnotes for column in projection.soa.columns if column.footnotes}
        self.canvas.set_schedule(projection.graph, projection.planned, projection.design, footnotes=footnotes)
        epochs = [epoch.id for epoch in projection.design.epochs if epoch.id]
        self.matrix.set_schedule(projection.soa, epochs)
        self.navigator.set_document(study.document, projection.design)
        self.navigator.set_timeline(projection.timeline.id or "")
        self.inspector.set_schedules([projection.soa])
        self._show_place()

    def _show_place(self) -> None:
        study = self._study
        if study is None or self.pages.currentWidget() is not self.split:
            return
        projection = study.projection
        entry = study.entry
        if entry.source is not None:
            revision, subtitle = "", f"Working copy of {entry.source.name}"
        else:
            revision = f"Revision {entry.revision}" if entry.revision else ""
            subtitle = entry.title if entry.title != study.title else study.document.study.description
        self.header.show_study(
            study.title,
            subtitle,
            projection.timeline.title if projection else "No schedule",
            revision,
            is_main=projection is None or projection.timeline == projection.design.main_timeline,
        )

    def _show_selection(self, address: str) -> None:
        for view in (self.canvas, self.matrix, self.navigator, self.inspector, self.problems):
            view.set_selection(address)
        self._tell_selection(address)

    def _tell_selection(self, address: str) -> None:
        study = self._study
        words = ""
        if study is not None and address:
            words = self._title_of(address)
            from study.wording import when_text

            planned = study.projection.planned.times.get(address) if study.projection else None
            when = when_text(planned) if planned is not None else ""
            words = f"{words} · {when}" if when else words
        self.status.set_selection(words)

    def _title_of(self, address: str) -> str:
        entity = self._study.entity(address) if self._study is not None else None
        return entity.title if entity is not None else ""

    def _show_entries(self, entries: list[StudyEntry]) -> None:
        from services.sync import Online
        from ui.home.library_rows import home_entry

        offline = self.program.status is not None and not isinstance(self.program.status.sync, Online)
        self.home.set_entries([home_entry(entry, offline=offline) for entry in entries])

    def _show_status(self, status: LibraryStatus) -> None:
        from services.sync import Offline, Online

        self.status.set_status(status)
        self._show_entries(self.program.entries)
        if isinstance(status.sync, Offline):
            as_of = status.sync.as_of
            never = ": the backend has not been reached yet"
            when = f", as of {as_of_words(as_of, datetime.now(UTC))}" if as_of else never
            self.home.set_offline(as_of, f"Offline{when}. Showing what is on this computer.")
            self._set_can_import("The backend cannot be reached. Open the file instead: it is kept here.")
        elif isinstance(status.sync, Online):
            self.home.set_offline(None)
            self._set_can_import("")
        # While it is being tried again, nothing has changed yet.

    def _set_can_import(self, why_not: str) -> None:
        self.home.set_can_import(why_not)
        importing = self.actions_by_id["import"]
        importing.setEnabled(not why_not)
        importing.setToolTip(why_not or action("import").tip)

    def _offer_newer(self, entry: StudyEntry) -> None:
        self.notices.offer(
            f"Revision {entry.revision} of {entry.title} has arrived. You are reading the one before.",
            "Show it",
            lambda: self.program.open_study(entry.id),
        )

    # What people do

    def _cancel_work(self) -> None:
        self.program.cancel()

    def _select(self, address: str) -> None:
        if self._study is not None:
            self._study.select(address)

    def _activate(self, address: str) -> None:
        if self._study is not None and not self._study.show_timeline(address):
            self._study.select(address)

    def _show_timeline(self, timeline_id: str) -> None:
        if self._study is not None:
            self._study.show_timeline(timeline_id)
            self._study.select(timeline_id)

    def _show_main_timeline(self) -> None:
        if self._study is not None:
            self._study.show_main_timeline()

    def _go_to(self, finding: Finding) -> None:
        if self._study is not None:
            self._study.go_to(finding)

    def _toggle(self, dock: QDockWidget, name: str) -> None:
        if self._study is None or self.pages.currentWidget() is not self.split:
            self._refresh_toggles()
            return
        dock.setVisible(dock.isHidden())
        self._layout.setValue(name, not dock.isHidden())

    def _refresh_toggles(self) -> None:
        for name, dock in (
            ("show_navigator", self.navigator_dock),
            ("show_inspector", self.inspector_dock),
            ("show_problems", self.problems_dock),
        ):
            self.actions_by_id[name].setChecked(not dock.isHidden())

    def _pick_to_open(self) -> None:
        if path := self._pick("Open a study"):
            self.open_path(path)

    def _pick_to_import(self) -> None:
        if path := self._pick("Import a study"):
            self._layout.setValue("folder", str(path.parent))
            self.program.import_file(path)

    def _pick(self, title: str) -> Path | None:
        folder = str(self._layout.value("folder", ""))
        name, _ = QFileDialog.getOpenFileName(self, title, folder, "USDM studies (*.json);;All files (*)")
        return Path(name) if name else None

    def _export(self, view: str) -> None:
        from ui.exports import export

        if self._study is not None:
            folder = Path(str(self._layout.value("folder", "")))
            export(view, self._study, self.program, self._system_theme.theme, folder, self)

    def _choose_backend(self) -> None:
        from ui.dialogs import BackendDialog

        dialog = BackendDialog(self.program.settings, self)
        if dialog.exec():
            self.close_study()
            self.program.use_backend(dialog.settings, dialog.token.text() or None)

    def _ask_passphrase(self) -> None:
        from services.passphrase import is_set
        from ui.dialogs import PassphraseDialog

        dialog = PassphraseDialog(self, is_set=is_set(self.program.folder))
        if dialog.exec():
            self.program.use_passphrase(dialog.text.text())

    def _show_shortcuts(self) -> None:
        from ui.dialogs import ShortcutsDialog

        ShortcutsDialog(self).exec()

    def _show_about(self) -> None:
        from ui.dialogs import AboutDialog

        AboutDialog(self).exec()

    # Files dropped anywhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere in the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the first file that is dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.open_path(Path(url.toLocalFile()))
                return

    # Layout

    def reset_layout(self) -> None:
        """All panes where they were at first."""
        for name in (
            "geometry",
            "state",
            "split",
            "views",
            "show_navigator",
            "show_inspector",
            "show_problems",
        ):
            self._layout.remove(name)
        self._default_layout()
        self.show_views("view_split")
        if self._study is not None and self.pages.currentWidget() is self.split:
            self._show_study()

    def _default_layout(self) -> None:
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.navigator_dock)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.inspector_dock)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.problems_dock)
        self.resizeDocks(
            [self.navigator_dock, self.inspector_dock],
            [NAVIGATOR_WIDTH, INSPECTOR_WIDTH],
            Qt.Orientation.Horizontal,
        )
        self.resizeDocks([self.problems_dock], [180], Qt.Orientation.Vertical)
        self.split.setSizes([390, 500])

    def _restore_layout(self) -> None:
        self._default_layout()
        for name, restore in (
            ("state", lambda kept: self.restoreState(kept, _LAYOUT_VERSION)),
            ("split", self.split.restoreState),
        ):
            kept = self._layout.value(name)
            if isinstance(kept, QByteArray):
                restore(kept)
        views = str(self._layout.value("views", "view_split"))
        self.show_views(views if views in _VIEWS else "view_split")
        self.show_home()
        self._set_icons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells of the first time, once all of it is painted."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers the layout."""
        self.status.stop()
        if not self._docks:
            super().closeEvent(event)
            return
        self._layout.setValue("geometry", self.saveGeometry())
        self._layout.setValue("state", self.saveState(_LAYOUT_VERSION))
        self._layout.setValue("split", self.split.saveState())
        self._layout.sync()
        super().closeEvent(event)


def _no_title() -> QWidget:
    bare = QWidget()
    bare.setFixedHeight(0)
    return bare
