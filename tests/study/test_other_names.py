"""An activity is found by what its biomedical concepts and procedures are called as well."""

from __future__ import annotations

import json

from resources.sample import sample_study_bytes
from study.document import Document
from study.other_names import other_names
from tests.shared import shared_study


def test_synonyms_of_concepts_are_names_of_the_activity() -> None:
    document = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    activity = next(each for each in document.designs()[0].activities if each.title == "Hemoglobin A1C")
    found = other_names(activity, document)
    assert "HBA1C" in found
    assert "Glycosylated Hemoglobin A1C" in found
    assert "Hemoglobin A1C" not in found
    assert len({name.casefold() for name in found}) == len(found)


def test_references_to_nothing_and_damaged_synonyms_are_passed_over() -> None:
    content = json.loads(sample_study_bytes())
    version = content["study"]["versions"][0]
    raw = version["studyDesigns"][0]["activities"][0]
    version["biomedicalConcepts"] = [
        {
            "id": "Concept_X",
            "name": "Glucose",
            "synonyms": ["GLUC", 5, None],
            "instanceType": "BiomedicalConcept",
        },
        {"id": "Concept_Y", "name": "Sodium", "synonyms": "NA", "instanceType": "BiomedicalConcept"},
    ]
    raw["biomedicalConceptIds"] = ["Concept_X", "nowhere", "Concept_Y"]
    raw["definedProcedures"] = []
    document = Document.from_bytes(json.dumps(content).encode())
    assert other_names(document.designs()[0].activities[0], document) == ("Glucose", "GLUC", "Sodium")
