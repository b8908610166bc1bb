"""Where one is among the timelines: the way in from the main one, and back and forward through what was shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from study.language import translate
from ui.canvas.addresses import as_tooltip
from ui.canvas.face import one_line
from ui.graph.floating import Floating
from ui.theme import Theme, font
from ui.widgets.text import elided


class History:
    """What was shown, one after the other, and where in it one stands."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._at = -1

    def clear(self) -> None:
        """Another study is open."""
        self._shown, self._at = [], -1

    def visit(self, timeline: str) -> None:
        """A timeline is shown; what lay ahead is forgotten, unless this is the step that was just taken."""
        if 0 <= self._at < len(self._shown) and self._shown[self._at] == timeline:
            return
        self._shown = [*self._shown[: self._at + 1], timeline]
        self._at = len(self._shown) - 1

    @property
    def before(self) -> str:
        """What was shown before this, "" for nothing."""
        return self._shown[self._at - 1] if self._at > 0 else ""

    @property
    def after(self) -> str:
        """What was shown after this, "" for nothing."""
        return self._shown[self._at + 1] if self._at + 1 < len(self._shown) else ""

    def back(self) -> str:
        """Goes a step back; what is to be shown then, "" where there is nothing."""
        found = self.before
        self._at -= bool(found)
        return found

    def forward(self) -> str:
        """Goes a step forward; what is to be shown then, "" where there is nothing."""
        found = self.after
        self._at += bool(found)
        return found


class Breadcrumb(Floating):
    """Back, forward, and the timelines from the main one to the one shown. `chosen(timeline id)`, `back`, `forward`."""

    chosen = Signal(str)
    back = Signal()
    forward = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(translate("graph", "Way to this timeline"))
        self.to_before = self.button(
            translate("graph", "Back"),
            translate("graph", "Back to the timeline before (Alt+Left)"),
            "arrow-left",
        )
        self.to_after = self.button(
            translate("graph", "Forward"),
            translate("graph", "Forward to the timeline after (Alt+Right)"),
            "arrow-right",
        )
        self.to_before.clicked.connect(self.back)
        self.to_after.clicked.connect(self.forward)
        self.row.addWidget(self.to_before)
        self.row.addWidget(self.to_after)
        self.steps: list[QToolButton] = []
        self._slashes: list[QLabel] = []
        self.set_theme(theme)
        self.hide()

    def show_way(self, way: Sequence[tuple[str, str]], history: History) -> None:
        """`way` as (timeline id, title), the main one first; nothing is shown where one never left it."""
        for old in (*self.steps, *self._slashes):
            self.row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.steps, self._slashes = [], []
        for place, (address, title) in enumerate(way):
            if place:
                slash = QLabel("/", self)
                self._slashes.append(slash)
                self.row.addWidget(slash)
                slash.show()
            here = place == len(way) - 1
            text = elided(one_line(title), font(12, 500), 180).replace("&", "&&")
            tip = (
                translate("graph", "Shown now")
                if here
                else translate("graph", "Show {timeline}").format(timeline=title)
            )
            step = self.button(title, as_tooltip(tip), text=text)
            step.setCheckable(here)
            step.setChecked(here)
            if here:
                step.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                step.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            step.clicked.connect(lambda _on=False, address=address: self.chosen.emit(address))
            self.steps.append(step)
            self.row.addWidget(step)
            step.show()
        self.to_before.setEnabled(bool(history.before))
        self.to_after.setEnabled(bool(history.after))
        self.setVisible(len(way) > 1)
        self.adjustSize()
