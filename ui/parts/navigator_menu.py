"""What the navigator's menu offers for each kind of row; what cannot be done now says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from study.code_lists import ARM_TYPES, CONTACT_MODES, ENVIRONMENTAL_SETTINGS, EPOCH_TYPES, Term
from study.commands.command import Command
from study.language import translate
from study.model import Code, Encounter, Entity, StudyArm, StudyCell, StudyEpoch
from ui.navigator.entries import Entry, Head
from ui.navigator.menu import Offer
from ui.navigator.order import MOVABLE
from ui.parts.navigator_additions import NavigatorAdditions, no_visits, nothing_to_note, short

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.parts.navigator_editing import NavigatorEditing


class NavigatorMenu:
    """The offers for a row, or for several of one kind."""

    def __init__(self, window: MainWindow, editing: NavigatorEditing) -> None:
        self._window = window
        self._editing = editing
        self._adding = NavigatorAdditions(window, editing)
        self.additions = self._adding.additions

    def groups(self, item: Head | Entry, chosen: Sequence[Entry]) -> list[list[Offer]]:
        """What can be done with a row; `chosen` are all that are chosen with it."""
        if isinstance(item, Head):
            return [self._adding.additions(item, None)]
        head = self._editing.pane.head_of(item)
        study = self._editing.study
        if head is None or study is None:
            return []
        if study.document.index.object_at(item.address) is None:
            why = translate("navigator", "This has no id of its own: repair the ids first, in the menu Edit.")
            return [[Offer(translate("navigator", "Rename"), why_not=why, keys="F2")]]
        chosen = chosen if item in chosen else [item]
        own = {
            "timeline": self._timeline,
            "epoch": self._epoch,
            "arm": self._arm,
            "cell": self._cell,
            "element": lambda _entry, _chosen: [],
            "activity": self._activity,
            "encounter": self._encounter,
            "footnote": self._footnote,
        }[item.kind](item, chosen)
        return [
            self._naming(item, chosen),
            own,
            self._order(item),
            self._adding.additions(head, item) if item.kind != "cell" else [],
            self._arms_and_elements(item),
            [self._delete(chosen)],
        ]

    # What every kind has

    def _command(self, text: str, command: Command, *, is_on: bool | None = None, keys: str = "") -> Offer:
        return Offer(
            text,
            partial(self._editing.do, command),
            self._editing.why_not(command),
            is_on=is_on,
            keys=keys,
        )

    def _naming(self, item: Entry, chosen: Sequence[Entry]) -> list[Offer]:
        words = {
            "footnote": translate("navigator", "Edit the text…"),
            "cell": translate("navigator", "Choose its elements…"),
        }.get(item.kind, translate("navigator", "Rename"))
        one = translate("navigator", "Choose one row alone to type its name.") if len(chosen) > 1 else ""
        return [Offer(words, partial(self._editing.rename, item), one, keys="F2")]

    def _delete(self, chosen: Sequence[Entry]) -> Offer:
        command = self._editing.deletion(chosen)
        words = translate("navigator", "Delete")
        if len(chosen) > 1:
            words = translate("navigator", "Delete these %n", "", len(chosen))
        return Offer(
            words,
            partial(self._editing.delete, chosen),
            self._editing.why_not(command),
            keys="Del",
            picture="trash-2",
        )

    def _order(self, item: Entry) -> list[Offer]:
        if item.kind not in MOVABLE:
            return []
        offers = []
        for down, words, keys, edge in (
            (
                False,
                translate("navigator", "Move up"),
                "Alt+Up",
                translate("navigator", "It is the first already."),
            ),
            (
                True,
                translate("navigator", "Move down"),
                "Alt+Down",
                translate("navigator", "It is the last already."),
            ),
        ):
            command = self._editing.step_command(item, down)
            why = edge if command is None else self._editing.why_not(command)
            offers.append(Offer(words, partial(self._editing.step, item, down), why, keys=keys))
        return offers

    def _arms_and_elements(self, item: Entry) -> list[Offer]:
        action = self._window.actions_by_id.get("show_cells")
        if item.kind not in ("epoch", "arm", "cell", "element") or action is None:
            return []
        return [Offer(translate("navigator", "Arms and elements"), lambda: self._window.show_pane("cells"))]

    # Each kind

    def _timeline(self, item: Entry, _chosen: Sequence[Entry]) -> list[Offer]:
        from study.commands.timelines import MakeMainTimeline

        return [
            Offer(
                translate("navigator", "Show it"),
                partial(self._window.show_timeline, item.address),
                keys="Return",
            ),
            Offer(translate("navigator", "Show its details"), partial(self._window.select, item.address)),
            Offer(translate("navigator", "What starts it…"), partial(self._adding.ask_entry, item.address)),
            self._runs_in(item),
            self._command(
                translate("navigator", "Make it the main timeline"), MakeMainTimeline(item.address)
            ),
        ]

    def _runs_in(self, item: Entry) -> Offer:
        """Having the selected visit or activity run a timeline inside it, or no longer."""
        from study.commands.side_timelines import SetSubTimeline

        holder = self._adding.holder()
        if not holder:
            why = translate("navigator", "Select the visit or activity first that is to run it.")
            return Offer(translate("navigator", "Run it inside what is selected"), why_not=why)
        entity = self._editing.study.entity(holder) if self._editing.study is not None else None
        if entity is not None and entity.raw.get("timelineId") == item.address:
            words = translate("navigator", "No longer run it inside {name}")
            command = SetSubTimeline(holder, "")
        else:
            words = translate("navigator", "Run it inside {name}")
            command = SetSubTimeline(holder, item.address)
        return self._command(words.format(name=self._adding.named((holder,))), command)

    def _epoch(self, item: Entry, chosen: Sequence[Entry]) -> list[Offer]:
        from study.commands.epochs import AssignEpoch, MergeEpochs

        editing, visits = self._editing, self._editing.visits()
        now = StudyEpoch(self._raw(item)).type
        put = translate("navigator", "Put the selected visits into it")
        if visits:
            put = translate("navigator", "Put {visits} into it").format(visits=self._adding.named(visits))
        epochs = tuple(each.address for each in chosen)
        merge = translate("navigator", "Merge with the next one")
        if len(epochs) > 1:
            merge = translate("navigator", "Merge these %n", "", len(epochs))
        else:
            epochs = (*epochs, *self._next(item))
        last = translate("navigator", "It is the last one: there is none behind it.")
        merges = MergeEpochs(epochs)
        return [
            Offer(translate("navigator", "Type"), inside=self._types(item, EPOCH_TYPES, now, "type")),
            Offer(
                put,
                partial(editing.do, AssignEpoch(visits, item.address)),
                editing.why_not(AssignEpoch(visits, item.address)) if visits else no_visits(),
            ),
            self._split(item, visits),
            Offer(
                merge,
                partial(editing.do, merges),
                last if len(epochs) < 2 else editing.why_not(merges),
            ),
        ]

    def _split(self, item: Entry, visits: tuple[str, ...]) -> Offer:
        """Split at the selected visit; the new epoch's name is typed in place."""
        from study.commands.epochs import SplitEpoch

        editing = self._editing
        study = editing.study
        words = translate("navigator", "Split at the selected visit")
        why = translate("navigator", "Select the visit in the graph or the table that begins the new epoch.")
        if len(visits) == 1 and study is not None:
            entity = study.entity(visits[0])
            words = translate("navigator", "Split at {visit}").format(visit=self._adding.named(visits))
            why = editing.why_not(SplitEpoch(visits[0], "?"))
            if not why and entity is not None and entity.raw.get("epochId") != item.address:
                why = translate("navigator", "{visit} is not in this epoch.").format(
                    visit=self._adding.named(visits)
                )
        head = editing.pane.head_of(item)
        assert head is not None
        visit = visits[0] if visits else ""
        adds: Callable[[str], Command] = lambda text: SplitEpoch(visit, text)  # noqa: E731
        return Offer(words, partial(editing.add, "epoch", head, item, adds, "epochs"), why)

    def _arm(self, item: Entry, _chosen: Sequence[Entry]) -> list[Offer]:
        from study.commands.arms import AddArm

        head = self._editing.pane.head_of(item)
        assert head is not None
        arm = StudyArm(self._raw(item))
        term = _term_of(arm.type, ARM_TYPES)
        adds: Callable[[str], Command] = lambda text: AddArm(text, term, item.address, item.address)  # noqa: E731
        return [
            Offer(translate("navigator", "Type"), inside=self._types(item, ARM_TYPES, arm.type, "type")),
            Offer(
                translate("navigator", "Add an arm like this one"),
                partial(self._editing.add, "arm", head, item, adds, "arms"),
            ),
        ]

    def _cell(self, item: Entry, chosen: Sequence[Entry]) -> list[Offer]:
        from study.commands.cells import MergeCells, SplitCell

        cells = tuple(each.address for each in chosen)
        merge = translate("navigator", "Give these cells the elements of the first")
        return [
            Offer(translate("navigator", "Elements"), inside=tuple(self.elements_of(item.address))),
            self._command(translate("navigator", "Give it elements of its own"), SplitCell(item.address)),
            self._command(merge, MergeCells(cells)),
        ]

    def elements_of(self, cell: str) -> list[Offer]:
        """Every element, those that a cell holds ticked."""
        from study.commands.cells import AssignElements

        editing = self._editing
        design, study = editing.design, editing.study
        item = study.document.index.object_at(cell) if study is not None else None
        if design is None or item is None:
            return []
        held = StudyCell(item)
        offers = []
        for element in design.elements:
            if not element.id:
                continue
            is_on = element.id in held.elements
            then = (
                tuple(each for each in held.elements if each != element.id)
                if is_on
                else (*held.elements, element.id)
            )
            command = AssignElements(held.arm or "", held.epoch or "", then)
            offers.append(self._command(short(element.title), command, is_on=is_on))
        return offers

    def _activity(self, item: Entry, chosen: Sequence[Entry]) -> list[Offer]:
        from study.commands.activities import AddActivity
        from study.commands.activity_rows import GroupActivities, Ungroup

        editing = self._editing
        head = editing.pane.head_of(item)
        assert head is not None
        activities = tuple(each.address for each in chosen)
        groups: Callable[[str], Command] = lambda text: GroupActivities(activities, text)  # noqa: E731
        within: Callable[[str], Command] = lambda text: AddActivity(text, None, item.address)  # noqa: E731
        return [
            Offer(
                translate("navigator", "Put into a new group"),
                partial(editing.add, "activity", head, chosen[-1], groups, "activities"),
                editing.why_not(groups("?")),
            ),
            self._command(translate("navigator", "Ungroup"), Ungroup(item.address)),
            Offer(
                translate("navigator", "Timeline inside it…"),
                partial(self._adding.ask_inside, item.address),
                translate("navigator", "Choose one row alone.") if len(chosen) > 1 else "",
            ),
            Offer(
                translate("navigator", "Add an activity inside it"),
                partial(editing.add, "activity", head, item, within, "activities", item.level + 1),
                editing.why_not(within("?")),
            ),
        ]

    def _encounter(self, item: Entry, chosen: Sequence[Entry]) -> list[Offer]:
        from study.commands.encounters import (
            AssignEncounter,
            MergeEncounters,
            SetContactModes,
            SetEnvironmentalSettings,
        )

        editing, visits = self._editing, self._editing.visits()
        encounters = tuple(each.address for each in chosen)
        held = [Encounter(self._raw(each)) for each in chosen]
        takes = translate("navigator", "The selected visits take place at it")
        if visits:
            takes = translate("navigator", "Have {visits} take place at it").format(
                visits=self._adding.named(visits)
            )
        assign = AssignEncounter(visits, item.address)
        merges = MergeEncounters(item.address, encounters)
        few = translate("navigator", "Choose two encounters or more, with Ctrl or Shift.")
        return [
            Offer(
                translate("navigator", "Contact"),
                inside=self._ticks(
                    CONTACT_MODES, encounters, [each.contact_modes for each in held], SetContactModes
                ),
            ),
            Offer(
                translate("navigator", "Setting"),
                inside=self._ticks(
                    ENVIRONMENTAL_SETTINGS,
                    encounters,
                    [each.environmental_settings for each in held],
                    SetEnvironmentalSettings,
                ),
            ),
            Offer(takes, partial(editing.do, assign), editing.why_not(assign) if visits else no_visits()),
            Offer(
                translate("navigator", "Merge the chosen ones into this one"),
                partial(editing.do, merges),
                few if len(encounters) < 2 else editing.why_not(merges),
            ),
        ]

    def _footnote(self, item: Entry, _chosen: Sequence[Entry]) -> list[Offer]:
        from study.commands.footnotes import AttachFootnote

        places = self._adding.places()
        names = [each.activity or each.instance or "" for each in places]
        command = AttachFootnote(item.address, places)
        words = translate("navigator", "Put it on what is selected as well")
        if places:
            words = translate("navigator", "Put it on {names} as well").format(
                names=self._adding.named(names)
            )
        why = self._editing.why_not(command) if places else nothing_to_note()
        return [Offer(words, partial(self._editing.do, command), why)]

    # Pieces

    def _types(
        self, item: Entry, terms: Sequence[Term], now: Entity | None, attribute: str
    ) -> tuple[Offer, ...]:
        from study.commands.code_attribute import SetCode

        code = str(now.raw.get("code") or "") if now is not None else ""
        return tuple(
            self._command(term.decode, SetCode(item.address, attribute, term), is_on=term.code == code)
            for term in terms
        )

    def _ticks(
        self,
        terms: Sequence[Term],
        encounters: Sequence[str],
        held: Sequence[Sequence[Code]],
        made: Callable[[tuple[str, ...], tuple[Term, ...]], Command],
    ) -> tuple[Offer, ...]:
        """One for each term: ticked where all have it; choosing it gives it to all, or takes it from all.

        What else an encounter has, also what is in no list of Maestro's, it keeps.
        """
        from study.commands.several import Several

        has = [[Term(code.code, code.decode) for code in codes] for codes in held]
        offers = []
        for term in terms:
            is_on = all(term.code in {each.code for each in own} for own in has)
            commands = []
            for encounter, own in zip(encounters, has, strict=True):
                others = [each for each in own if each.code != term.code]
                there = term.code in {each.code for each in own}
                then = others if is_on else own if there else [*own, term]
                commands.append(made((encounter,), tuple(then)))
            command: Command = commands[0]
            if len(commands) > 1:
                words = (
                    translate("navigator", "No longer {term} at %n encounter(s)", "", len(commands))
                    if is_on
                    else translate("navigator", "{term} at %n encounter(s)", "", len(commands))
                )
                command = Several(tuple(commands), words.format(term=term.decode))
            offers.append(self._command(term.decode, command, is_on=is_on))
        return tuple(offers)

    def _next(self, item: Entry) -> tuple[str, ...]:
        section = self._editing.pane.section_of(item)
        if section is None:
            return ()
        order = [each.address for each in section.entries]
        at = order.index(item.address)
        return tuple(order[at + 1 : at + 2])

    def _raw(self, item: Entry) -> dict[str, object]:
        assert self._editing.study is not None
        return self._editing.study.document.index.object_at(item.address) or {}


def _term_of(code: Entity | None, terms: Sequence[Term]) -> Term:
    wanted = code.raw.get("code") if code is not None else None
    return next((term for term in terms if term.code == wanted), terms[0])
