"""The backend killed while it accepts edits: nothing that was acknowledged is lost, nothing is applied twice.

A client edits without a pause and sends each edit until it is acknowledged, as the outbox does. At a moment drawn from
the seed the backend's process is killed. Its store is judged as the kill left it, on a copy; then it is started
again and the client sends again what was not acknowledged.
"""

from __future__ import annotations

import random
import shutil
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from backend.main import STORE_NAME
from backend.store.connection import connect
from backend.store.sqlite import SqliteStudyStore
from resources.sample import sample_study_bytes
from study.audit_chain import ChainedRecord, first_broken
from study.change_set import ChangeSet, read_change_set
from tests.backend.editing import Author, sent
from tests.backend.serving import TIMEOUT, Client
from tests.services.real_backend import RealBackend

LOSSES = ("edits_lost", "edits_applied_twice", "databases_damaged", "audit_chains_broken", "contents_wrong")
"""The figures that must be zero."""
LONGEST_ROUND = 0.08
"""Seconds after its first answer within which the backend is killed: some ten edits long."""


@dataclass
class _Editing:
    """The client: what it made, and what the backend said of it."""

    author: Author
    made: list[ChangeSet] = field(default_factory=list)
    acknowledged: dict[str, int] = field(default_factory=dict)
    replayed: int = 0
    found: int = 0
    in_flight: bool = False
    waiting: ChangeSet | None = None
    answered: threading.Event = field(default_factory=threading.Event)
    trouble: str = ""

    def until_cut_off(self, client: Client) -> None:
        """Edits and sends without a pause until the backend is gone."""
        with suppress(httpx.TransportError):
            while True:
                self.in_flight = True
                self._send(client)
                self.in_flight = False
                self.answered.set()

    def _send(self, client: Client) -> None:
        """One edit, the one that waits first, until it is acknowledged."""
        if self.waiting is None:
            self.waiting = self.author.renamed(f"Name {len(self.made)}")
            self.made.append(self.waiting)
        edit = self.waiting
        answer = sent(client, self.author.study_id, self.author.revision, edit)
        if answer["__typename"] == "ChangesCameFirst":  # nobody else edits: it must be this edit itself
            (came,) = answer["changes"]["items"]
            if read_change_set(came["changeSet"]) != edit:
                self.trouble = (
                    self.trouble or f"another edit than the one sent is revision {came['revision']}"
                )
            self._noted(edit, came["revision"])
            self.found += 1
        elif answer["__typename"] == "ChangesAccepted":
            self.replayed += answer["replayed"]
            self._noted(edit, answer["revision"])
        else:
            self.trouble = self.trouble or f"refused: {answer['reason']}"
            raise httpx.TransportError(self.trouble)

    def _noted(self, edit: ChangeSet, revision: int) -> None:
        self.acknowledged[edit.id] = revision
        self.author.revision = revision
        self.waiting = None


def figures(folder: Path, times: int, seed: int) -> dict[str, object]:
    """Kill the backend so many times, and count."""
    moments = random.Random(seed)
    backend = RealBackend(folder / "data")
    began = time.monotonic()
    damaged = broken = in_flight = lost = 0
    with backend:
        with _client(backend) as http:
            study_id = str(Client(0, http, backend.token).bring(sample_study_bytes())["study"]["id"])
        editing = _Editing(Author(study_id))
        for _ in range(times):
            with _client(backend) as http:
                editing.answered.clear()
                client = Client(0, http, backend.token)
                thread = threading.Thread(target=editing.until_cut_off, args=(client,))
                thread.start()
                editing.answered.wait(TIMEOUT)
                time.sleep(moments.uniform(0, LONGEST_ROUND))
                in_flight += editing.in_flight
                backend.kill()
                thread.join(TIMEOUT)
            copy = _copied(backend.folder / "backend", folder / "copy")
            damaged += not _is_whole(copy, backend.key)
            there, chained = _kept(copy, backend.key, study_id)
            broken += not chained
            lost += sum(each not in there for each in editing.acknowledged)
            backend.forget_port()
            backend.start()
        with _client(backend) as http:
            _settled(editing, Client(0, http, backend.token))
    store = SqliteStudyStore(backend.folder / "backend" / STORE_NAME, backend.key)
    with closing(store):
        revisions = _revisions(store, study_id)
        newest = store.get(study_id)
    wanted = editing.author.document
    ids = [each for each in revisions if each]
    return {
        "kills": times,
        "kills_with_an_answer_outstanding": in_flight,
        "edits_made": len(editing.made),
        "edits_accepted_whose_answer_was_lost": editing.replayed + editing.found,
        "edits_lost": lost + sum(each.id not in ids for each in editing.made),
        "edits_applied_twice": len(ids) - len(set(ids)),
        "databases_damaged": damaged,
        "audit_chains_broken": broken,
        "contents_wrong": int(newest.content_hash != wanted.content_hash or bool(editing.trouble)),
        "trouble": editing.trouble,
        "took_s": round(time.monotonic() - began, 1),
    }


def _client(backend: RealBackend) -> httpx.Client:
    return httpx.Client(base_url=backend.url, trust_env=False, timeout=TIMEOUT)


def _settled(editing: _Editing, client: Client) -> None:
    """What waits is sent once more; then everything that was made is acknowledged."""
    with suppress(httpx.TransportError):
        while len(editing.acknowledged) < len(editing.made):
            editing._send(client)


def _copied(store: Path, copy: Path) -> Path:
    """The store's files as the kill left them: looking at the original would repair it."""
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for file in store.glob(f"{STORE_NAME}*"):
        shutil.copy(file, copy)
    return copy / STORE_NAME


def _is_whole(path: Path, key: bytes) -> bool:
    with closing(connect(path, key)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        ciphered = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return bool(found == [("ok",)] and not ciphered)


def _kept(path: Path, key: bytes, study_id: str) -> tuple[set[str], bool]:
    """The ids of the edits in a store, and whether its audit chain verifies and tells of the same."""
    with closing(SqliteStudyStore(path, key)) as store:
        ids = _revisions(store, study_id)
        records: list[ChainedRecord] = []
        while (page := store.audit_trail(study_id, len(records))).entries:
            records += [ChainedRecord(each.text, each.hash) for each in page.entries]
    return set(ids), first_broken(study_id, records) is None and len(records) == len(ids)


def _revisions(store: SqliteStudyStore, study_id: str) -> list[str]:
    """The edit that each revision was made by, in order; "" for the import."""
    ids: list[str] = []
    while (page := store.changes_since(study_id, len(ids))).changes:
        ids += [read_change_set(each.change_set).id if each.change_set else "" for each in page.changes]
    return ids
