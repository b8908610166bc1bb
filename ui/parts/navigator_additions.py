"""What can be added to each list of the navigator, and where: typed in place, of a type, for what is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from study.code_lists import ARM_TYPES, EPOCH_TYPES, Term
from study.commands.command import Command
from study.document import Document
from study.language import translate
from study.model import Entity
from ui.navigator.entries import Entry, Head
from ui.navigator.menu import Offer

if TYPE_CHECKING:
    from study.commands.footnotes import Place
    from ui.edit_dialogs.asking import EditDialog
    from ui.main_window import MainWindow
    from ui.parts.navigator_editing import NavigatorEditing

_LONGEST = 40
_ADDED = {
    "epoch": "epochs",
    "arm": "arms",
    "element": "elements",
    "activity": "activities",
    "encounter": "encounters",
    "timeline": "scheduleTimelines",
}
"""The list of the design that each kind of row is added to."""


class NavigatorAdditions:
    """The offers that add something."""

    def __init__(self, window: MainWindow, editing: NavigatorEditing) -> None:
        self._window = window
        self._editing = editing

    def additions(self, head: Head, after: Entry | None) -> list[Offer]:
        """What can be added to a list: behind a row, or as its last."""
        from study.commands.arms import AddArm
        from study.commands.epochs import AddEpoch

        editing = self._editing
        design = editing.design
        own = design.id if design is not None else None
        behind = after.address if after is not None and after.address else None
        simple = editing.simple_adds(head, after)
        plus = "plus"
        if simple is not None:
            kind, adds, attribute = simple
            offers = [
                Offer(
                    self._adds_words(kind),
                    partial(editing.add, kind, head, after, adds, attribute),
                    keys="Ins",
                    picture=plus,
                )
            ]
            if kind == "encounter":
                offers.append(self._encounter_for_visits(head, after))
            return offers
        if head.key == "epochs":
            return [
                self._typed(
                    head, after, "epoch", EPOCH_TYPES, lambda term, text: AddEpoch(text, term, behind, own)
                )
            ]
        if head.key == "arms":
            return [
                self._typed(
                    head,
                    after,
                    "arm",
                    ARM_TYPES,
                    lambda term, text: AddArm(text, term, behind, None, design=own),
                )
            ]
        if head.key.startswith("timelines"):
            return self._timelines(head)
        if head.key == "footnotes":
            return [self._new_footnote()]
        return []

    def _adds_words(self, kind: str) -> str:
        return {
            "element": translate("navigator", "Add an element"),
            "activity": translate("navigator", "Add an activity"),
            "encounter": translate("navigator", "Add an encounter"),
            "epoch": translate("navigator", "Add an epoch"),
            "arm": translate("navigator", "Add an arm"),
        }[kind]

    def _typed(
        self,
        head: Head,
        after: Entry | None,
        kind: str,
        terms: Sequence[Term],
        made: Callable[[Term, str], Command],
    ) -> Offer:
        """One offer for each type of a code list; the name is typed in place then."""
        after = after if after is not None and after.kind == kind else None
        inside = tuple(
            Offer(
                term.decode,
                partial(self._editing.add, kind, head, after, partial(made, term), _ADDED[kind]),
            )
            for term in terms
        )
        return Offer(self._adds_words(kind), inside=inside, keys="Ins", picture="plus")

    def _timelines(self, head: Head) -> list[Offer]:
        from study.commands.timelines import AddTimeline
        from ui.edit_dialogs.side_timelines import SideTimelineDialog

        editing = self._editing
        study = editing.study
        designs = study.document.designs() if study is not None else ()
        place = int(head.key.removeprefix("timelines") or 0)
        own = designs[place].id if place < len(designs) else None

        def side() -> None:
            if study is not None:
                dialog = SideTimelineDialog(study, editing.main_timeline, parent=self._window)
                self._carry_out(dialog)

        no_main = "" if editing.main_timeline else translate("navigator", "Make a main timeline first.")
        return [
            Offer(
                translate("navigator", "Add a timeline"),
                partial(
                    editing.add,
                    "timeline",
                    head,
                    None,
                    lambda text: AddTimeline(text, design=own, main=not editing.main_timeline),
                    "scheduleTimelines",
                ),
                picture="plus",
            ),
            Offer(translate("navigator", "Add a side timeline…"), side, no_main),
            Offer(translate("navigator", "Add early termination…"), self._ask_early, no_main),
            self._inside_selected(),
        ]

    def _ask_early(self) -> None:
        """Ask for the timeline of those who leave early, like the end of the study."""
        from ui.edit_dialogs.starting import EarlyTerminationDialog

        study = self._editing.study
        if study is not None:
            self._carry_out(EarlyTerminationDialog(study, self._editing.main_timeline, parent=self._window))

    def _inside_selected(self) -> Offer:
        holder = self.holder()
        words = translate("navigator", "Add a timeline inside what is selected…")
        if not holder:
            why = translate("navigator", "Select the visit or activity first that is to run it.")
            return Offer(words, why_not=why)
        words = translate("navigator", "Timeline inside {name}…").format(name=self.named((holder,)))
        return Offer(words, partial(self.ask_inside, holder))

    def holder(self) -> str:
        """The selected visit or activity, which a timeline could run in; "" for none."""
        study, visits = self._editing.study, self._editing.visits()
        if len(visits) == 1:
            return visits[0]
        entity = study.entity(study.selection) if study is not None and study.selection else None
        is_one = entity is not None and entity.raw.get("instanceType") == "Activity"
        return (entity.id or "") if is_one and entity is not None and not visits else ""

    def ask_inside(self, holder: str) -> None:
        """Ask which timeline an activity or a visit runs inside it."""
        from ui.edit_dialogs.sub_timelines import SubTimelineDialog

        study = self._editing.study
        if study is not None:
            timeline = study.timeline_of(holder) or self._editing.main_timeline
            self._carry_out(SubTimelineDialog(study, timeline, holder, self._window))

    def ask_entry(self, timeline: str) -> None:
        """Ask what starts a timeline, and with what it begins."""
        from ui.edit_dialogs.starting import EntryDialog

        study = self._editing.study
        if study is not None:
            self._carry_out(EntryDialog(study, timeline, self._window))

    def _carry_out(self, dialog: EditDialog) -> None:
        self._editing.ask(dialog)

    def _encounter_for_visits(self, head: Head, after: Entry | None) -> Offer:
        from study.commands.encounters import AssignEncounter

        visits = self._editing.visits()
        words = translate("navigator", "Add one for the selected visits")
        if visits:
            words = translate("navigator", "Add one for {visits}").format(visits=self.named(visits))
        return Offer(
            words,
            partial(
                self._editing.add,
                "encounter",
                head,
                after,
                lambda text: AssignEncounter(visits, None, text),
                "encounters",
            ),
            "" if visits else no_visits(),
        )

    def _new_footnote(self) -> Offer:
        from study.commands.footnotes import AddFootnote
        from ui.edit_dialogs.footnotes import FootnoteDialog

        study = self._editing.study
        places = self.places()

        def ask() -> None:
            if study is None:
                return
            self._carry_out(
                FootnoteDialog(
                    study,
                    self._editing.main_timeline,
                    translate("navigator", "Add a footnote"),
                    lambda html: AddFootnote(html, places),
                    theme=self._window.theme,
                    parent=self._window,
                )
            )

        where = translate("navigator", "Add a footnote…")
        if places:
            names = [each.activity or each.instance or "" for each in places]
            where = translate("navigator", "Add a footnote to {names}…").format(names=self.named(names))
        return Offer(where, ask, "" if places else nothing_to_note(), picture="plus")

    def places(self) -> tuple[Place, ...]:
        """Where a footnote would stand: the selected visits, or the selected activity."""
        from study.commands.footnotes import Place

        study, visits = self._editing.study, self._editing.visits()
        if visits:
            return tuple(Place(None, visit) for visit in visits)
        entity = study.entity(study.selection) if study is not None and study.selection else None
        if entity is not None and entity.raw.get("instanceType") == "Activity" and entity.id:
            return (Place(entity.id),)
        return ()

    def named(self, addresses: Sequence[str]) -> str:
        """One visit by its name, several by their number."""
        assert self._editing.study is not None
        document: Document = self._editing.study.document
        if len(addresses) > 1:
            return translate("navigator", "%n visit(s)", "", len(addresses))
        item = document.index.object_at(addresses[0]) if addresses else None
        return short(Entity(item).title if item is not None else "")


def no_visits() -> str:
    """Why nothing can be done with visits now."""
    return translate("navigator", "Select visits in the graph or the table first.")


def nothing_to_note() -> str:
    """Why no footnote can be put anywhere now."""
    return translate("navigator", "Select an activity or a visit first: a footnote stands on something.")


def short(name: str) -> str:
    """A name as a menu has it: on one line, cut where it is long."""
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
