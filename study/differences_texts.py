"""What differs between two protocols' texts, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from study.differences import Area, Difference, StudyDifference
from study.differences_matching import alike
from study.language import translate
from study.narrative import ProtocolText, Section
from study.search_texts import folded


def compared_texts(here: Sequence[ProtocolText], there: Sequence[ProtocolText]) -> Iterable[StudyDifference]:
    """Sections of the protocol's text, by title within the same document, else by number."""
    for mine, other in zip(here, there, strict=False):
        taken: set[int] = set()
        partner: dict[int, Section] = {}
        for key in (_by_heading, _by_title, _by_number):
            free: dict[str, list[Section]] = {}
            for section in other.sections:
                if section.place not in taken and key(section):
                    free.setdefault(key(section), []).append(section)
            for section in mine.sections:
                if section.place not in partner and (found := free.get(key(section))):
                    partner[section.place] = found.pop(0)
                    taken.add(partner[section.place].place)
        for section in mine.sections:
            before = partner.get(section.place)
            if before is not None and _same_words(section, before):
                continue
            now = mine.text_of(section).plain
            if before is None:
                yield StudyDifference(
                    Area.TEXT,
                    Difference.ADDED,
                    section.heading,
                    translate("compare", "Section added"),
                    section.address,
                    now=now,
                )
                continue
            was = other.text_of(before).plain
            if not alike(was, now):
                words = (
                    translate("compare", "The section shows what changed elsewhere in the study")
                    if section.raw == before.raw
                    else translate("compare", "The section's text changed")
                )
                yield StudyDifference(
                    Area.TEXT,
                    Difference.CHANGED,
                    section.heading,
                    words,
                    section.address,
                    before.address,
                    was,
                    now,
                    is_text=True,
                )
            elif not alike(section.heading, before.heading):
                yield StudyDifference(
                    Area.TEXT,
                    Difference.CHANGED,
                    section.heading,
                    translate("compare", "Heading was “{was}”").format(was=before.heading),
                    section.address,
                    before.address,
                    before.heading,
                    section.heading,
                )
        for section in other.sections:
            if section.place not in taken:
                yield StudyDifference(
                    Area.TEXT,
                    Difference.REMOVED,
                    section.heading,
                    translate("compare", "Section removed"),
                    "",
                    section.address,
                    was=other.text_of(section).plain,
                )


def _same_words(one: Section, before: Section) -> bool:
    """Whether two sections are the same without being read: what refers to nothing says what it says."""
    return (one.raw, one.heading) == (before.raw, before.heading) and "<usdm:" not in one.raw.casefold()


def _by_heading(section: Section) -> str:
    return folded(section.heading)


def _by_title(section: Section) -> str:
    return folded(section.title)


def _by_number(section: Section) -> str:
    return folded(section.number)
