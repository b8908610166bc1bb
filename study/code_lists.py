"""The codes that people choose from, by name: terms of CDISC's terminology and of no other.

Each term is a fact of CDISC's published terminology for USDM (NCI codes), as the studies that Maestro reads use it.
A list is what is offered, not all that is allowed: what a file holds beside it is kept and shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CDISC: Final = "http://www.cdisc.org"
"""The code system of all terms here (USDM Code.codeSystem)."""

TERMINOLOGY_VERSION: Final = "2024-09-27"
"""The release that new studies name (USDM Code.codeSystemVersion); an existing study goes on with its own."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a code list: its code, and its words (USDM Code.code and decode)."""

    code: str
    decode: str


EPOCH_TYPES: Final = (
    Term("C202487", "Screening Epoch"),
    Term("C98779", "Run-in Period"),
    Term("C125938", "Baseline Epoch"),
    Term("C101526", "Treatment Epoch"),
    Term("C42872", "Washout Period"),
    Term("C202578", "Follow-Up Epoch"),
)
"""USDM StudyEpoch.type."""

SCREENING_EPOCH: Final = EPOCH_TYPES[0]
TREATMENT_EPOCH: Final = EPOCH_TYPES[3]
FOLLOW_UP_EPOCH: Final = EPOCH_TYPES[5]

ARM_TYPES: Final = (
    Term("C174266", "Investigational Arm"),
    Term("C174267", "Active Comparator Arm"),
    Term("C174268", "Placebo Control Arm"),
    Term("C15538", "Protocol Treatment Arm"),
)
"""USDM StudyArm.type."""

INVESTIGATIONAL_ARM: Final = ARM_TYPES[0]
PLACEBO_ARM: Final = ARM_TYPES[2]

DATA_ORIGINS: Final = (Term("C188866", "Data Generated Within Study"),)
"""USDM StudyArm.dataOriginType."""

WITHIN_STUDY: Final = DATA_ORIGINS[0]

ENCOUNTER_TYPES: Final = (Term("C25716", "Visit"),)
"""USDM Encounter.type."""

VISIT: Final = ENCOUNTER_TYPES[0]

CONTACT_MODES: Final = (
    Term("C175574", "In Person"),
    Term("C171537", "Telephone Call"),
)
"""USDM Encounter.contactModes."""

IN_PERSON: Final = CONTACT_MODES[0]
TELEPHONE_CALL: Final = CONTACT_MODES[1]

ENVIRONMENTAL_SETTINGS: Final = (
    Term("C51282", "Clinic"),
    Term("C16281", "Ambulatory Care Facility"),
    Term("C18002", "Home"),
)
"""USDM Encounter.environmentalSettings (v3: environmentalSetting)."""

CLINIC: Final = ENVIRONMENTAL_SETTINGS[0]

CODE_LISTS: Final = {
    ("StudyEpoch", "type"): EPOCH_TYPES,
    ("StudyArm", "type"): ARM_TYPES,
    ("StudyArm", "dataOriginType"): DATA_ORIGINS,
    ("Encounter", "type"): ENCOUNTER_TYPES,
    ("Encounter", "contactModes"): CONTACT_MODES,
    ("Encounter", "environmentalSettings"): ENVIRONMENTAL_SETTINGS,
    ("Encounter", "environmentalSetting"): ENVIRONMENTAL_SETTINGS,
}
"""(USDM class, attribute) -> the terms to choose from."""


def terms_for(instance_type: str, attribute: str) -> tuple[Term, ...]:
    """The terms to choose from for an attribute of a USDM class; none where the list is not known here."""
    return CODE_LISTS.get((instance_type, attribute), ())


def term_named(terms: tuple[Term, ...], words: str) -> Term | None:
    """The term whose decode or code a person typed, whatever the case; None where it is none of them."""
    wanted = " ".join(words.split()).casefold()
    return next((term for term in terms if wanted in (term.decode.casefold(), term.code.casefold())), None)
