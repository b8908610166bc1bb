"""Narrative HTML made safe: paragraphs, lists, tables and emphasis stay; nothing that runs, loads or leads away does.

What a file calls HTML was written by anybody. Elements are let through by name and attributes by name and value;
all else is left out, its words kept where they are words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser

Resolve = Callable[[str, dict[str, str]], str]
"""(element "ref" or "tag", its attributes) -> the words that it stands for, as HTML."""

PART = 40_000
"""Characters of HTML in one part of a text, about: what is laid out in one go."""

_DEPTH = 48
"""How deep elements may stand in one another; below that only their words are kept."""

_PIECE = 16_000
_RESOLVED_DEPTH = 4

# fmt: off
_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td",
    "th", "caption", "blockquote", "pre", "dl", "dt", "dd",
))
_INLINE = frozenset(("b", "strong", "i", "em", "u", "s", "del", "ins", "sub", "sup", "small", "code", "span"))
_VOID = frozenset(("br", "hr"))
# Whose words nobody is to read.
_SILENT = frozenset((
    "script", "style", "title", "head", "iframe", "object", "embed", "applet", "template", "noscript", "noframes",
    "svg", "math", "audio", "video", "canvas", "select", "textarea", "button", "frameset", "xmp", "plaintext",
))
# fmt: on
# Elements read as others, so that a text looks the same whoever wrote it.
_READ_AS = {"section": "div", "article": "div", "center": "div", "main": "div", "strike": "s", "tt": "code"}
_CUT_AFTER = frozenset(("p", "li", "tr", "table", "div", "ul", "ol", "blockquote", "pre", "dd"))
_SPAN = {"colspan", "rowspan"}
_MOST_SPANNED = 60
_NUMBERED = re.compile(r"[1aAiI]")
_DATA_VALUE = re.compile(r"""=\s*(?:"\s*data:[^"]*"|'\s*data:[^']*')""", re.IGNORECASE)
# What opens no element: another "<" or the end comes before its ">".
_NO_TAG = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_WHITE = re.compile(r"[^\S\xa0]+")
# Marks that turn reading order around or hide text are no words; joiners of scripts stay.
_CONTROLS = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), 127, *range(0xFDD0, 0xFDF0), 0xFFFC, 0x2028, 0x2029]
)


@dataclass(frozen=True, slots=True)
class SafeText:
    """A text made safe: `parts` are HTML, each whole in itself, of about PART characters; `plain` its words."""

    parts: tuple[str, ...]
    plain: str

    @property
    def html(self) -> str:
        """All of it."""
        return "".join(self.parts)


def safe_text(html: str, resolve: Resolve | None = None, figure: str = "Figure") -> SafeText:
    """What of `html` can be shown. Never raises, and takes time that grows with the length of the text.

    `resolve` gives the words of USDM references (`usdm:ref`, `usdm:tag`), themselves made safe here. In place of an
    image stands `figure` with the image's own description: images are never shown.
    """
    reader = _Reader(resolve, figure)
    reader.read(html)
    return reader.finish()


def plain_text(html: str, resolve: Resolve | None = None) -> str:
    """The words alone: a line per paragraph, cells of a table divided by tabs."""
    return safe_text(html, resolve).plain


def _pieces(html: str) -> Iterator[str]:
    """The text without comments and embedded files, in pieces cut behind a tag.

    html.parser takes time that grows with the square of what is left open; pieces keep that small.
    """
    html = _DATA_VALUE.sub('=""', html)
    start = 0
    while start < len(html):
        comment = html.find("<!--", start)
        until = len(html) if comment < 0 else comment
        while start < until:
            end = until
            if until - start > _PIECE:
                cut = html.rfind(">", start, start + _PIECE)
                if cut < 0:
                    cut = html.rfind(" ", start, start + _PIECE)
                end = start + _PIECE if cut < 0 else cut + 1
            yield _NO_TAG.sub("&lt;", html[start:end])
            start = end
        if comment < 0:
            return
        closed = html.find("-->", comment + 4)
        if closed < 0:
            return
        start = closed + 3


