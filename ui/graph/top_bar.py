"""The bar at the top of the canvas: which arm's path is lit, and the ways to filter and to find."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from study.language import translate
from study.model import StudyArm
from ui.canvas.addresses import as_tooltip
from ui.canvas.face import one_line
from ui.graph.floating import Floating
from ui.theme import Theme, font
from ui.widgets.buttons import beside_picture
from ui.widgets.text import elided


class TopBar(Floating):
    """`arm_chosen(id or "")`, `filter_wanted`, `finding_wanted`."""

    arm_chosen = Signal(str)
    filter_wanted = Signal()
    finding_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(translate("graph", "Arms, filter and find"))
        self.arms = self.button(translate("graph", "Arm"), "", "git-branch", translate("graph", "All arms"))
        self._menu = QMenu(self)
        self._choices = QActionGroup(self._menu)
        self.arms.setMenu(self._menu)
        self.arms.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter = self.button(
            translate("graph", "Filter visits"), translate("graph", "Filter visits (Ctrl+L)"), "list-filter"
        )
        self.finding = self.button(
            translate("graph", "Find a visit"), translate("graph", "Find a visit (Ctrl+F)"), "search"
        )
        self.filter.clicked.connect(self.filter_wanted)
        self.finding.clicked.connect(self.finding_wanted)
        for widget in (self.arms, self.filter, self.finding):
            self.row.addWidget(widget)
        self.set_theme(theme)

    def set_arms(self, arms: Sequence[StudyArm], chosen: str, telling: str) -> None:
        """Offer these arms; `telling` says in sentences what the highlight of the chosen one means."""
        self._menu.clear()
        titles = {
            "": translate("graph", "All arms"),
            **{arm.id: one_line(arm.title) for arm in arms if arm.id},
        }
        for address, title in titles.items():
            action = self._menu.addAction(elided(title, font(), 320).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(address == chosen)
            action.setData(address)
            self._choices.addAction(action)
            action.triggered.connect(lambda _on=False, address=address: self.arm_chosen.emit(address))
        title = titles.get(chosen, titles[""])
        self.arms.setText(beside_picture(f"{elided(title, font(12, 500), 160)} ▾".replace("&", "&&")))
        self.arms.setChecked(bool(chosen))
        self.arms.setCheckable(False)
        self.arms.setToolTip(as_tooltip(telling))
        self.arms.setAccessibleName(translate("graph", "Arm: {name}").format(name=title))
        self.arms.setAccessibleDescription(telling)
        self.arms.setVisible(bool(arms))
        self.adjustSize()
