"""What a few typed letters find, and in which order."""

from __future__ import annotations

import pytest

from app.matching import fit, folded


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("week 8", "Week 8"),
        ("WEEK", "Week 8"),
        ("8 week", "Week 8"),
        ("wk 8", "WK8 wk 8"),
        ("exp pdf", "Export as PDF…"),
        ("graph fit", "Fit the graph"),
        ("fgr", "Fit the graph"),
        ("fitgra", "Fit the graph"),
        ("haemat", "Hämatology, haematology"),
        ("hamat", "Hämatologie"),
        ("-21", "Day −21"),
        ("", "anything"),
    ],
)
def test_it_fits(query: str, title: str) -> None:
    assert fit(query, title) > 0


@pytest.mark.parametrize(
    ("query", "title"), [("week 9", "Week 8"), ("xyz", "Export"), ("gf", "Fit the graph"), ("tif", "Fit")]
)
def test_it_does_not_fit(query: str, title: str) -> None:
    assert fit(query, title) == 0


def test_the_nearer_stands_first() -> None:
    titles = ["After Week 80", "Week 80", "Week 8, telephone", "Week 8", "Midweek 8"]
    ranked = sorted(titles, key=lambda title: -fit("week 8", title))
    assert ranked == ["Week 8", "Week 80", "Week 8, telephone", "After Week 80", "Midweek 8"]


def test_folding() -> None:
    assert folded("Ärztliche Größe −5") == "arztliche grosse -5"