class _Reader(HTMLParser):
    """Writes what may be shown, and its words."""

    def __init__(self, resolve: Resolve | None, figure: str) -> None:
        super().__init__(convert_charrefs=True)
        self._resolve = resolve
        self._figure = figure
        self._done: list[str] = []
        self._part: list[str] = []
        self._length = 0
        self._plain: list[str] = []
        self._open: list[str] = []
        self._skipped: list[str] = []  # elements too deep to be shown, still to be closed
        self._silent = ""
        self._silent_depth = 0
        self._resolving = 0

    def read(self, html: str) -> None:
        """Takes in a text, or the words of a reference in the midst of one."""
        for piece in _pieces(html):
            self.reset()
            try:
                self.feed(piece)
                self.close()
            except AssertionError:  # how html.parser refuses a declaration that it does not know
                self.handle_data(unescape(piece))

    def finish(self) -> SafeText:
        self._cut(reopen=False)
        lines = (
            "\t".join(" ".join(cell.split()) for cell in line.split("\t")).strip()
            for line in "".join(self._plain).split("\n")
        )
        return SafeText(tuple(self._done), "\n".join(line for line in lines if line))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            self._silent_depth += tag == self._silent
            return
        if tag in _SILENT:
            self._silent, self._silent_depth = tag, 1
            return
        tag = _READ_AS.get(tag, tag)
        given = {key: value or "" for key, value in attrs}
        if tag.startswith("usdm:"):
            self._refer(tag[5:], given)
        elif tag == "img":
            self._image(given.get("alt", ""))
        elif tag in _VOID:
            self._write(f"<{tag}>")
            self._plain.append("\n")
        elif tag in _BLOCKS or tag in _INLINE:
            self._start(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            return  # `<script/>` holds nothing
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent:
                self._silent_depth -= 1
                if not self._silent_depth:
                    self._silent = ""
            return
        tag = _READ_AS.get(tag, tag)
        if tag in self._skipped:
            self._skipped.remove(tag)
            return
        if tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            self._write(f"</{closed}>")
            self._end_line(closed)
            if closed == tag:
                break
        if tag in _CUT_AFTER and self._length > PART:
            self._cut(reopen=True)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        data = data.translate(_CONTROLS)
        for start in range(0, len(data), PART):
            words = data[start : start + PART]
            self._write(escape(words, quote=False))
            self._plain.append(_WHITE.sub(" ", words))
            if self._length > 2 * PART:
                self._cut(reopen=True)

    def handle_pi(self, data: str) -> None:
        """A processing instruction is no text."""

    def unknown_decl(self, data: str) -> None:
        """`<![CDATA[words]]>` in XHTML are words."""
        if data.upper().startswith("CDATA["):
            self.handle_data(data[6:])

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if len(self._open) >= _DEPTH:
            if len(self._skipped) < 10_000:
                self._skipped.append(tag)
            if tag in _BLOCKS:
                self._plain.append("\n")
            return
        self._open.append(tag)
        self._write(f"<{tag}{_attributes(tag, given)}>")
        if tag == "li":
            self._plain.append("\n• ")
        elif tag in _BLOCKS and tag not in ("td", "th"):
            self._in_cell_or_line()

    def _in_cell_or_line(self) -> None:
        """A paragraph within a cell runs on with it; elsewhere it begins a line."""
        self._plain.append(" " if "td" in self._open or "th" in self._open else "\n")

    def _end_line(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._plain.append("\t")
        elif tag in ("tr", "table"):
            self._plain.append("\n")
        elif tag in _BLOCKS:
            self._in_cell_or_line()

    def _image(self, described: str) -> None:
        words = " ".join(described.translate(_CONTROLS).split())[:300]
        words = f"[{self._figure}: {words}]" if words and words.lower() != "alt text" else f"[{self._figure}]"
        self._write(f"<i>{escape(words, quote=False)}</i>")
        self._plain.append(words)

    def _refer(self, kind: str, given: dict[str, str]) -> None:
        if self._resolve is None or kind not in ("ref", "tag") or self._resolving >= _RESOLVED_DEPTH:
            return
        words = self._resolve(kind, given)
        if not words:
            return
        # Within the reference's words a tag may be opened and never closed: it ends with them.
        kept = (self.rawdata, self.offset, self.lineno, self.lasttag)
        before = len(self._open)
        self._resolving += 1
        self.read(words)
        self._resolving -= 1
        self._silent, self._silent_depth = "", 0
        self._skipped.clear()
        while len(self._open) > before:
            self._write(f"</{self._open.pop()}>")
        self.reset()
        self.rawdata, self.offset, self.lineno, self.lasttag = kept

    def _write(self, html: str) -> None:
        self._part.append(html)
        self._length += len(html)

    def _cut(self, *, reopen: bool) -> None:
        self._part += [f"</{tag}>" for tag in reversed(self._open)]
        if self._length:
            self._done.append("".join(self._part))
        self._part = [f"<{tag}>" for tag in self._open] if reopen else []
        self._length = 0


def _attributes(tag: str, given: dict[str, str]) -> str:
    """The few attributes that are kept, each by its value."""
    kept = ""
    if tag in ("td", "th"):
        for name in sorted(_SPAN & given.keys()):
            text = given[name].strip()
            if text.isascii() and text.isdigit() and len(text) < 4 and int(text) > 1:
                kept += f' {name}="{min(int(text), _MOST_SPANNED)}"'
    elif tag == "ol" and _NUMBERED.fullmatch(given.get("type", "")):
        kept = f' type="{given["type"]}"'
    return kept
