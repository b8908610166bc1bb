"""What a group comes to: weeks, work, deviations, lengths, and windows that are too tight."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

from study.simulation.figures import GroupFigures, VisitFigures, classes_of, tight_windows
from study.simulation.outcomes import AS_PLANNED, Compliance, Discontinuation, Minutes, Outcomes
from study.simulation.participant import End
from tests.study.interpreter.participants import plan_of
from tests.study.simulation.groups import START, WORKDAYS, figures_of, simulated_group, weekly
from tests.study.studies import SAMPLE


def test_visits_and_assessments_are_counted_in_their_week() -> None:
    figures = figures_of(weekly(), simulated_group(weekly(), participants=3))
    assert figures.visits == Counter(dict.fromkeys(range(1, 7), 3))
    # Screening has one assessment, dosing one, the four weekly visits two each.
    assert figures.assessments == Counter({1: 3, 2: 3, 3: 6, 4: 6, 5: 6, 6: 6})
    assert figures.enrolled == Counter({1: 3})
    assert figures.under_way == Counter(dict.fromkeys(range(1, 7), 3))
    assert figures.weeks == 6
    assert figures.ends == Counter({(End.COMPLETED, ""): 3})


def test_work_is_known_in_hours_where_it_is_said_how_long_assessments_take() -> None:
    some = Outcomes(minutes=Minutes(by_assessment={"Blood": 15}))
    figures = figures_of(weekly(), simulated_group(weekly(), some), some)
    assert figures.seconds == Counter(dict.fromkeys((3, 4, 5, 6), 15 * 60))
    assert figures.untimed == 6
    every = Outcomes(minutes=Minutes(each=10, by_assessment={"blood": 15}))
    figures = figures_of(weekly(), simulated_group(weekly(), every), every)
    assert figures.seconds[1] == 600
    assert figures.seconds[3] == 1_500
    assert figures.untimed == 0


def test_several_steps_on_one_day_are_one_visit_and_sub_timelines_count_what_is_in_them() -> None:
    plan = plan_of(SAMPLE)
    (one,) = everybody = simulated_group(plan)
    figures = figures_of(plan, everybody)
    days = {each.actual.date for each in one.course.occurrences if each.actual}
    assert sum(figures.visits.values()) == len(days)
    assert sum(figures.visits.values()) < sum(each.done for each in figures.by_visit.values())
    listed = sum(len(each.instance.activities) for each in one.course.occurrences if each.actual)
    assert sum(figures.assessments.values()) > listed


def test_lengths_are_of_those_who_came_to_the_end() -> None:
    outcomes = Outcomes(discontinuation=Discontinuation(per_month=0.5))
    figures = figures_of(weekly(), simulated_group(weekly(), outcomes, 30), outcomes)
    assert set(figures.lengths) == {36}
    assert figures.shortest == figures.median_length == figures.longest == 36
    stopped = figures.ends[End.STOPPED, "consent withdrawn"]
    assert stopped == sum(figures.lengths_of_others.values()) > 0
    assert stopped + figures.ends[End.COMPLETED, ""] == 30


def test_deviations_are_counted_by_kind_and_visit() -> None:
    late = Outcomes(by_visit={"w3": Compliance(days_off=((4, 1.0),)), "w4": Compliance(missed=1.0)})
    figures = figures_of(weekly(), simulated_group(weekly(), late, 5), late)
    assert figures.deviations == Counter({("after its window", "w3"): 5, ("visit not done", "w4"): 5})
    assert figures.deviations_by_kind() == Counter({"after its window": 5, "visit not done": 5})
    assert figures.deviations_of_kind("visit not done") == Counter({"w4": 5})


def test_the_window_that_is_missed_most_often_comes_first_with_what_would_hold_it() -> None:
    outcomes = Outcomes(
        by_visit={
            "w1": Compliance(days_off=((-3, 3.0), (0, 7.0))),
            "w2": Compliance(days_off=((0, 4.0), (2, 3.0), (3, 3.0))),
        }
    )
    figures = figures_of(weekly(), simulated_group(weekly(), outcomes, 300), outcomes)
    second, first = tight_windows(figures)
    assert (second.key, second.earlier, second.later) == ("w2", 0, 2)
    assert (first.key, first.earlier, first.later) == ("w1", 2, 0)
    assert second.share == figures.by_visit["w2"].out / 300
    assert 0.5 < second.share < 0.7
    assert second.would_hold == 1.0


def test_a_widening_is_no_wider_than_is_wanted() -> None:
    figures = GroupFigures(START)
    figures.by_visit["v"] = VisitFigures(
        done=100, judged=100, days_out=Counter({-9: 1, -1: 10, 1: 4, 2: 20, 30: 2})
    )
    (found,) = tight_windows(figures, wanted=0.95)
    assert (found.earlier, found.later, found.would_hold) == (1, 2, 0.97)
    (all_,) = tight_windows(figures, wanted=1.0)
    assert (all_.earlier, all_.later, all_.would_hold) == (9, 30, 1.0)


def test_windows_that_nobody_misses_are_not_named() -> None:
    assert tight_windows(figures_of(weekly(), simulated_group(weekly(), AS_PLANNED, 5))) == []


def test_a_window_with_no_working_day_in_it_is_counted() -> None:
    # Dosing on a Monday; the site is closed in the whole window of the first week.
    around = {START + dt.timedelta(days=14 + off) for off in (-1, 0, 1)}
    site = replace(WORKDAYS, holiday=lambda day: "Holiday" if day in around else "")
    figures = figures_of(weekly(), simulated_group(weekly(), participants=2, site=site), site=site)
    assert (figures.by_visit["w1"].closed, figures.by_visit["w1"].no_way) == (2, 2)
    assert figures.by_visit["w2"].closed == 0
    assert figures.deviations_of_kind("after its window") == Counter({"w1": 2})


def test_course_lengths_are_put_in_classes_of_days_or_whole_weeks() -> None:
    assert classes_of({}) == []
    assert classes_of({30: 2, 32: 1}) == [(30, 30, 2), (31, 31, 0), (32, 32, 1)]
    assert classes_of({1: 2, 30: 1})[:2] == [(1, 2, 2), (3, 4, 0)]
    wide = classes_of({30: 1, 700: 3})
    assert 12 < len(wide) <= 25
    assert wide[0][0] <= 30 <= wide[0][1]
    assert sum(number for _, _, number in wide) == 4
    assert all((last - first + 1) % 7 == 0 for first, last, _ in wide)
