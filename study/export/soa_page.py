"""The Schedule of Activities as it stands on paper: identity, what was shown, header rows, marks, footnotes.

A value of plain texts, from which CSV, HTML, XLSX, DOCX and PDF are made alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from study.export.identity import Identity, Imprint
from study.export.printable import one_line, printable
from study.export.shown import Shown, ShownDates
from study.language import translate
from study.model import StudyDesign
from study.soa import Column, HeaderRun, Row, ScheduleOfActivities
from study.soa_merge import merged_by_encounter
from study.timeline import is_main_timeline
from study.wording import MINUS

LONGEST_TITLE = 160
"""Characters of a title within the table; what is longer goes on under "Names in full"."""
LONGEST_HEAD = 70
"""The same for the heads of columns, which are narrow."""


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell over `length` columns from `start`; `inside` numbers the sub-timeline run there, 0 for none."""

    start: int
    length: int
    text: str
    letters: tuple[str, ...] = ()
    inside: int = 0


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A row over the table. `kind` is epoch, encounter, visit, day, window, date or date_window."""

    kind: str
    label: str
    cells: tuple[HeadCell, ...]


@dataclass(frozen=True, slots=True)
class SheetMark:
    """A cell: planned here or only noted; its own footnote letters; the number of the sub-timeline run inside.

    `instances` says at which visits of a merged column it is planned, from 1; () where at all of them.
    """

    is_planned: bool
    letters: tuple[str, ...] = ()
    inside: int = 0
    instances: tuple[int, ...] = ()

    @property
    def sign(self) -> str:
        """X where something is planned, with an arrow where a sub-timeline is run inside it."""
        return self.cross + (arrow(self.inside) if self.inside else "")

    @property
    def cross(self) -> str:
        """X where something is planned, with the visits that it is planned at, where these are not all."""
        if not self.is_planned:
            return ""
        return f"X ({', '.join(map(str, self.instances))})" if self.instances else "X"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """An activity or a group of them with its marks by column."""

    title: str
    level: int
    is_group: bool
    letters: tuple[str, ...] = ()
    marks: Mapping[int, SheetMark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SoaSheet:
    """A whole table with what must be said around it. `insides` are sub-timelines by number, from 1.

    `epochs` and `encounters` are the first columns of each of their runs, where a page may break;
    `long_names` is what was too long for its cell: (the number in brackets there, the whole text).
    """

    identity: Identity
    imprint: Imprint
    heading: str
    timeline: str
    shown: tuple[str, ...]
    corner: str
    count: int
    heads: tuple[HeadRow, ...]
    rows: tuple[SheetRow, ...]
    footnotes: tuple[tuple[str, str], ...]
    insides: tuple[str, ...]
    legend: tuple[str, ...]
    epochs: tuple[int, ...]
    encounters: tuple[int, ...]
    long_names: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """What the file is, in one line."""
        return f"{self.identity.name} · {self.heading} · {self.timeline}"


def arrow(number: int) -> str:
    """The sign of the sub-timeline with this number, "→1"."""
    return f"→{number}"


def soa_sheet(
    soa: ScheduleOfActivities,
    design: StudyDesign,
    identity: Identity,
    imprint: Imprint,
    shown: Shown | None = None,
    *,
    whole: bool = False,
) -> SoaSheet:
    """The sheet of what `shown` says was shown of `soa`. `whole`, for spreadsheets and programs, keeps long names
    in their cells and every header row.

    Else header rows that say nothing are left out: no encounter anywhere, or each encounter named as its visit.
    Footnotes are those whose letter stands on the sheet, and those that belong nowhere.
    """
    return _Sheet(soa, design, shown or Shown(), whole).made(identity, imprint)


class _Sheet:
    """Takes what is shown out of a table, column by column, and collects what is said below it."""

    def __init__(self, soa: ScheduleOfActivities, design: StudyDesign, shown: Shown, whole: bool) -> None:
        self.soa = soa = merged_by_encounter(soa) if shown.merged else soa
        self.shown = shown
        self.whole = whole
        self.names = {timeline.id: one_line(timeline.title) for timeline in design.timelines if timeline.id}
        self.is_main = is_main_timeline(soa.timeline, design)
        self.insides: dict[str, int] = {}
        self.inside_counts: dict[str, int] = {}
        self.long_names: list[tuple[str, str]] = []
        self.used: set[str] = set()
        self.kept = [
            c for c, column in enumerate(soa.columns) if shown.columns is None or column.key in shown.columns
        ]
        self.kept_rows = _rows_with_groups(soa.rows, shown.rows)

    def made(self, identity: Identity, imprint: Imprint) -> SoaSheet:
        soa = self.soa
        heads = self._heads()
        rows = tuple(self._row(r) for r in self.kept_rows)
        hidden = len(soa.columns) - len(self.kept)
        activities = [r for r in self.kept_rows if not soa.rows[r].is_group]
        all_activities = sum(not row.is_group for row in soa.rows)
        legend = [translate("export", "X: planned.")] if any(row.marks for row in rows) else []
        counts = {number: self.inside_counts[key] for key, number in self.insides.items()}
        names = {number: self.names.get(key, "") for key, number in self.insides.items()}
        legend += [
            translate(
                "export", "{sign}: {name}, a schedule of its own with %n time(s).", "", counts[number]
            ).format(sign=arrow(number), name=names[number])
            for number in sorted(names)
        ]
        if any(mark.instances for row in rows for mark in row.marks.values()):
            legend.append(
                translate("export", "X (2): planned at the second visit of the column's encounter alone.")
            )
        if any(row.letters or any(mark.letters for mark in row.marks.values()) for row in rows) or any(
            cell.letters for head in heads for cell in head.cells
        ):
            legend.append(translate("export", "Letters: footnotes, below the table."))
        return SoaSheet(
            identity=identity,
            imprint=imprint,
            heading=translate("export", "Schedule of Activities"),
            timeline=one_line(soa.timeline.title),
            shown=self.shown.sentences(hidden, all_activities - len(activities)),
            corner=translate("export", "Activity"),
            count=len(self.kept),
            heads=heads,
            rows=rows,
            footnotes=tuple(
                (note.letter, printable(note.text).strip())
                for note in soa.footnotes
                if note.letter in self.used or not note.letter
            ),
            insides=tuple(names[number] for number in sorted(names)),
            legend=tuple(legend),
            epochs=self._starts(soa.epochs),
            encounters=self._starts(soa.encounters),
            long_names=tuple(self.long_names),
        )

    # Header rows

    def _heads(self) -> tuple[HeadRow, ...]:
        soa = self.soa
        dates = self.shown.dates
        rows = [
            HeadRow("epoch", translate("export", "Epoch"), self._runs(soa.epochs)),
            HeadRow("encounter", translate("export", "Encounter"), self._runs(soa.encounters)),
            HeadRow("visit", translate("export", "Visit"), self._visits()),
            HeadRow(
                "day",
                translate("export", "Day") if self.is_main else translate("export", "Time"),
                self._each(self._day),
            ),
            HeadRow("window", translate("export", "Window"), self._each(lambda column: column.window_text)),
        ]
        if dates is not None:
            rows += [
                HeadRow("date", translate("export", "Date"), self._dates(dates, window=False)),
                HeadRow("date_window", translate("export", "Allowed"), self._dates(dates, window=True)),
            ]
        return tuple(row for row in rows if self._says_something(row, rows[2]))

    def _day(self, column: Column) -> str:
        """The study day as a number, for the row already says that it is one; else as everywhere."""
        planned = column.planned
        if self.whole or planned.study_day is None or column.members:
            return column.day_text
        first = str(planned.study_day).replace("-", MINUS)
        if not planned.is_range or planned.window_close_day is None:
            return first
        last = str(planned.window_close_day).replace("-", MINUS)
        return translate("export", "{first} to {last}").format(first=first, last=last)

    def _says_something(self, row: HeadRow, visits: HeadRow) -> bool:
        if self.whole or row.kind in ("visit", "day"):
            return True
        if row.kind == "encounter":
            titles = {cell.start: cell.text for cell in visits.cells}
            repeats = all(
                not cell.text or (cell.length == 1 and cell.text == titles[cell.start]) for cell in row.cells
            )
            return not repeats
        return any(cell.text for cell in row.cells)

    def _runs(self, runs: Sequence[HeaderRun]) -> tuple[HeadCell, ...]:
        of_column = {c: run for run in runs for c in range(run.start, run.start + run.length)}
        cells: list[HeadCell] = []
        last: HeaderRun | None = None
        for n, c in enumerate(self.kept):
            run = of_column.get(c)
            if cells and run is last:
                cells[-1] = HeadCell(cells[-1].start, cells[-1].length + 1, cells[-1].text)
            else:
                cells.append(HeadCell(n, 1, self._short(one_line(run.title) if run else "", LONGEST_HEAD)))
            last = run
        return tuple(cells)

    def _visits(self) -> tuple[HeadCell, ...]:
        cells = []
        for n, c in enumerate(self.kept):
            column = self.soa.columns[c]
            self.used.update(column.footnotes)
            number = self._number(column.sub_timeline, column.sub_count)
            cells.append(
                HeadCell(n, 1, self._short(_visit_title(column), LONGEST_HEAD), column.footnotes, number)
            )
        return tuple(cells)

    def _each(self, text_of: Callable[[Column], str]) -> tuple[HeadCell, ...]:
        return tuple(HeadCell(n, 1, text_of(self.soa.columns[c])) for n, c in enumerate(self.kept))

    def _dates(self, dates: ShownDates, *, window: bool) -> tuple[HeadCell, ...]:
        cells = []
        for n, c in enumerate(self.kept):
            column = self.soa.columns[c]
            keys = [member.key for member in column.members] or [column.key]
            found = [dates.texts[key] for key in keys if key in dates.texts]
            texts = [one_line(each.window if window else each.whole_day) for each in found]
            cells.append(HeadCell(n, 1, " · ".join(text for text in dict.fromkeys(texts) if text)))
        return tuple(cells)

    def _starts(self, runs: Sequence[HeaderRun]) -> tuple[int, ...]:
        of_column = {c: n for n, run in enumerate(runs) for c in range(run.start, run.start + run.length)}
        places = [of_column.get(c, -1) for c in self.kept]
        return tuple(n for n in range(len(places)) if n == 0 or places[n] != places[n - 1])

    # Rows

    def _row(self, r: int) -> SheetRow:
        row = self.soa.rows[r]
        self.used.update(row.footnotes)
        marks = {}
        for n, c in enumerate(self.kept):
            if mark := self._mark(r, c):
                marks[n] = mark
        title = self._short(one_line(row.title), LONGEST_TITLE)
        return SheetRow(title, row.level, row.is_group, row.footnotes, marks)

    def _mark(self, r: int, c: int) -> SheetMark | None:
        found = self.soa.marks.get((r, c))
        letters = found.footnotes if found else self.soa.unmarked.get((r, c), ())
        if found is None:
            self.used.update(letters)
            return SheetMark(False, letters) if letters else None
        self.used.update(letters)
        members = len(self.soa.columns[c].members)
        instances = found.instances if len(found.instances) < members else ()
        return SheetMark(True, letters, self._number(found.sub_timeline, found.sub_count), instances)

    def _number(self, timeline: str | None, count: int) -> int:
        if not timeline:
            return 0
        self.inside_counts[timeline] = count
        return self.insides.setdefault(timeline, len(self.insides) + 1)

    def _short(self, text: str, longest: int) -> str:
        if self.whole or len(text) <= longest:
            return text
        known = {full: number for number, full in self.long_names}
        number = known.get(text)
        if number is None:
            number = str(len(self.long_names) + 1)
            self.long_names.append((number, text))
        return f"{text[: longest - 10].rstrip()}… [{number}]"


def _visit_title(column: Column) -> str:
    title = one_line(column.title)
    return translate("export", "{visit} (decision)").format(visit=title) if column.is_decision else title


def _rows_with_groups(rows: Sequence[Row], shown: frozenset[str] | None) -> list[int]:
    """The rows that are shown, each with the groups above it, so that none stands without its heading."""
    if shown is None:
        return list(range(len(rows)))
    kept: set[int] = set()
    above: list[int] = []
    for r, row in enumerate(rows):
        while above and rows[above[-1]].level >= row.level:
            above.pop()
        if row.key in shown:
            kept.update(above)
            kept.add(r)
        if row.is_group:
            above.append(r)
    return sorted(kept)
