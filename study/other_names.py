"""What an activity is also called: the names and synonyms of its biomedical concepts and procedures."""

from __future__ import annotations

from collections.abc import Iterator

from study.document import Document
from study.model import Activity, Entity


def other_names(activity: Activity, document: Document) -> tuple[str, ...]:
    """Names, labels and synonyms (USDM BiomedicalConcept.synonyms) that are not the activity's own, each once."""
    own = {activity.name.casefold(), activity.label.casefold()}
    found: dict[str, str] = {}
    for entity in _behind(activity, document):
        for name in (entity.label, entity.name, *_synonyms(entity)):
            if name and name.casefold() not in own:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _behind(activity: Activity, document: Document) -> Iterator[Entity]:
    for identity in (*activity.biomedical_concepts, *activity.bc_surrogates, *activity.bc_categories):
        entity = document.entity(identity)
        if entity is not None:
            yield entity
    yield from activity.procedures


def _synonyms(entity: Entity) -> Iterator[str]:
    listed = entity.raw.get("synonyms")
    if isinstance(listed, list):
        yield from (name for name in listed if isinstance(name, str))
