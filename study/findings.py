"""Structural findings: what is wrong or doubtful in a study's schedule, each with a sentence that helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters. None of them blocks opening."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `entity_id` is "" where the entity has none; `timeline_id` is where to look, "" if nowhere."""

    rule: str
    severity: Severity
    entity_id: str
    entity_type: str
    message: str
    timeline_id: str = ""
