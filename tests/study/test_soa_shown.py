"""Which part of a table is shown, merged, counted, copied; and where its footnotes and marks disagree."""

from __future__ import annotations

import functools
import random
from html.parser import HTMLParser

import pytest

from study.apply import apply, setting_of
from study.document import Document
from study.model import Condition
from study.soa import Footnote, ScheduleOfActivities, schedule_of_activities
from study.soa_copy import as_html, as_tsv, copied
from study.soa_filter import find, loosely, plain, position
from study.soa_footnotes import FootnotePlaces, days_named, disagreements, footnote_places, places_text
from study.soa_kept import kept_up
from study.soa_merge import merged_by_encounter
from study.soa_shown import Asked, SoaIndex, narrowed
from study.soa_steps import timeline_steps
from study.soa_totals import totals
from tests.benchmarks.made_up import long_study
from tests.shared import shared_study
from tests.ui.studies import sample_tables


@functools.cache
def table(name: str) -> ScheduleOfActivities:
    """The main table of a shared study."""
    (design,) = Document.from_bytes(shared_study(name)).designs()
    timeline = design.main_timeline
    assert timeline is not None
    return schedule_of_activities(timeline, design)


LZZT, ALEXION = "cdisc-pilot-lzzt-v4", "alexion-nct04573309-v4"


def titles(soa: ScheduleOfActivities, rows: tuple[int, ...]) -> list[str]:
    return [soa.rows[r].title for r in rows]


# Finding


def test_a_number_is_found_whole_before_it_is_found_in_another() -> None:
    assert position(plain("Week 12"), plain("week 1")) == -1
    assert position(plain("Week 12, Week 1"), plain("week 1")) == 9
    assert loosely(plain("Week 12"), plain("week 1")) == 0


def test_capitals_accents_and_dashes_do_not_matter_and_lengths_stay() -> None:
    assert plain("ÉCG Straße −1") == "ecg straße −1"
    assert plain("Day -1") == "day −1"
    for text in ("İstanbul", "ﬁnal", "日本 🙂", "ẞ"):
        assert len(plain(text)) == len(text)


def test_a_phrase_can_name_an_activity_and_a_visit_in_either_order() -> None:
    rows, columns = [("ecg",), ("vital signs",)], [("week 8", "day 57"), ("week 18",)]
    for phrase in ("ecg week 8", "Week 8  ECG"):
        found = find(phrase, rows, columns)
        assert (found.rows, found.columns) == (frozenset({0}), frozenset({0}))
        assert (found.row_phrase, found.column_phrase) == ("ecg", "week 8")
    assert find("vital", rows, columns).columns is None
    nothing = find("mri", rows, columns)
    assert (nothing.rows, nothing.columns) == (frozenset(), frozenset())


# Filter, hide, fold


def test_what_is_done_at_week_8_is_one_filter_away() -> None:
    soa = table(LZZT)
    shown = SoaIndex(soa).shown(Asked("week 8", hide_empty_rows=True))
    assert [soa.columns[c].title for c in shown.columns] == ["Week 8", "Week NPI"]
    assert shown.activities == (10, 30)
    assert shown.visits == (2, 16)
    assert shown.assessments == 11
    assert not {"Urinalysis", "Plasma Specimen (Xanomeline)"} & set(titles(soa, shown.rows))


def test_order_is_never_changed_and_headers_stay_contiguous() -> None:
    soa = table(ALEXION)
    shown = SoaIndex(soa).shown(Asked("2", hide_empty_rows=True, hide_empty_columns=True))
    assert list(shown.rows) == sorted(shown.rows)
    assert list(shown.columns) == sorted(shown.columns)
    assert sum(run.length for run in shown.epochs) == len(shown.columns)
    assert [run.start for run in shown.epochs] == [
        sum(run.length for run in shown.epochs[:n]) for n in range(len(shown.epochs))
    ]


def test_counts_agree_with_counting_by_hand_whatever_is_asked() -> None:
    soa = table(ALEXION)
    index = SoaIndex(soa)
    chance = random.Random(7)
    groups = [row.key for row in soa.rows if row.is_group]
    for phrase in ("", "day 1", "pk", "treatment", "blood day 2", "zzz", "-"):
        asked = Asked(
            phrase,
            frozenset(chance.sample(groups, 3)),
            chance.random() < 0.5,
            chance.random() < 0.5,
        )
        shown = index.shown(asked)
        counted = [(r, c) for r in shown.counted for c in shown.columns if (r, c) in soa.marks]
        assert shown.assessments == len(counted)
        assert shown.activities[0] == sum(not soa.rows[r].is_group for r in shown.counted)
        sums = totals(index, shown)
        assert sums.all == sum(sums.columns) == sum(sums.epochs) == len(counted)
        for row, total in zip(shown.rows, sums.rows, strict=True):
            own = {row, *index.members.get(row, ())} & set(shown.counted)
            at = [c for c in shown.columns if any((r, c) in soa.marks for r in own)]
            assert (total.visits, total.first, total.last) == (
                (len(at), at[0], at[-1]) if at else (0, -1, -1)
            )
        hidden = {r for group in shown.folded_marks for r in index.members[group]}
        assert not hidden & set(shown.rows)


