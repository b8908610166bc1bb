"""How every benchmark takes a median and prints its figures: a table for people, JSON for scripts."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path


def wants_json(argv: Sequence[str] | None = None) -> bool:
    """Whether `--json` was asked for on a benchmark's command line that has no other option."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return bool(parser.parse_args(argv).json)


def median_seconds(
    work: Callable[[], object], times: int = 5, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The median duration of `work` in the seconds of `clock`, over `times` runs after one that warms up."""
    work()
    taken = []
    for _ in range(times):
        start = clock()
        work()
        taken.append(clock() - start)
    return statistics.median(taken)


def report(name: str, figures: Mapping[str, object], as_json: bool) -> None:
    """Print the figures of one benchmark on stdout: one JSON object, or one aligned line a figure.

    Keys carry their unit at the end (`_ms`, `_s`, `_bytes`, `_ratio`). Values are anything JSON holds.
    """
    if as_json:
        json.dump({"benchmark": name, "figures": dict(figures)}, sys.stdout, indent=2, sort_keys=False)
        sys.stdout.write("\n")
        return
    width = max((len(key) for key in figures), default=0)
    sys.stdout.write(f"{name}\n")
    for key, value in figures.items():
        shown = f"{value:,.3f}" if isinstance(value, float) else str(value)
        sys.stdout.write(f"  {key:<{width}}  {shown}\n")


def as_installed(byte_code: Path) -> dict[str, str]:
    """The environment of a child that has byte code, as an installed program has: it is kept in this folder."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return environment | {"PYTHONPYCACHEPREFIX": str(byte_code)}
