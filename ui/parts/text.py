"""The protocol's text beside the schedule: the pane, its links into all views, and what the inspector says of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt

from study.language import QT_TRANSLATE_NOOP, translate
from study.model import Condition
from study.narrative import protocol_texts
from study.narrative_mentions import Named, names_of
from study.wording import reading_text
from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.inspector.about_activity import planned_at
from ui.inspector.fields import Value
from ui.text.pane import TextPane
from ui.text.reading import At

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow

_WIDTH = 460
_LINK = "section"


class Text:
    """Shows the text of the study that is open, and leads from it to the schedule and back."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._design: object = None
        self._passed: list[tuple[At, int]] = []
        self._last: tuple[At, int] | None = None
        self.pane = TextPane(window.theme)
        self.dock = window.add_pane(
            "text",
            QT_TRANSLATE_NOOP("panes", "Protocol text"),
            self.pane,
            Qt.DockWidgetArea.RightDockWidgetArea,
            "show_text",
        )
        self._is_wide = False
        self.dock.visibilityChanged.connect(self._widen)
        self.pane.selected.connect(window.select)
        self.pane.lit.connect(self._light)
        self.pane.reading.progressed.connect(self._tell_inspector)
        window.inspector.mention_activated.connect(self._go_to_link)
        window.on("search_text", self._search)
        window.on("text_beside", self._beside)
        window.on("next_mention", self._next_mention)
        window.study_changed.connect(self._set_study)
        window.theme_changed.connect(self.pane.set_theme)
        if window.study is not None:
            self._set_study(window.study)

    def show_at(self, address: str, words: str = "") -> bool:
        """Opens the pane at the section with this address, lit where it holds `words`; whether there is one."""
        if not self.pane.show_address(address, words):
            return False
        self._window.show_pane("text")
        return True

    # The study

    def _set_study(self, study: OpenStudy | None) -> None:
        self._passed, self._last = [], None
        self._design = None
        if study is None:
            self.pane.set_texts((), None)
            self._window.inspector.set_mentions(None)
            return
        self._read(study)
        study.selection_changed.connect(self._select)
        study.timeline_changed.connect(self._show_timeline)
        self._select(study.selection)

    def _read(self, study: OpenStudy) -> None:
        projection = study.projection
        designs = study.document.designs()
        design = projection.design if projection is not None else (designs[0] if designs else None)
        self._design = design
        planned = None
        if projection is not None and design is not None and projection.timeline == design.main_timeline:
            planned = projection.planned
        self.pane.set_texts(
            protocol_texts(study.document), names_of(design, planned) if design is not None else None
        )

    def _show_timeline(self) -> None:
        """Another design has other visits of the same names."""
        study = self._window.study
        if study is not None and study.projection is not None and study.projection.design != self._design:
            self._read(study)
            self._select(study.selection)

    def _select(self, address: str) -> None:
        study = self._window.study
        entity = study.entity(address) if study is not None and address else None
        title = entity.title if entity is not None else ""
        self._last = None
        self._light(())
        self.pane.set_selection(address, title, self._marks_of(address))
        if entity is not None and entity.instance_type == "Condition":
            self._light_named_by(Condition(entity.raw))
        if address and self.dock.isVisible():
            kind = entity.instance_type if entity is not None else ""
            if kind in ("NarrativeContent", "NarrativeContentItem"):
                self.pane.show_address(address)

    def _marks_of(self, address: str) -> str:
        """When the table has the activity at an address, to compare the text with; "" for anything else."""
        study = self._window.study
        entity = study.entity(address) if study is not None and address else None
        if study is None or entity is None or entity.instance_type != "Activity":
            return ""
        said = [value.text for value in planned_at(address, [each.soa for each in study.all_projections()])]
        return translate("text", "Marked in the table: {days}").format(days=" · ".join(said))

    def _tell_inspector(self) -> None:
        self._window.inspector.set_mentions(self._mentions)

    def _mentions(self, address: str) -> Sequence[Value]:
        """Links to the sections that name what the inspector shows."""
        return [
            Value(
                translate("text", "{section}, %n time(s)", "", count).format(section=heading),
                f"{_LINK} {at.text} {at.place}",
            )
            for at, heading, count in self.pane.mentions_of(address)
        ]

    # What people do

    def _widen(self, visible: bool) -> None:
        """Text needs more room than attributes: once, when it is first seen."""
        if visible and not self._is_wide and self.dock.width() < _WIDTH:
            self._is_wide = True
            self._window.resizeDocks([self.dock], [_WIDTH], Qt.Orientation.Horizontal)

    def _search(self) -> None:
        self._window.show_pane("text")
        self.pane.focus_search()

    def _go_to_link(self, link: str) -> None:
        kind, _, place = link.partition(" ")
        numbers = place.split()
        study = self._window.study
        if kind == _LINK and len(numbers) == 2 and study is not None:
            self._window.show_pane("text")
            self.pane.show_mention(At(int(numbers[0]), int(numbers[1])), study.selection)

    def _beside(self) -> None:
        """The text where it names what is selected, and the table with its row or column, beside one another."""
        window = self._window
        if window.matrix.isHidden():
            window.show_views("view_split")
        window.show_pane("text")
        self._last = None
        if not self._show_when() and not self._next_mention():
            window.notices.tell(
                translate("text", "The protocol's text does not name what is selected.")
                if window.study is not None and window.study.selection
                else translate("text", "Select a visit or an activity to see where the text names it.")
            )

    def _show_when(self) -> bool:
        """Goes to where the text says on which days the selected activity is; whether it says so."""
        study = self._window.study
        address = study.selection if study is not None else ""
        found = self.pane.reading.says_when(address) if address else None
        if found is None:
            return False
        self._last = found
        self.pane.show_mention(found[0], address, found[1])
        return True

    def _of_interest(self, address: str) -> Sequence[str]:
        """What the text is asked about: the selection itself, for a footnote also what it stands at."""
        study = self._window.study
        entity = study.entity(address) if study is not None and address else None
        if entity is None or entity.instance_type != "Condition":
            return (address,)
        footnote = Condition(entity.raw)
        return (address, *footnote.applies_to, *footnote.contexts)

    def _next_mention(self) -> bool:
        """Goes on to the next place that names what is selected, round at the end; whether there is one."""
        study = self._window.study
        address = study.selection if study is not None else ""
        order: list[tuple[At, int]] = []
        for each in self._of_interest(address):
            order = [(at, number) for at, _, count in self.pane.mentions_of(each) for number in range(count)]
            if order:
                address = each
                break
        else:
            return False
        place = (order.index(self._last) + 1) % len(order) if self._last in order else 0
        self._last = order[place]
        self._window.show_pane("text")
        self.pane.show_mention(self._last[0], address, self._last[1])
        return True

    def _light_named_by(self, footnote: Condition) -> None:
        """Lights the visits that a footnote's own words name, beside those that it stands at."""
        found = self.pane.mentions_in(reading_text(footnote.text))
        self._light(
            [each for mention in found if mention.named is not Named.ACTIVITY for each in mention.addresses]
        )

    def _light(self, addresses: Sequence[str]) -> None:
        """Lights the visits that a range of days names, beside the one that is selected."""
        canvas = self._window.canvas
        scene = canvas.scene
        if scene is None:
            return
        if not addresses:
            canvas.lights.set("text", NO_LIGHTING)
            return
        wanted = set(addresses)
        lit = np.array(
            [scene.content.address(node) in wanted for node in range(len(scene.content.nodes))], dtype=bool
        )
        canvas.lights.set("text", Lighting(lit=lit) if lit.any() else NO_LIGHTING)
