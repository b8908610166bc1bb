"""How long to wait before the next try."""

from __future__ import annotations

from collections.abc import Callable


def delay(attempt: int, random: Callable[[], float], *, first: float = 1.0, longest: float = 60.0) -> float:
    """Seconds to wait after failed try number `attempt` (from 0): doubling, between half and whole.

    The random part keeps the desktops of a site from all coming back in the same second. `random` gives
    0 to 1.
    """
    whole = min(longest, first * 2.0 ** min(attempt, 30))
    return whole * (0.5 + 0.5 * random())
