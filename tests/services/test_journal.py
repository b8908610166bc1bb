"""The journal keeps every edit, in order and once, through a restart and a full disk, with what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from services import cache_schema
from services.cache import Cache, CacheFull
from services.journal import EditState, JournalEntry, outside

KEY = bytes(range(32))
SECONDS = 20


def edit(name: str, study_id: str = "one", text: str = "text") -> JournalEntry:
    """An edit as far as the journal looks at it."""
    return JournalEntry(name, study_id, text, "inverse", "2026-03-03T16:30:00.000000Z")


def kept(cache: Cache, study_id: str = "one") -> list[tuple[str, EditState]]:
    """What the journal holds of a study."""
    return [(each.id, each.state) for each in cache.edits(study_id).result(SECONDS)]


def test_edits_come_back_after_a_restart_in_their_order_each_once(tmp_path: Path) -> None:
    path = tmp_path / "studies.cache"
    with Cache(path, KEY) as cache:
        cache.keep_edits([edit("b"), edit("a")]).result(SECONDS)
        cache.keep_edits([edit("a", text="other"), edit("c"), edit("x", "two")]).result(SECONDS)
    with Cache(path, KEY) as cache:
        found = cache.edits("one").result(SECONDS)
        assert [(each.id, each.text) for each in found] == [("b", "text"), ("a", "text"), ("c", "text")]
        assert cache.studies_with_pending_edits().result(SECONDS) == ["one", "two"]
        assert [each.id for each in cache.pending_edits("two").result(SECONDS)] == ["x"]


def test_what_became_of_an_edit_is_noted(tmp_path: Path) -> None:
    with Cache(tmp_path / "studies.cache", KEY) as cache:
        cache.keep_edits([edit(name) for name in "abcd"]).result(SECONDS)
        cache.mark_edits_accepted(["a"], 7).result(SECONDS)
        cache.mark_edit_refused("b", "it is gone").result(SECONDS)
        found = {each.id: each for each in cache.edits("one").result(SECONDS)}
        assert (found["a"].state, found["a"].revision) == (EditState.ACCEPTED, 7)
        assert (found["b"].state, found["b"].reason) == (EditState.REFUSED, "it is gone")
        assert [each.id for each in cache.pending_edits("one").result(SECONDS)] == ["c", "d"]
        cache.try_edits_again(["b", "a"]).result(SECONDS)
        assert [each.id for each in cache.pending_edits("one").result(SECONDS)] == ["c", "d", "b"]


def test_edits_outlive_the_study_that_is_forgotten_here(tmp_path: Path) -> None:
    with Cache(tmp_path / "studies.cache", KEY) as cache:
        cache.keep_edits([edit("a")]).result(SECONDS)
        cache.remove("one").result(SECONDS)
        assert kept(cache) == [("a", EditState.SAVED)]


def test_a_full_disk_damages_nothing_and_the_edit_is_taken_later(tmp_path: Path) -> None:
    path = tmp_path / "studies.cache"
    with Cache(path, KEY) as cache:
        cache.keep_edits([edit("a")]).result(SECONDS)
        pages = cache._do(lambda tables: tables.execute("PRAGMA page_count").fetchone()[0]).result(SECONDS)

        def limit(number: int) -> None:
            cache._do(lambda tables: tables.execute(f"PRAGMA max_page_count = {number}").fetchall()).result(
                SECONDS
            )

        # SQLite's own limit gives the error that a full disk gives.
        limit(pages)
        large = edit("large", text="x" * 1_000_000)
        with pytest.raises(CacheFull):
            cache.keep_edits([edit("b"), large]).result(SECONDS)
        assert kept(cache) == [("a", EditState.SAVED)]
        limit(100_000)
        cache.keep_edits([edit("b"), large]).result(SECONDS)
    with Cache(path, KEY) as cache:
        assert [name for name, _ in kept(cache)] == ["a", "b", "large"]
        assert cache._do(lambda tables: tables.execute("PRAGMA quick_check").fetchone()[0]).result(
            SECONDS
        ) == ("ok")


def test_a_cache_from_before_there_was_a_journal_is_brought_forward(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "studies.cache"
    with monkeypatch.context() as before:
        before.setattr(cache_schema, "MIGRATIONS", cache_schema.MIGRATIONS[:4])
        before.setattr(cache_schema, "VERSION", 4)
        with Cache(path, KEY) as cache:
            cache.keep_setting("one", "layout", "kept").result(SECONDS)
    with Cache(path, KEY) as cache:
        assert cache.setting("one", "layout").result(SECONDS) == "kept"
        cache.keep_edits([edit("a")]).result(SECONDS)
        assert kept(cache) == [("a", EditState.SAVED)]


def test_old_edits_are_forgotten_but_never_what_is_pending(tmp_path: Path) -> None:
    with Cache(tmp_path / "studies.cache", KEY) as cache:
        cache.keep_edits([edit(f"e{number}") for number in range(510)]).result(SECONDS)
        cache.mark_edits_accepted([f"e{number}" for number in range(1, 510)], 2).result(SECONDS)
        cache.forget_old_edits("one").result(SECONDS)
        left = [name for name, _ in kept(cache)]
        assert left[0] == "e0"
        assert left[1] == "e10"
        assert len(left) == 501


def test_what_is_outside_a_revision_is_what_is_pending_or_came_in_a_later_one(tmp_path: Path) -> None:
    with Cache(tmp_path / "studies.cache", KEY) as cache:
        cache.keep_edits([edit(name) for name in "abcd"]).result(SECONDS)
        cache.mark_edits_accepted(["a"], 4).result(SECONDS)
        cache.mark_edits_accepted(["b"], 5).result(SECONDS)
        cache.mark_edit_refused("c", "no").result(SECONDS)
        found = cache.edits("one").result(SECONDS)
        assert [each.id for each in outside(found, 4, "")] == ["b", "d"]
        assert [each.id for each in outside(found, 5, "")] == ["d"]
        assert [each.id for each in outside(found, 3, "")] == ["a", "b", "d"]


def test_what_is_outside_a_file_is_known_by_its_hash_also_after_a_kill_while_it_was_written(
    tmp_path: Path,
) -> None:
    with Cache(tmp_path / "studies.cache", KEY) as cache:
        cache.keep_edits([edit(name) for name in "ab"]).result(SECONDS)
        cache.note_writing("one", ["a", "b"], "sha256:new").result(SECONDS)
        cache.keep_edits([edit("c")]).result(SECONDS)
        found = cache.edits("one").result(SECONDS)
        # Killed before the file was put in place, or after, but before anybody noted it.
        assert [each.id for each in outside(found, None, "sha256:old")] == ["a", "b", "c"]
        assert [each.id for each in outside(found, None, "sha256:new")] == ["c"]
        cache.mark_written("one", "sha256:new").result(SECONDS)
        assert kept(cache) == [
            ("a", EditState.WRITTEN),
            ("b", EditState.WRITTEN),
            ("c", EditState.SAVED),
        ]


def test_what_a_person_decided_about_is_neither_sent_nor_told_again_and_stays(tmp_path: Path) -> None:
    with Cache(tmp_path / "studies.cache", KEY) as cache:
        cache.keep_edits([edit(name) for name in "abc"]).result(SECONDS)
        cache.mark_edit_refused("b", "It was changed meanwhile.").result(SECONDS)
        cache.mark_edits_decided(["a", "b"]).result(SECONDS)  # a was not refused: nothing is decided about it
        assert kept(cache) == [("a", EditState.SAVED), ("b", EditState.DECIDED), ("c", EditState.SAVED)]
        found = cache.edits("one").result(SECONDS)
        assert [each.id for each in outside(found, 1, "")] == ["a", "c"]
        assert [each.id for each in cache.pending_edits("one").result(SECONDS)] == ["a", "c"]
        cache.try_edits_again(["b"]).result(SECONDS)
        assert kept(cache)[1] == ("b", EditState.DECIDED)
