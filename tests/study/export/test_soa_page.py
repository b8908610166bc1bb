"""A table on paper: identity, what was shown, headers, marks, footnotes."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from study.dating import Anchor, Dating, dated_times
from study.dating_words import ISO_DATES
from study.document import Document
from study.export.dates import shown_dates
from study.export.identity import identity_of
from study.export.shown import Shown
from study.export.soa_page import LONGEST_TITLE
from study.soa import schedule_of_activities
from tests.exporting import ALEXION, ILLEGAL, LONG, LZZT, SAMPLE, awkward, document, sheet_of


def texts(sheet: object, kind: str) -> list[str]:
    heads = {head.kind: head for head in sheet.heads}  # type: ignore[attr-defined]
    return [cell.text for cell in heads[kind].cells]


def test_the_study_says_who_it_is() -> None:
    found = identity_of(document(ALEXION))
    assert found.identifiers == ("ALXN1840-WD-204", "NCT04573309", "2020-001104-41", "119006")
    assert (found.sponsor, found.number, found.amendment) == ("Alexion", "3.1", "Amendment 4")
    assert found.short == "ALXN1840-WD-204 · Protocol version 3.1 · Amendment 4"


def test_the_last_amendment_is_the_one_that_none_follows() -> None:
    assert identity_of(document("observational-v4")).amendment == "Amendment 4"


def test_version_3_keeps_sponsor_and_protocol_elsewhere() -> None:
    found = identity_of(document("lilly-nct03421379-v3"))
    assert found.sponsor == "Eli Lilly Japan K.K"
    assert found.protocol == "Version 1, Approval"
    assert "I8R-JE-IGBJ" in found.identifiers


def test_everything_is_shown_where_nothing_is_hidden() -> None:
    sheet = sheet_of(document(LZZT))
    assert sheet.count == 16
    assert len(sheet.rows) == 30
    assert sheet.shown[0] == "All visits and activities of this timeline are shown."
    assert texts(sheet, "day")[6] == "57"
    assert texts(sheet, "window")[6] == "54 to 60"
    planned = [row.title for row in sheet.rows if 6 in row.marks]
    assert len(planned) == 10
    assert "ADAS-Cog" in planned


def test_what_is_hidden_is_said() -> None:
    found = document(LZZT)
    soa = sheet_of(found)
    chosen = schedule_of_activities(found.default_timeline()[2], found.designs()[0])  # type: ignore[index]
    ecg = next(row.key for row in chosen.rows if row.title == "ECG")
    columns = frozenset(column.key for column in chosen.columns[:4])
    sheet = sheet_of(found, Shown(columns=columns, rows=frozenset((ecg,)), filters=("“ecg”",)))
    assert (sheet.count, [row.title for row in sheet.rows]) == (4, ["ECG"])
    assert sheet.shown[0] == f"{soa.count - 4} visits not shown; {len(soa.rows) - 1} activities not shown."
    assert "Filter: “ecg”." in sheet.shown
    assert sheet.footnotes == ()  # none of their letters stands on the sheet


def test_a_hidden_activity_does_not_take_its_group_away() -> None:
    found = document(ALEXION)
    chosen = schedule_of_activities(found.default_timeline()[2], found.designs()[0])  # type: ignore[index]
    vitals = next(row.key for row in chosen.rows if row.title == "Vitals sign measurements")
    sheet = sheet_of(found, Shown(rows=frozenset((vitals,))))
    assert [(row.title, row.is_group) for row in sheet.rows] == [
        ("Safety Assessments / Laboratory Analyses", True),
        ("Vitals sign measurements", False),
    ]


def test_visits_merged_by_encounter_say_at_which_visit() -> None:
    sheet = sheet_of(document(LZZT), Shown(merged=True))
    assert sheet.count == 12
    assert "The visits of one encounter stand in one column." in sheet.shown
    marks = {row.title: row.marks for row in sheet.rows}
    assert marks["ECG"][6].sign == "X (1)"
    assert marks["NPI-X"][6].sign == "X"  # at both of its visits
    assert any("second visit" in line for line in sheet.legend)


def test_dates_stand_beside_the_days_with_what_they_count_from() -> None:
    found = document(LZZT)
    chosen = schedule_of_activities(found.default_timeline()[2], found.designs()[0])  # type: ignore[index]
    dose = next(column.key for column in chosen.columns if column.planned.is_anchor)
    dating = Dating({dose: Anchor(dt.date(2025, 1, 7))}, zone="Europe/Berlin", country="DE")
    dates = shown_dates(dated_times(chosen.planned, dating), ISO_DATES)
    sheet = sheet_of(found, Shown(dates=dates))
    assert texts(sheet, "date")[6] == "2025-03-04"
    assert texts(sheet, "date_window")[6] == "2025-03-01 to 2025-03-07"
    assert "Dates: counted from Dose on 2025-01-07." in sheet.shown
    assert "Time zone of the site: Europe/Berlin." in sheet.shown
    assert "Holidays and weekends of: DE." in sheet.shown


def test_a_header_that_repeats_another_is_left_out_but_kept_for_spreadsheets() -> None:
    found = awkward(visit="Encounter {n}")
    assert "encounter" not in [head.kind for head in sheet_of(found).heads]
    assert "encounter" in [head.kind for head in sheet_of(found, whole=True).heads]


def test_a_sub_timeline_is_marked_by_a_number_and_named() -> None:
    sheet = sheet_of(document(ALEXION))
    signs = {mark.sign for row in sheet.rows for mark in row.marks.values()}
    assert signs == {"X", "X→1", ""}
    assert sheet.insides == ("PKPD Timeline",)
    assert "→1: PKPD Timeline, a schedule of its own with 11 times." in sheet.legend


def test_footnotes_are_those_on_the_sheet_and_those_that_belong_nowhere() -> None:
    sheet = sheet_of(document(ALEXION))
    letters = [letter for letter, _ in sheet.footnotes]
    assert letters[:3] == ["a", "b", "c"]
    assert letters.count("") == 4
    assert all("<" not in text for _, text in sheet.footnotes)


def test_a_name_too_long_for_its_cell_goes_on_below() -> None:
    sheet = sheet_of(awkward(activity="{n} " + LONG, activities=1))
    title = sheet.rows[0].title
    assert len(title) <= LONGEST_TITLE
    assert title.endswith("… [1]")
    assert sheet.long_names == (("1", " ".join(f"1 {LONG}".split())),)
    assert sheet_of(awkward(activity=LONG, activities=1), whole=True).rows[0].title == LONG.strip()


def test_what_no_file_can_hold_is_replaced() -> None:
    sheet = sheet_of(awkward(activity=ILLEGAL, visit=ILLEGAL, study=ILLEGAL))
    assert sheet.rows[0].title == "bell\ufffd null\ufffd escape\ufffd half\ufffd"
    assert "\x07" not in sheet.title


@pytest.mark.parametrize("visits", [0, 1, 300])
def test_any_number_of_visits(visits: int) -> None:
    sheet = sheet_of(awkward(visits=visits))
    assert sheet.count == visits
    assert len(sheet.epochs) == -(-visits // 10)


def test_the_sample_is_whole() -> None:
    sheet = sheet_of(document(SAMPLE))
    assert (sheet.count, len(sheet.rows), len(sheet.footnotes)) == (14, 27, 9)


@pytest.mark.parametrize("odd", [None, 7, "", [], ["x", {}], {}, {"a": []}, True])
def test_an_identity_that_is_damaged_reads_as_not_stated(odd: object) -> None:
    root = json.loads(document(SAMPLE).to_bytes())
    version = root["study"]["versions"][0]
    for attribute in (
        "titles",
        "studyIdentifiers",
        "organizations",
        "documentVersionIds",
        "versionIdentifier",
    ):
        version[attribute] = odd
    version["documentVersionId"] = odd
    version["amendments"] = [{"id": odd, "previousId": odd, "number": odd}, odd]
    root["study"]["documentedBy"] = [
        {"versions": [{"id": odd, "version": odd, "status": odd, "dateValues": odd}]}
    ]
    sheet = sheet_of(Document.from_bytes(json.dumps(root).encode()))
    assert sheet.identity.name == "MAE-101: Solid tumours, phase 2"
    assert sheet.identity.sponsor == ""
    assert sheet.identity.amendment == ""
    assert sheet.count == 14
