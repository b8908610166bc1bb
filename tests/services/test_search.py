"""All kept studies are searched at once: by name, text, code, footnote and narrative, with no network."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from services.cache import Cache
from services.cache_schema import MIGRATIONS, VERSION, connect
from services.cached_studies import CachedStudy
from services.library import Library, LibrarySettings
from services.library_entries import LibraryEvents, StudyEntry
from services.search import PER_STUDY, SearchResults
from services.search_index import PIECE
from study.document import Document
from study.search_texts import SearchKind, folded, passages, search_texts
from tests.services.memory_keyring import MemoryKeyring
from tests.services.real_backend import ARGV
from tests.shared import shared_study


def _study(name: str, visits: list[str], footnote: str = "", narrative: str = "") -> bytes:
    instances = [
        {"id": f"I{n}", "instanceType": "ScheduledActivityInstance", "name": f"V{n}", "label": label}
        for n, label in enumerate(visits)
    ]
    version = {
        "id": "V",
        "instanceType": "StudyVersion",
        "conditions": [{"id": "C1", "instanceType": "Condition", "name": "F", "text": f"<p>{footnote}</p>"}],
        "narrativeContentItems": [
            {"id": "N1", "instanceType": "NarrativeContentItem", "text": f"<p>{narrative}</p>"}
        ],
        "studyDesigns": [
            {
                "id": "D",
                "instanceType": "InterventionalStudyDesign",
                "scheduleTimelines": [
                    {"id": "T", "instanceType": "ScheduleTimeline", "instances": instances}
                ],
                "activities": [
                    {
                        "id": "A1",
                        "instanceType": "Activity",
                        "name": "Hämatologie",
                        "label": "",
                        "code": {
                            "id": "K1",
                            "instanceType": "Code",
                            "code": "C12345",
                            "decode": "Blood count",
                        },
                    }
                ],
            }
        ],
    }
    contents = [
        {
            "id": "NC1",
            "instanceType": "NarrativeContent",
            "sectionNumber": "8.2",
            "sectionTitle": "Safety",
            "contentItemId": "N1",
        }
    ]
    study = {
        "name": name,
        "instanceType": "Study",
        "versions": [version],
        "documentedBy": [{"id": "SD", "name": "P", "versions": [{"id": "SV", "contents": contents}]}],
    }
    return json.dumps({"study": study, "usdmVersion": "4.0"}).encode()


def _index(cache: Cache, study_id: str, content: bytes) -> None:
    kept = cache.put(CachedStudy(id=study_id, title=f"Study {study_id}"), content).result()
    assert kept.content_hash is not None
    assert cache.begin_index(kept.content_hash).result()
    rows = list(search_texts(Document.from_bytes(content)))
    for start in range(0, len(rows), PIECE):
        assert cache.add_to_index(kept.content_hash, rows[start : start + PIECE]).result()
    cache.finish_index(kept.content_hash).result()


@pytest.fixture
def cache() -> Cache:
    made = Cache(None)
    _index(
        made,
        "one",
        _study("ONE", ["Week 8", "Week 80"], "Only if QTc was above 450 ms", "ECG at Week 8 is triplicate."),
    )
    _index(made, "two", _study("TWO", ["Dose", "Week 8 call"], "Fasting", "Nothing of that kind."))
    return made


def _found(results: SearchResults) -> list[tuple[str, str, str]]:
    return [(hit.study_id, hit.address, hit.text) for hit in results.hits]


def test_a_name_that_is_the_query_comes_before_names_and_texts_that_hold_it(cache: Cache) -> None:
    with cache:
        results = cache.search("week 8", 100).result()
        assert _found(results)[:1] == [("one", "I0", "Week 8")]
        assert ("two", "I1", "Week 8 call") in _found(results)
        assert ("one", "NC1", "ECG at Week 8 is triplicate.") in _found(results)
        assert results.studies == 2
        assert results.found == len(results.hits)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("hamat", "A1"),
        ("Hämatologie", "A1"),
        ("QTC above", "C1"),
        ("C12345", "A1"),
        ("blood co", "A1"),
        ("8.2 safe", "NC1"),
        ('"week 8 is"', "NC1"),
    ],
)
def test_everything_is_found_without_case_and_diacritics(cache: Cache, query: str, address: str) -> None:
    with cache:
        assert address in [hit.address for hit in cache.search(query, 100).result().hits]


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "***", "' OR 1=1 --", 'AND "', "NEAR(", "text:", "a\x00b", "\ud800"]
)
def test_whatever_is_typed_is_a_query(cache: Cache, query: str) -> None:
    with cache:
        assert cache.search(query, 100).result().query == query


def test_a_snippet_lights_what_was_asked(cache: Cache) -> None:
    with cache:
        (hit,) = cache.search("triplicate", 100).result().hits
        assert [hit.text[start:end] for start, end in hit.lit] == ["triplicate"]
        assert hit.kind is SearchKind.NARRATIVE
        assert hit.field == "8.2 Safety"


def test_hits_are_filtered_by_kind_and_study(cache: Cache) -> None:
    with cache:
        kinds = {hit.kind for hit in cache.search("week", 100, SearchKind.VISIT).result().hits}
        assert kinds == {SearchKind.VISIT}
        assert {hit.study_id for hit in cache.search("week", 100, study_id="two").result().hits} == {"two"}


def test_no_study_crowds_the_others_out() -> None:
    with Cache(None) as cache:
        _index(cache, "many", _study("MANY", [f"Visit {n}" for n in range(50)]))
        _index(cache, "few", _study("FEW", ["Visit last"]))
        results = cache.search("visit", 100).result()
        assert sum(hit.study_id == "many" for hit in results.hits) == PER_STUDY
        assert any(hit.study_id == "few" for hit in results.hits)
        assert len(cache.search("visit", 100, study_id="many").result().hits) == 50


def test_what_is_removed_or_replaced_is_found_no_longer(cache: Cache) -> None:
    with cache:
        cache.remove("two").result()
        assert {hit.study_id for hit in cache.search("week", 100).result().hits} == {"one"}
        _index(cache, "one", _study("ONE", ["Month 3"]))
        assert not cache.search("week", 100).result().hits
        assert cache.search("month", 100).result().studies == 1


def test_a_cache_from_before_is_brought_forward_and_says_what_is_not_read(tmp_path: Path) -> None:
    key = bytes(range(32))
    connection = connect(tmp_path / "c.cache", key)
    for number in range(2):
        for statement in MIGRATIONS[number]:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number + 1}")
    connection.close()
    with Cache(tmp_path / "c.cache", key) as cache:
        cache.put(CachedStudy(id="one", title="One"), _study("ONE", ["Week 8"])).result()
        assert cache.search("week", 10).result().unread == 1
        assert [study for _, study in cache.unindexed().result()] == ["one"]
    assert VERSION >= 3


def test_the_library_indexes_what_it_keeps_and_what_was_kept_before(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_bytes(_study("ONE", ["Week 8"]))
    settings = LibrarySettings(tmp_path / "d", embedded_argv=ARGV)
    keyring = MemoryKeyring()
    indexed = threading.Event()
    events = LibraryEvents(index_changed=indexed.set)
    for label in ("Week 8", "Month 9"):
        indexed.clear()
        path.write_bytes(_study("ONE", [label]))
        with Library(settings, events, open_keyring=lambda: keyring) as library:
            library.start().result(30)
            opened: StudyEntry = library.open_file(path).result(30).entry
            assert indexed.wait(30)
            hits = library.search(label).result(10).hits
            assert (hits[0].study_id, hits[0].address) == (opened.id, "I0")


def test_a_real_study_is_searched_by_every_kind_of_text() -> None:
    with Cache(None) as cache:
        _index(cache, "alexion", shared_study("alexion-nct04573309-v4"))
        results = cache.search("30 mg", 100, study_id="alexion").result()
        assert any(hit.kind is SearchKind.ACTIVITY for hit in results.hits)
        assert any(
            hit.kind is SearchKind.NARRATIVE and hit.field == "6.6 Dose Modification" for hit in results.hits
        )


def test_long_texts_are_cut_into_passages_that_hold_every_word() -> None:
    text = (
        "\n".join(" ".join(f"word{n}" for n in range(row, row + 30)) for row in range(0, 900, 30))
        + "x" * 3_000
    )
    pieces = list(passages(text))
    assert max(map(len, pieces)) <= 800
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_texts_are_compared_without_case_diacritics_and_white_space() -> None:
    assert folded("  Ärztliche\n UNTERSUCHUNG ") == "arztliche untersuchung"
