"""How many participants a second are simulated, and the peak memory: `python -m tests.benchmarks.simulate [--json]`.

Each study that is there, as planned and with people who come late, miss visits and stop: CPU milliseconds a participant
in one process. Then groups of 1,000 and 10,000 through the Alexion study (the sample where it is not there) in workers
as the window starts them: seconds of wall time from the start of the workers to the figures, and the peak of the
resident memory of the largest worker. Aims: 1,000 in 10 s with one worker; 10,000 with two. Workers have byte code, as
installed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.simulating import command
from app.simulation_worker import GroupAsked, figures_of, request_text
from study.document import Document
from study.plan.compile import compile_plan
from study.plan.plan import Plan
from study.simulation.figures import figures_from_json
from study.simulation.outcomes import AS_PLANNED, Compliance, Discontinuation, Outcomes
from tests.benchmarks.compile import studies
from tests.benchmarks.report import as_installed
from tests.shared import ROOT

START = dt.date(2026, 1, 5)
HUMAN = Outcomes(
    per_month=40.0,
    screen_failure=0.15,
    discontinuation=Discontinuation(0.02),
    visits=Compliance(0.03, ((-2, 1.0), (-1, 2.0), (0, 12.0), (1, 3.0), (3, 1.0))),
)
FEW = 100
LARGE = "alexion-nct04573309-v4"
GROUPS = ((1_000, 1), (10_000, 2))
"""Participants, and workers that share them."""


def one_process(name: str, plan: Plan) -> dict[str, float | int | str]:
    """A row of the first table."""
    row: dict[str, float | int | str] = {"study": name}
    for label, outcomes in (("as_planned_ms", AS_PLANNED), ("human_ms", HUMAN)):
        asked = GroupAsked(plan, outcomes, FEW, 1, START)
        figures_of(asked, 0, FEW)  # warms up what every participant shares
        before = time.process_time()
        figures_of(asked, 0, 1)
        row[label] = round((time.process_time() - before) * 1000 / FEW, 2)
    return row


def in_workers(plan: Plan, participants: int, workers: int, byte_code: Path) -> dict[str, float | int]:
    """A row of the second table."""
    asked = GroupAsked(plan, HUMAN, participants, 1, START)
    before = time.perf_counter()
    children = []
    for part in range(workers):
        child = subprocess.Popen(
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=as_installed(byte_code)
        )
        assert child.stdin is not None
        child.stdin.write(request_text(asked, part, workers).encode())
        child.stdin.flush()
        children.append(child)
    figures = []
    for child in children:
        assert child.stdout is not None
        told = [json.loads(line) for line in child.stdout]
        figures.append(figures_from_json(told[-1]["figures"]))
        child.wait()
    whole = figures[0]
    for part_of in figures[1:]:
        whole.join(part_of)
    wall = time.perf_counter() - before
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "participants": whole.participants,
        "workers": workers,
        "visits": sum(whole.visits.values()),
        "wall_s": round(wall, 1),
        "a_second": round(participants / wall),
        "cpu_ms_each": 0,
        "peak_mb": round(usage.ru_maxrss / 1024),
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document instead of tables")
    asked = parser.parse_args()
    plans = {name: compile_plan(Document.from_bytes(data)).plan for name, data in studies()}
    runnable = {name: plan for name, plan in plans.items() if plan is not None}
    singles = [one_process(name, plan) for name, plan in runnable.items()]
    large = runnable.get(LARGE) or next(iter(runnable.values()))
    groups = []
    spent = 0.0
    with tempfile.TemporaryDirectory(prefix="maestro-simulate-") as byte_code:
        for participants, workers in ((1, 1), *GROUPS):  # the first makes the byte code
            row = in_workers(large, participants, workers, Path(byte_code))
            usage = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = usage.ru_utime + usage.ru_stime
            row["cpu_ms_each"] = round((cpu - spent) * 1000 / participants, 2)
            spent = cpu
            groups.append(row)
        del groups[0]
    if asked.json:
        print(json.dumps({"simulate": singles, "groups": groups}, indent=2))
        return 0
    for rows in (singles, groups):
        names = list(rows[0])
        print("  ".join(f"{name:>24}" for name in names))
        for each in rows:
            print("  ".join(f"{each[name]:>24}" for name in names))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
