"""The list of findings with their counts, filtered by severity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from study.findings import Finding, Severity
from study.language import QT_TRANSLATE_NOOP, translate
from ui.icons import icon, paint_icon
from ui.theme import SECONDARY_PX, Theme, font, system_theme
from ui.widgets.buttons import beside_picture
from ui.widgets.part import set_part
from ui.widgets.rows import Empty, RowDelegate, RowsView, RowWords
from ui.widgets.text import elided, one_line

ICONS = {Severity.ERROR: "circle-x", Severity.WARNING: "triangle-alert", Severity.INFO: "info"}
_NOUNS = {
    Severity.ERROR: QT_TRANSLATE_NOOP("problems", "Error"),
    Severity.WARNING: QT_TRANSLATE_NOOP("problems", "Warning"),
    Severity.INFO: QT_TRANSLATE_NOOP("problems", "Note"),
}
_SWITCH = {
    Severity.ERROR: (
        QT_TRANSLATE_NOOP("problems", "Show errors"),
        QT_TRANSLATE_NOOP("problems", "Hide errors"),
    ),
    Severity.WARNING: (
        QT_TRANSLATE_NOOP("problems", "Show warnings"),
        QT_TRANSLATE_NOOP("problems", "Hide warnings"),
    ),
    Severity.INFO: (QT_TRANSLATE_NOOP("problems", "Show notes"), QT_TRANSLATE_NOOP("problems", "Hide notes")),
}
Mending = Callable[[Finding], str]
"""How a finding can be mended, as the words of a button; "" where a person has to decide."""
_RULE_WIDTH = 100
_TITLE_WIDTH = 160
_NARROW = 560


def _none() -> Empty:
    return Empty(
        "circle-check",
        translate("problems", "No findings"),
        translate(
            "problems", "Nothing is structurally wrong with this study. Its schedule can be read as it is."
        ),
    )


def _none_open() -> Empty:
    return Empty(
        "circle-alert",
        translate("problems", "No study is open"),
        translate("problems", "What is wrong or doubtful in a study's schedule is listed here."),
    )


def _all_hidden() -> Empty:
    return Empty(
        "list-filter",
        translate("problems", "All findings are hidden"),
        translate("problems", "Switch a kind of finding on above to see it here."),
    )


def counted(severity: Severity, number: int) -> str:
    """So many findings of a severity: "1 error", "3 notes"."""
    if severity is Severity.ERROR:
        return translate("problems", "%n error(s)", "", number)
    if severity is Severity.WARNING:
        return translate("problems", "%n warning(s)", "", number)
    return translate("problems", "%n note(s)", "", number)


def severity_color(severity: Severity, theme: Theme) -> QColor:
    """The colour in which a severity is shown."""
    return {Severity.ERROR: theme.error, Severity.WARNING: theme.warning, Severity.INFO: theme.text_2}[
        severity
    ]


@dataclass(frozen=True)
class _Problem:
    finding: Finding
    title: str  # of the entity it is about


class _ProblemDelegate(RowDelegate):
    """Icon, sentence, the entity's title, the rule, in one line."""

    def paint_row(self, painter: QPainter, area: QRect, item: _Problem, _selected: bool) -> None:
        theme = self.view.theme
        severity = item.finding.severity
        middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        color = severity_color(severity, theme)
        paint_icon(painter, ICONS[severity], QRectF(area.left() + 16, area.top() + 6.5, 15, 15), color)
        wide = area.width() >= _NARROW
        right = float(area.right() - 12)
        painter.setFont(font(SECONDARY_PX))
        painter.setPen(theme.text_2)
        if wide:
            rule = QRectF(right - _RULE_WIDTH, area.top(), _RULE_WIDTH, area.height())
            painter.drawText(rule, middle, elided(item.finding.rule, font(SECONDARY_PX), _RULE_WIDTH))
            right -= _RULE_WIDTH + 12
            title = QRectF(right - _TITLE_WIDTH, area.top(), _TITLE_WIDTH, area.height())
            painter.drawText(title, middle, elided(item.title, font(SECONDARY_PX), _TITLE_WIDTH))
            right -= _TITLE_WIDTH + 16
        left = area.left() + 40.0
        painter.setFont(font(tabular=False))
        painter.setPen(theme.text)
        text = elided(item.finding.message, font(tabular=False), right - left)
        painter.drawText(QRectF(left, area.top(), right - left, area.height()), middle, text)
        painter.setPen(QPen(theme.line_soft, 1))
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())


