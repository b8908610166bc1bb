"""What follows by itself when a command has changed something, each in a small file of its own.

A follow-up gets the draft, looks at what was recorded, and writes what must go with it. It touches nothing that the
command left alone: an old flaw of the file is a finding, never mended in passing. Order matters, and is that of
`FOLLOW_UPS`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from study.commands.draft import Draft
from study.commands.follow_ups.encounters_scheduled import keep_scheduled
from study.commands.follow_ups.encounters_with_instances import remove_encounters
from study.commands.follow_ups.gone_cells import drop_gone_cells
from study.commands.follow_ups.gone_footnotes import drop_gone_footnotes
from study.commands.follow_ups.gone_references import drop_gone_references
from study.commands.follow_ups.linked_lists import keep_linked
from study.commands.follow_ups.timings_with_instances import remove_timings

FollowUp = Callable[[Draft], None]

FOLLOW_UPS: Final[tuple[FollowUp, ...]] = (
    remove_timings,
    remove_encounters,
    keep_scheduled,
    keep_linked,
    drop_gone_footnotes,
    drop_gone_references,
    drop_gone_cells,
)
