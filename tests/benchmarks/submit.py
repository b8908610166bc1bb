"""Edits to a real backend on loopback: how soon each is an acknowledged revision, and how soon another client has it.

The desktop's own client sends one edit after another, each when the one before was acknowledged; then as many as go
into one message. The floor is the smallest question over the same connection, asked in turn with the edits, so that
both meet the same machine. Another desktop's library, subscribed, has the study open: measured from before the edit is
sent until that library hands the change over. What painting it then costs is the benchmark of editing's.
"""

from __future__ import annotations

import asyncio
import queue
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Awaitable, Sequence
from pathlib import Path

from resources.sample import sample_study_bytes
from services.catching_up import ArrivedChanges
from services.change_answers import EditsAccepted
from services.client import BackendClient
from services.library import Library, LibrarySettings
from services.library_entries import LibraryEvents, LibraryStatus
from services.sync import Online
from study.change_set import ChangeSet, change_set_text
from tests.backend.editing import Author
from tests.benchmarks.report import report, wants_json
from tests.services.memory_keyring import MemoryKeyring
from tests.services.real_backend import RealBackend
from tests.shared import SHARED

EDITS = 300
WARM_UP = 20
TOGETHER = 100
SHOWN = 40
SECONDS = 30


def studies() -> dict[str, bytes]:
    """The sample, and Alexion where it is there."""
    found = {"sample": sample_study_bytes()}
    alexion = SHARED / "data" / "usdm" / "alexion-nct04573309-v4.json"
    return found | ({"alexion": alexion.read_bytes()} if alexion.is_file() else {})


class Editing:
    """Who edits: renames instances of the main timeline, one after the other, in their own document."""

    def __init__(self, study_id: str, content: bytes) -> None:
        self.author = Author(study_id, content)
        timeline = self.author.document.default_timeline()
        assert timeline is not None
        self._addresses = [str(each.id) for each in timeline[2].instances]
        self._made = 0

    def edit(self) -> ChangeSet:
        """The next edit."""
        self._made += 1
        address = self._addresses[self._made % len(self._addresses)]
        return self.author.renamed(f"Renamed {self._made}", address)

    async def send(self, client: BackendClient, edits: Sequence[ChangeSet]) -> None:
        """Send edits and wait for their acknowledgement."""
        texts = [change_set_text(each) for each in edits]
        answer = await client.submit_changes(self.author.study_id, self.author.revision, texts)
        assert isinstance(answer, EditsAccepted), answer
        self.author.revision = answer.edits[-1].revision


async def acknowledged(client: BackendClient, editing: Editing) -> dict[str, float]:
    """Edits one by one, beside the floor, and then together."""
    edits: list[float] = []
    floor: list[float] = []
    for number in range(WARM_UP + EDITS):
        edit = editing.edit()
        took = [await _taken(editing.send(client, [edit])), await _taken(client.server_info())]
        if number >= WARM_UP:
            edits.append(took[0])
            floor.append(took[1])
    many = [editing.edit() for _ in range(TOGETHER)]
    together = await _taken(editing.send(client, many))
    return {
        "edits_per_s": len(edits) / sum(edits),
        "edit_p50_ms": 1000 * statistics.median(edits),
        "edit_p99_ms": 1000 * _percentile(edits, 99),
        "floor_p50_ms": 1000 * statistics.median(floor),
        "floor_p99_ms": 1000 * _percentile(floor, 99),
        "edits_per_s_together": TOGETHER / together,
    }


async def _taken(work: Awaitable[object]) -> float:
    began = time.perf_counter()
    await work
    return time.perf_counter() - began


def _percentile(values: Sequence[float], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


class OtherDesk:
    """Another desktop without its window, with the study open."""

    def __init__(self, folder: Path, backend: RealBackend, study_id: str) -> None:
        self.arrived: queue.Queue[tuple[float, ArrivedChanges]] = queue.Queue()
        self._online = threading.Event()
        self.library = Library(
            LibrarySettings(folder, backend.url, index_after=3600.0),
            LibraryEvents(
                status=self._heard, changes_arrived=lambda told: self.arrived.put((time.perf_counter(), told))
            ),
            open_keyring=lambda: keyring,
        )
        keyring = MemoryKeyring()
        self.library.start().result(SECONDS)
        self.library.use_token(backend.token).result(SECONDS)
        assert self._online.wait(SECONDS)
        self.library.open_study(study_id).result(SECONDS)

    def _heard(self, status: LibraryStatus) -> None:
        if isinstance(status.sync, Online):
            self._online.set()


async def shown(client: BackendClient, editing: Editing, desk: OtherDesk) -> dict[str, float]:
    """From before an edit is sent until the other desktop has it."""
    taken: list[float] = []
    for number in range(SHOWN + 3):
        edit = editing.edit()
        began = time.perf_counter()
        await editing.send(client, [edit])
        at, told = await asyncio.to_thread(desk.arrived.get, True, SECONDS)
        assert told.change_sets[-1].id == edit.id
        if number >= 3:
            taken.append(at - began)
    return {
        "other_client_p50_ms": 1000 * statistics.median(taken),
        "other_client_p99_ms": 1000 * _percentile(taken, 99),
    }


def main() -> int:
    """Measure and print."""
    as_json = wants_json()
    figures: dict[str, object] = {"edits": EDITS, "together": TOGETHER}
    with tempfile.TemporaryDirectory() as scratch, RealBackend(Path(scratch) / "backend") as backend:
        for name, content in studies().items():
            for figure, value in asyncio.run(_measured(Path(scratch) / name, backend, content)).items():
                figures[f"{name}_{figure}"] = round(value, 2)
    report("submit", figures, as_json)
    return 0


async def _measured(folder: Path, backend: RealBackend, content: bytes) -> dict[str, float]:
    client = BackendClient(backend.address)
    try:
        study = await client.import_study(content, idempotency_key=str(folder))
        editing = Editing(study.id, content)
        found = await acknowledged(client, editing)
        desk = await asyncio.to_thread(OtherDesk, folder, backend, study.id)
        try:
            return found | await shown(client, editing, desk)
        finally:
            await asyncio.to_thread(desk.library.close)
    finally:
        await client.close()


if __name__ == "__main__":
    sys.exit(main())