class ProblemsPane(QWidget):
    """The findings of a study. `activated(Finding)` on a click or Enter: go to its place.

    `mend_wanted(Finding)` by the button that names how the finding that is lit can be mended, or Ctrl+Enter.
    """

    activated = Signal(object)
    mend_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._problems: list[_Problem] = []
        self._open = False
        self._mending: Mending | None = None
        self._selection = ""
        set_part(self, "pane")
        self._filters: dict[Severity, QToolButton] = {}
        filters = QHBoxLayout()
        filters.setContentsMargins(10, 4, 10, 4)
        filters.setSpacing(4)
        for severity in Severity:
            button = QToolButton()
            set_part(button, "filter").setCheckable(True)
            button.setChecked(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(15, 15))
            button.toggled.connect(self._filter)
            self._filters[severity] = button
            filters.addWidget(button)
        filters.addStretch(1)
        self._mend = QPushButton()
        self._mend.clicked.connect(self._ask_to_mend)
        filters.addWidget(self._mend)
        self._bar = QWidget()
        self._bar.setLayout(filters)
        self._list = RowsView(_words, _none_open(), self._theme)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(translate("problems", "Findings"))
        self._list.setItemDelegate(_ProblemDelegate(self._list))
        self._list.chosen.connect(lambda problem: self.activated.emit(problem.finding))
        self._list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._ask_to_mend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._list, 1)
        self._dress()

    def set_findings(
        self, findings: Sequence[Finding] | None, title_of: Callable[[str], str] | None = None
    ) -> None:
        """List the findings, the gravest first; None where no study is open.

        `title_of` gives the title of the entity with an id; without it, or where it says "", the id is shown.
        """
        was_open, self._open = self._open, findings is not None
        order = list(Severity)

        def title(finding: Finding) -> str:
            known = title_of(finding.entity_id) if title_of is not None and finding.entity_id else ""
            return known or finding.entity_id or finding.entity_type

        ranked = sorted(findings or (), key=lambda finding: order.index(finding.severity))
        problems = [_Problem(finding, title(finding)) for finding in ranked]
        if problems == self._problems and self._open == was_open:
            self._offer()
            return
        self._problems = problems
        self._dress()
        self._filter()

    def set_mending(self, mending: Mending | None) -> None:
        """Who says how a finding can be mended: the words of the button, "" where it cannot; None for nobody."""
        self._mending = mending
        self._offer()

    def mending(self) -> str:
        """How what is lit can be mended, in the words of the button; "" where it cannot."""
        problem: _Problem | None = self._list.current_item()
        return self._mending(problem.finding) if self._mending is not None and problem is not None else ""

    def counts(self) -> Counter[Severity]:
        """How many findings of each severity there are, shown or not."""
        return Counter(problem.finding.severity for problem in self._problems)

    def shown(self) -> list[Finding]:
        """The findings that the filter leaves, in the order shown."""
        return [problem.finding for problem in self._list.items()]

    def set_shown(self, severity: Severity, shown: bool) -> None:
        """Show or hide the findings of one severity."""
        self._filters[severity].setChecked(shown)

    def set_selection(self, address: str) -> None:
        """Light the first finding about the entity at `address`, if one is listed."""
        if address == self._selection:
            return  # told again after an edit: what a person lit stays lit
        self._selection = address
        current: _Problem | None = self._list.current_item()
        if current is not None and current.finding.entity_id == address:
            return
        rows = [
            row
            for row, problem in enumerate(self._list.items())
            if address and problem.finding.entity_id == address
        ]
        self._list.set_current_row(rows[0] if rows else -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list takes the focus. Not as a proxy: Tab would pass by everything else in here."""
        self._list.setFocus(event.reason())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._list.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        counts = self.counts()
        for severity, button in self._filters.items():
            words = counted(severity, counts[severity])
            button.setText(beside_picture(words))
            button.setVisible(counts[severity] > 0)
            button.setIcon(icon(ICONS[severity], severity_color(severity, self._theme)))
            show, hide = _SWITCH[severity]
            button.setAccessibleName(translate("problems", "Show {findings}").format(findings=words))
            button.setToolTip(translate("problems", hide if button.isChecked() else show))
        self._bar.setVisible(bool(self._problems))

    def _offer(self) -> None:
        words = self.mending()
        self._mend.setVisible(bool(words))
        self._mend.setText(words)
        self._mend.setToolTip(translate("problems", "{what} (Ctrl+Enter)").format(what=words))

    def _ask_to_mend(self) -> None:
        problem: _Problem | None = self._list.current_item()
        if problem is not None and self.mending():
            self.mend_wanted.emit(problem.finding)

    def _filter(self) -> None:
        chosen = {severity for severity, button in self._filters.items() if button.isChecked()}
        shown = [problem for problem in self._problems if problem.finding.severity in chosen]
        self._list.set_empty(_none_open() if not self._open else _all_hidden() if self._problems else _none())
        # After an edit the eyes are still where they were: at the same finding, or what follows the one that is gone.
        lit: _Problem | None = self._list.current_item()
        row, at = self._list.currentIndex().row(), self._list.verticalScrollBar().value()
        self._list.set_items(shown)
        if lit is not None:
            found = next(
                (n for n, each in enumerate(shown) if each.finding == lit.finding), min(row, len(shown) - 1)
            )
            self._list.set_current_row(found)
        self._list.verticalScrollBar().setValue(at)
        self._offer()
        self._dress()


def _words(problem: Any) -> RowWords:
    finding: Finding = problem.finding
    message = one_line(finding.message)
    return RowWords(
        text=message,
        spoken=translate("problems", "{kind}: {message} {title}, rule {rule}").format(
            kind=translate("problems", _NOUNS[finding.severity]),
            message=message,
            title=problem.title,
            rule=finding.rule,
        ),
        tooltip=f"{message}\n\n{problem.title} · {finding.rule}",
    )
