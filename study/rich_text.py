"""Formatted text as people edit it: paragraphs and list items of runs, read from HTML and written back in its shape.

USDM keeps footnotes, criteria and objectives as HTML (DDF00247), and most files hold plain text there. What can be
edited is a small part of HTML: paragraphs, lists, bold, italic, underlined, raised and lowered text. `read_rich` says
None for anything else (tables, references to a dictionary, attributes): such a text is edited as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from typing import Final

MARKS: Final = ("b", "i", "u", "sup", "sub")
"""The elements of a run, outermost first."""

_SAME: Final = {"strong": "b", "em": "i"}
_LISTS: Final = ("ul", "ol")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Run:
    """Words under the same marks; "\\n" in them is a line break within the paragraph."""

    text: str
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or where `list` says "ul" or "ol" one item of a list."""

    runs: tuple[Run, ...] = ()
    list: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file writes such a text: its elements for bold and italic, `paragraphs` in <p>, items with <p> in them.

    `between` stands between blocks, `item_indent` before an item; the last three say which of "&", "<" and ">" are
    written as entities where they need not be.
    """

    bold: str = "b"
    italic: str = "i"
    paragraphs: bool = False
    item_paragraphs: bool = False
    between: str = ""
    item_indent: str = ""
    ampersands: bool = True
    less: bool = True
    greater: bool = False
    around: tuple[str, str] = ("", "")
    """What stands around all of it: mostly a <div>, with its name space."""


@dataclass(frozen=True, slots=True)
class RichText:
    """A text that can be edited with its formats."""

    blocks: tuple[Block, ...]
    shape: Shape

    @property
    def words(self) -> str:
        """The words alone, a line each block."""
        return "\n".join("".join(run.text for run in block.runs) for block in self.blocks)


def read_rich(html: str) -> RichText | None:
    """A text with its formats; None where it holds more than can be edited, so that nothing of it would be lost."""
    inner, around = _unwrapped(html)
    reader = _Reader()
    try:
        reader.feed(_guarded(inner))
        reader.close()
    except AssertionError:  # how html.parser refuses a declaration that it does not know
        return None
    blocks = reader.finish()
    if blocks is None:
        return None
    rich = RichText(blocks, _shape_of(inner))
    if _tokens(write_rich(rich)) != _tokens(inner):
        return None
    return replace(rich, shape=replace(rich.shape, around=around))


def write_rich(rich: RichText) -> str:
    """The HTML of a text, in its shape; plain text where nothing in it is formatted and the shape has no paragraphs."""
    shape = rich.shape
    blocks = [block for block in rich.blocks if block.runs]
    if not shape.paragraphs and len(blocks) > 1:
        shape = replace(shape, paragraphs=True)
    written: list[str] = []
    at = 0
    while at < len(blocks):
        kind = blocks[at].list
        if not kind:
            inner = _inline(blocks[at].runs, shape)
            written.append(f"<p>{inner}</p>" if shape.paragraphs else inner)
            at += 1
            continue
        items = []
        while at < len(blocks) and blocks[at].list == kind:
            inner = _inline(blocks[at].runs, shape)
            if shape.item_paragraphs:
                gap = f"{shape.between}{shape.item_indent * 2}" if shape.item_indent else ""
                end = f"{shape.between}{shape.item_indent}" if shape.item_indent else ""
                inner = f"{gap}<p>{inner}</p>{end}"
            items.append(f"{shape.item_indent}<li>{inner}</li>")
            at += 1
        written.append(shape.between.join([f"<{kind}>", *items, f"</{kind}>"]))
    return shape.between.join(written).join(shape.around)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with those of the same marks made one, and empty ones left out."""
    made: list[Run] = []
    for run in runs:
        if made and made[-1].marks == run.marks:
            made[-1] = Run(made[-1].text + run.text, run.marks)
        elif run.text:
            made.append(run)
    return tuple(made)


def _inline(runs: Sequence[Run], shape: Shape) -> str:
    names = {"b": shape.bold, "i": shape.italic}
    parts = []
    for run in joined(runs):
        text = _escaped(run.text, shape).replace("\n", "<br/>")
        for mark in reversed(MARKS):
            if mark in run.marks:
                name = names.get(mark, mark)
                text = f"<{name}>{text}</{name}>"
        parts.append(text)
    return "".join(parts)


def _escaped(text: str, shape: Shape) -> str:
    """What would be read as mark-up never is; what would not is written as the file does: "R&D", "<60 mg/dL"."""
    if shape.ampersands:
        text = text.replace("&", "&amp;")
    text = _ENTITY.sub(lambda found: f"&amp;{found[0][1:]}", text) if not shape.ampersands else text
    text = text.replace("<", "&lt;") if shape.less else re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)
    return text.replace(">", "&gt;") if shape.greater else text


