"""Where tables are broken: epochs and encounters stay whole where they can, headings never stand alone."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from study.export.runs import column_runs, row_pages

WIDTHS = st.lists(st.floats(1, 30), min_size=1, max_size=60)


@given(WIDTHS, st.floats(30, 200), st.lists(st.integers(0, 59)), st.lists(st.integers(0, 59)))
def test_runs_cover_all_columns_in_order_and_fit(
    widths: list[float], room: float, epochs: list[int], encounters: list[int]
) -> None:
    count = len(widths)
    runs = column_runs(widths, room, [n for n in epochs if n < count], [n for n in encounters if n < count])
    assert [c for run in runs for c in run] == list(range(count))
    assert all(sum(widths[c] for c in run) <= room + 1e-3 for run in runs)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12))
def test_an_encounter_that_fits_is_never_cut(lengths: list[int]) -> None:
    starts = [sum(lengths[:n]) for n in range(len(lengths))]
    runs = column_runs([10.0] * sum(lengths), 90.0, (), starts)
    assert all(run.start in starts for run in runs)


def test_an_epoch_that_fits_stays_whole_though_it_costs_a_page() -> None:
    assert column_runs([10.0] * 9, 60.0, (0, 4)) == [range(4), range(4, 9)]
    assert column_runs([10.0] * 6, 60.0, (0, 4)) == [range(6)]


def test_a_long_epoch_is_cut_evenly() -> None:
    runs = column_runs([10.0] * 12, 80.0, (0,))
    assert [len(run) for run in runs] == [6, 6]


def test_what_just_fits_is_not_cut_by_a_rounding() -> None:
    assert column_runs([218 / 14] * 14, 218.0) == [range(14)]


def test_no_columns_and_columns_wider_than_the_page() -> None:
    assert column_runs([], 100.0) == []
    assert column_runs([200.0, 200.0], 100.0) == [range(1), range(1, 2)]


@given(
    st.lists(st.tuples(st.floats(1, 50), st.booleans()), max_size=80), st.floats(60, 300), st.floats(10, 60)
)
def test_pages_cover_all_rows_and_end_with_no_heading(
    rows: list[tuple[float, bool]], room: float, first: float
) -> None:
    heights = [height for height, _ in rows]
    groups = [group for _, group in rows]
    levels = [0 if group else 1 for group in groups]
    pages = row_pages(heights, room, levels, groups, first)
    assert [r for page in pages for r in page] == list(range(len(rows)))
    for page, after in pairwise(pages):
        assert len(page) == 1 or not groups[page.stop - 1]
        assert after.start == page.stop
