"""Exporting: the largest public table (Alexion, 52 visits) and its pictures to each format, beside a floor.

Each format is made RUNS times after one run that warms up, from the open study to the bytes: medians of wall and CPU
seconds, the size, and the pages of what has pages. The floor is what no export can do without: json.loads of the
file and writing the table as CSV from the values, with nothing said around it.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import re
import statistics
import sys
import time
from collections.abc import Callable

from app.verbs.export import ENDINGS, PAINTED, Asked, prepared, written
from study.document import Document
from study.soa import schedule_of_activities
from study.soa_csv import soa_csv
from tests.benchmarks.report import report, wants_json
from tests.shared import SHARED

RUNS = 7
STUDY = SHARED / "data/usdm/alexion-nct04573309-v4.json"
PRINTED = dt.datetime(2026, 11, 22, 18, 5, tzinfo=dt.UTC).isoformat()


def main() -> None:
    as_json = wants_json()
    if not STUDY.is_file():
        sys.exit(f"The benchmark needs {STUDY.name} in {STUDY.parent}.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    data = STUDY.read_bytes()
    document = Document.from_bytes(data)
    chosen = document.default_timeline()
    assert chosen is not None
    _, design, timeline = chosen
    soa = schedule_of_activities(timeline, design)
    figures: dict[str, object] = {
        "visits": len(soa.columns),
        "activities": len(soa.rows),
        "marks": len(soa.marks),
        "footnotes": len(soa.footnotes),
    }
    add(figures, "floor_json_loads", lambda: json.loads(data), None)
    add(figures, "floor_csv", lambda: soa_csv(soa, design), lambda made: made)
    visit = next(column.key for column in soa.columns if column.planned.is_anchor)
    for view, endings in ENDINGS.items():
        if view == "usdm":
            continue
        for ending in endings:
            for fit in ("", "page") if view in ("graph", "axis") and ending == ".pdf" else ("",):
                name = f"{view}_{ending[1:]}" + ("_fitted" if fit else "")
                asked = Asked(visit=visit if view == "visit" else None, fit=fit, printed=PRINTED)
                add(figures, name, lambda v=view, e=ending, a=asked: made(document, v, e, a), lambda b: b)  # type: ignore[misc]
    report("export", figures, as_json)


def made(document: Document, view: str, ending: str, asked: Asked) -> bytes:
    """One export, as the verb makes it once the study is open."""
    ready = prepared(document, view, asked, revision="Revision 1")
    if ending not in PAINTED:
        return written(view, ending, ready)
    from ui.export.make import painted

    return painted(view, ending, ready)


def add(
    figures: dict[str, object],
    name: str,
    work: Callable[[], object],
    content: Callable[[bytes], bytes] | None,
) -> None:
    """Median wall and CPU milliseconds of `work`; the size and the pages of what it gives."""
    wall, cpu = [], []
    last = work()
    for _ in range(RUNS):
        began, spent = time.perf_counter(), time.process_time()
        last = work()
        wall.append(time.perf_counter() - began)
        cpu.append(time.process_time() - spent)
    figures[f"{name}_wall_ms"] = statistics.median(wall) * 1e3
    figures[f"{name}_cpu_ms"] = statistics.median(cpu) * 1e3
    if content is None or not isinstance(last, bytes):
        return
    figures[f"{name}_bytes"] = len(last)
    if (pages := pages_of(last)) is not None:
        figures[f"{name}_pages"] = pages


def pages_of(content: bytes) -> int | None:
    """How many pages a PDF has, how many tables a document is broken into; None for what has none."""
    if content.startswith(b"%PDF"):
        return len(re.findall(rb"/Type\s*/Page\b(?!s)", content))
    if content.startswith(b"PK"):
        import zipfile

        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if "xl/worksheets/sheet1.xml" in names:
                return archive.read("xl/worksheets/sheet1.xml").count(b"<brk ") + 1
    return None


if __name__ == "__main__":
    main()
