"""Formatted text: what can be edited comes back as it was, what cannot is not touched, nothing that runs gets in."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.document import Document
from study.reading import reading_text
from study.rich_text import MARKS, Block, RichText, Run, Shape, joined, read_rich, write_rich
from tests.shared import shared_study

WITH_TEXT = ("Condition", "Objective", "Endpoint", "EligibilityCriterionItem", "EligibilityCriterion")


@pytest.mark.parametrize(
    "html",
    [
        "Only at sites in the US",
        "WD therapy for > 28 days",
        "bedside PG is <60 mg/dL",
        "R&D sites",
        "10<sup>9</sup>/L, then H<sub>2</sub>O",
        "<p>One</p><p>Two <strong>words</strong></p>",
        "<p>Any of:</p>\n<ul>\n  <li>one</li>\n  <li><em>two</em></li>\n</ul>",
        "<p>Score &gt; 13 &amp; rising</p>",
        "one<br/>two",
        "<div><p>Fasting: nothing but water.</p></div>",
        '<div xmlns="http://www.w3.org/1999/xhtml">\n<p>One</p>\n<p>Two</p>\n</div>',
        "",
    ],
)
def test_what_is_read_is_written_as_it_was(html: str) -> None:
    rich = read_rich(html)
    assert rich is not None
    assert write_rich(rich) == html


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "a <img src='http://example.org/x.png'/>",
        '<p>at least <usdm:tag name="min_age"/> years</p>',
        '<ol type="a"><li>one</li></ol>',
        "<table><tr><td>1</td></tr></table>",
        "<!-- a remark --> text",
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
        "<p>never closed",
        "<b><i>crossed</b></i>",
    ],
)
def test_what_would_lose_something_is_not_edited_with_its_formats(html: str) -> None:
    assert read_rich(html) is None


def test_formats_come_in_the_files_own_words() -> None:
    rich = read_rich("<p>Take <strong>no</strong> food</p>")
    assert rich is not None
    bold = Run("before dosing", frozenset({"b"}))
    more = RichText((*rich.blocks, Block((bold,))), rich.shape)
    assert write_rich(more) == "<p>Take <strong>no</strong> food</p><p><strong>before dosing</strong></p>"


def test_several_paragraphs_of_plain_text_become_paragraphs() -> None:
    rich = RichText((Block((Run("One"),)), Block((Run("Two"),))), Shape())
    assert write_rich(rich) == "<p>One</p><p>Two</p>"


def test_what_looks_like_markup_is_never_written_as_markup() -> None:
    plain = read_rich("PG <60 & R&D")
    assert plain is not None
    typed = RichText((Block((Run("<script>alert(1)</script> &lt;"),)),), plain.shape)
    written = write_rich(typed)
    assert "<script" not in written
    assert reading_text(written) == "<script>alert(1)</script> &lt;"


texts = st.text("ab <>&;lt\n ", min_size=1, max_size=8).filter(
    lambda text: text.strip(" \n") == text and text
)
runs = st.builds(Run, texts, st.frozensets(st.sampled_from(MARKS[:2]), max_size=2))
blocks = st.builds(
    Block, st.lists(runs, min_size=1, max_size=2).map(joined), st.sampled_from(("", "", "ul", "ol"))
)


@given(st.lists(blocks, min_size=1, max_size=3))
def test_what_is_typed_is_what_is_read_again(typed: list[Block]) -> None:
    written = write_rich(RichText(tuple(typed), Shape()))
    again = read_rich(written)
    assert again is not None
    assert [block.list for block in again.blocks] == [block.list for block in typed]
    assert _words(again.blocks) == _words(typed)


def _words(blocks: Iterable[Block]) -> list[str]:
    """The words of each block, white space as HTML reads it."""
    said = ["".join(run.text for run in block.runs) for block in blocks]
    return ["\n".join(" ".join(line.split()) for line in text.split("\n")) for text in said]


@pytest.mark.parametrize("name", ["alexion-nct04573309-v4", "cdisc-pilot-lzzt-v4", "lilly-nct03421379-v3"])
def test_real_texts_keep_their_words(name: str) -> None:
    document = Document.from_bytes(shared_study(name))
    edited = 0
    for item in document.index.unique.values():
        text = item.get("text")
        if item.get("instanceType") in WITH_TEXT and type(text) is str:
            rich = read_rich(text)
            if rich is not None:
                edited += 1
                assert reading_text(write_rich(rich)) == reading_text(text)
    assert edited > 20
