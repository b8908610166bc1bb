"""All conditions of a study with how each stands, filtered by state, to go through them one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from study.language import translate
from study.rules.sentence import rule_sentence
from study.rules.standing import Standing, State
from ui.icons import icon, paint_icon
from ui.theme import SECONDARY_PX, Theme, font, system_theme
from ui.widgets.buttons import beside_picture
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part
from ui.widgets.rows import Empty, RowDelegate, RowsView, RowWords
from ui.widgets.text import elided, one_line

ICONS: Final = {
    State.LOOK: "triangle-alert",
    State.OFFERED: "circle-dot",
    State.NONE: "circle",
    State.RULED: "circle-check",
}
_ROW = 46
_WHOSE_WIDTH = 230
_NARROW = 620


def state_words(state: State) -> str:
    """A state, as it stands beside a condition."""
    return {
        State.LOOK: translate("rules", "Needs a look"),
        State.OFFERED: translate("rules", "Rule offered"),
        State.NONE: translate("rules", "A person decides"),
        State.RULED: translate("rules", "Has a rule"),
    }[state]


def counted(state: State, number: int) -> str:
    """So many conditions in a state."""
    if state is State.LOOK:
        return translate("rules", "%n to look at", "", number)
    if state is State.OFFERED:
        return translate("rules", "%n rule(s) offered", "", number)
    if state is State.NONE:
        return translate("rules", "%n without a rule", "", number)
    return translate("rules", "%n with a rule", "", number)


def state_color(state: State, theme: Theme) -> QColor:
    """The colour in which a state is shown."""
    return {
        State.LOOK: theme.warning,
        State.OFFERED: theme.accent,
        State.NONE: theme.text_2,
        State.RULED: theme.ok,
    }[state]


def second_line(standing: Standing) -> str:
    """What is told of a condition below its words: its rule, the one that is offered, or why it needs a look."""
    if standing.why:
        return standing.why
    if standing.rule is not None:
        return rule_sentence(standing.rule)
    if standing.offer is not None:
        text = translate("rules", "May mean: {sentence}").format(sentence=rule_sentence(standing.offer.rule))
        if standing.offer.left:
            left = translate("rules", "{offer} Not in it: “{words}”.")
            return left.format(offer=text, words=standing.offer.left)
        return text
    return translate("rules", "Nothing in it reads like a rule: a person decides.")


class _StandingDelegate(RowDelegate):
    """The words of a condition, what is told of it below, and whose it is at the end."""

    def height(self, _item: Any, _width: int) -> int:
        """Two lines."""
        return _ROW

    def paint_row(self, painter: QPainter, area: QRect, item: Standing, _selected: bool) -> None:
        theme = self.view.theme
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        mirrored = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def at(left: float, top: float, width: float, height: float) -> QRectF:
            x = area.right() - left - width if mirrored else area.left() + left
            return QRectF(x, area.top() + top, width, height)

        paint_icon(painter, ICONS[item.state], at(16, 7, 15, 15), state_color(item.state, theme))
        wide = area.width() >= _NARROW
        room = area.width() - 40 - 12.0
        if wide:
            room -= _WHOSE_WIDTH + 16
            small = font(SECONDARY_PX, tabular=False)
            painter.setFont(small)
            painter.setPen(theme.text_2)
            left = area.width() - 12 - _WHOSE_WIDTH
            painter.drawText(at(left, 4, _WHOSE_WIDTH, 20), flags, elided(item.whose, small, _WHOSE_WIDTH))
            painter.setPen(state_color(item.state, theme))
            painter.drawText(at(left, 23, _WHOSE_WIDTH, 18), flags, state_words(item.state))
        face = font(tabular=False)
        painter.setFont(face)
        painter.setPen(theme.text)
        words = one_line(item.place.text) or translate("rules", "(no words)")
        painter.drawText(at(40, 4, room, 20), flags, elided(words, face, room))
        small = font(SECONDARY_PX, tabular=False)
        painter.setFont(small)
        painter.setPen(theme.warning if item.state is State.LOOK else theme.text_2)
        painter.drawText(at(40, 23, room, 18), flags, elided(one_line(second_line(item)), small, room))
        painter.setPen(QPen(theme.line_soft, 1))
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())


class RulesPane(QWidget):
    """The conditions of a study. `chosen(address)` when one is to be seen, `opened(address)` when its rule is.

    `through()` when a person wants to go through all that wait; `cleared(address)` to take a rule away whose text is
    gone.
    """

    chosen = Signal(str)
    opened = Signal(str)
    through = Signal()
    cleared = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._all: list[Standing] = []
        self._is_open = False
        set_part(self, "pane")
        self._bar = QWidget()
        row = FlowLayout(self._bar, 4)
        row.setContentsMargins(10, 4, 10, 4)
        self.filters: dict[State, QToolButton] = {}
        for state in State:
            button = set_part(QToolButton(), "filter")
            button.setCheckable(True)
            button.setChecked(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(15, 15))
            button.toggled.connect(self._filter)
            self.filters[state] = button
            row.addWidget(button)
        self.open = QPushButton(translate("rules", "Open the rule…"))
        self.open.setToolTip(translate("rules", "The rule of the condition that is lit (Enter)"))
        self.open.clicked.connect(self._open)
        self.go = QPushButton(translate("rules", "Go through what waits…"))
        self.go.setToolTip(translate("rules", "The next condition whose rule is offered, or needs a look"))
        self.go.clicked.connect(self.through)
        row.addWidget(self.open)
        row.addWidget(self.go)
        self.list = RowsView(_words, self._nothing(), self._theme)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(translate("rules", "Conditions"))
        self.list.setItemDelegate(_StandingDelegate(self.list))
        self.list.clicked.connect(lambda _index: self._show())
        self.list.current.connect(lambda _item: self._show())
        self.list.doubleClicked.connect(lambda _index: self._open())
        for keys in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.list, self._open)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.list, 1)
        self._dress()

    def set_standings(self, found: Sequence[Standing] | None) -> None:
        """List these conditions; None where no study is open."""
        self._is_open = found is not None
        if found is not None and list(found) == self._all:
            return
        self._all = list(found or ())
        self._dress()
        self._filter()

    def standings(self) -> Sequence[Standing]:
        """All conditions, shown or not."""
        return self._all

    def shown(self) -> Sequence[Standing]:
        """The conditions that the filter leaves."""
        return self.list.items()

    def current(self) -> Standing | None:
        """The condition that is lit."""
        found: Standing | None = self.list.current_item()
        return found

    def light(self, address: str) -> None:
        """Light a condition, if it is listed."""
        rows = [row for row, each in enumerate(self.list.items()) if each.place.address == address]
        if rows:
            self.list.set_current_row(rows[0])
            self._offer()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list takes the keys."""
        self.list.setFocus(event.reason())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.list.set_theme(theme)
        self._dress()

    def _nothing(self) -> Empty:
        if not self._is_open:
            return Empty(
                "git-branch",
                translate("rules", "No study is open"),
                translate("rules", "The conditions of a study are listed here, each with its rule."),
            )
        if self._all:
            return Empty(
                "list-filter",
                translate("rules", "All conditions are hidden"),
                translate("rules", "Switch a kind of condition on above to see it here."),
            )
        return Empty(
            "git-branch",
            translate("rules", "This study has no conditions"),
            translate("rules", "Decisions, footnotes, entries of timelines and transitions are listed here."),
        )

    def _show(self) -> None:
        found = self.current()
        self._offer()
        if found is not None and found.place.kind:
            self.chosen.emit(found.place.address)

    def _open(self) -> None:
        found = self.current()
        if found is None:
            return
        if found.place.kind:
            self.opened.emit(found.place.address)
        else:
            self.cleared.emit(found.place.address)

    def _offer(self) -> None:
        found = self.current()
        self.open.setEnabled(found is not None)
        gone = found is not None and not found.place.kind
        self.open.setText(
            translate("rules", "Take the rule away") if gone else translate("rules", "Open the rule…")
        )
        self.go.setEnabled(any(each.state in (State.LOOK, State.OFFERED) for each in self._all))

    def _dress(self) -> None:
        counts = Counter(each.state for each in self._all)
        for state, button in self.filters.items():
            words = counted(state, counts[state])
            button.setText(beside_picture(words))
            button.setVisible(counts[state] > 0)
            button.setIcon(icon(ICONS[state], state_color(state, self._theme)))
            button.setAccessibleName(words)
            button.setToolTip(
                translate("rules", "Hide these") if button.isChecked() else translate("rules", "Show these")
            )
        self._bar.setVisible(bool(self._all))
        self._offer()

    def _filter(self) -> None:
        on = {state for state, button in self.filters.items() if button.isChecked()}
        shown = [each for each in self._all if each.state in on]
        self.list.set_empty(self._nothing())
        lit = self.current()
        at, row = self.list.verticalScrollBar().value(), self.list.currentIndex().row()
        self.list.set_items(shown)
        if lit is not None:
            same = [n for n, each in enumerate(shown) if each.place.address == lit.place.address]
            self.list.set_current_row(same[0] if same else min(row, len(shown) - 1))
        self.list.verticalScrollBar().setValue(at)
        self._dress()

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(600, 200)


def _words(item: Any) -> RowWords:
    standing: Standing = item
    text = one_line(standing.place.text) or translate("rules", "(no words)")
    told = second_line(standing)
    spoken = translate("rules", "{state}: {text} {whose}. {told}").format(
        state=state_words(standing.state), text=text, whose=standing.whose, told=told
    )
    return RowWords(text, spoken, f"{text}\n\n{standing.whose}\n{told}")
