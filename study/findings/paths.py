"""Findings on the paths of a schedule: entries, exits, ways out of loops, what cannot be reached, sub-timelines."""

from __future__ import annotations

from study.findings.chains import circles
from study.findings.finding import Severity
from study.findings.survey import Survey, capital, several, title
from study.graph import ScheduleGraph
from study.json_types import JsonObject
from study.language import translate
from study.model import Condition, ScheduledInstance, ScheduleTimeline, StudyDesign


def find_design_problems(survey: Survey, design: StudyDesign) -> None:
    """Main timelines (DDF00012), and timelines that run each other in a circle."""
    timelines = design.timelines
    if not timelines:
        survey.report(
            "MAESTRO-NO-TIMELINE",
            Severity.WARNING,
            design.raw,
            translate(
                "findings", "The design {design} has no timeline: there is no schedule to show. Add one."
            ).format(design=title(design.raw)),
        )
        return
    mains = [timeline for timeline in timelines if timeline.main]
    if not mains:
        survey.report(
            "DDF00012",
            Severity.ERROR,
            design.raw,
            translate(
                "findings",
                "No timeline of the design {design} is marked as the main one; {raw} is shown as "
                "such. Mark the one that is the Schedule of Activities.",
            ).format(design=title(design.raw), raw=title(timelines[0].raw)),
        )
    for timeline in mains[1:]:
        survey.report(
            "DDF00012",
            Severity.ERROR,
            timeline.raw,
            translate(
                "findings", "{timeline} is marked as the main timeline, and so is {raw}. Keep one of them."
            ).format(timeline=capital(title(timeline.raw)), raw=title(mains[0].raw)),
        )
    _find_timeline_circles(survey, design)


def find_unattached_conditions(survey: Survey, conditions: tuple[Condition, ...]) -> None:
    """Footnotes that apply to nothing (DDF00016): their text is shown, but not where it holds."""
    for condition in conditions:
        if not condition.applies_to:
            survey.report(
                "DDF00016",
                Severity.INFO,
                condition.raw,
                (
                    translate(
                        "findings",
                        "The footnote {condition} applies to no activity, so it stands at whole visits. Say "
                        "what it applies to.",
                    )
                    if condition.contexts
                    else translate(
                        "findings",
                        "The footnote {condition} applies to no activity, so it stands at no mark. Say what "
                        "it applies to.",
                    )
                ).format(condition=title(condition.raw)),
            )


def find_path_problems(survey: Survey, timeline: ScheduleTimeline, graph: ScheduleGraph) -> None:
    """What keeps a participant from getting through one timeline."""
    name = title(timeline.raw)
    if not graph.instances:
        survey.report(
            "MAESTRO-NO-TIMELINE",
            Severity.INFO,
            timeline.raw,
            translate(
                "findings",
                "The timeline {name} has no instances: it plans nothing. Add one, or remove the timeline.",
            ).format(name=name),
        )
        return
    if timeline.entry is None:
        survey.report(
            "MAESTRO-ENTRY",
            Severity.WARNING,
            timeline.raw,
            translate(
                "findings",
                "The timeline {name} does not say what it starts with; {raw} is taken. Choose its entry.",
            ).format(name=name, raw=title(graph.instances[graph.order[0]].raw)),
        )
    if not timeline.exits:
        survey.report(
            "DDF00108",
            Severity.ERROR,
            timeline.raw,
            translate(
                "findings",
                "The timeline {name} has no exit: its end is not stated. Let its last instance lead to one.",
            ).format(name=name),
        )
    elif not any(instance.exit for instance in graph.instances.values()):
        survey.report(
            "DDF00037",
            Severity.ERROR,
            timeline.raw,
            translate(
                "findings",
                "No instance of the timeline {name} leads to an exit. Let its last instance lead there.",
            ).format(name=name),
        )
    for instance in graph.instances.values():
        _check_ways_on(survey, timeline, instance)
    for key in graph.order:
        if key in graph.unreachable:
            survey.report(
                "MAESTRO-UNREACHABLE",
                Severity.WARNING,
                graph.instances[key].raw,
                translate(
                    "findings",
                    "{raw} cannot be reached from the entry of {name}: no participant gets there. Let "
                    "another instance lead to it, or remove it.",
                ).format(raw=capital(title(graph.instances[key].raw)), name=name),
            )
    for loop in graph.loops:
        if not loop.has_way_out:
            names = several(loop.body, lambda key: title(graph.instances[key].raw))
            survey.report(
                "MAESTRO-ENDLESS-LOOP",
                Severity.ERROR,
                graph.instances[loop.head].raw,
                translate(
                    "findings",
                    "The loop {names} has no way out: a participant would stay in it for ever. Let one "
                    "of them lead to what comes after the loop.",
                ).format(names=names),
            )


