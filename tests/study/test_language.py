"""Texts in English, with their plurals, and in whatever language a translator has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from study.language import QT_TRANSLATE_NOOP, decimal_text, set_translator, translate


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_translator(None)
    yield
    set_translator(None)


@pytest.mark.parametrize(
    ("text", "n", "expected"),
    [
        ("%n visit(s)", 1, "1 visit"),
        ("%n visit(s)", 0, "0 visits"),
        ("%n activit(ies)", 1, "1 activity"),
        ("%n activit(ies)", 2, "2 activities"),
        ("%n mark(s) (are) hidden", 1, "1 mark is hidden"),
        ("%n mark(s) (are) hidden", 3, "3 marks are hidden"),
        ("%n of (all)", 3, "3 of (all)"),
    ],
)
def test_english_plurals(text: str, n: int, expected: str) -> None:
    assert translate("test", text, "", n) == expected


def test_without_a_number_the_text_stays() -> None:
    assert translate("test", "Day(s)") == "Day(s)"
    assert QT_TRANSLATE_NOOP("test", "Graph") == "Graph"


def test_a_translator_is_asked_and_may_have_nothing() -> None:
    asked: list[tuple[str, str, str, int]] = []

    def german(context: str, text: str, comment: str, n: int) -> str:
        asked.append((context, text, comment, n))
        return "Graphik" if text == "Graph" else ""

    set_translator(german)
    assert translate("view", "Graph") == "Graphik"
    assert translate("view", "%n visit(s)", "columns", 1) == "1 visit"
    assert asked == [("view", "Graph", "", -1), ("view", "%n visit(s)", "columns", 1)]


def test_decimals_are_written_as_the_language_does() -> None:
    assert (decimal_text(1.56, 1), decimal_text(2.25), decimal_text(3.0)) == ("1.6", "2.25", "3")
    set_translator(lambda context, text, _comment, _n: "," if (context, text) == ("numbers", ".") else "")
    assert (decimal_text(1.56, 1), decimal_text(2.25), decimal_text(3.0)) == ("1,6", "2,25", "3")
