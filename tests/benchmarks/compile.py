"""How long a schedule takes to be compiled into a plan, and how large the plan is, for each study there is.

    python -m tests.benchmarks.compile [--json]

CPU milliseconds of the process, the median of several; `hash_ms` is for the canonical JSON and its hash.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from study.document import Document
from study.plan.compile import compile_plan
from tests.shared import ROOT, SHARED, SHARED_STUDIES

TIMES = 7


def studies() -> Iterator[tuple[str, bytes]]:
    """The sample and those shared studies that are there, by name."""
    yield "maestro-sample", (ROOT / "resources" / "studies" / "maestro-sample.usdm.json").read_bytes()
    for name in SHARED_STUDIES:
        path = SHARED / "data" / "usdm" / f"{name}.json"
        if path.is_file():
            yield name, path.read_bytes()


def measured(name: str, data: bytes) -> dict[str, float | int | str]:
    """One row of the table."""
    document = Document.from_bytes(data)
    compiling, hashing, size = [], [], 0
    for _ in range(TIMES):
        before = time.process_time()
        plan = compile_plan(document).plan
        between = time.process_time()
        size = len(plan.canonical) if plan is not None and plan.hash else 0
        compiling.append(between - before)
        hashing.append(time.process_time() - between)
    return {
        "study": name,
        "compile_ms": round(statistics.median(compiling) * 1000, 1),
        "hash_ms": round(statistics.median(hashing) * 1000, 1),
        "plan_bytes": size,
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    asked = parser.parse_args()
    rows = [measured(name, data) for name, data in studies()]
    if asked.json:
        print(json.dumps({"compile": rows}, indent=2))
        return 0
    names = list(rows[0])
    print("  ".join(f"{name:>24}" for name in names))
    for row in rows:
        print("  ".join(f"{row[name]:>24}" for name in names))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
