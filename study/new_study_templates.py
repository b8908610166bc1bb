"""What a new study begins with: templates as values, written here and filled in by `study.new_study`.

The names in a template are a protocol's, in English as protocols are; its own title and what it is for are shown in
the language of the program.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from study.code_lists import (
    FOLLOW_UP_EPOCH,
    INVESTIGATIONAL_ARM,
    PLACEBO_ARM,
    SCREENING_EPOCH,
    TREATMENT_EPOCH,
    Term,
)
from study.language import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """One visit. `kind` is Before, After or Fixed Reference; `value` and windows are ISO 8601 durations.

    Timed from the template's anchor. `activities` are the names of rows.
    """

    name: str
    epoch: str
    kind: str
    value: str
    label: str
    window: tuple[str, str] | None = None
    activities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CyclePlan:
    """Visits that come again: from `last` back to `first` where `condition` holds."""

    name: str
    condition: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class SidePlan:
    """A timeline beside the main one, of a single visit, started by what `entry` says."""

    name: str
    entry: str
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A study to begin with. `rows` are groups with their activities; a group "" holds rows of its own.

    `elements` says for each (arm, epoch) which element it has.
    """

    key: str
    title: str
    purpose: str
    epochs: tuple[tuple[str, Term], ...]
    arms: tuple[tuple[str, Term], ...]
    elements: dict[tuple[str, str], str]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    visits: tuple[VisitPlan, ...]
    cycle: CyclePlan | None = None
    sides: tuple[SidePlan, ...] = field(default=())


MAIN_TIMELINE: Final = "Main timeline"
MAIN_ENTRY: Final = "Participant is identified"

_CONSENT = "Informed consent"
_ELIGIBILITY = "Eligibility criteria"
_DEMOGRAPHY = "Demography"
_HISTORY = "Medical history"
_EXAMINATION = "Physical examination"
_VITALS = "Vital signs"
_ECG = "12-lead ECG"
_HAEMATOLOGY = "Haematology"
_CHEMISTRY = "Clinical chemistry"
_URINALYSIS = "Urinalysis"
_PREGNANCY = "Pregnancy test"
_RANDOMISATION = "Randomisation"
_INTERVENTION = "Study intervention"
_EFFICACY = "Efficacy assessment"
_EVENTS = "Adverse events"
_MEDICATION = "Concomitant medication"

_ROWS: Final = (
    ("Eligibility", (_CONSENT, _ELIGIBILITY, _DEMOGRAPHY, _HISTORY)),
    ("Safety", (_EXAMINATION, _VITALS, _ECG, _EVENTS, _MEDICATION)),
    ("Laboratory", (_HAEMATOLOGY, _CHEMISTRY, _URINALYSIS, _PREGNANCY)),
    ("Efficacy", (_EFFICACY,)),
)
_SCREENING = (
    *(_CONSENT, _ELIGIBILITY, _DEMOGRAPHY, _HISTORY, _EXAMINATION, _VITALS, _ECG, _HAEMATOLOGY, _CHEMISTRY),
    *(_URINALYSIS, _PREGNANCY, _EVENTS, _MEDICATION),
)
_LABORATORY = (_HAEMATOLOGY, _CHEMISTRY)
_EVERY_VISIT = (_VITALS, _EVENTS, _MEDICATION)
_LAST = (_EXAMINATION, *_EVERY_VISIT, _ECG, *_LABORATORY, _URINALYSIS, _PREGNANCY, _EFFICACY)
_WINDOW = ("P3D", "P3D")
_LATE_WINDOW = ("P7D", "P7D")
_SIDES = (
    SidePlan("Early termination", "The participant stops before the end of the study", _LAST),
    SidePlan("Unscheduled visit", "A visit is needed outside the plan", _EVERY_VISIT),
)

EMPTY: Final = Template(
    key="empty",
    title=QT_TRANSLATE_NOOP("new study", "Empty study"),
    purpose=QT_TRANSLATE_NOOP("new study", "One arm, one epoch and a first day. Everything else is yours."),
    epochs=(("Treatment", TREATMENT_EPOCH),),
    arms=(("Arm 1", INVESTIGATIONAL_ARM),),
    elements={("Arm 1", "Treatment"): "Treatment"},
    rows=(),
    visits=(VisitPlan("Day 1", "Treatment", "Fixed Reference", "P1D", "Day 1"),),
)

