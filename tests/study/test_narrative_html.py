"""Narrative HTML is shown without anything that runs, loads or leads away, whatever is in it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.narrative_html import PART, plain_text, safe_text

# fmt: off
ALLOWED = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td",
    "th", "caption", "blockquote", "pre", "dl", "dt", "dd", "b", "strong", "i", "em", "u", "s", "del", "ins", "sub",
    "sup", "small", "code", "span", "br", "hr",
}
# fmt: on
ALLOWED_ATTRIBUTES = {"colspan", "rowspan", "type"}


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag, "each part is whole in itself"


def _assert_safe(html: str) -> None:
    for part in safe_text(html).parts:
        seen = _Seen()
        seen.feed(part)
        seen.close()
        assert seen.tags <= ALLOWED
        assert seen.attributes <= ALLOWED_ATTRIBUTES
        assert not seen.open


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</script>",
        "<img src='http://evil/p.png' onerror='alert(1)'>",
        '<img src="data:image/png;base64,AAAA">',
        '<p onclick="x()" style="background:url(http://evil)">words</p>',
        '<a href="javascript:alert(1)">words</a>',
        '<a href="file:///etc/passwd">words</a>',
        '<link rel="stylesheet" href="http://evil/x.css"><meta http-equiv="refresh" content="0;url=http://evil">',
        "<iframe src=http://evil></iframe><object data=x></object><embed src=x>",
        "<svg><a xlink:href='http://evil'><text>t</text></a></svg>",
        "<style>p{background:url(http://evil)}</style>",
        '<td colspan="99999999" rowspan="-1" background="http://evil">x</td>',
        "<!--<img src=x>--><p>words",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<table background='http://evil'><tr><td>x",
        '<base href="http://evil/"><form action="http://evil"><input type=image src="http://evil">',
    ],
)
def test_nothing_that_runs_loads_or_leads_away_is_left(html: str) -> None:
    _assert_safe(html)
    kept = safe_text(html).html
    assert "evil" not in kept
    assert "javascript" not in kept
    assert "data:" not in kept


@given(st.text(alphabet="<>/!-= \"'abdeilprstu&;#x[]\n", max_size=300))
def test_whatever_is_written_comes_out_safe_and_whole(html: str) -> None:
    _assert_safe(html)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<script>alert(1)</script><p>Hi <a href='x'>there</a></p>", "Hi there"),
        ("<p>One</p><p>Two<br>Three</p>", "One\nTwo\nThree"),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
        ("<table><tr><td><p>a</p></td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ("a < b and c > d &amp; e", "a < b and c > d & e"),
        ('<img alt="Study schema" src="x.png">', "[Figure: Study schema]"),
        ("<p>never closed <b>bold", "never closed bold"),
    ],
)
def test_the_words_stay(html: str, words: str) -> None:
    assert plain_text(html) == words


def test_tables_keep_their_spans_within_reason() -> None:
    html = safe_text('<table><tr><td colspan="3">x</td><td colspan="900">y</td></tr></table>').html
    assert '<td colspan="3">x</td>' in html
    assert 'colspan="60"' in html


def test_references_are_told_in_words_and_cannot_run_for_ever() -> None:
    def resolve(kind: str, given: dict[str, str]) -> str:
        return f'<b>{given["id"]}<script>x</script> <usdm:ref id="again"></usdm:ref>' if kind == "ref" else ""

    text = safe_text('<p>See <usdm:ref id="O1" attribute="text"></usdm:ref> and on.</p>', resolve)
    assert text.plain == "See O1 again again again and on."
    assert text.html.startswith("<p>See <b>O1")
    assert text.html.endswith("</b> and on.</p>")


def test_a_long_text_comes_in_parts_that_are_whole() -> None:
    rows = "".join(f"<tr><td>row {number}</td><td>words and words</td></tr>" for number in range(6_000))
    html = f"<div><table>{rows}</table></div>"
    _assert_safe(html)
    text = safe_text(html)
    assert len(text.parts) > 3
    assert max(map(len, text.parts)) < 3 * PART
    assert "row 0\t" in text.plain
    assert "row 5999\t" in text.plain


@pytest.mark.parametrize("piece", ["<p ", "<", "<!--", '<a b="', "</p ", "<td>", "<![CDATA[", "&#", "<div>"])
def test_hostile_repetition_is_read_to_its_end(piece: str) -> None:
    text = safe_text(f"<p>first</p>{piece * 20_000}")
    assert text.plain.startswith("first")
