"""The sample study and tables made from it, for tests of the panes."""

from __future__ import annotations

import functools

from study.document import Document
from study.model import StudyDesign
from study.soa import ScheduleOfActivities, schedule_of_activities
from tests.shared import ROOT

SAMPLE = ROOT / "resources" / "studies" / "maestro-sample.usdm.json"


@functools.cache
def sample() -> Document:
    """The sample study; not to be changed."""
    return Document.from_bytes(SAMPLE.read_bytes())


def sample_design() -> StudyDesign:
    """The sample's design."""
    return sample().designs()[0]


@functools.cache
def sample_tables() -> tuple[ScheduleOfActivities, ...]:
    """The tables of all of the sample's timelines, the main one first."""
    design = sample_design()
    ordered = sorted(design.timelines, key=lambda timeline: timeline != design.main_timeline)
    return tuple(schedule_of_activities(timeline, design) for timeline in ordered)
