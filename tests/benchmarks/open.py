"""Opening: file to typed document beside json.loads of the same bytes, a 50 MB study in pieces, and one change.

Opening and json.loads alternate in one run, CPU seconds, medians of RUNS. The 50 MB study is made up of the sample;
`longest_gap` is the longest time that another thread, which only looks at the clock, did not get to run.
The parts of it are measured with the collector paused, as opening does.
"""

from __future__ import annotations

import gc
import json
import statistics
import threading
import time
from collections.abc import Callable

from study.apply import apply, setting_of
from study.decode import decode, decoded_text
from study.document import Document
from study.index import Index
from study.json_types import JsonObject
from tests.benchmarks.report import report, wants_json
from tests.fuzz import sources

RUNS = 21
LARGE_BYTES = 50_000_000


def main() -> None:
    as_json = wants_json()
    studies = sources()
    figures: dict[str, object] = {}
    worst = 0.0
    for name, data in studies.items():
        if name.startswith("minimal"):
            continue
        opened_s, parsed_s = opening(data)
        worst = max(worst, opened_s / parsed_s)
        figures[f"{name}_bytes"] = len(data)
        figures[f"{name}_json_loads_ms"] = parsed_s * 1e3
        figures[f"{name}_open_ms"] = opened_s * 1e3
        figures[f"{name}_open_to_json_loads_ratio"] = opened_s / parsed_s
    figures["worst_open_to_json_loads_ratio"] = worst
    largest = max(studies.values(), key=len)
    figures["set_of_a_label_ms"] = setting(largest, "label", ("One", "Another")) * 1e3
    figures["set_of_a_timing_ms"] = setting(largest, "value", ("P8D", "P9D")) * 1e3
    figures.update(large(studies["maestro-sample"]))
    report("open", figures, as_json)


def opening(data: bytes) -> tuple[float, float]:
    """Median CPU seconds of opening a document, and of json.loads of the same bytes."""
    opened, parsed = [], []
    for run in range(RUNS + 1):
        gc.collect()
        parsed.append(_cpu(lambda: json.loads(data)))
        gc.collect()
        opened.append(_cpu(lambda: Document.from_bytes(data)))
        if run == 0:  # the first one only warms up
            opened.clear()
            parsed.clear()
    return statistics.median(opened), statistics.median(parsed)


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    kept = work()
    took = time.process_time() - began
    del kept
    return took


def setting(data: bytes, attribute: str, values: tuple[str, str]) -> float:
    """Median CPU seconds of applying one `set` to a timing (`value`) or an instance (`label`) of a document."""
    document = Document.from_bytes(data)
    found = document.default_timeline()
    assert found is not None
    entity = found[2].timings[-1] if attribute == "value" else found[2].instances[-1]
    assert entity.id is not None
    taken = []
    for run in range(201):
        change = setting_of(document, entity.id, attribute, values[run % 2])
        taken.append(_cpu(lambda change=change: apply(document, [change])))  # type: ignore[misc]
    return statistics.median(taken)


def made_up(sample: bytes) -> bytes:
    """A study of LARGE_BYTES: the sample's version again and again, each with ids of its own."""
    root: JsonObject = json.loads(sample)
    version = json.dumps(root["study"]["versions"][0])
    texts = [
        version.replace('"id": "', f'"id": "v{number}_') for number in range(LARGE_BYTES // len(version) + 1)
    ]
    root["study"]["versions"] = []
    return json.dumps(root).replace('"versions": []', '"versions": [' + ", ".join(texts) + "]").encode()


def large(sample: bytes) -> dict[str, object]:
    """Seconds to open LARGE_BYTES in a thread, and the longest that it kept another thread waiting."""
    data = made_up(sample)
    figures: dict[str, object] = {"large_bytes": len(data)}

    kept: list[Document] = []
    gap, took = gap_beside(lambda: kept.append(Document.from_bytes(data)))
    figures["large_open_s"], figures["large_open_longest_gap_ms"] = took, gap * 1e3
    figures["large_entities"] = len(kept.pop().index.unique)
    gc.disable()
    text = decoded_text(data)
    roots: list[JsonObject] = []
    gap, took = gap_beside(lambda: roots.append(decode(text)))
    figures["large_decode_s"], figures["large_decode_longest_gap_ms"] = took, gap * 1e3
    gap, took = gap_beside(lambda: Index(roots[0]))
    figures["large_index_s"], figures["large_index_longest_gap_ms"] = took, gap * 1e3
    gc.enable()
    roots.clear()
    gap, took = gap_beside(lambda: json.loads(data))
    figures["large_json_loads_s"], figures["large_json_loads_longest_gap_ms"] = took, gap * 1e3
    return figures


def gap_beside(work: Callable[[], object]) -> tuple[float, float]:
    """The longest time that this thread could not run while `work` ran in another, and how long that took."""
    done = threading.Event()

    def run() -> None:
        kept = work()
        done.set()
        del kept

    thread = threading.Thread(target=run)
    began = last = time.perf_counter()
    longest = 0.0
    thread.start()
    while not done.is_set():
        time.sleep(0.001)  # as an event loop does between two frames
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    took = time.perf_counter() - began
    thread.join()
    gc.collect()
    return longest, took


if __name__ == "__main__":
    main()
