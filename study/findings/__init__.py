"""Structural findings: what is wrong or doubtful in a study's schedule, each with a sentence that helps.

`finding` holds the shape and the table of rules, `survey` the one walk that all findings share; `references`,
`chains`, `timings` and `paths` find.
"""

from __future__ import annotations

from study.document import Document
from study.findings.chains import find_chain_problems, find_order_problems
from study.findings.finding import RULES, Finding, Severity
from study.findings.paths import find_design_problems, find_path_problems, find_unattached_conditions
from study.findings.references import find_broken_references, find_identity_problems
from study.findings.survey import Survey
from study.findings.timings import find_time_order_problems, find_timing_problems
from study.graph import schedule_graph
from study.timeline import planned_times

__all__ = ["RULES", "Finding", "Severity", "find_problems"]


def find_problems(document: Document) -> list[Finding]:
    """Every structural finding, by the place of its entity in the document. Never raises on what was opened.

    None of them keeps a study from being opened or shown.
    """
    survey = Survey(document)
    find_identity_problems(survey)
    find_broken_references(survey)
    find_chain_problems(survey)
    told: set[int] = set()
    for design in document.designs():
        find_design_problems(survey, design)
        conditions = tuple(c for c in design.conditions if id(c.raw) not in told)
        told.update(id(condition.raw) for condition in conditions)
        find_unattached_conditions(survey, conditions)
        main = design.main_timeline
        for timeline in design.timelines:
            graph = schedule_graph(timeline, design)
            find_path_problems(survey, timeline, graph)
            find_timing_problems(survey, timeline)
            find_time_order_problems(survey, planned_times(timeline, design, graph))
            if timeline == main:
                find_order_problems(survey, design, graph)
    return survey.findings()
