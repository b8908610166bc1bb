"""Seeded mutants of real studies through all that reads them: `python -m tests.fuzz --mutants 10000 [--seed 7]`.

Mutants are made of bytes (flipped, cut, repeated, swapped) and of structure (`tests.study.mutants`). Only a
DocumentError may come out, and none may take a second. Nothing is written to disk. A mutant is known by the run's
seed and its own number, whatever the others were: `--only NUMBER` runs it alone.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from app.verbs import VerbError
from app.verbs.check import check
from app.verbs.export import export_bytes
from app.verbs.schedule import schedule
from study.apply import apply
from study.changes import from_text, to_text
from study.document import Document, DocumentError
from study.index import Index
from study.soa import schedule_of_activities
from study.timeline import planned_times
from tests.shared import ROOT, SHARED, SHARED_STUDIES
from tests.study.changing import drawn_changes, pool_of
from tests.study.mutants import damaged_bytes

LIMIT_S = 1.0
"""The longest that one mutant may keep the processor, in seconds."""

SNIPPETS = (
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b",",
        b":",
        b"\\",
        b"\\u",
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"null",
        b"NaN",
    ),
    *(
        b"1e999",
        b"-",
        b"9" * 5000,
        b"[" * 300,
        b'{"a":' * 300,
        b'"id":null,',
        b'"id":"$root",',
        b"\xef\xbb\xbf",
    ),
    *(b'"instanceType":"ScheduleTimeline",', b'"scheduleTimelines":[{}],', b'"P1M"', b'"PT999999999H"'),
)


def sources() -> dict[str, bytes]:
    """The studies that are mutated: the sample, the small ones, and the shared ones where they are there."""
    files = [
        ROOT / "resources" / "studies" / "maestro-sample.usdm.json",
        *(ROOT / "tests" / "fixtures" / f"minimal-v{generation}.usdm.json" for generation in (3, 4)),
        *(SHARED / "data" / "usdm" / f"{name}.json" for name in SHARED_STUDIES),
    ]
    return {file.name.split(".")[0]: file.read_bytes() for file in files if file.is_file()}


def damaged_text(data: bytes, source: Random) -> bytes:
    """A mutant of a file's bytes: a few places flipped, cut out, repeated, swapped or written over."""
    mutant = bytearray(data)
    for _ in range(source.choice([1, 1, 2, 3, 8])):
        at = source.randrange(len(mutant) + 1)
        to = min(len(mutant), at + source.choice([0, 1, 1, 2, 20, 400, 5_000]))
        piece = bytes(mutant[at:to])
        match source.randrange(6):
            case 0:
                mutant[at:to] = bytes(source.randrange(256) for _ in piece[:4])
            case 1:
                del mutant[at:to]
            case 2:
                mutant[at:to] = piece * source.choice([2, 2, 3, 20])
            case 3:
                mutant[at:at] = source.choice(SNIPPETS)
            case 4:
                mutant[at:to] = source.choice(SNIPPETS)
            case _:
                other = source.randrange(len(mutant) + 1)
                mutant[at:to] = bytes(mutant[other : other + len(piece)])
    if source.random() < 0.1:
        del mutant[source.randrange(len(mutant) + 1) :]
    return bytes(mutant)


def changed_words(data: bytes, source: Random) -> bytes:
    """A mutant that stays JSON: words between quotes, digits and literals put in place of one another."""
    words = data.split(b'"')
    for _ in range(source.choice([1, 2, 5, 30])):
        here, there = source.randrange(len(words)), source.randrange(len(words))
        if here % 2 == there % 2 == 1:
            words[here] = words[there]
    return b'"'.join(words)