def _shape_of(html: str) -> Shape:
    tags = {re.sub(r"[</>\s].*|", "", tag[1:].lstrip("/")).casefold() for tag in _TAG.findall(html)}
    between = re.search(r"</(?:p|ul|ol)>(\s+)<|<(?:ul|ol)>(\s+)<", html)
    gap = (between[1] or between[2]) if between is not None else ""
    newline = "\n" if "\n" in gap else ""
    indent = re.search(r"\n([ \t]+)<li>", html)
    return Shape(
        bold="strong" if "strong" in tags else "b",
        italic="em" if "em" in tags else "i",
        paragraphs="p" in tags or (bool(tags & set(_LISTS)) and "<p>" in html),
        item_paragraphs=re.search(r"<li>\s*<p>", html) is not None,
        between=newline,
        item_indent=indent[1] if indent is not None and newline else "",
        ampersands="&" not in html or _ENTITY.search(html) is not None,
        less=re.search(r"<(?![A-Za-z/!?])", html) is None,
        greater="&gt;" in html,
    )


_WRAPPER = re.compile(r"(\s*<div(?:\s+xmlns=\"[^\"<>]*\")?>\s*)(.*?)(\s*</div>\s*)", re.DOTALL)


def _unwrapped(html: str) -> tuple[str, tuple[str, str]]:
    """What stands in the one <div> around a text, and that; the text itself where there is none."""
    found = _WRAPPER.fullmatch(html)
    if found is None or "<div" in found[2]:
        return html, ("", "")
    return found[2], (found[1], found[3])


def _guarded(html: str) -> str:
    """A "<" that begins no element is a word: "WD therapy for <28 days"."""
    return re.sub(r"<(?![A-Za-z/!?])", "&lt;", html)


def _tokens(html: str) -> list[str]:
    """What a text says, without the white space that says nothing: to tell whether two say the same."""
    tokens: list[str] = []
    for part in re.split(r"(<[^>]*>)", _guarded(html)):
        if part.startswith("<"):
            name = part.strip("<>/ ").casefold()
            closing = "/" if part.startswith("</") else ""
            tokens.append(f"<{closing}{_SAME.get(name, name)}>")
        elif text := _SPACE.sub(" ", unescape(part)):
            tokens.append(text)
    blocks = {f"<{end}{name}>" for name in ("p", "li", *_LISTS) for end in ("", "/")} | {"<br>"}
    kept: list[str] = []
    for at, token in enumerate(tokens):
        text = token
        if not text.startswith("<"):
            if at == 0 or tokens[at - 1] in blocks:
                text = text.lstrip(" ")
            if at + 1 == len(tokens) or tokens[at + 1] in blocks:
                text = text.rstrip(" ")
        if text:
            kept.append(text)
    return kept


class _Reader(HTMLParser):
    """Reads the part of HTML that can be edited; `finish` says None where there was more."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._marks: list[str] = []
        self._lists: list[str] = []
        self._in: list[str] = []
        self._more = False

    def finish(self) -> tuple[Block, ...] | None:
        self._end()
        return None if self._more or self._in or self._marks else tuple(self._blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = _SAME.get(tag, tag)
        if attrs:
            self._more = True
        elif name in MARKS:
            self._marks.append(name)
        elif tag == "br":
            self._runs.append(Run("\n", frozenset(self._marks)))
        elif tag in ("p", "li", *_LISTS):
            self._end()
            self._in.append(tag)
            if tag in _LISTS:
                self._more = self._more or bool(self._lists)  # a list in a list
                self._lists.append(tag)
        else:
            self._more = True

    def handle_endtag(self, tag: str) -> None:
        name = _SAME.get(tag, tag)
        if name in MARKS:
            if not self._marks or self._marks.pop() != name:
                self._more = True
        elif tag in ("p", "li", *_LISTS):
            self._end()
            if not self._in or self._in.pop() != tag:
                self._more = True
            if tag in _LISTS and self._lists:
                self._lists.pop()
        elif tag != "br":
            self._more = True

    def handle_data(self, data: str) -> None:
        self._runs.append(Run(_SPACE.sub(" ", data), frozenset(self._marks)))

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - whatever it says would be lost
        self._more = True

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        self._more = True

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        self._more = True

    def _end(self) -> None:
        """What was read until here is a block of its own, where it says anything."""
        runs = list(joined(self._runs))
        self._runs = []
        if runs:
            runs[0] = Run(runs[0].text.lstrip(" "), runs[0].marks)
            runs[-1] = Run(runs[-1].text.rstrip(" "), runs[-1].marks)
        kept = joined(runs)
        if kept:
            inside = self._lists[-1] if self._lists and "li" in self._in else ""
            self._blocks.append(Block(kept, inside))
