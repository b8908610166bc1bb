"""Who answers a decision, and whether a side timeline ends the main one, told from the study's own words.

USDM says neither. Told conservatively: a word that may mean a medical judgement makes the decision the investigator's,
also beside a word for allocation; where no word tells anything, the site coordinator is asked. What told it is kept in
the plan, so that a person can see and judge it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from study.plan.plan import Role

# Eligibility, progression, dose, discharge, causality.
_MEDICAL = re.compile(
    r"\b(?:(?:in)?eligib\w*|inclusion|exclusion|screen(?:ing)? failure|progress\w*|relapse\w*|recurren\w*|recist"
    r"|respon(?:se|d)\w*|dos(?:e|es|ed|ing|age)|titrat\w*|escalat\w*|de-escalat\w*|toxic\w*|tolerat\w*|recovered"
    r"|discharg\w*|causal\w*|related|adverse|serious|investigator\w*|clinically|pregnan\w*|rash)\b",
    re.IGNORECASE,
)
_ALLOCATION = re.compile(r"\b(?:randomi[sz]\w*|allocat\w*|stratif\w*|IRT|IWRS|IVRS)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:early[ -]terminat\w*|premature\w*[ -](?:terminat|discontinu|withdraw)\w*"
    r"|terminat\w* (?:the )?(?:study|trial)"
    r"|(?:early|study|end of study) (?:discontinuation|withdrawal)|withdraws? (?:consent|from the study))\b",
    re.IGNORECASE,
)

_ONCE = re.compile(r"\b(?:once only|only once|at most once|no more than once)\b", re.IGNORECASE)
_STUDY_DRUG = (
    r"study (?:drug|treatment|medication|intervention)s?|investigational (?:medicinal )?product|IMP|IP"
)
_GIVING = (
    r"administration|administer(?:ed)?|infusions?|injections?|intake|dos(?:e|es|ing)|vaccination|implantation"
)
_GIVES = re.compile(
    rf"^(?:{_STUDY_DRUG}|dosing)$|\bdosing$|\b(?:{_STUDY_DRUG})\b.*\b(?:{_GIVING})\b"
    rf"|\b(?:{_GIVING})\b.*\b(?:{_STUDY_DRUG})\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(rf"\b(?:{_GIVING})\b|\b\d+(?:[.,]\d+)?\s*(?:[mµu]?g|mcg|m?l|iu|units?)\b", re.IGNORECASE)
_NO_DOSE = re.compile(
    r"\b(?:pre-?dose|post-?dose|account\w*|complian\w*|diary|dispens\w*|return\w*|review|site reaction\w*|collect\w*"
    r"|sampl\w*|monitor\w*|assess\w*|questionnaire|record\w*)\b",
    re.IGNORECASE,
)


def gives_treatment(title: str, interventions: Iterable[str] = ()) -> str:
    """The words by which an activity says that it gives the study's treatment; "" where it does not.

    Told conservatively, from a word for giving beside the study's treatment, or from a word for giving or a dose beside
    the name of one of its `interventions`: what is about a dose without giving it (samples, accountability) is none.
    """
    if _NO_DOSE.search(title):
        return ""
    found = _GIVES.search(title)
    if found is None and (giving := _GIVEN.search(title)) is not None:
        lower = title.casefold()
        if any(name and re.search(rf"\b{re.escape(name.casefold())}\b", lower) for name in interventions):
            found = giving
    return found[0] if found is not None else ""


def only_once(*texts: str) -> bool:
    """Whether a side timeline says that it starts once at most."""
    return any(_ONCE.search(text) for text in texts)


def role_of(*texts: str) -> tuple[Role, str]:
    """Who answers a decision that says these texts, and the word that told it, "" where none did."""
    for pattern, role in ((_MEDICAL, Role.INVESTIGATOR), (_ALLOCATION, Role.IRT)):
        for text in texts:
            found = pattern.search(text)
            if found is not None:
                return role, found[0]
    return Role.SITE_COORDINATOR, ""


def ends_the_main(*texts: str) -> str:
    """The words by which a side timeline says that it is an early end of the study; "" where it does not."""
    return next((found[0] for text in texts if (found := _ENDS.search(text)) is not None), "")
