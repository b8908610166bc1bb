"""A simulated group in sentences, plots and tables: the same figures everywhere."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections import Counter
from itertools import pairwise

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.simulation.figures import GroupFigures
from study.simulation.group_plots import (
    Hue,
    Measure,
    deviation_plot,
    label_step,
    length_plot,
    ticks,
    week_plot,
)
from study.simulation.group_tables import (
    all_tables,
    deviation_table,
    length_table,
    tables_tsv,
    tables_xlsx,
    visit_table,
    week_table,
)
from study.simulation.group_words import assumed_lines, sentences, share_text
from study.simulation.outcomes import AS_PLANNED, Compliance, Discontinuation, Minutes, Outcomes
from study.simulation.outcomes_file import outcomes_from_json
from tests.study.simulation.groups import START, WORKDAYS, figures_of, simulated_group, weekly

LATE = Outcomes(
    discontinuation=Discontinuation(0.1),
    by_visit={"w3": Compliance(days_off=((-3, 1.0), (0, 2.0), (3, 3.0))), "w4": Compliance(missed=0.5)},
    minutes=Minutes(each=30),
)


@pytest.fixture(scope="module")
def late() -> GroupFigures:
    return figures_of(weekly(), simulated_group(weekly(), LATE, 40), LATE)


def test_a_group_that_goes_as_planned_is_told() -> None:
    figures = figures_of(weekly(), simulated_group(weekly(), participants=3))
    assert sentences(figures, weekly()) == [
        "3 participants: 3 came to the end of the schedule.",
        "Enrolment takes 1 week; the last participant ends in week 6, by 2026-02-15.",
        "A course to the end of the schedule lasts 36 days.",
        "Busiest is week 1, from 2026-01-05: 3 visits, 3 assessments.",
        "No potential deviation is to be expected.",
    ]


def test_what_goes_wrong_is_told_with_what_would_help(late: GroupFigures) -> None:
    said = "\n".join(sentences(late, weekly()))
    stopped = sum(number for (end, _), number in late.ends.items() if end.value == "stopped")
    assert f"{stopped} stopped before" in said
    assert f"To be expected: {sum(late.deviations.values())} potential deviations, " in said
    assert "The window of w3 is missed by" in said
    assert "2 days earlier and 2 days later would hold 100 %" in said
    assert "hours." in said


def test_a_limit_is_told() -> None:
    figures = figures_of(weekly(), simulated_group(weekly()))
    figures.limited = 2
    assert "2 participants went round a loop" in sentences(figures, weekly())[-1]


def test_a_small_share_is_never_none() -> None:
    assert [share_text(share) for share in (0, 0.001, 0.126, 0.999, 1)] == [
        "0 %",
        "under 1 %",
        "13 %",
        "over 99 %",
        "100 %",
    ]


def test_weeks_are_plotted_as_they_are_counted(late: GroupFigures) -> None:
    for measure, counted in (
        (Measure.VISITS, late.visits),
        (Measure.ASSESSMENTS, late.assessments),
        (Measure.UNDER_WAY, late.under_way),
    ):
        bars = week_plot(late, measure).bars
        assert [bar.total for bar in bars] == [counted[week] for week in range(1, late.weeks + 1)]
    hours = week_plot(late, Measure.HOURS).bars
    assert hours[0].total == late.seconds[1] / 3600 == 20
    assert hours[0].told == "Week 1, from 2026-01-05: 20 hours"


def test_deviations_are_plotted_by_kind_with_their_visit(late: GroupFigures) -> None:
    plot = deviation_plot(late, weekly())
    assert plot.is_across
    assert [series.hue for series in plot.series] == [Hue.EARLY, Hue.LATE, Hue.MISSED]
    assert {bar.key for bar in plot.bars} == {"w3", "w4"}
    assert [bar.total for bar in plot.bars] == sorted((bar.total for bar in plot.bars), reverse=True)
    assert sum(bar.total for bar in plot.bars) == sum(late.deviations.values())
    of_w4 = next(bar for bar in plot.bars if bar.key == "w4")
    assert of_w4.told == f"w4: Not done: {late.deviations['visit not done', 'w4']}"


def test_the_median_is_marked_where_it_lies() -> None:
    figures = GroupFigures(START, lengths=Counter({30: 1, 32: 3, 34: 1}))
    plot = length_plot(figures)
    assert [(bar.label, bar.total) for bar in plot.bars] == [
        ("30", 1),
        ("31", 0),
        ("32", 3),
        ("33", 0),
        ("34", 1),
    ]
    assert plot.mark == 2.5  # the middle of the third bar
    assert plot.mark_words == "median 32 days"
    assert length_plot(GroupFigures(START)).mark is None


@given(st.floats(0, 1e7), st.integers(2, 8))
def test_ticks_are_round_few_and_reach_the_highest(highest: float, most: int) -> None:
    found = ticks(highest, most)
    assert found[0] == 0
    assert found[-1] >= highest
    assert 2 <= len(found) <= most + 1
    assert len({b - a for a, b in pairwise(found)}) == 1
    assert str(found[1]).rstrip("0") in ("1", "2", "5")


@given(st.integers(0, 5_000), st.integers(1, 60))
def test_labels_are_no_more_than_there_is_room_for(bars: int, most: int) -> None:
    step = label_step(bars, most)
    assert bars / step <= most
    assert str(step).rstrip("0") in ("1", "2", "5")


def test_tables_hold_what_the_plots_show(late: GroupFigures) -> None:
    weeks = week_table(late)
    assert weeks.columns[-1] == "Hours"
    assert [row[2] for row in weeks.rows] == [late.visits[week] for week in range(1, late.weeks + 1)]
    assert weeks.rows[1][1] == START + dt.timedelta(days=7)
    deviations = deviation_table(late, weekly())
    assert deviations.columns == ("Visit", "Before the window", "After the window", "Not done", "All")
    assert sum(int(str(row[-1])) for row in deviations.rows) == sum(late.deviations.values())
    assert deviations.keys == tuple(bar.key for bar in deviation_plot(late, weekly()).bars)
    visits = {row[0]: row for row in visit_table(late, weekly()).rows}
    assert list(visits) == ["screening", "dose", "w1", "w2", "w3", "w4"]
    assert visits["dose"][3:6] == (None, None, None)  # it has no window
    assert visits["w1"][3:6] == (0, 0, 0.0)
    assert visits["w3"][-2:] == (2, 2)
    assert sum(int(str(row[-1])) for row in length_table(late).rows) == sum(late.lengths.values())


def test_days_on_which_the_site_is_closed_have_a_column_where_there_are_any() -> None:
    assert (
        "No working day" not in visit_table(figures_of(weekly(), simulated_group(weekly())), weekly()).columns
    )
    closed = {START + dt.timedelta(days=14 + off) for off in (-1, 0, 1)}
    site = type(WORKDAYS)(weekend=WORKDAYS.weekend, holiday=lambda day: "Holiday" if day in closed else "")
    figures = figures_of(weekly(), simulated_group(weekly(), site=site), site=site)
    table = visit_table(figures, weekly())
    column = table.columns.index("No working day")
    assert [row[column] for row in table.rows if row[0] == "w1"] == [1]


def test_the_text_file_has_every_table(late: GroupFigures) -> None:
    text = tables_tsv(late, weekly(), ("Seed: 1",)).decode()
    blocks = text.strip().split("\n\n")
    assert blocks[0].startswith("40 participants: ")
    assert blocks[0].endswith("Seed: 1")
    names = [block.split("\n")[0] for block in blocks[1:]]
    assert names == [table.name for table in all_tables(late, weekly())]
    for block, table in zip(blocks[1:], all_tables(late, weekly()), strict=True):
        lines = block.split("\n")[1:]
        assert len(lines) == len(table.rows) + 1
        assert {line.count("\t") for line in lines} == {len(table.columns) - 1}


def test_the_workbook_has_real_numbers_and_dates_and_is_always_the_same(late: GroupFigures) -> None:
    content = tables_xlsx(late, weekly(), ("=1+1",))
    assert content == tables_xlsx(late, weekly(), ("=1+1",))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Summary", *(table.name for table in all_tables(late, weekly()))]
    summary = [cell.value for cell in book["Summary"]["A"]]
    assert summary[: len(sentences(late, weekly()))] == sentences(late, weekly())
    assert summary[-1] == "=1+1"
    assert book["Summary"].cell(len(summary), 1).data_type == "s"
    weeks = list(book["Weeks"].values)
    week, first, visits = weeks[1][:3]
    assert (week, first.date(), visits) == (1, START, late.visits[1])


def test_what_was_assumed_is_enough_to_do_it_again() -> None:
    lines = assumed_lines(LATE, 40, 7, START, "DE")
    assert lines[:4] == (
        "40 participants",
        "Enrolment: all on 2026-01-05",
        "Seed: 7",
        "Country of the site: DE",
    )
    assert outcomes_from_json(json.loads(lines[4].removeprefix("Outcomes: "))) == LATE
    assert "every day is like any other" in assumed_lines(AS_PLANNED, 1, 1, START, "")[3]
