"""The words of HTML, for reading: footnotes, criteria and narrative as lines of plain text."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser


def reading_text(html: str) -> str:
    """The words of a piece of HTML, for reading: a line per paragraph, "• " before list items, no mark-up.

    Raised and lowered digits stay so ("10⁹/L", never "109/L"). USDM keeps footnotes and criteria as HTML
    (DDF00247). Never raises; text that is no HTML comes back as it is, but for its white space.
    """
    return _kept(html) if len(html) <= _KEPT_LENGTH else _read(html)


# A footnote is asked for by each view, at each selection; a chapter of narrative once.
_KEPT_LENGTH, _KEPT_TEXTS = 20_000, 128


@functools.lru_cache(_KEPT_TEXTS)
def _kept(html: str) -> str:
    return _read(html)


def _read(html: str) -> str:
    parts: list[str] = []
    silent, level = 0, ""
    for piece in _pieces(html):
        reader = _Reader(silent, level)
        try:
            reader.feed(piece)
            reader.close()
        except AssertionError:  # how html.parser refuses a declaration that it does not know
            parts.append(unescape(piece))
        else:
            parts += reader.parts
            silent, level = reader.silent, reader.level
    return _tidy("".join(parts))


# html.parser takes time that grows with the square of what is left open, so long texts are read in pieces.
_PIECE = 4_000


def _pieces(html: str) -> Iterator[str]:
    """The text in pieces of a few thousand characters, cut behind a tag, else between words."""
    start = 0
    while len(html) - start > _PIECE:
        limit = start + _PIECE
        cut = html.rfind(">", start, limit)
        if cut < 0:
            cut = html.rfind(" ", start, limit)
        end = limit if cut < 0 else cut + 1
        yield html[start:end]
        start = end
    yield html[start:]


def _tidy(text: str) -> str:
    """The text with its white space made plain: no runs of it, no empty lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


# Elements that stand on lines of their own; all others run on within the line.
# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    "br",
))
# fmt: on
_SILENT = frozenset(("script", "style", "title"))
# Only what changes a number's meaning when it sinks into the line; raised letters are read as they are.
_LEVELS = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}


class _Reader(HTMLParser):
    """Collects the words of HTML."""

    def __init__(self, silent: int = 0, level: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = silent  # how many elements are open whose text nobody reads
        self.level = level  # "sup" or "sub" inside such an element

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SILENT:
            self.silent += 1
        elif tag in _LEVELS:
            self.level = tag
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif tag in _BLOCKS:
            self.parts.append("\n• " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _LEVELS:
            self.level = ""
        elif tag in _BLOCKS and tag not in ("td", "th"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            # A line break within a text is only white space: lines are what the elements say.
            text = _BREAKS.sub(" ", data)
            self.parts.append(text.translate(_LEVELS[self.level]) if self.level else text)


_BREAKS = re.compile(r"\s+")
