"""Mending: the button in Problems that does what a finding asks for, where a command can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from study.findings import Finding

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow
    from ui.parts.rules import RulesPart

_OF_RULES = ("MAESTRO-RULE", "MAESTRO-DECISION-ASKS")


class Mend:
    """Tells Problems what can be mended of the study that is open, and does it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.problems.mend_wanted.connect(self._mend)
        window.study_changed.connect(self._set_study)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        self._window.problems.set_mending(self._words if study is not None else None)

    def _words(self, finding: Finding) -> str:
        from study.mending import mending_of

        study = self._window.study
        if study is None or study.editor.locked:
            return ""
        rules = self._rules(finding)
        if rules is not None and (words := rules.mending(finding)):
            return words
        found = mending_of(study.document, finding)
        return found.words if found is not None else ""

    def _rules(self, finding: Finding) -> RulesPart | None:
        """Who mends a finding about rules; None for other findings."""
        if not finding.rule.startswith(_OF_RULES):
            return None
        from ui.parts.rules import RulesPart

        rules = self._window.parts.find("RulesPart")
        return rules if isinstance(rules, RulesPart) else None

    def _mend(self, finding: Finding) -> None:
        from study.mending import mending_of

        study = self._window.study
        rules = self._rules(finding)
        if rules is not None and rules.mending(finding):
            rules.open(finding.entity_id)
            return
        found = mending_of(study.document, finding) if study is not None else None
        if study is not None and found is not None:
            study.editor.do(found.command)
