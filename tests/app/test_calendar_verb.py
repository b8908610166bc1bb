"""`maestro calendar`: one participant's dated schedule, against dates written out by hand."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import icalendar
import openpyxl  # type: ignore[import-untyped]
import pytest

from app.main import main
from app.verbs import VerbError
from app.verbs.calendar import COLUMNS, Wanted, calendar
from study.document import Document
from tests.shared import ROOT, shared_study

SAMPLE = ROOT / "resources" / "studies" / "maestro-sample.usdm.json"
PRINTED = "2026-11-23T06:00+01:00"

# LZZT's protocol visits, counted on a paper calendar: visit, study day, planned, window opens, window closes.
DOSED_7_JANUARY_2025 = [
    ("Week 2", "15", "2025-01-21", "2025-01-18", "2025-01-24"),
    ("Week 4", "29", "2025-02-04", "2025-02-01", "2025-02-07"),
    ("Week 6", "43", "2025-02-18", "2025-02-15", "2025-02-21"),
    ("Week 8", "57", "2025-03-04", "2025-03-01", "2025-03-07"),
    ("Week 12", "85", "2025-04-01", "2025-03-28", "2025-04-05"),
    ("Week 16", "113", "2025-04-29", "2025-04-25", "2025-05-03"),
    ("Week 20", "141", "2025-05-27", "2025-05-23", "2025-05-31"),
    ("Week 24", "169", "2025-06-24", "2025-06-20", "2025-06-28"),
    ("Week 26", "183", "2025-07-08", "2025-07-05", "2025-07-11"),
]
# The same in a leap year: 29 February 2024 lies between Week 6 and Week 8.
DOSED_16_JANUARY_2024 = [
    ("Week 2", "15", "2024-01-30", "2024-01-27", "2024-02-02"),
    ("Week 4", "29", "2024-02-13", "2024-02-10", "2024-02-16"),
    ("Week 6", "43", "2024-02-27", "2024-02-24", "2024-03-01"),
    ("Week 8", "57", "2024-03-12", "2024-03-09", "2024-03-15"),
    ("Week 12", "85", "2024-04-09", "2024-04-05", "2024-04-13"),
    ("Week 16", "113", "2024-05-07", "2024-05-03", "2024-05-11"),
    ("Week 20", "141", "2024-06-04", "2024-05-31", "2024-06-08"),
    ("Week 24", "169", "2024-07-02", "2024-06-28", "2024-07-06"),
    ("Week 26", "183", "2024-07-16", "2024-07-13", "2024-07-19"),
]


def sample() -> Document:
    return Document.from_bytes(SAMPLE.read_bytes())


def lzzt() -> Document:
    return Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))


def rows(document: Document, wanted: Wanted) -> list[dict[str, str]]:
    text = calendar(document, wanted).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [("2025-01-07", DOSED_7_JANUARY_2025), ("2024-01-16", DOSED_16_JANUARY_2024)],
    ids=["2025", "leap year"],
)
def test_lzzt_agrees_with_its_protocol_visits(anchor: str, expected: list[tuple[str, ...]]) -> None:
    found = rows(lzzt(), Wanted(anchor))
    told = [
        tuple(row[c] for c in ("visit", "study_day", "planned", "window_opens", "window_closes"))
        for row in found
        if row["visit"].startswith("Week") and not row["visit"].endswith("NPI")
    ]
    assert told == expected
    assert {row["weekday"] for row in found if row["visit"] != "Screen Two"} == {"Tuesday"}
    week_8 = next(row for row in found if row["visit"] == "Week 8")
    assert len(week_8["activities"].split("; ")) == 10
    assert "ADAS-Cog" in week_8["activities"]


def test_calls_that_hang_on_a_visit_are_provisional_between_its_windows_edges() -> None:
    (call,) = [row for row in rows(lzzt(), Wanted("2025-01-07")) if row["visit"] == "Week NPI"]
    assert (call["planned"], call["earliest"], call["latest"]) == ("2025-03-18", "2025-03-15", "2025-03-21")
    assert (call["window_opens"], call["window_closes"], call["provisional"]) == ("", "", "yes")


def test_before_the_anchor_has_happened_every_date_is_provisional() -> None:
    happened, expected = (rows(lzzt(), Wanted("2025-01-07", expected=each)) for each in (False, True))
    assert [row["planned"] for row in happened] == [row["planned"] for row in expected]
    assert {row["provisional"] for row in expected} == {"yes"}
    assert [row["visit"] for row in happened if row["provisional"] == "yes"] == [
        "Week NPI",
        "Week 12 NPI",
        "Week 16 NPI",
        "Week 20 NPI",
    ]


def test_the_loop_of_alexion_is_day_minus_6_and_day_minus_5() -> None:
    document = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    found = rows(document, Wanted("2025-01-07", follow_texts=True))
    loop = [
        (row["pass"], row["study_day"], row["planned"]) for row in found if row["visit"] == "-6 through -5"
    ]
    assert loop == [("1", "-6", "2025-01-01"), ("2", "-5", "2025-01-02")]
    after = found[[row["visit"] for row in found].index("Day −4")]
    assert (after["planned"], after["depends_on"]) == ("2025-01-03", "")
    asked = rows(document, Wanted("2025-01-07"))
    assert [row["pass"] for row in asked if row["visit"] == "-6 through -5"] == ["1"]
    assert {row["depends_on"] for row in asked if row["visit"] == "Day −4"} == {"D-6-5_DECISION"}


def test_the_sample_says_what_depends_on_a_decision_and_which_days_are_free() -> None:
    found = rows(sample(), Wanted("2025-01-02", country="DE"))
    assert tuple(found[0]) == COLUMNS
    depends = {row["visit"]: row["depends_on"] for row in found}
    assert (depends["Screening"], depends["Baseline"]) == ("", "")
    assert {each for name, each in depends.items() if name not in ("Screening", "Baseline")} == {"Eligible?"}
    (baseline,) = [row for row in found if row["visit"] == "Baseline"]
    assert (baseline["planned"], baseline["free_day"]) == ("2025-01-01", "New Year's Day")


def test_hours_across_the_change_to_summer_time() -> None:
    wanted = Wanted("2025-03-30T01:45", timeline="PK profile", time_zone="Europe/Berlin")
    found = {row["visit"]: row for row in rows(sample(), wanted)}
    assert found["Start of infusion"]["planned"] == "2025-03-30T01:45+01:00"
    half_an_hour = found["30 min, end of infusion"]
    assert half_an_hour["planned"] == "2025-03-30T03:15+02:00"
    assert half_an_hour["window_opens"] == "2025-03-30T03:10+02:00"
    assert half_an_hour["window_closes"] == "2025-03-30T03:20+02:00"


def entries(document: Document, wanted: Wanted) -> dict[str, icalendar.Event]:
    made = icalendar.Calendar.from_ical(calendar(document, wanted))
    return {str(event["summary"]): event for event in made.events}


def test_a_calendar_file_has_all_day_entries_with_the_window_in_words() -> None:
    found = entries(lzzt(), Wanted("2025-01-07", format="ics", participant="01-003", printed=PRINTED))
    assert len(found) == 16
    week_8 = found["01-003: Week 8"]
    assert week_8.decoded("dtstart") == dt.date(2025, 3, 4)
    assert week_8.decoded("dtend") == dt.date(2025, 3, 5)
    said = str(week_8["description"]).splitlines()
    assert said[:3] == ["Study Day 57", "Planned: 2025-03-04", "Allowed: 2025-03-01 to 2025-03-07"]
    assert "- ADAS-Cog" in said
    assert (week_8["status"], found["01-003: Week NPI"]["status"]) == ("CONFIRMED", "TENTATIVE")
    assert "Its window is in hours, around a date: it cannot be told in dates." in str(
        found["01-003: Screen Two"]["description"]
    )


def test_a_range_lasts_and_an_hour_is_kept() -> None:
    found = entries(sample(), Wanted("2025-01-07", format="ics", printed=PRINTED))
    screening = found["Screening"]
    assert screening.decoded("dtstart") == dt.date(2024, 12, 10)
    assert screening.decoded("dtend") == dt.date(2025, 1, 7)
    timed = Wanted("2025-01-07T08:00", timeline="PK profile", format="ics", time_zone="Europe/Berlin")
    half_an_hour = entries(sample(), timed)["30 min, end of infusion"]
    assert half_an_hour.decoded("dtstart") == dt.datetime(2025, 1, 7, 7, 30, tzinfo=dt.UTC)
    assert "dtend" not in half_an_hour


def test_a_newer_file_moves_entries_and_two_participants_never_share_one() -> None:
    def uids(anchor: str = "2025-01-07", participant: str = "") -> set[str]:
        wanted = Wanted(anchor, format="ics", participant=participant, printed=PRINTED)
        return {str(event["uid"]) for event in entries(lzzt(), wanted).values()}

    first = uids(participant="01-003")
    assert len(first) == 16
    assert uids(participant="01-003", anchor="2025-01-09") == first
    assert uids(participant="01-004").isdisjoint(first)
    assert uids().isdisjoint(uids(anchor="2025-01-09"))


def test_a_workbook_holds_dates_and_no_formula() -> None:
    wanted = Wanted("2025-01-07", format="xlsx", participant="=1+1", country="DE", printed=PRINTED)
    written = calendar(lzzt(), wanted, revision="Working copy of x.json")
    assert written == calendar(lzzt(), wanted, revision="Working copy of x.json")
    book = openpyxl.load_workbook(io.BytesIO(written))
    page = book["Calendar"]
    assert page["A1"].value == "=1+1 · CDISC PILOT - LZZT"
    assert page["A1"].data_type == "s"
    assert page["A2"].value == "Counted from Dose on 2025-01-07."
    (week_8,) = [row for row in page.iter_rows(values_only=True) if row[0] == "Week 8"]
    assert week_8[2:8] == (57, *_days(4, 4, 1, 7), "no")
    about = {row[0]: row[1] for row in book["About this calendar"].iter_rows(values_only=True)}
    assert about["Made from"] == "Working copy of x.json"


def test_a_date_with_its_hour_fits_its_column() -> None:
    def width(anchor: str) -> float:
        wanted = Wanted(anchor, timeline="PK profile", format="xlsx", printed=PRINTED)
        page = openpyxl.load_workbook(io.BytesIO(calendar(sample(), wanted)))["Calendar"]
        return float(page.column_dimensions["E"].width)

    assert width("2025-01-07T08:00") > len("2025-01-07 08:00") - 1
    assert width("2025-01-07") < width("2025-01-07T08:00")


def _days(*numbers: int) -> list[dt.datetime]:
    return [dt.datetime.fromisoformat(f"2025-03-{number:02}") for number in numbers]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted("soon"), "soon is no date. Write it as 2025-01-31."),
        (Wanted("2025-02-29"), "2025-02-29 is no date. Write it as 2025-01-31."),
        (Wanted("2025-01-07", timeline="Week"), "There is no timeline Week. The study has: "),
        (Wanted("2025-01-07", time_zone="Mars/Base"), "There is no time zone Mars/Base."),
        (Wanted("2025-01-07", country="XX"), "The holidays of XX are not known."),
        (Wanted("2025-01-07", printed="now", format="ics"), "now is no time."),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(wanted: Wanted, said: str) -> None:
    with pytest.raises(VerbError) as refused:
        calendar(sample(), wanted)
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


def test_the_command_prints_or_writes(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = ["calendar", str(SAMPLE), "--anchor", "2025-01-07"]
    assert main(asked) == 0
    printed = capsysbinary.readouterr().out
    assert printed.startswith(b"visit\tpass\tstudy_day\tplanned\t")
    assert b"\r" not in printed
    assert main([*asked, "--out", str(tmp_path / "a.tsv")]) == 0
    assert (tmp_path / "a.tsv").read_bytes() == printed
    assert main([*asked, "--format", "xlsx"]) == 2
    assert b"--out PATH" in capsysbinary.readouterr().err
    assert main([*asked, "--format", "ics", "--out", str(tmp_path / "a.ics")]) == 0
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_what_a_decision_leaves_open_is_said_beside_the_calendar() -> None:
    alexion = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    notes: list[str] = []
    dated = calendar(alexion, Wanted("2025-01-07"), note=notes.append).decode("utf-8").splitlines()
    waiting = [line for line in dated if line.split("\t")[COLUMNS.index("depends_on")] == "D-6-5_DECISION"]
    assert notes == [
        (
            "“D-6-5_DECISION” asks the site coordinator: “Day = -6” back to D-6-5_START, otherwise to Day −4. "
            f"{len(waiting)} visits behind it depend on the answer."
        ),
        "A loop whose decision nobody has answered is shown by its first pass alone.",
        "The text of “D-6-5_DECISION” says in full when it holds, “Day = -6”: --follow-texts takes it at its word.",
    ]
    book = openpyxl.load_workbook(io.BytesIO(calendar(alexion, Wanted("2025-01-07", format="xlsx"))))
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row]
    assert all(any(note in cell for cell in cells) for note in notes)
    followed: list[str] = []
    calendar(alexion, Wanted("2025-01-07", follow_texts=True), note=followed.append)
    assert followed == []


def test_what_is_open_is_told_on_stderr_not_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", str(SAMPLE), "--anchor", "2025-01-07"]) == 0
    told = capsys.readouterr()
    assert told.err.startswith("maestro: “Eligible?” asks the investigator: ")
    assert "--follow-texts" not in told.err
    assert "asks the investigator" not in told.out
