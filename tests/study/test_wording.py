"""The one notation: study days, windows, distances and reasons in the words that people read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.durations import Offset
from study.timeline import planned_times
from study.wording import (
    day_text,
    duration_text,
    offset_text,
    reading_text,
    sentence,
    timing_text,
    when_text,
    window_text,
)
from tests.study.building import anchor, decision, design, timeline, timing, view, visit


def said(
    timing_of_b: dict[str, Any], *, main: bool = True, label: str = "Dose", start: str = "P1D"
) -> tuple[str, str, str, str]:
    """Day, window, line and sentence of a visit timed from the anchor "Dose"."""
    raw = timeline([visit("a", "b", label=label), visit("b")], [anchor("a", start), timing_of_b], main=main)
    times = planned_times(view(raw), design(timeline([], identity="main"), raw))
    b = times.times["b"]
    return day_text(b), window_text(b), when_text(b), sentence(b, times)


@pytest.mark.parametrize(
    ("of", "day", "window", "line", "words"),
    [
        (
            timing("b", "After", "P8W", "a", ("P3D", "P3D")),
            "Day 57",
            "54 to 60",
            "Day 57, 54 to 60",
            "56 days after Dose, 3 days either way",
        ),
        (
            timing("b", "Before", "P1D", "a", ("P2D", "P0D")),
            "Day −1",
            "−3 to −1",
            "Day −1, −3 to −1",
            "1 day before Dose, up to 2 days earlier, not later",
        ),
        (
            timing("b", "After", "P30D", "a", ("P3D", "P7D")),
            "Day 31",
            "28 to 38",
            "Day 31, 28 to 38",
            "30 days after Dose, up to 3 days earlier or 7 days later",
        ),
        (
            timing("b", "After", "P70D", "a"),
            "Day 71",
            "not stated",
            "Day 71, window not stated",
            "70 days after Dose, window not stated",
        ),
        (
            timing("b", "After", "P7D", "a", (None, "P1D")),
            "Day 8",
            "until 9",
            "Day 8, until 9",
            "7 days after Dose, at most 1 day later, earliest not stated",
        ),
        (
            timing("b", "After", "P7D", "a", ("P1D", None)),
            "Day 8",
            "from 7",
            "Day 8, from 7",
            "7 days after Dose, at most 1 day earlier, latest not stated",
        ),
        (
            timing("b", "After", "P7D", "a", ("P0D", "P0D")),
            "Day 8",
            "8 only",
            "Day 8, 8 only",
            "7 days after Dose, on that day only",
        ),
        (
            timing("b", "Before", "P2D", "a", ("PT4H", "PT0H")),
            "Day −2",
            "−4 h / 0",
            "Day −2, −4 h / 0",
            "2 days before Dose, up to 4 hours earlier, not later",
        ),
        (
            timing("b", "Before", "P42D", "a", ("P0D", "P33D")),
            "Day −42 to −9",
            "",
            "Day −42 to −9",
            "Any time from Day −42 to Day −9, 42 to 9 days before Dose",
        ),
        (
            timing("b", "Before", "P28D", "a", ("P0D", "P27D")),
            "Day −28 to −1",
            "",
            "Day −28 to −1",
            "Any time from Day −28 to Day −1, 28 days to 1 day before Dose",
        ),
        (
            timing("b", "After", "P0D", "a", ("P0D", "P7D")),
            "Day 1 to 8",
            "",
            "Day 1 to 8",
            "Any time from Day 1 to Day 8, 0 to 7 days after Dose",
        ),
        (
            timing("b", "Before", "P1D", "a", ("P0D", "P3D")),
            "Day −1 to 3",
            "",
            "Day −1 to 3",
            "Any time from Day −1 to Day 3, 1 day before to 2 days after Dose",
        ),
        (
            timing("b", "After", "PT0M", "a"),
            "Day 1",
            "not stated",
            "Day 1, window not stated",
            "Right after Dose, on the same day, window not stated",
        ),
        (
            timing("b", "After", "P6M", "a", ("P2W", "P2W")),
            "+6 mo",
            "−14 d / +14 d",
            "+6 mo, −14 d / +14 d",
            "6 months after Dose, 2 weeks either way; a calendar date, known once the anchor has one",
        ),
        (
            timing("b", "After", "soon", "a"),
            "",
            "",
            "",
            "Its timing's value is “soon”, which is no ISO 8601 duration.",
        ),
    ],
)
def test_a_visit_of_the_main_timeline(
    of: dict[str, Any], day: str, window: str, line: str, words: str
) -> None:
    assert said(of) == (day, window, line, words)


@pytest.mark.parametrize(
    ("of", "day", "window", "words"),
    [
        (
            timing("b", "After", "PT2H", "a", ("PT10M", "PT10M")),
            "+2 h",
            "−10 min / +10 min",
            "2 hours after Dose, 10 minutes either way",
        ),
        (
            timing("b", "After", "PT90M", "a"),
            "+1 h 30 min",
            "not stated",
            "90 minutes after Dose, window not stated",
        ),
        (
            timing("b", "Before", "PT15M", "a"),
            "−15 min",
            "not stated",
            "15 minutes before Dose, window not stated",
        ),
        (
            timing("b", "After", "P3D", "a", ("P3D", "P3D")),
            "+3 d",
            "−3 d / +3 d",
            "3 days after Dose, 3 days either way",
        ),
        (timing("b", "After", "PT0M", "a"), "0 min", "not stated", "Right after Dose, window not stated"),
        (
            timing("b", "After", "PT1H", "a", ("PT0M", "PT0M")),
            "+1 h",
            "exact",
            "1 hour after Dose, at that time only",
        ),
    ],
)
def test_a_sample_of_a_side_timeline(of: dict[str, Any], day: str, window: str, words: str) -> None:
    found = said(of, main=False, start="PT0M")
    assert (found[0], found[1], found[3]) == (day, window, words)


def test_an_anchor_says_that_it_is_one() -> None:
    raw = timeline([visit("a")], [anchor("a")])
    times = planned_times(view(raw), design(raw))
    a = times.times["a"]
    assert (when_text(a), window_text(a)) == ("Day 1, anchor", "anchor")
    assert sentence(a, times) == "Day 1, the anchor that this timeline's times count from"


def test_the_end_of_a_visit_is_named() -> None:
    of = timing("b", "After", "PT30M", "a", sides="End to Start")
    assert said(of)[3] == "30 minutes after the end of Dose, window not stated"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Cycle n Day 1", "this cycle's Day 1"),
        ("Cycle 1, Day 1", "this cycle's Day 1"),
        ("Cycle Day 1", "this cycle's Day 1"),
        ("Infusion", "Infusion in the same pass"),
    ],
)
def test_inside_a_loop_its_head_is_this_cycles(label: str, name: str) -> None:
    raw = timeline(
        [visit("a", "b", label=label), visit("b", "d"), decision("d", "out", again="a"), visit("out")],
        [
            anchor("a"),
            timing("b", value="P7D", to="a"),
            timing("d", value="P21D", to="a"),
            timing("out", value="P30D", to="a"),
        ],
    )
    times = planned_times(view(raw), design(raw))
    assert timing_text(times.times["b"], times) == f"7 days after {name}"
    assert timing_text(times.times["out"], times) == f"30 days after {label}"


def test_a_visit_that_is_labelled_by_a_number_is_called_by_its_day() -> None:
    assert said(timing("b", value="P7D", to="a"), label="1")[3] == "7 days after Day 1, window not stated"


@pytest.mark.parametrize(
    ("offset", "text"),
    [
        (Offset(days=14), "2 weeks"),
        (Offset(days=56), "56 days"),
        (Offset(days=-7), "7 days"),
        (Offset(days=1), "1 day"),
        (Offset(seconds=900), "15 minutes"),
        (Offset(days=1, seconds=3601), "1 day 1 hour 1 second"),
        (Offset(months=18), "1 year 6 months"),
        (Offset(), "0 days"),
    ],
)
def test_distances_in_words(offset: Offset, text: str) -> None:
    assert offset_text(offset) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("P8W", "8 weeks"),
        ("PT90M", "90 minutes"),
        ("P1DT2H", "1 day 2 hours"),
        ("PT0M", "0 minutes"),
        ("P0D", "0 days"),
        ("PT0.5H", "30 minutes"),
        ("soon", ""),
    ],
)
def test_durations_in_the_units_they_are_written_in(written: str, text: str) -> None:
    assert duration_text(written) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Within 42 days.</p>", "Within 42 days."),
        ("<p>One</p><p>Two &lt; 3 &amp; up</p>", "One\nTwo < 3 & up"),
        ("<div>Only<br/>two lines</div>", "Only\ntwo lines"),
        ("<ul><li>first</li><li>second <b>bold</b></li></ul>", "• first\n• second bold"),
        ("stopped once PG is <60 mg/dL", "stopped once PG is <60 mg/dL"),
        ("<p>a\n  line\tbroken in the file</p>", "a line broken in the file"),
        ('<p>see <usdm:ref klass="X" id="1"></usdm:ref>below</p>', "see below"),
        ("<style>p {}</style><p>seen</p><script>let x</script>", "seen"),
        ("<table><tr><th>a</th><td>b</td></tr></table>", "a b"),
        ("<!-- note -->kept", "kept"),
        ("platelets of at least 100 (10<sup>9</sup>/L)", "platelets of at least 100 (10⁹/L)"),
        ("CO<sub>2</sub> below 10<sup>-3</sup>", "CO₂ below 10⁻³"),
        ("", ""),
    ],
)
def test_footnotes_are_read_without_their_mark_up(html: str, text: str) -> None:
    assert reading_text(html) == text


@given(st.text() | st.text(alphabet="<>!/[]&;- ap=\"'#x"))
def test_any_text_can_be_a_footnote(html: str) -> None:
    text = reading_text(html)
    assert all(line == " ".join(line.split()) and line for line in text.split("\n") if text)


def test_a_long_text_is_read_whole() -> None:
    paragraphs = [f"Paragraph {n} says <b>this</b> &amp; that." for n in range(500)]
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    assert reading_text(html).split("\n") == [f"Paragraph {n} says this & that." for n in range(500)]
    words = " ".join(f"word{n}" for n in range(3000))
    assert reading_text(words) == words
    assert reading_text(f"<script>{'let x = 1; ' * 1000}</script><p>seen</p>") == "seen"
