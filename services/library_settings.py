"""What the library is told when it is made: where things are, and which backend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from services.transport import Timeouts

EMBEDDED = "embedded"
"""How the backend on this computer is named; its port changes with every start."""


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """Where things are. `backend_url` None means the embedded backend, started with `embedded_argv`."""

    folder: Path
    backend_url: str | None = None
    site_ca: Path | None = None
    proxy: str | None = None
    embedded_argv: Sequence[str] | None = None
    timeouts: Timeouts = field(default_factory=Timeouts)
    keyring_seconds: float = 10.0
    index_after: float = 0.0
    """Seconds after the start before the search index takes in studies."""
