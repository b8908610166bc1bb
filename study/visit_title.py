"""What a person calls a visit."""

from __future__ import annotations

from study.timeline import PlannedTime
from study.wording import day_text


def visit_title(planned: PlannedTime) -> str:
    """The instance's label or name in one line; its day where the file names it by a number alone ("23" is Day 23)."""
    title = " ".join(planned.instance.title.split())
    if planned.study_day is not None and not any(character.isalpha() for character in title):
        return day_text(planned)
    return title