def _check_ways_on(survey: Survey, timeline: ScheduleTimeline, instance: ScheduledInstance) -> None:
    name = capital(title(instance.raw))
    default, exit_ = instance.default_condition, instance.exit
    if instance.is_decision:
        _check_decision(survey, instance, name)
    elif default is None and exit_ is None:
        survey.report(
            "DDF00008",
            Severity.ERROR,
            instance.raw,
            translate(
                "findings",
                "{name} leads nowhere: it has neither a next instance nor an exit. Choose one of the two.",
            ).format(name=name),
        )
    elif default is not None and exit_ is not None:
        survey.report(
            "DDF00008",
            Severity.WARNING,
            instance.raw,
            translate(
                "findings", "{name} leads both to {default} and to an exit. Keep one of the two."
            ).format(name=name, default=survey.title_of(default)),
        )
    if default is not None and default == instance.id:
        survey.report(
            "DDF00019",
            Severity.ERROR,
            instance.raw,
            translate("findings", "{name} leads to itself. Choose what comes next, or an exit.").format(
                name=name
            ),
        )
    if instance.sub_timeline is not None and instance.sub_timeline == timeline.id:
        survey.report(
            "DDF00026",
            Severity.ERROR,
            instance.raw,
            translate(
                "findings",
                "{name} runs its own timeline as a sub-timeline. Choose another timeline, or none.",
            ).format(name=name),
        )


def _check_decision(survey: Survey, decision: ScheduledInstance, name: str) -> None:
    if decision.default_condition is None:
        survey.report(
            "DDF00038",
            Severity.WARNING,
            decision.raw,
            translate(
                "findings",
                "The decision {name} does not say where to go when none of its conditions holds. "
                "Choose its default.",
            ).format(name=name),
        )
    if decision.exit is not None:
        survey.report(
            "DDF00064",
            Severity.INFO,
            decision.raw,
            translate(
                "findings",
                "The decision {name} has an exit of its own; a decision only chooses. Let one of its "
                "ways lead there.",
            ).format(name=name),
        )
    if decision.sub_timeline is not None:
        survey.report(
            "DDF00065",
            Severity.INFO,
            decision.raw,
            translate(
                "findings",
                "The decision {name} has a sub-timeline; a decision only chooses. Let an activity "
                "instance run it.",
            ).format(name=name),
        )
    assignments = decision.condition_assignments
    if not assignments:
        survey.report(
            "MAESTRO-BRANCH",
            Severity.WARNING,
            decision.raw,
            translate(
                "findings",
                "The decision {name} has no conditions, so there is nothing to decide. Add one, or "
                "remove the decision.",
            ).format(name=name),
        )
    for assignment in assignments:
        words = (
            f"“{assignment.condition[:60]}”"
            if assignment.condition
            else translate("findings", "without words")
        )
        if assignment.target is None:
            survey.report(
                "MAESTRO-BRANCH",
                Severity.ERROR,
                assignment.raw,
                translate(
                    "findings",
                    "The condition {words} of the decision {name} leads nowhere. Choose where it leads.",
                ).format(words=words, name=name),
            )
        elif assignment.target == decision.id:
            survey.report(
                "DDF00044",
                Severity.ERROR,
                assignment.raw,
                translate(
                    "findings",
                    "The condition {words} of the decision {name} leads back to the same decision. "
                    "Choose where it leads.",
                ).format(words=words, name=name),
            )


def _find_timeline_circles(survey: Survey, design: StudyDesign) -> None:
    by_id = {timeline.id: timeline for timeline in reversed(design.timelines) if timeline.id}
    carried = {a.id: a.sub_timeline for a in design.activities if a.id and a.sub_timeline}

    def run_by(raw: JsonObject) -> list[JsonObject]:
        found: dict[str, JsonObject] = {}
        for instance in ScheduleTimeline(raw).instances:
            subs = [instance.sub_timeline]
            if not carried.keys().isdisjoint(instance.activities):
                subs += [carried.get(activity) for activity in instance.activities]
            for sub in subs:
                if sub is not None and sub in by_id:
                    # An instance that names its own timeline is told under DDF00026.
                    if sub == instance.sub_timeline and by_id[sub].raw is raw:
                        continue
                    found[sub] = by_id[sub].raw
        return list(found.values())

    for circle in circles([timeline.raw for timeline in by_id.values()], run_by):
        survey.report(
            "MAESTRO-SUB-TIMELINE-CIRCLE",
            Severity.ERROR,
            circle[0],
            translate(
                "findings",
                "{path}: these timelines run each other in a circle, and would never end. Take one "
                "of them out of the activity or instance that runs it.",
            ).format(path=" → ".join(title(raw) for raw in [*circle[:6], circle[0]])),
        )
