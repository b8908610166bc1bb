"""A new visit typed in one line: name, how long after, window."""

from __future__ import annotations

import pytest

from study.visit_input import TypedVisit, read_visit


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Week 10 +4w ±3d", TypedVisit("Week 10", "P4W", ("P3D", "P3D"))),
        ("Week 10 + 4 weeks ± 3 days", TypedVisit("Week 10", "P4W", ("P3D", "P3D"))),
        ("Week 10, +28d, -3d/+5d", TypedVisit("Week 10", "P28D", ("P3D", "P5D"))),
        ("Week 10 +4w +/-3d", TypedVisit("Week 10", "P4W", ("P3D", "P3D"))),
        ("Visit 4 +2h", TypedVisit("Visit 4", "PT2H", None)),
        ("Week 10 ±1w", TypedVisit("Week 10", "", ("P1W", "P1W"))),
        ("+4w", TypedVisit("", "P4W", None)),
        ("  Follow-up  call ", TypedVisit("Follow-up call")),
        ("Day -7 visit", TypedVisit("Day -7 visit")),
        ("Drug A + drug B", TypedVisit("Drug A + drug B")),
        ("", TypedVisit("")),
    ],
)
def test_a_visit_is_read_as_it_was_meant(typed: str, meant: TypedVisit) -> None:
    assert read_visit(typed) == meant


@pytest.mark.parametrize("typed", ["Week 10 +4 moons", "Week 10 +4w ±soon", "Week 10 +4"])
def test_what_cannot_be_read_is_said_and_the_name_kept(typed: str) -> None:
    read = read_visit(typed)
    assert read.name == "Week 10"
    assert read.error.endswith(".")
    assert not read.is_timed
