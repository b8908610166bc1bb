"""What a resolver may reach: the store, the validator, the hints, and threads to wait in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

from strawberry.types import Info

from backend.api.hints import RevisionHints
from backend.api.metrics import Metrics
from backend.documents import Documents
from backend.layouts import Layouts
from backend.store.port import StudyStore, StudySummary
from backend.submissions import Submissions

P = ParamSpec("P")
T = TypeVar("T")

Validate = Callable[[bytes], StudySummary]
"""Reads a study's content, or raises BadStudyError."""


@dataclass(slots=True)
class Backend:
    """The parts of a running backend that requests share."""

    store: StudyStore
    validate: Validate
    threads: Executor
    version: str
    max_study_bytes: int
    max_request_bytes: int
    hints: RevisionHints = field(default_factory=RevisionHints)
    metrics: Metrics = field(default_factory=Metrics)
    documents: Documents = field(init=False)
    submissions: Submissions = field(init=False)
    layouts: Layouts = field(init=False)

    def __post_init__(self) -> None:
        self.documents = Documents(self.store)
        self.submissions = Submissions(self.store, self.documents, self.max_study_bytes)
        self.layouts = Layouts(self.store, self.documents)

    async def in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run blocking work in one of the few threads, so that the loop goes on serving."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, lambda: work(*args, **kwargs))


@dataclass(slots=True)
class RequestContext:
    """What one request or websocket carries; whether it may is judged before any operation runs."""

    backend: Backend
    authorization: str | None
    connection_params: dict[str, object] | None = None


RequestInfo = Info[RequestContext, Any]