PARALLEL: Final = Template(
    key="parallel",
    title=QT_TRANSLATE_NOOP("new study", "Parallel study with two arms"),
    purpose=QT_TRANSLATE_NOOP(
        "new study",
        "Screening, twelve weeks of treatment or placebo, and follow-up, with the usual safety assessments.",
    ),
    epochs=(
        ("Screening", SCREENING_EPOCH),
        ("Treatment", TREATMENT_EPOCH),
        ("Follow-up", FOLLOW_UP_EPOCH),
    ),
    arms=(("Investigational product", INVESTIGATIONAL_ARM), ("Placebo", PLACEBO_ARM)),
    elements={
        ("Investigational product", "Screening"): "Screening",
        ("Investigational product", "Treatment"): "Investigational product",
        ("Investigational product", "Follow-up"): "Follow-up",
        ("Placebo", "Screening"): "Screening",
        ("Placebo", "Treatment"): "Placebo",
        ("Placebo", "Follow-up"): "Follow-up",
    },
    rows=(_ROWS[0], ("Treatment", (_RANDOMISATION, _INTERVENTION)), *_ROWS[1:]),
    visits=(
        VisitPlan("Screening", "Screening", "Before", "P28D", "28 days", ("P0D", "P27D"), _SCREENING),
        VisitPlan(
            *("Day 1", "Treatment", "Fixed Reference", "P1D", "Day 1", None),
            (_RANDOMISATION, _INTERVENTION, *_EVERY_VISIT, *_LABORATORY, _EFFICACY),
        ),
        VisitPlan(
            *("Week 2", "Treatment", "After", "P2W", "2 weeks", _WINDOW),
            (_INTERVENTION, *_EVERY_VISIT, *_LABORATORY),
        ),
        VisitPlan(
            *("Week 4", "Treatment", "After", "P4W", "4 weeks", _WINDOW),
            (_INTERVENTION, *_EVERY_VISIT, *_LABORATORY, _EFFICACY),
        ),
        VisitPlan(
            *("Week 8", "Treatment", "After", "P8W", "8 weeks", _WINDOW),
            (_INTERVENTION, *_EVERY_VISIT, *_LABORATORY, _EFFICACY),
        ),
        VisitPlan("Week 12", "Treatment", "After", "P12W", "12 weeks", _WINDOW, _LAST),
        VisitPlan(
            *("Week 16", "Follow-up", "After", "P16W", "16 weeks", _LATE_WINDOW),
            (*_EVERY_VISIT, *_LABORATORY),
        ),
    ),
    sides=_SIDES,
)

CYCLES: Final = Template(
    key="cycles",
    title=QT_TRANSLATE_NOOP("new study", "Treatment in cycles"),
    purpose=QT_TRANSLATE_NOOP(
        "new study",
        "Screening, cycles of 28 days until a decision ends treatment, an end of treatment visit and follow-up.",
    ),
    epochs=(
        ("Screening", SCREENING_EPOCH),
        ("Treatment", TREATMENT_EPOCH),
        ("Follow-up", FOLLOW_UP_EPOCH),
    ),
    arms=(("Investigational product", INVESTIGATIONAL_ARM),),
    elements={
        ("Investigational product", "Screening"): "Screening",
        ("Investigational product", "Treatment"): "Investigational product",
        ("Investigational product", "Follow-up"): "Follow-up",
    },
    rows=(_ROWS[0], ("Treatment", (_INTERVENTION,)), *_ROWS[1:]),
    visits=(
        VisitPlan("Screening", "Screening", "Before", "P28D", "28 days", ("P0D", "P27D"), _SCREENING),
        VisitPlan(
            *("Cycle Day 1", "Treatment", "Fixed Reference", "P1D", "Day 1", None),
            (_INTERVENTION, _EXAMINATION, *_EVERY_VISIT, *_LABORATORY, _PREGNANCY),
        ),
        VisitPlan(
            *("Cycle Day 8", "Treatment", "After", "P7D", "7 days", ("P1D", "P1D")),
            (*_EVERY_VISIT, *_LABORATORY),
        ),
        VisitPlan(
            *("Cycle Day 15", "Treatment", "After", "P14D", "14 days", ("P1D", "P1D")),
            (_INTERVENTION, *_EVERY_VISIT, *_LABORATORY),
        ),
        VisitPlan("End of treatment", "Treatment", "After", "P28D", "28 days", _WINDOW, _LAST),
        VisitPlan(
            *("Follow-up", "Follow-up", "After", "P58D", "58 days", _LATE_WINDOW), (*_EVERY_VISIT, _EFFICACY)
        ),
    ),
    cycle=CyclePlan(
        "Another cycle?", "Treatment goes on: another cycle of 28 days", "Cycle Day 1", "Cycle Day 15"
    ),
    sides=_SIDES,
)

TEMPLATES: Final = (EMPTY, PARALLEL, CYCLES)