def mutant(studies: dict[str, bytes], seed: int, number: int) -> tuple[str, bytes, Random]:
    """Mutant `number` of a run: what it is made from and how, its bytes, and the source for what follows."""
    source = random.Random(f"{seed}/{number}")
    name = source.choice(
        [name for name, data in studies.items() for _ in range(1 if len(data) > 600_000 else 4)]
    )
    kind: Callable[[bytes, Random], bytes] = source.choice(
        [damaged_text, changed_words, _structure, _structure]
    )
    return f"{name} {kind.__name__.strip('_')}", kind(studies[name], source), source


def _structure(data: bytes, source: Random) -> bytes:
    return damaged_bytes(data, source, source.choice([1, 3, 10, 40, 200]))


def exercise(data: bytes, source: Random) -> str:
    """Puts a file through everything that reads or changes a study; says how far it came. Raises what is a bug."""
    try:
        document = Document.from_bytes(data)
    except DocumentError as error:
        if not error.message or "\n" in error.message:
            raise AssertionError(f"not one line: {error.message!r}") from error
        return "refused"
    if document.to_bytes() != data:
        raise AssertionError("unchanged, but not the same bytes")
    read(document, source)
    changes, back = drawn_changes(document, source.getrandbits(32), source.choice([1, 3]), pool_of(document))
    reopened = Document.from_bytes(document.to_bytes())
    if repr(reopened.root) != repr(document.root):
        raise AssertionError("changed, and other values come back")
    if Index(document.root).unique.keys() != document.index.unique.keys():
        raise AssertionError("the index is not what a new one would be")
    for line in map(to_text, changes):
        from_text(line)
    apply(document, back)
    if document.to_bytes() != data:
        raise AssertionError("taken back, but not the same bytes")
    return "opened"


def read(document: Document, source: Random) -> None:
    """Everything that views and verbs work out from a document."""
    for _, design, timeline in document.timelines():
        planned_times(timeline, design)
        schedule_of_activities(timeline, design)
    schedule(document, None, source.choice(["tsv", "json"])).encode()
    check(document, source.choice(["text", "json"])).encode()
    for ending, view in ((source.choice(["csv", "html", "xlsx", "docx"]), "soa"), ("json", "usdm")):
        try:
            export_bytes(document, view, ending)
        except VerbError as error:
            if "\n" in str(error):
                raise AssertionError(f"not one line: {error}") from error


@dataclass
class Run:
    """What came of a run."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest_s: float = 0.0
    slowest: str = ""


def fuzz(mutants: int, seed: int, only: int | None = None, limit_s: float = LIMIT_S) -> Run:
    """Runs mutants 0 to `mutants` (or one) of a seed. Failures are told with the number that brings them back."""
    studies, run = sources(), Run()
    for number in range(mutants) if only is None else (only,):
        told, data, source = mutant(studies, seed, number)
        began = time.process_time()
        try:
            run.outcomes[exercise(data, source)] += 1
        except Exception:  # noqa: BLE001 - whatever comes out is what is looked for
            run.failures.append(f"mutant {number} ({told}):\n{traceback.format_exc()}")
        took = time.process_time() - began
        if took > run.slowest_s:
            run.slowest_s, run.slowest = took, f"mutant {number} ({told}, {len(data):,} bytes)"
        if took > limit_s:
            run.failures.append(f"mutant {number} ({told}) took {took:.2f} s of CPU, more than {limit_s:g} s")
    return run


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--mutants", type=int, default=500)
    parser.add_argument("--seed", type=int, default=None, help="another seed than a new one")
    parser.add_argument("--only", type=int, default=None, help="run the mutant with this number alone")
    arguments = parser.parse_args(argv)
    seed = random.SystemRandom().getrandbits(32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    run = fuzz(arguments.mutants, seed, arguments.only)
    for failure in run.failures:
        print(failure)
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(run.outcomes.items()))
    print(f"{counts or 'nothing went through'}; {len(run.failures)} failures")
    print(f"slowest: {run.slowest_s:.3f} s CPU, {run.slowest}")
    return 1 if run.failures else 0


if __name__ == "__main__":
    sys.exit(main())
