"""What a view showed of a timeline: which visits and activities, how filtered and merged, with which dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from study.language import translate


@dataclass(frozen=True, slots=True)
class DateTexts:
    """The dates of one visit as people read them: the day, the first to last allowed one, a holiday or weekend."""

    day: str
    window: str = ""
    note: str = ""

    @property
    def whole_day(self) -> str:
        """The day with its note."""
        if self.day and self.note:
            return translate("export", "{date} ({note})").format(date=self.day, note=self.note)
        return self.day


@dataclass(frozen=True, slots=True)
class ShownDates:
    """Dates beside the days. `basis` says what they count from: anchor date, time zone, country, what-if.

    `texts` are by instance key; `notes` are sentences that hold for the table ("dates are provisional").
    """

    basis: str
    texts: Mapping[str, DateTexts]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What was shown; without arguments, all of it.

    `columns` are the keys of the columns shown, merged ones too, and `rows` those of the activities, None for all.
    `merged`: the visits of one encounter stand as one column. `filters` are those in force, as the view words them.
    """

    columns: frozenset[str] | None = None
    rows: frozenset[str] | None = None
    merged: bool = False
    filters: tuple[str, ...] = ()
    dates: ShownDates | None = None
    notes: tuple[str, ...] = field(default=())

    def sentences(self, hidden_visits: int, hidden_activities: int) -> tuple[str, ...]:
        """What a reader has to know to judge what is missing on the sheet; never empty."""
        said: list[str] = []
        if hidden_visits or hidden_activities:
            parts = []
            if hidden_visits:
                parts.append(translate("export", "%n visit(s) not shown", "", hidden_visits))
            if hidden_activities:
                parts.append(translate("export", "%n activit(ies) not shown", "", hidden_activities))
            said.append("; ".join(parts) + ".")
        else:
            said.append(translate("export", "All visits and activities of this timeline are shown."))
        said += [translate("export", "Filter: {filter}.").format(filter=each) for each in self.filters]
        if self.merged:
            said.append(translate("export", "The visits of one encounter stand in one column."))
        if self.dates is not None:
            said.append(translate("export", "Dates: {basis}.").format(basis=self.dates.basis.rstrip(".")))
            said += self.dates.notes
        else:
            said.append(translate("export", "Study days and windows as planned, without dates."))
        return (*said, *self.notes)