def test_a_folded_group_says_what_it_hides_and_a_filter_for_a_member_opens_it() -> None:
    soa = sample_tables()[0]
    index = SoaIndex(soa)
    safety = next(r for r, row in enumerate(soa.rows) if row.title == "Safety")
    shown = index.shown(Asked(folded=frozenset({soa.rows[safety].key})))
    expected = [sum((r, c) in soa.marks for r in index.members[safety]) for c in range(len(soa.columns))]
    assert list(shown.folded_marks[safety]) == expected
    found = index.shown(Asked("12-lead", frozenset({soa.rows[safety].key})))
    assert titles(soa, found.rows) == ["Safety", "12-lead ECG"]


def test_a_group_that_is_found_comes_with_its_members() -> None:
    soa = sample_tables()[0]
    index = SoaIndex(soa)
    safety = next(r for r, row in enumerate(soa.rows) if row.title == "Safety")
    assert index.shown(Asked("safety")).rows[: len(index.members[safety]) + 1] == (
        safety,
        *index.members[safety],
    )


def test_hiding_what_is_empty_keeps_cells_that_a_footnote_names() -> None:
    soa = table(ALEXION)
    assert soa.unmarked
    shown = SoaIndex(soa).shown(Asked(hide_empty_rows=True, hide_empty_columns=True))
    for row, column in soa.unmarked:
        assert row in shown.rows
        assert column in shown.columns
    empty = [
        c for c in range(len(soa.columns)) if not any(cell[1] == c for cell in (*soa.marks, *soa.unmarked))
    ]
    assert empty
    assert not set(empty) & set(shown.columns)


def test_a_narrowed_table_is_a_table_with_the_same_letters() -> None:
    soa = table(LZZT)
    shown = SoaIndex(soa).shown(Asked("week 8", hide_empty_rows=True))
    part = narrowed(soa, shown.counted, shown.columns)
    assert len(part.marks) == shown.assessments
    assert {(part.rows[r].title, part.columns[c].title) for r, c in part.marks} == {
        (soa.rows[r].title, soa.columns[c].title)
        for r, c in soa.marks
        if r in shown.counted and c in shown.columns
    }
    assert sum(run.length for run in part.encounters) == 2
    assert part.footnotes == ()
    assert narrowed(soa, range(len(soa.rows)), range(len(soa.columns))) is soa


# Merged by encounter


def test_visits_of_one_encounter_stand_in_one_column_and_say_which_is_meant() -> None:
    soa = table(LZZT)
    merged = merged_by_encounter(soa)
    assert [column.title for column in merged.columns if column.members] == [
        "Week 8",
        "Week 12",
        "Week 16",
        "Week 20",
    ]
    week8 = next(c for c, column in enumerate(merged.columns) if column.title == "Week 8")
    assert merged.columns[week8].day_text == "Day 57, 71"
    assert [member.title for member in merged.columns[week8].members] == ["Week 8", "Week NPI"]
    by_title = {merged.rows[r].title: mark.instances for (r, c), mark in merged.marks.items() if c == week8}
    assert by_title["NPI-X"] == (1, 2)
    assert by_title["ECG"] == (1,)
    restored = {
        (r, merged.columns[c].members[n - 1].key if mark.instances else merged.columns[c].key)
        for (r, c), mark in merged.marks.items()
        for n in mark.instances or (0,)
    }
    assert restored == {(r, soa.columns[c].key) for r, c in soa.marks}


def test_an_encounter_that_comes_back_is_never_regrouped() -> None:
    soa = sample_tables()[0]
    merged = merged_by_encounter(soa)
    keys = [member.key for column in merged.columns for member in column.members or (column,)]
    assert keys == [column.key for column in soa.columns]
    for runs, old in ((merged.epochs, soa.epochs), (merged.encounters, soa.encounters)):
        assert [run.title for run in runs] == [run.title for run in old]
        assert sum(run.length for run in runs) == len(merged.columns)


# Footnotes


def test_a_footnote_on_unmarked_cells_is_told_to_disagree() -> None:
    soa = table(ALEXION)
    places = footnote_places(soa)
    assert places["b"].unmarked
    assert not places["b"].marked
    note = next(note for note in soa.footnotes if note.letter == "b")
    assert places_text(soa, places["b"]) == "Admit to unit at Day 10, Day 22"
    assert disagreements(soa, note, places["b"]) == [
        "Nothing is planned where it stands: Admit to unit at Day 10, Admit to unit at Day 22"
    ]


