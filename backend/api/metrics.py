"""What `/metrics` tells Prometheus: counts and durations, never who or what."""

from __future__ import annotations

import threading
from collections import Counter

SECONDS = (0.005, 0.025, 0.1, 0.5, 1.0, 5.0)
"""Upper bounds of the duration buckets."""

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Counters of one running backend, in the text format that Prometheus scrapes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._buckets: Counter[float] = Counter()
        self._duration_sum = 0.0
        self._duration_count = 0
        self._imports: Counter[str] = Counter()
        self._changes: Counter[str] = Counter()

    def request(self, path: str, status: int, seconds: float) -> None:
        """`path` must be a route, not what a client typed: every value is kept for ever."""
        with self._lock:
            self._requests[path, status] += 1
            self._duration_sum += seconds
            self._duration_count += 1
            for bound in SECONDS:
                if seconds <= bound:
                    self._buckets[bound] += 1

    def imported(self, outcome: str) -> None:
        """`outcome` is `new`, `replayed` or `refused`."""
        with self._lock:
            self._imports[outcome] += 1

    def submitted(self, outcome: str, count: int) -> None:
        """`outcome` is `new`, `replayed`, `behind` or `refused`; `count` the change sets in the message."""
        with self._lock:
            self._changes[outcome] += count

    def text(self, subscribers: int) -> str:
        with self._lock:
            lines = [
                "# HELP maestro_http_requests_total Answered HTTP requests.",
                "# TYPE maestro_http_requests_total counter",
                *(
                    f'maestro_http_requests_total{{path="{path}",status="{status}"}} {count}'
                    for (path, status), count in sorted(self._requests.items())
                ),
                "# HELP maestro_http_request_seconds How long requests took.",
                "# TYPE maestro_http_request_seconds histogram",
                *(
                    f'maestro_http_request_seconds_bucket{{le="{bound}"}} {self._buckets[bound]}'
                    for bound in SECONDS
                ),
                f'maestro_http_request_seconds_bucket{{le="+Inf"}} {self._duration_count}',
                f"maestro_http_request_seconds_sum {self._duration_sum:.6f}",
                f"maestro_http_request_seconds_count {self._duration_count}",
                "# HELP maestro_imports_total Studies brought in, by outcome.",
                "# TYPE maestro_imports_total counter",
                *(
                    f'maestro_imports_total{{outcome="{outcome}"}} {count}'
                    for outcome, count in sorted(self._imports.items())
                ),
                "# HELP maestro_change_sets_total Edits that were sent, by outcome.",
                "# TYPE maestro_change_sets_total counter",
                *(
                    f'maestro_change_sets_total{{outcome="{outcome}"}} {count}'
                    for outcome, count in sorted(self._changes.items())
                ),
                "# HELP maestro_subscribers Open subscriptions.",
                "# TYPE maestro_subscribers gauge",
                f"maestro_subscribers {subscribers}",
            ]
        return "\n".join(lines) + "\n"
