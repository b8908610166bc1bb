"""Search: 100 studies in the encrypted cache on disk, asked at each key of what people type.

The studies are the shared ones (or the sample where they are not there), each with words of its own put in, so that
no two hold the same texts. The floor asks the same rows by LIKE, as a program without an index would.
"""

from __future__ import annotations

import random
import re
import tempfile
import time
from pathlib import Path

from services.cache import Cache
from services.cached_studies import CachedStudy
from services.search_index import PIECE
from study.document import Document
from study.search_texts import SearchText, folded, search_texts
from tests.benchmarks.report import report, wants_json
from tests.shared import ROOT, SHARED

STUDIES = 100
QUERIES = (
    "week 8",
    "vital signs",
    "30 mg day 29",
    "hba1c",
    "informed consent",
    "C201356",
    '"12-lead ECG"',
    "adverse events of special interest",
    "zinc",
    "xanomeline plasma",
)
SEED = 20_261_122
FLOOR_QUERIES = 3


def documents() -> list[Path]:
    """The files that the studies are made of."""
    found = sorted((SHARED / "data" / "usdm").glob("*.json"))
    return [*found, ROOT / "resources" / "studies" / "maestro-sample.usdm.json"]


def made(rows: list[SearchText], number: int, source: random.Random) -> list[SearchText]:
    """The rows of a study with a tenth of its longer words changed."""
    words: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word not in words:
            words[word] = f"{word}{number}" if source.random() < 0.1 else word
        return words[word]

    return [
        SearchText(row.address, row.kind, row.field, re.sub(r"[A-Za-z]{7,}", other, row.text), row.is_name)
        for row in rows
    ]


def main() -> None:
    """Print the figures."""
    as_json = wants_json()
    source = random.Random(SEED)
    read = [list(search_texts(Document.from_bytes(path.read_bytes()))) for path in documents()]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "studies.cache"
        with Cache(path, bytes(range(32))) as cache:
            rows = 0
            began = time.process_time()
            for number in range(STUDIES):
                title = f"Study {number}"
                # The contents themselves play no part in searching: a few bytes stand for them.
                kept = cache.put(CachedStudy(id=title, title=title), title.encode()).result()
                assert kept.content_hash is not None
                cache.begin_index(kept.content_hash).result()
                texts = made(read[number % len(read)], number, source)
                rows += len(texts)
                for start in range(0, len(texts), PIECE):
                    cache.add_to_index(kept.content_hash, texts[start : start + PIECE]).result()
                cache.finish_index(kept.content_hash).result()
            built = time.process_time() - began
            taken: list[float] = []
            used: list[float] = []
            found = 0
            for query in QUERIES:
                for length in range(1, len(query) + 1):
                    cpu, clock = time.process_time(), time.perf_counter()
                    results = cache.search(query[:length], 100).result()
                    taken.append(time.perf_counter() - clock)
                    used.append(time.process_time() - cpu)
                    found += len(results.hits)
            floor = [_by_scanning(cache, query) for query in QUERIES[:FLOOR_QUERIES]]
        size = path.stat().st_size
    if not found:
        raise SystemExit("nothing was found")
    taken.sort()
    used.sort()
    report(
        "search",
        {
            "studies": STUDIES,
            "rows": rows,
            "keystrokes": len(taken),
            "p50_ms": taken[len(taken) // 2] * 1000,
            "p99_ms": taken[int(len(taken) * 0.99)] * 1000,
            "worst_ms": taken[-1] * 1000,
            "p50_cpu_ms": used[len(used) // 2] * 1000,
            "p99_cpu_ms": used[int(len(used) * 0.99)] * 1000,
            "floor_like_p50_ms": sorted(floor)[len(floor) // 2] * 1000,
            "index_bytes": size,
            "build_cpu_ms_a_study": built / STUDIES * 1000,
        },
        as_json,
    )


def _by_scanning(cache: Cache, query: str) -> float:
    """Seconds that it takes to look at every row."""
    pattern = f"%{folded(query)}%"

    def scan(connection: object) -> int:
        rows = connection.execute(  # type: ignore[attr-defined]
            "SELECT address, text FROM search_rows WHERE text LIKE ? LIMIT 100000", (pattern,)
        )
        return len(rows.fetchall())

    clock = time.perf_counter()
    cache._do(scan).result()
    return time.perf_counter() - clock


if __name__ == "__main__":
    main()
