"""The cache: how long it takes to write and open a study, and what a second start asks of the backend.

The second start is measured against a client that has no cache and reads the same studies, over the same
real backend: requests, and bytes of their bodies as they travel. Without the shared studies, one made up here
of about the size of the largest is used.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from services.cache import Cache
from services.cached_studies import CachedStudy, hash_of
from services.library import Library, LibrarySettings
from services.library_entries import LibraryEvents, LibraryStatus
from services.sync import Online
from services.transport import Traffic
from tests.benchmarks.report import median_seconds, report, wants_json
from tests.services.memory_keyring import MemoryKeyring
from tests.services.real_backend import ARGV
from tests.services.studies import study
from tests.shared import SHARED

RUNS = 5
PATIENCE = 60.0
"""Seconds that a start may take before the benchmark gives up."""


def studies() -> dict[str, bytes]:
    """The shared studies, or one made up."""
    found = {path.stem: path.read_bytes() for path in sorted((SHARED / "data" / "usdm").glob("*.json"))}
    return found or {"made up": study("MADE UP", padding=1_000_000)}


class Desk:
    """A desktop's library, online."""

    def __init__(self, folder: Path, keyring: MemoryKeyring) -> None:
        self._synced = threading.Event()
        self.library = Library(
            LibrarySettings(folder, embedded_argv=ARGV),
            LibraryEvents(status=self._heard),
            open_keyring=lambda: keyring,
        )
        self.library.start().result(PATIENCE)

    def _heard(self, status: LibraryStatus) -> None:
        if isinstance(status.sync, Online):
            self._synced.set()

    def online(self) -> None:
        if not self._synced.wait(PATIENCE):
            raise SystemExit("the backend did not come up")


def on_disk(content: bytes, folder: Path) -> dict[str, float]:
    """Milliseconds to write a study that is new, to read it back, and to open the cache file and read it."""
    key = bytes(range(32))
    number = 0
    entry = CachedStudy(id="study", title="")
    with Cache(folder / "studies.cache", key) as cache:

        def write() -> None:
            nonlocal number
            number += 1
            cache.put(entry, content + b" " * number).result()  # other bytes, so that none are reused

        written = median_seconds(write, RUNS)
        read = median_seconds(lambda: cache.content("study").result(), RUNS)

    def reopen() -> None:
        with Cache(folder / "studies.cache", key) as again:
            if hash_of(again.content("study").result() or b"") != hash_of(content + b" " * number):
                raise SystemExit("the cache gave other bytes back")

    return {
        "write_ms": written * 1000,
        "read_ms": read * 1000,
        "start_and_read_ms": median_seconds(reopen, RUNS) * 1000,
    }


def start_and_read(folder: Path, keyring: MemoryKeyring, ids: list[str]) -> tuple[Traffic, float]:
    """Start a desktop, open every study, let it find out what is new; what travelled, and the milliseconds
    until every study was read."""
    desk = Desk(folder, keyring)
    try:
        began = time.perf_counter()
        if (folder / "read before").exists():
            contents = [desk.library.open_study(study_id).result(PATIENCE).content for study_id in ids]
            taken = time.perf_counter() - began
            desk.online()
        else:
            desk.online()
            contents = [desk.library.open_study(study_id).result(PATIENCE).content for study_id in ids]
            taken = time.perf_counter() - began
        if not all(contents):
            raise SystemExit("a study was empty")
        return desk.library.traffic, taken * 1000
    finally:
        desk.library.close()


def second_start(found: dict[str, bytes], folder: Path) -> dict[str, float]:
    """What a second start costs, against a client that has no cache.

    Without a cache nothing is read before the embedded backend has started; that time is in its figure.
    """
    keyring = MemoryKeyring()
    desk = Desk(folder, keyring)
    try:
        desk.online()
        ids = [
            desk.library.import_study(content, file_name=f"{name}.json").result(PATIENCE).id
            for name, content in found.items()
        ]
    finally:
        desk.library.close()
    (folder / "read before").touch()

    with_cache, without = [], []
    for _ in range(RUNS):
        with_cache.append(start_and_read(folder, keyring, ids))
        (folder / "read before").unlink()
        kept = folder / "studies.cache"
        aside = folder / "aside.cache"
        kept.rename(aside)  # a clean close has left no journal beside it
        without.append(start_and_read(folder, keyring, ids))
        for ending in ("", "-wal", "-shm"):
            kept.with_name(kept.name + ending).unlink(missing_ok=True)
        aside.rename(kept)
        (folder / "read before").touch()

    def middle(runs: list[tuple[Traffic, float]], what: str) -> float:
        return float(statistics.median(getattr(traffic, what) for traffic, _ in runs))

    cached_bytes = middle(with_cache, "bytes_received") + middle(with_cache, "bytes_sent")
    other_bytes = middle(without, "bytes_received") + middle(without, "bytes_sent")
    return {
        "studies": len(ids),
        "studies_bytes": sum(map(len, found.values())),
        "requests_without_cache": middle(without, "requests"),
        "requests_second_start": middle(with_cache, "requests"),
        "bytes_without_cache": other_bytes,
        "bytes_second_start": cached_bytes,
        "fewer_bytes_percent": 100 * (1 - cached_bytes / other_bytes),
        "all_read_without_cache_ms": statistics.median(taken for _, taken in without),
        "all_read_second_start_ms": statistics.median(taken for _, taken in with_cache),
    }


def main() -> int:
    """Measure and print."""
    as_json = wants_json()
    found = studies()
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, content in found.items():
            folder = Path(scratch) / name
            folder.mkdir()
            for figure, value in on_disk(content, folder).items():
                figures[f"{name}_{figure}"] = round(value, 2)
        for figure, value in second_start(found, Path(scratch) / "desk").items():
            figures[figure] = round(value, 2)
    report("cache", figures, as_json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
