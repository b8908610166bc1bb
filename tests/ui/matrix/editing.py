"""Where something can be planned in a table, and what is: read from the table and from the document itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from app.open_study import OpenStudy
from ui.matrix.view import MatrixView


def plain_cells(view: MatrixView, planned: bool = False) -> list[tuple[int, int]]:
    """Cells of visits and activities that no group, decision or sub-timeline has to do with."""
    soa = view.sheet.soa
    assert soa is not None
    return [
        (r, c)
        for r, row in enumerate(soa.rows)
        for c, column in enumerate(soa.columns)
        if not row.is_group
        and not column.is_decision
        and not row.activity.sub_timeline
        and ((r, c) in soa.marks) == planned
    ]


def is_planned(view: MatrixView, row: int, column: int) -> bool:
    soa = view.sheet.soa
    assert soa is not None
    return (row, column) in soa.marks


def stands_in_document(study: OpenStudy, view: MatrixView, row: int, column: int) -> bool:
    soa = view.sheet.soa
    assert soa is not None
    visit = study.document.index.object_at(soa.columns[column].key)
    assert visit is not None
    ids = visit.get("activityIds")
    return isinstance(ids, list) and soa.rows[row].key in ids


def at(view: MatrixView, row: int, column: int) -> QPoint:
    view.bring_into_view(row, column)
    return view.cell_rect(row, column).center()
