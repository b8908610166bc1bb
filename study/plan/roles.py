"""Who answers a decision, and whether a side timeline ends the main one, told from the study's own words.

USDM says neither. Told conservatively: a word that may mean a medical judgement makes the decision the investigator's,
also beside a word for allocation; where no word tells anything, the site coordinator is asked. What told it is kept in
the plan, so that a person can see and judge it.
"""

from __future__ import annotations

import re

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
