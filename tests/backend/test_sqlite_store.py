"""The SQLite store against what goes wrong with files: keys, damage, newer programs, full disks, kills."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]

from backend.store import connection, migrations
from backend.store.content import content_hash
from backend.store.port import (
    ImportRequest,
    StoreFullError,
    StoreUnreadableError,
    StudySummary,
    UnknownStudyError,
)
from backend.store.sqlite import SqliteStudyStore
from study.audit_chain import ChainedRecord, first_broken
from tests.backend.change_store_contract import accepted, audit_of, submission
from tests.backend.store_contract import request
from tests.shared import ROOT

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "studies.db"


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed store with ten studies of 100 kB each."""
    store = SqliteStudyStore(path, KEY)
    for number in range(10):
        store.import_study(request(b"%d" % number * 100_000, key=f"k{number}"))
    store.close()
    return path


def writer_of(store: SqliteStudyStore) -> connection.Connection:
    """The store's own connection, to make its disk small or ask about its integrity."""
    assert store._writer is not None
    return store._writer


def test_everything_is_there_after_reopening(path: Path) -> None:
    store = SqliteStudyStore(path, KEY)
    store_id = store.store_id
    study = store.import_study(request(b"kept", key="k")).study
    upload = store.begin_upload("u", content_hash(b"abcd"), 4, 2)
    store.append_chunk(upload.id, 1, b"cd")
    store.close()
    store = SqliteStudyStore(path, KEY)
    assert store.store_id == store_id
    assert store.list_studies().studies == (study,)
    assert store.read_content(study.id) == b"kept"
    assert store.import_study(request(b"kept", key="k")).replayed
    assert store.begin_upload("u", content_hash(b"abcd"), 4, 2).received == (1,)
    store.close()


def test_two_stores_have_two_ids(tmp_path: Path) -> None:
    stores = [SqliteStudyStore(tmp_path / name, KEY) for name in ("a.db", "b.db")]
    assert stores[0].store_id != stores[1].store_id
    for store in stores:
        store.close()


def test_nothing_readable_lies_on_the_disk(path: Path) -> None:
    store = SqliteStudyStore(path, KEY)
    store.import_study(request(b"a secret protocol" * 100, title="Secret title"))
    on_disk = b"".join(each.read_bytes() for each in path.parent.iterdir())
    store.close()
    on_disk += path.read_bytes()
    for word in (b"secret protocol", b"Secret title", b"SQLite format", b"CREATE TABLE"):
        assert word not in on_disk


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_only_its_owner_may_read_the_file(path: Path) -> None:
    SqliteStudyStore(path, KEY).close()
    assert path.stat().st_mode & 0o077 == 0


def test_the_same_text_is_kept_once(path: Path) -> None:
    store = SqliteStudyStore(path, KEY)
    content = os.urandom(1_500_000).hex().encode()
    for number in range(5):
        store.import_study(request(content, key=str(number)))
    store.close()
    assert path.stat().st_size < 2 * len(content)


def test_a_wrong_key_is_refused_and_the_file_left(filled: Path) -> None:
    before = filled.read_bytes()
    with pytest.raises(StoreUnreadableError, match="key does not fit"):
        SqliteStudyStore(filled, bytes(32))
    assert filled.read_bytes() == before
    store = SqliteStudyStore(filled, KEY)
    assert len(store.list_studies().studies) == 10
    store.close()


