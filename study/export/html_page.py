"""One HTML page that stands alone: no script, nothing remote, its style inside, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from study.export.identity import Identity, Imprint
from study.language import translate

# Colours are the light theme's. The first rows of a table are repeated by every browser that prints <thead>.
STYLE = """
:root { color-scheme: light; }
body { font: 13px/1.45 Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #1b2430;
       background: #ffffff; margin: 24px; font-variant-numeric: tabular-nums; }
h1 { font-size: 20px; line-height: 1.3; margin: 0 0 2px; }
h2 { font-size: 15px; margin: 24px 0 6px; break-after: avoid; }
p, li, dd { overflow-wrap: anywhere; }
.subtitle { color: #5a6677; margin: 0 0 12px; max-width: 80em; }
dl.about { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0 0 12px; max-width: 80em; }
dl.about dt { color: #5a6677; } dl.about dd { margin: 0; }
.shown { margin: 0 0 14px; padding: 0 0 0 18px; color: #1b2430; max-width: 80em; }
.scroll { overflow: auto; max-height: 85vh; border: 1px solid #e3e6eb; border-radius: 8px; }
table { border-collapse: separate; border-spacing: 0; }
th, td { border-right: 1px solid #e3e6eb; border-bottom: 1px solid #e3e6eb; padding: 3px 6px; text-align: center;
         vertical-align: middle; font-weight: 400; background: #ffffff; }
thead { position: sticky; top: 0; z-index: 2; } thead th { font-size: 12px; }
caption { text-align: start; padding: 6px; }
thead th.epoch { font-weight: 600; background: #eef0f3; }
thead th.visit { font-weight: 600; min-width: 56px; max-width: 110px; overflow-wrap: anywhere; }
thead th.label, tbody th { text-align: start; position: sticky; inset-inline-start: 0; z-index: 1;
                           min-width: 180px; max-width: 320px; overflow-wrap: anywhere; }
thead th.label { color: #5a6677; }
tbody tr.group th { font-weight: 600; } tbody tr.group > * { background: #f6f7f9; }
td.mark { font-weight: 600; } td sup, th sup { font-weight: 400; font-size: 10px; }
dl.notes { display: grid; grid-template-columns: max-content 1fr; gap: 4px 12px; max-width: 80em; }
dl.notes dt { font-weight: 600; } dl.notes dd { margin: 0; white-space: pre-line; }
.box { display: inline-block; width: 13px; height: 13px; border: 1px solid #5a6677; border-radius: 2px; }
table.checklist { border: 1px solid #e3e6eb; border-inline-end: 0; border-bottom: 0; min-width: min(100%, 760px); }
table.checklist th { position: static; } .blank { min-width: 76px; } .what { text-align: start; }
footer { margin-top: 24px; padding-top: 6px; border-top: 1px solid #e3e6eb; color: #5a6677; font-size: 12px; }
@media print {
  @page { margin: 12mm; }
  body { margin: 0; font-size: 8pt; } h1 { font-size: 13pt; } h2 { font-size: 10pt; }
  .scroll { overflow: visible; max-height: none; border: 0; }
  thead { display: table-header-group; position: static; } tr { break-inside: avoid; }
  thead th.label, tbody th { position: static; min-width: 90px; max-width: 200px; }
  thead th { font-size: 7pt; } thead th.visit { min-width: 0; }
  th, td { padding: 1px 3px; } footer { position: static; }
}
"""


def html_page(title: str, body: Iterable[str], imprint: Imprint, page: str = "") -> bytes:
    """A whole document in UTF-8; `body` is HTML, `page` an @page rule's content ("size: A4 landscape").

    The policy forbids scripts, images, fonts and frames from anywhere, whatever a study's texts hold.
    """
    size = f"@page {{ {page} }}\n" if page else ""
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="{escape(imprint.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f'<meta name="generator" content="{escape(imprint.program)}">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE}{size}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(lines).encode("utf-8")


def head_of_page(heading: str, identity: Identity, imprint: Imprint, shown: Iterable[str]) -> list[str]:
    """The title block: what it is, of which study, made of what, when, and what it shows."""
    pairs = [*identity.lines, *imprint.lines]
    return [
        "<header>",
        f'<h1 dir="auto">{escape(heading)}</h1>',
        '<dl class="about">',
        *(f'<dt>{escape(label)}</dt><dd dir="auto">{escape(text)}</dd>' for label, text in pairs),
        "</dl>",
        '<ul class="shown">',
        *(f'<li dir="auto">{escape(sentence)}</li>' for sentence in shown),
        "</ul>",
        "</header>",
    ]


def foot_of_page(identity: Identity, imprint: Imprint) -> list[str]:
    """Identity and imprint once more, at the end."""
    return [f'<footer dir="auto">{escape(identity.short)}<br>{escape(imprint.short)}</footer>']


def notes(heading: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """A section of (letter or number, text); nothing where there are none."""
    listed = [f'<dt>{escape(mark) or "–"}</dt><dd dir="auto">{escape(text)}</dd>' for mark, text in pairs]
    if not listed:
        return []
    return [f"<section><h2>{escape(heading)}</h2>", '<dl class="notes">', *listed, "</dl></section>"]


def raised(letters: Iterable[str]) -> str:
    """Footnote letters beside what they belong to, said as such by a screen reader."""
    joined = ", ".join(letters)
    if not joined:
        return ""
    said = translate("export", "footnotes {letters}").format(letters=joined)
    return f'<sup aria-label="{escape(said)}">{escape(joined)}</sup>'
