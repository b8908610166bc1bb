"""`python -m tests.kills PART [--times 200] [--seed 1] [--json]`: kills a part so often, and prints what it found.

Exit code 0 where nothing was lost, doubled or damaged; 1 otherwise.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

import tests.kills
from tests.benchmarks.report import report

PARTS = sorted(
    each.name for each in pkgutil.iter_modules(tests.kills.__path__) if not each.name.startswith("_")
)


def main() -> int:
    """Run one part's kills. Each part is a module with `figures(folder, times, seed)` and `LOSSES`."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills")
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args()
    part = importlib.import_module(f"tests.kills.{chosen.part}")
    with tempfile.TemporaryDirectory() as folder:
        figures: dict[str, object] = part.figures(Path(folder), chosen.times, chosen.seed)
    report(f"kills of the {chosen.part}", figures, chosen.json)
    return 1 if any(figures[name] for name in part.LOSSES) else 0


if __name__ == "__main__":
    sys.exit(main())
