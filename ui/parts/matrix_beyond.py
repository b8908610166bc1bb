"""What the table's menu offers to say of planned assessments that USDM has no place for; kept in the annexe.

How binding they are, how often in a visit, of which one is done, and what goes on from one visit to another.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from study.annexe import Cell, MarkKind
from study.commands.command import Command
from study.language import translate
from study.said_of_marks import Said, reach_of_span, said_of
from study.soa import ScheduleOfActivities
from ui.matrix.chosen import visits_of

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.parts.matrix_menu import MatrixMenu

OFTEN = range(1, 7)
"""How many times within a visit the menu offers; any other number is typed."""


class Beyond:
    """The entries about `marked`, the planned cells that are meant, in one menu."""

    def __init__(self, host: MatrixMenu, menu: QMenu, study: OpenStudy, marked: Sequence[Cell]) -> None:
        self._host, self._menu, self._study = host, menu, study
        self._marked = tuple(dict.fromkeys(marked))
        self._why = "" if self._marked else translate("matrix", "Nothing is planned here.")
        projection = study.projection
        self._timeline = (projection.timeline.id or "") if projection is not None else ""
        self._soa = projection.soa if projection is not None else None
        self._said = said_of(study.annexe, [self._soa]) if self._soa is not None else Said()

    def of_cells(self, rows: Sequence[int], columns: Sequence[int], soa: ScheduleOfActivities) -> None:
        """For chosen cells of these rows and columns of the table as it is shown."""
        self._class_as()
        self._how_often()
        self._one_of()
        visits = [v.key for c in sorted(set(columns)) for v in visits_of(soa.columns[c]) if not v.is_decision]
        self._goes_on(sorted(set(rows)), visits, soa)

    def of_rows(self, rows: Sequence[int], soa: ScheduleOfActivities) -> None:
        """For whole rows: what is planned in them, wherever."""
        self._class_as()
        self._how_often()
        self._one_of()
        planned = {visit for visit, _ in self._marked}
        visits = [v.key for column in soa.columns for v in visits_of(column) if v.key in planned]
        every = [v.key for c in soa.columns for v in visits_of(c) if not v.is_decision]
        self._goes_on(list(rows), visits or every, soa)

    def of_visits(self) -> None:
        """For all that is planned at some visits."""
        self._class_as()
        self._how_often()

    def _class_as(self) -> None:
        from study.commands.annexe_marks import ClassifyMarks

        said, marked = self._said, self._marked
        kinds = self._inside(translate("matrix", "Class as"))
        if not marked:
            return
        now: MarkKind | None = None
        if all(cell in said.conditional for cell in marked):
            now = MarkKind.CONDITIONAL
        elif all(cell in said.optional for cell in marked):
            now = MarkKind.OPTIONAL
        elif not any(cell in said.conditional | said.optional for cell in marked):
            now = MarkKind.REQUIRED
        for kind, words in (
            (MarkKind.REQUIRED, translate("matrix", "Required")),
            (MarkKind.CONDITIONAL, translate("matrix", "Conditional")),
            (MarkKind.OPTIONAL, translate("matrix", "Optional")),
        ):
            self._host.command(kinds, words, ClassifyMarks(marked, kind), on=now is kind)

    def _how_often(self) -> None:
        from ui.edit_dialogs.beyond import TimesDialog

        often = self._inside(translate("matrix", "How often in the visit"))
        if not self._marked:
            return
        now = {self._said.times.get(cell, 1) for cell in self._marked}
        for number in OFTEN:
            words = translate("matrix", "%n time(s)", "", number)
            self._host.command(often, words, self._times(number), on=now == {number})
        self._host.dialog(
            often,
            translate("matrix", "Another number…"),
            partial(TimesDialog, self._study, self._timeline, self._times),
        )

    def _times(self, number: int) -> Command:
        from study.commands.annexe_marks import TimesInVisit
        from study.commands.several import SeveralBeside

        commands = tuple(TimesInVisit(*cell, number) for cell in self._marked)
        if len(commands) == 1:
            return commands[0]
        called = translate("matrix", "Do {assessments} {times}").format(
            assessments=translate("matrix", "%n assessment(s)", "", len(commands)),
            times=translate("matrix", "%n time(s)", "", number),
        )
        return SeveralBeside(commands, called)

    # One of several

    def _one_of(self) -> None:
        from study.commands.annexe_marks import DissolveGroup, OneOfGroup
        from study.commands.several import SeveralBeside

        by_visit: dict[str, list[str]] = {}
        for visit, activity in self._marked:
            by_visit.setdefault(visit, []).append(activity)
        several = tuple(
            OneOfGroup(visit, tuple(activities))
            for visit, activities in by_visit.items()
            if len(activities) > 1
        )
        words = translate("matrix", "Do one of these")
        if not several:
            few = translate("matrix", "Choose two activities or more, planned at the same visit.")
            self._off(words, self._why or few)
        elif len(several) == 1:
            self._host.command(self._menu, words, several[0])
        else:
            called = translate("matrix", "Do one of several at %n visit(s)", "", len(several))
            self._host.command(self._menu, words, SeveralBeside(several, called))
        groups = list(
            dict.fromkeys(g for cell in self._marked if (g := self._said.group_of(cell)) is not None)
        )
        if groups:
            undone = tuple(DissolveGroup(each.id, each.instance, each.activities) for each in groups)
            called = translate("matrix", "Do all of several at %n visit(s)", "", len(undone))
            self._host.command(
                self._menu,
                translate("matrix", "Do all of them again"),
                undone[0] if len(undone) == 1 else SeveralBeside(undone, called),
            )

    # What goes on

    def _goes_on(self, rows: Sequence[int], visits: Sequence[str], soa: ScheduleOfActivities) -> None:
        from study.commands.annexe_marks import RemoveSpan
        from ui.edit_dialogs.beyond import SpanDialog

        words = translate("matrix", "Goes on until…")
        columns = self._soa.columns if self._soa is not None else ()
        keys, plain = [c.key for c in columns], [c.key for c in columns if not c.is_decision]
        if len(rows) != 1 or not visits:
            self._off(words, translate("matrix", "Choose cells of one activity."))
            return
        activity = soa.rows[rows[0]].key
        first, last = visits[0], visits[-1]
        if first == last and first in plain and len(plain) > 1:
            at = plain.index(first)
            first, last = (first, plain[at + 1]) if at + 1 < len(plain) else (plain[at - 1], first)
        self._host.dialog(
            self._menu, words, partial(SpanDialog, self._study, self._timeline, activity, first, last)
        )
        here = {number for number, key in enumerate(keys) if key in visits}
        titles = {column.key: column.title for column in self._soa.columns} if self._soa is not None else {}
        for span in self._said.spans:
            if self._soa is None or span.activity != activity:
                continue
            if here.isdisjoint(reach_of_span(span, self._soa)):
                continue
            text = translate("matrix", "No longer go on from {first} to {last}").format(
                first=_short(titles[span.first]), last=_short(titles[span.last])
            )
            self._host.command(self._menu, text, RemoveSpan(span.id, activity, span.first, span.last))

    # Entries

    def _inside(self, words: str) -> QMenu:
        menu = self._menu.addMenu(words)
        menu.setToolTipsVisible(True)
        menu.setEnabled(bool(self._marked))
        menu.menuAction().setToolTip(self._why)
        return menu

    def _off(self, words: str, why: str) -> None:
        entry: QAction = self._host.entry(self._menu, words, _nothing)
        entry.setEnabled(False)
        entry.setToolTip(why)


def _nothing() -> None:
    """What an entry does that is off."""


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


_LONGEST = 32