def test_days_in_the_text_are_compared_with_the_days_that_are_marked() -> None:
    soa = table(ALEXION)
    places = footnote_places(soa)
    said = {
        note.letter: disagreements(soa, note, places.get(note.letter))
        for note in soa.footnotes
        if note.letter
    }
    assert said["q"] == ["Text names Day −8 to −1, 1 to 9, 23 to 40; not marked on Day −8, 9, 40"]
    assert said["d"] == said["h"] == []
    row = next(r for (r, c), mark in soa.marks.items() if mark.sub_count == 11)
    note = Footnote("x", Condition({"id": "X"}), "Full profile on Days 1, 25, 29, and 39.")
    (told,) = disagreements(soa, note, FootnotePlaces(rows=[row]))
    assert told.startswith("Text names Day 1, 25, 29, 39; marked also on Day ")
    assert "not on" not in told
    # Of one cell, a day in the text is mostly what its condition looks back to.
    sample = sample_tables()[0]
    ecg = next(note for note in sample.footnotes if note.letter == "b")
    assert days_named(ecg.text) == {1, 8}
    assert disagreements(sample, ecg, footnote_places(sample)["b"]) == []


def test_a_footnote_without_a_place_is_compared_with_the_activity_that_it_abbreviates() -> None:
    soa = table(ALEXION)
    told = [
        disagreements(soa, note, None) for note in soa.footnotes if not note.letter and "PK/PD" in note.text
    ]
    assert len(told) == 2
    for sentences in told:
        assert sentences[0] == "The file names no place of this timeline for it"
        assert sentences[1].startswith("Blood sampling for PK: ")
        assert sentences[1].endswith(
            ": Text names Day 1, 25, 29, 39; marked also on Day 26 to 28, 30 to 38, 40"
        )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on Days 1, 25, 29, and 39", {1, 25, 29, 39}),
        ("from Day -3 through Day 2", {-3, -2, -1, 1, 2}),
        ("within 42 days of dosing", set()),
        ("Day 54+/-2 at the latest", set()),
        ("Days 8 to 5", set()),
        ("day", set()),
    ],
)
def test_days_that_a_text_names(text: str, days: set[int]) -> None:
    assert days_named(text) == days


def test_the_steps_of_a_sub_timeline_are_told_with_what_has_nothing_planned() -> None:
    soa = table(ALEXION)
    timeline = next(mark.sub_timeline for mark in soa.marks.values() if mark.sub_timeline)
    name, steps = timeline_steps(soa, timeline or "")
    assert name == "PKPD Timeline"
    assert [step.when for step in steps if step.is_planned] == [
        "−30 min",
        "+2 h",
        "+4 h",
        "+5 h",
        "+6 h",
        "+8 h",
        "+12 h",
        "+24 h",
    ]
    assert timeline_steps(soa, "nowhere") == ("", ())


# The clipboard


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not {name for name, _ in attrs} - {"scope", "charset"}
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip("\xa0")


def test_the_clipboard_has_the_same_cells_as_text_and_as_html() -> None:
    soa = sample_tables()[0]
    rows = copied(soa)
    read = _Cells()
    read.feed(as_html(rows, len(rows) - len(soa.rows)))
    lines = [[cell.strip() for cell in line.split("\t")] for line in as_tsv(rows).splitlines()]
    assert lines == [[cell.strip() for cell in row] for row in read.rows]
    assert {len(line) for line in lines} == {len(soa.columns) + 1}
    assert sum(cell.startswith("X") for line in lines[-len(soa.rows) :] for cell in line[1:]) == len(
        soa.marks
    )


def test_a_merged_table_names_the_visits_that_a_mark_means() -> None:
    merged = merged_by_encounter(table(LZZT))
    rows = copied(merged)
    week8 = next(c for c, column in enumerate(merged.columns) if column.title == "Week 8")
    ecg = next(row for row in rows if row[0] == "ECG")
    npi = next(row for row in rows if row[0].startswith("NPI-X"))
    assert ecg[week8 + 1] == "X [Week 8]"
    assert npi[week8 + 1] == "X"


def test_nothing_that_a_study_says_is_markup_or_breaks_a_line() -> None:
    rows = [["<script>x</script>", "a\tb\nc"], ["=1", "<img src=http://x/>"]]
    note = Footnote("a", Condition({"id": "N"}), "<b>loud</b>")
    read = _Cells()
    read.feed(as_html(rows, 1, [note]))
    assert read.tags == {"meta", "table", "tr", "th", "td", "p"}
    assert as_tsv(rows) == "<script>x</script>\ta b c\n=1\t<img src=http://x/>\n"


def test_after_an_edit_names_are_those_that_columns_have_now() -> None:
    document = Document.from_bytes(long_study(12, 4))
    _, design, timeline = document.timelines()[0]
    before = schedule_of_activities(timeline, design)
    index = SoaIndex(before)
    assert index.shown(Asked(phrase="Somewhere")).columns == ()
    changed = apply(document, [setting_of(document, "visit_5", "label", "Somewhere else")]).changed
    after = kept_up(before, changed.attributes, design, before.planned)
    assert after is not None
    assert after.rows is before.rows
    assert index.remarked(after).shown(Asked(phrase="Somewhere")).columns == (5,)