def test_a_key_of_another_length_is_a_mistake_of_the_caller(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        SqliteStudyStore(path, b"short")


@pytest.mark.parametrize("damage", ["not a database" * 1000, "x", ""])
def test_a_file_of_something_else_is_refused_and_left(path: Path, damage: str) -> None:
    path.write_text(damage)
    if not damage:  # an empty file is what a creation that was cut off leaves behind
        SqliteStudyStore(path, KEY).close()
        return
    with pytest.raises(StoreUnreadableError):
        SqliteStudyStore(path, KEY)
    assert path.read_text() == damage


def test_a_truncated_file_is_refused_or_read_but_never_rewritten(filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[: 3 * 4096 + 100])
    before = filled.read_bytes()
    with pytest.raises(StoreUnreadableError):
        SqliteStudyStore(filled, KEY)
    assert filled.read_bytes() == before


def test_a_damaged_first_page_is_refused_and_left(filled: Path) -> None:
    damaged = bytearray(filled.read_bytes())
    damaged[200] ^= 0xFF
    filled.write_bytes(damaged)
    with pytest.raises(StoreUnreadableError, match="damaged"):
        SqliteStudyStore(filled, KEY)
    assert filled.read_bytes() == damaged


def test_damage_in_one_study_leaves_the_others_readable(filled: Path) -> None:
    store = SqliteStudyStore(filled, KEY)
    ids = [study.id for study in store.list_studies().studies]
    store.close()
    damaged = bytearray(filled.read_bytes())
    damaged[len(damaged) // 2] ^= 0xFF
    filled.write_bytes(damaged)
    store = SqliteStudyStore(filled, KEY)
    readable, unreadable = 0, 0
    for number, study_id in enumerate(ids):
        try:
            assert store.read_content(study_id) == b"%d" % number * 100_000
            readable += 1
        except StoreUnreadableError:
            unreadable += 1
    assert store.import_study(request(b"goes on")).study.revision == 1
    store.close()
    assert (readable, unreadable) == (9, 1)


def test_writing_goes_on_after_damage_was_met(filled: Path) -> None:
    store = SqliteStudyStore(filled, KEY)
    with pytest.raises(StoreUnreadableError), store._writing():
        raise sqlcipher.DatabaseError("database disk image is malformed")
    assert store.import_study(request(b"new")).study.revision == 1
    store.close()


def test_a_newer_store_is_refused_and_left(filled: Path) -> None:
    newer = connection.connect(filled, KEY)
    newer.execute(f"PRAGMA user_version = {len(migrations.MIGRATIONS) + 1}")
    newer.close()
    before = filled.read_bytes()
    with pytest.raises(StoreUnreadableError, match="newer Maestro"):
        SqliteStudyStore(filled, KEY)
    assert filled.read_bytes() == before


def test_another_programs_database_is_refused_and_left(path: Path) -> None:
    path.touch()
    other = connection.connect(path, KEY)
    other.execute("CREATE TABLE letters (body TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreUnreadableError, match="not a study store"):
        SqliteStudyStore(path, KEY)
    assert path.read_bytes() == before


def test_an_older_store_is_brought_forward_with_what_it_holds(path: Path) -> None:
    old = connection.open_writer(path, KEY, migrations.MIGRATIONS[:1])
    old.execute("INSERT INTO store (id, created) VALUES ('the-old-one', '2026-01-01T00:00:00.000000Z')")
    old.close()
    store = SqliteStudyStore(path, KEY)
    assert store.store_id == "the-old-one"
    assert store.begin_upload("u", content_hash(b"a"), 1, 1).received == ()
    store.close()


def test_a_store_from_before_edits_takes_them_and_audits_from_then_on(path: Path) -> None:
    old = connection.open_writer(path, KEY, migrations.MIGRATIONS[:2])
    content = b"kept from before"
    with connection.transaction(old):
        stamp = "2026-01-01T00:00:00.000000Z"
        old.execute("INSERT INTO store (id, created) VALUES ('a-store', ?)", (stamp,))
        old.execute("INSERT INTO content VALUES (?, ?, 1)", (content_hash(content), len(content)))
        old.execute("INSERT INTO content_chunk VALUES (?, 0, ?)", (content_hash(content), content))
        old.execute("INSERT INTO study (id, head, created) VALUES ('a-study', 1, ?)", (stamp,))
        old.execute(
            "INSERT INTO revision VALUES ('a-study', 1, ?, 'Title', 'a.json', '4.0', ?)",
            (content_hash(content), stamp),
        )
    old.close()
    store = SqliteStudyStore(path, KEY)
    assert store.read_content("a-study") == content
    assert audit_of(store, "a-study") == []
    store.submit(submission("a-study", 1, accepted("first-edit")))
    assert [(each.sequence, each.revision) for each in audit_of(store, "a-study")] == [(1, 2)]
    store.close()


def test_an_audit_record_cannot_be_altered_and_tampering_is_found(path: Path) -> None:
    store = SqliteStudyStore(path, KEY)
    study = store.import_study(request(b"one")).study
    store.submit(submission(study.id, 1, accepted("first-edit"), accepted("second-edit")))
    writer = writer_of(store)
    for statement in ("UPDATE audit SET text = ''", "DELETE FROM audit"):
        with pytest.raises(sqlcipher.IntegrityError, match="audit records are never"):
            writer.execute(statement)
    audit_of(store, study.id)
    writer.execute("DROP TRIGGER audit_is_never_altered")
    writer.execute("UPDATE audit SET text = replace(text, 'Ada', 'Eve') WHERE sequence = 2")
    kept = [ChainedRecord(each.text, each.hash) for each in store.audit_trail(study.id).entries]
    broken = first_broken(study.id, kept)
    assert broken is not None
    assert broken.place == 2
    store.close()


def test_a_full_disk_takes_no_edit_and_keeps_what_was_there(path: Path) -> None:
    store = SqliteStudyStore(path, KEY)
    study = store.import_study(request(b"one")).study
    writer = writer_of(store)
    pages = writer.execute("PRAGMA page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreFullError, match="No room"):
        store.submit(submission(study.id, 1, accepted("first-edit", text="x" * 100_000)))
    assert store.get(study.id).revision == 1
    assert store.find_change_sets(["first-edit"]) == {}
    assert len(audit_of(store, study.id)) == 1
    writer.execute("PRAGMA max_page_count = 100000")
    assert store.submit(submission(study.id, 1, accepted("first-edit", text="x" * 100_000)))[0].revision == 2
    store.close()


def test_a_migration_that_fails_leaves_the_old_tables(path: Path) -> None:
    connection.open_writer(path, KEY, migrations.MIGRATIONS[:1]).close()
    broken = (*migrations.MIGRATIONS[:1], ("CREATE TABLE half (a TEXT)", "CREATE TABLE half (b TEXT)"))
    with pytest.raises(Exception, match="already exists"):
        connection.open_writer(path, KEY, broken)
    store = SqliteStudyStore(path, KEY)
    assert store.list_studies().studies == ()
    store.close()


def test_a_full_disk_is_not_told_as_a_wrong_key(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room_beside_it(*_: object, **__: object) -> connection.Connection:
        raise sqlcipher.OperationalError("disk I/O error")  # as seen on a full disk

    with monkeypatch.context() as patched:
        patched.setattr(connection, "connect", no_room_beside_it)
        with pytest.raises(StoreUnreadableError):
            SqliteStudyStore(filled, KEY)
        patched.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
        with pytest.raises(StoreFullError, match="Make room"):
            SqliteStudyStore(filled, KEY)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(StoreUnreadableError, match="the key does not fit"):
        SqliteStudyStore(filled, bytes(32))
    store = SqliteStudyStore(filled, KEY)
    assert len(store.list_studies().studies) == 10
    store.close()


def test_a_full_disk_keeps_what_was_there_and_nothing_of_the_rest(path: Path) -> None:
    store = SqliteStudyStore(path, KEY)
    kept = store.import_study(request(b"kept")).study
    pages = writer_of(store).execute("PRAGMA page_count").fetchone()[0]
    writer_of(store).execute(f"PRAGMA max_page_count = {pages + 20}")
    large = os.urandom(500_000).hex().encode()
    for _ in range(2):
        with pytest.raises(StoreFullError, match="Make room"):
            store.import_study(request(large, key="large"))
    assert store.list_studies().studies == (kept,)
    assert store.read_content(kept.id) == b"kept"
    assert store.find_import("large") is None
    writer_of(store).execute("PRAGMA max_page_count = 1073741823")
    assert store.import_study(request(large, key="large")).study.revision == 1
    store.close()


def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    with pytest.raises(StoreUnreadableError, match="can be written"):
        SqliteStudyStore(blocked / "studies.db", KEY)


def test_uploads_left_alone_for_a_day_are_forgotten(path: Path) -> None:
    now = datetime(2026, 3, 3, tzinfo=UTC)
    store = SqliteStudyStore(path, KEY, clock=lambda: now)
    old = store.begin_upload("old", content_hash(b"ab"), 2, 2)
    now += timedelta(hours=23)
    store.append_chunk(old.id, 0, b"a")
    now += timedelta(hours=23)
    store.begin_upload("new", content_hash(b"c"), 1, 1)
    assert store.append_chunk(old.id, 0, b"a").received == (0,)
    now += timedelta(hours=25)
    store.begin_upload("newer", content_hash(b"d"), 1, 1)
    with pytest.raises(UnknownStudyError):
        store.append_chunk(old.id, 1, b"b")
    store.close()


WRITER = """
import sys
from pathlib import Path
from backend.store.sqlite import SqliteStudyStore
from tests.backend.test_sqlite_store import KEY, revision_request
store = SqliteStudyStore(Path(sys.argv[1]), KEY)
study_id, revision = sys.argv[2], 1
while True:
    store.import_study(revision_request(study_id, revision))
    revision += 1
    print(revision, flush=True)
"""


def revision_content(revision: int) -> bytes:
    return b"%d " % revision * 700_000


def revision_request(study_id: str, base: int) -> ImportRequest:
    content = revision_content(base + 1)
    return ImportRequest(f"k{base + 1}", content, StudySummary(f"R{base + 1}", "4.0"), "", study_id, base)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_a_kill_in_the_middle_of_imports_leaves_nothing_half_written(path: Path) -> None:
    store = SqliteStudyStore(path, KEY)
    study = store.import_study(request(revision_content(1))).study
    store.close()
    for number in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), study.id] if number == 0 else _go_on(path, study.id),
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        with writer:
            assert writer.stdout is not None
            confirmed = 0
            for line in itertools.islice(writer.stdout, number + 1):
                confirmed = int(line)
            writer.send_signal(signal.SIGKILL)
            for line in writer.stdout:
                confirmed = int(line)
        store = SqliteStudyStore(path, KEY)
        head = store.get(study.id)
        # What was confirmed is there; one more may have been committed before it could be said.
        assert head.revision in (confirmed, confirmed + 1)
        assert head.title in (f"R{head.revision}", "A study")
        for revision in range(1, head.revision + 1):
            assert store.read_content(study.id, revision) == revision_content(revision)
        assert store.find_import(f"k{head.revision + 1}") is None
        assert [row[0] for row in writer_of(store).execute("PRAGMA integrity_check")] == ["ok"]
        assert writer_of(store).execute("PRAGMA foreign_key_check").fetchall() == []
        store.close()


def _go_on(path: Path, study_id: str) -> list[str]:
    code = WRITER.replace("sys.argv[2], 1", "sys.argv[2], store.get(sys.argv[2]).revision")
    return [sys.executable, "-c", code, str(path), study_id]
