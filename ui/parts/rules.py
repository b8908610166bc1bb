"""Rules in the window: the list of all conditions, the builder, and what Problems and the inspector say of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from study.apply import Changed
from study.commands.command import Command
from study.commands.rules_set import ClearRule
from study.language import QT_TRANSLATE_NOOP, translate
from study.rules.place import place_at
from study.rules.standing import next_open, rule_findings, standings
from ui.accessible import announce
from ui.canvas.view import ScheduleCanvas
from ui.canvas.wishes import Spot
from ui.graph.menu import Entry
from ui.rules.dialog import RuleDialog
from ui.rules.pane import RulesPane
from ui.rules.subject import first_of, has_rule, subject_at

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from study.findings import Finding
    from ui.main_window import MainWindow

_REST_MS = 80  # after an edit: what was edited is painted first


class RulesPart:
    """Opens the builder, carries out what it says, and keeps the list and the findings in step with the study."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._is_stale = True
        self.dialog: RuleDialog | None = None
        self.pane = RulesPane(theme=window.theme)
        self._dock = window.add_pane(
            "rules",
            QT_TRANSLATE_NOOP("panes", "Conditions"),
            self.pane,
            Qt.DockWidgetArea.BottomDockWidgetArea,
            "show_rules",
        )
        self._dock.visibilityChanged.connect(self._seen)
        self._later = QTimer(self.pane)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh)
        self.pane.chosen.connect(window.select)
        self.pane.opened.connect(self.open)
        self.pane.through.connect(self.go_through)
        self.pane.cleared.connect(self._clear)
        window.on("edit_rule", self.open_selected)
        window.on("next_rule", self.go_through)
        window.inspector.rule_wanted.connect(self.open)
        editing = window.parts.get("CanvasEditing")
        entries = getattr(editing, "entries", None)
        if entries is not None:
            entries.append(self._entries)
        window.study_changed.connect(self._set_study)
        window.theme_changed.connect(self.pane.set_theme)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        if study is None:
            self._later.stop()
            self.pane.set_standings(None)
            return
        study.content_changed.connect(self._edited)
        study.selection_changed.connect(self._light)
        self._refresh()

    def _edited(self, _changed: Changed) -> None:
        self._later.start(_REST_MS)

    def _seen(self, is_visible: bool) -> None:
        if is_visible and self._is_stale:
            self._list()

    def _refresh(self) -> None:
        study = self._window.study
        if study is None:
            return
        study.also_found(rule_findings(study.document, study.annexe))
        self._is_stale = True
        if self._dock.isVisible():
            self._list()

    def _list(self) -> None:
        study = self._window.study
        self._is_stale = False
        self.pane.set_standings(None if study is None else standings(study.document, study.annexe))
        if study is not None:
            self._light(study.selection)

    def _light(self, address: str) -> None:
        """What is selected, or the first condition of it."""
        study = self._window.study
        if study is not None and address and self._dock.isVisible():
            self.pane.light(first_of(study.document, study.annexe, address))

    # The builder

    def open_selected(self) -> None:
        """The rule of what is selected: a condition, or the first way of a decision that has none."""
        study = self._window.study
        if study is None:
            return
        if not self.open(study.selection):
            self._tell(
                translate(
                    "rules", "Select a decision, a condition, a footnote, a timeline or a transition first."
                )
            )

    def open(self, address: str) -> bool:
        """Open the builder for a text, or for a decision; whether there is a rule to say."""
        study = self._window.study
        if study is None:
            return False
        place = first_of(study.document, study.annexe, address) if address else ""
        if not place:
            return False
        while place:
            place = self._build(study, place)
        return True

    def _build(self, study: OpenStudy, address: str) -> str:
        """One rule; the address of the next where a person goes on, else ""."""
        subject = subject_at(study.document, study.annexe, address)
        if subject is None:
            return ""
        if study.editor.locked:
            self._tell(study.editor.locked)
            return ""
        self._window.select(address)
        found = standings(study.document, study.annexe)
        waits = bool(next_open(found, address))
        dialog = RuleDialog(subject, self._window.theme, study.editor.why_not, self._window, next_one=waits)
        self.dialog = dialog
        self._window.theme_changed.connect(dialog.set_theme)
        dialog.exec()
        self._window.theme_changed.disconnect(dialog.set_theme)
        self.dialog = None
        dialog.deleteLater()
        if dialog.chosen is None:
            return ""
        done = self._do(dialog.chosen)
        if not done or not dialog.goes_on:
            return ""
        return next_open(standings(study.document, study.annexe), address)

    def go_through(self) -> None:
        """The next condition whose rule is offered, or needs a look, behind the one that is selected."""
        study = self._window.study
        if study is None:
            return
        found = next_open(standings(study.document, study.annexe), study.selection)
        waiting = found or (study.selection if place_at(study.document, study.selection) else "")
        if not found:
            self._tell(
                translate("rules", "No condition waits: none is offered a rule, and none needs a look.")
            )
            return
        self.open(waiting)

    def _clear(self, address: str) -> None:
        self._do(ClearRule(address))

    def _do(self, command: Command) -> bool:
        study = self._window.study
        done = study.editor.do(command) if study is not None else None
        if done is not None:
            announce(self._window, done.title)
        return done is not None

    def _tell(self, sentence: str) -> None:
        self._window.status.set_selection(sentence)
        announce(self._window, sentence)

    # From elsewhere

    def _entries(self, _canvas: ScheduleCanvas, spot: Spot) -> list[Entry]:
        """What the graph's menu says of rules: of the condition on a way, or of a decision."""
        study = self._window.study
        if study is None:
            return []
        at = spot.way.entity if spot.way is not None and spot.way.entity else spot.address
        place = first_of(study.document, study.annexe, at) if at else ""
        if not place:
            return []
        words = (
            translate("rules", "Edit the rule…")
            if has_rule(study.annexe, place)
            else translate("rules", "Say a rule…")
        )
        return [Entry(words, lambda: self.open(place), study.editor.locked, "circle-check", "Ctrl+Shift+K")]

    def mending(self, finding: Finding) -> str:
        """The words of the button beside a finding about rules; "" for other findings."""
        if not finding.rule.startswith(("MAESTRO-RULE", "MAESTRO-DECISION-ASKS")):
            return ""
        if finding.rule == "MAESTRO-DECISION-ASKS":
            return translate("rules", "Say a rule…")
        return translate("rules", "Open the rule…")
