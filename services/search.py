"""Search across all studies that are kept: the index in the encrypted cache, and how it is asked.

The rows of a content lie side by side, in the order of their importance, so that the best of each study are read
first and no row is sorted that nobody sees. Each function works inside the transaction of its caller, the cache's
thread.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from services.cache_schema import Connection
from study.narrative_search import aligned
from study.search_texts import FORMAT, SearchKind, SearchText, folded

PER_STUDY = 6
"""Hits of one study that are shown before a person asks for all of them."""

OF_NARRATIVE = 2
"""Of these so many, at most, are of the protocol's text."""

MOST_COUNTED = 1_000
"""Hits are counted up to here; more are "more than 1,000"."""

SNIPPET = 160
"""Characters of a text that are shown around what was found."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something that was found: `text` is what to show of it, `lit` the spans of it that were asked for.

    `field` is USDM's attribute, for the narrative the section; `title` is the study's. Lower `rank` is better.
    """

    study_id: str
    title: str
    address: str
    kind: SearchKind
    field: str
    text: str
    lit: tuple[tuple[int, int], ...]
    rank: int


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What was found, study by study, the best study first. `found` counts up to MOST_COUNTED.

    Where more than that are found, `studies` is 0: not counted. `unread` is the number of kept studies that are not
    in the index yet.
    """

    query: str
    hits: tuple[SearchHit, ...] = ()
    found: int = 0
    studies: int = 0
    unread: int = 0


def unindexed(connection: Connection) -> list[tuple[str, str]]:
    """(content hash, a study that has it) of what is kept and not, or no longer, in the index; newest first."""
    rows = connection.execute(
        "SELECT content_hash, min(id) FROM studies WHERE content_hash IS NOT NULL AND content_hash NOT IN"
        " (SELECT hash FROM searched WHERE format = ? AND complete)"
        " GROUP BY content_hash ORDER BY max(last_opened) DESC",
        (FORMAT,),
    )
    return [(str(row[0]), str(row[1])) for row in rows]


def begin(connection: Connection, content_hash: str) -> bool:
    """Prepare to take in the rows of a content, forgetting what was there; whether it is still kept."""
    if connection.execute("SELECT 1 FROM contents WHERE hash = ?", (content_hash,)).fetchone() is None:
        return False
    connection.execute("DELETE FROM searched WHERE hash = ?", (content_hash,))
    connection.execute(
        "INSERT INTO searched (hash, format, complete, first, last) VALUES (?, ?, 0, 0, -1)",
        (content_hash, FORMAT),
    )
    return True


def add(connection: Connection, content_hash: str, rows: Sequence[SearchText]) -> bool:
    """Take in some rows of a content; whether it is still kept, and so worth going on."""
    if connection.execute("SELECT 1 FROM searched WHERE hash = ?", (content_hash,)).fetchone() is None:
        return False
    (before,) = connection.execute("SELECT coalesce(max(id), 0) FROM search_rows").fetchone()
    first = before + 1
    entries = [
        (
            first + place,
            content_hash,
            row.address,
            row.kind.value,
            row.field,
            int(row.is_name),
            folded(row.text) if row.is_name else None,
            row.text,
        )
        for place, row in enumerate(rows)
        if _writable(row)
    ]
    connection.executemany(
        "INSERT INTO search_rows (id, hash, address, kind, field, is_name, folded, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        entries,
    )
    narrative = next((entry[0] for entry in entries if entry[3] == SearchKind.NARRATIVE.value), None)
    if narrative is not None:
        connection.execute(
            "UPDATE searched SET narrative = ? WHERE hash = ? AND narrative = 0", (narrative, content_hash)
        )
    connection.executemany(
        "INSERT INTO search_words (rowid, text) VALUES (?, ?)", ((entry[0], entry[7]) for entry in entries)
    )
    if entries:
        connection.execute(
            "UPDATE searched SET first = CASE WHEN last < first THEN ? ELSE first END, last = ? WHERE hash = ?",
            (first, entries[-1][0], content_hash),
        )
    return True


def finish(connection: Connection, content_hash: str) -> None:
    """Say that all rows of a content are there."""
    connection.execute("UPDATE searched SET complete = 1 WHERE hash = ?", (content_hash,))


def search(
    connection: Connection,
    query: str,
    limit: int = 100,
    kind: SearchKind | None = None,
    study_id: str | None = None,
) -> SearchResults:
    """What matches every word of `query`, its last as a beginning; "words in quotes" as they stand.

    At most PER_STUDY of each study, or all of the one that `study_id` names; a name that is the query itself first,
    then names that begin with it, names, and texts.
    """
    asked = _asked(query)
    spans = _spans(connection, study_id)
    unread = len(unindexed(connection)) if study_id is None else 0
    if not asked or not spans:
        return SearchResults(query, unread=unread)
    match, *lit = asked
    whole = folded(query.replace('"', " "))
    wanted = "" if kind is None else " AND kind = ?"
    look = _Look(connection, match, wanted, () if kind is None else (kind.value,))
    most = limit if study_id is not None else PER_STUDY
    of_narrative = OF_NARRATIVE if kind is None and study_id is None else 0
    exact = _exact(look, whole)
    spans.sort(key=lambda span: _best(exact.get(span.hash, ()), whole))
    numbers = look.numbers(spans)
    if len(numbers) <= MOST_COUNTED:
        held = _of_spans(numbers, spans)
        chosen = {
            span.hash: _first(held[span.hash], span, most, of_narrative) for span in spans if held[span.hash]
        }
        chosen = dict(list(chosen.items())[: limit if study_id is None else 1])
        rows = look.rows([number for some in chosen.values() for number in some][: 2 * limit])
        found_in = {key: [rows[number] for number in some if number in rows] for key, some in chosen.items()}
        studies = len([span for span in spans if held[span.hash]])
    else:  # a word that is everywhere: only what is shown is looked for
        found_in, shown, studies = {}, 0, 0
        for span in spans:
            if shown >= limit:
                break
            told = look.between(span.narrative, span.last, of_narrative) if span.narrative else []
            end = span.narrative - 1 if told else span.last
            found_in[span.hash] = [*look.between(span.first, end, most - len(told)), *told]
            shown += len(found_in[span.hash])
    hits: list[SearchHit] = []
    for span in spans:
        # Names that are or begin with what was typed stand first, wherever they are among the rows.
        mine = {row[0]: row for row in (*exact.get(span.hash, ())[:most], *found_in.get(span.hash, ()))}
        made = sorted((_hit(span, row, whole, *lit) for row in mine.values()), key=lambda hit: hit.rank)
        narrative = [hit for hit in made if hit.kind is SearchKind.NARRATIVE][:of_narrative]
        others = [hit for hit in made if hit not in narrative]
        hits += (others[: most - len(narrative)] + narrative)[:most]
        if len(hits) >= limit:
            break
    return SearchResults(query, tuple(hits[:limit]), max(len(numbers), len(hits)), studies, unread)


Row = tuple[Any, ...]
"""id, address, kind, field, is_name, folded, text."""

_COLUMNS = "r.id, r.address, r.kind, r.field, r.is_name, r.folded, r.text"


@dataclass(frozen=True, slots=True)
class _Look:
    """One query of the index: what matches, of which kind."""

    connection: Connection
    match: str
    wanted: str
    given: tuple[str, ...]

    def numbers(self, spans: Sequence[_Span]) -> list[int]:
        """The numbers of the rows that match, in order; one more than MOST_COUNTED where there are more."""
        join = " JOIN search_rows AS r ON r.id = search_words.rowid" if self.wanted else ""
        rows = self.connection.execute(
            f"SELECT search_words.rowid FROM search_words{join} WHERE search_words MATCH ?"  # noqa: S608
            f" AND search_words.rowid BETWEEN ? AND ?{self.wanted} LIMIT ?",
            (
                self.match,
                min(span.first for span in spans),
                max(span.last for span in spans),
                *self.given,
                MOST_COUNTED + 1,
            ),
        )
        return [row[0] for row in rows]

    def between(self, first: int, last: int, most: int) -> list[Row]:
        """The first rows that match, of those with numbers from `first` to `last`."""
        if most < 1:
            return []
        return list(
            self.connection.execute(
                f"SELECT {_COLUMNS} FROM search_words JOIN search_rows AS r ON r.id = search_words.rowid"  # noqa: S608
                f" WHERE search_words MATCH ? AND search_words.rowid BETWEEN ? AND ?{self.wanted} LIMIT ?",
                (self.match, first, last, *self.given, most),
            )
        )

    def rows(self, numbers: Sequence[int]) -> dict[int, Row]:
        """Rows by their numbers."""
        places = ", ".join("?" * len(numbers))
        found = self.connection.execute(
            f"SELECT {_COLUMNS} FROM search_rows AS r WHERE id IN ({places})",  # noqa: S608
            tuple(numbers),
        )
        return {row[0]: row for row in found}


def _of_spans(numbers: Sequence[int], spans: Sequence[_Span]) -> dict[str, list[int]]:
    """Which of the numbers each study has."""
    return {
        span.hash: list(numbers[bisect_left(numbers, span.first) : bisect_right(numbers, span.last)])
        for span in spans
    }


def _first(numbers: Sequence[int], span: _Span, most: int, of_narrative: int) -> list[int]:
    """The most important of a study's rows, some of them of the narrative."""
    told = [number for number in numbers if span.narrative and number >= span.narrative][:of_narrative]
    others = [number for number in numbers if number not in told]
    return [*others[: most - len(told)], *told]


def _best(rows: Sequence[Row], whole: str) -> int:
    """How well the best name of a study fits: 0 where it is what was typed."""
    return min((0 if row[5] == whole else 1 for row in rows), default=2)


@dataclass(frozen=True, slots=True)
class _Span:
    hash: str
    first: int
    last: int
    narrative: int
    study_id: str
    title: str


def _spans(connection: Connection, study_id: str | None) -> list[_Span]:
    """Where the rows of each study lie; a content that several studies have is told once, of the one opened last."""
    where, given = ("", ()) if study_id is None else (" AND s.id = ?", (study_id,))
    rows = connection.execute(
        "SELECT x.hash, x.first, x.last, x.narrative, s.id, s.title FROM searched AS x"  # noqa: S608
        " JOIN studies AS s ON s.content_hash = x.hash"
        f" WHERE x.last >= x.first{where} ORDER BY s.last_opened IS NULL, s.last_opened DESC, s.title, s.id",
        given,
    )
    spans: dict[str, _Span] = {}
    for row in rows:
        spans.setdefault(row[0], _Span(*row))
    return list(spans.values())


def _exact(look: _Look, whole: str) -> dict[str, list[Row]]:
    """Names that are what was typed, or begin with it, by content."""
    if len(whole) < 2:
        return {}
    rows = look.connection.execute(
        f"SELECT {_COLUMNS}, r.hash FROM search_rows AS r"  # noqa: S608
        f" WHERE folded >= ? AND folded < ?{look.wanted} ORDER BY folded, id LIMIT 400",
        (whole, whole + "\U0010ffff", *look.given),
    )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[7], []).append(row[:7])
    return found


def _hit(span: _Span, row: Row, whole: str, words: re.Pattern[str], together: re.Pattern[str]) -> SearchHit:
    _, address, kind, field, is_name, known, text = row
    text, lit = snippet(str(text), words, together)
    base = _ORDER[SearchKind(str(kind))]
    if is_name and known == whole:
        rank = base
    elif is_name and isinstance(known, str) and known.startswith(whole):
        rank = 100 + base
    elif is_name:
        rank = 200 + base
    else:
        rank = 300 + base
    return SearchHit(
        span.study_id, span.title, str(address), SearchKind(str(kind)), str(field), text, lit, rank
    )


_ORDER = {kind: place for place, kind in enumerate(SearchKind)}
_WORD = re.compile(r"[^\W_]+")
_PHRASE = re.compile(r'"([^"]*)"?|([^"]+)')


def _asked(query: str) -> tuple[str, re.Pattern[str], re.Pattern[str]] | None:
    """The query for the index, the words to light, and all of them side by side; None where there is no word."""
    parts: list[str] = []
    lit: list[str] = []
    for quoted, loose in _PHRASE.findall(query[:200]):
        if words := _WORD.findall(quoted):
            parts.append('"' + " ".join(words) + '"')
            lit.append(r"[\W_]+".join(re.escape(folded(word)) for word in words))
        for word in _WORD.findall(loose):
            parts.append(f'"{word}"*')
            lit.append(re.escape(folded(word)))
    if not parts:
        return None
    # A number is meant as it stands: "Day 2" is not Day 29. The last word may still be being typed.
    last = len(parts) - 1
    parts = [
        part[:-1] if part.endswith('"*') and part[1:-2].isdigit() and place < last else part
        for place, part in enumerate(parts)
    ]
    begin = r"(?<![^\W_])"
    return (
        " ".join(parts[:12]),
        re.compile(rf"{begin}(?:{'|'.join(lit[:12])})"),
        re.compile(begin + r"[\W_]+".join(lit[:12])),
    )


def snippet(
    text: str, words: re.Pattern[str], together: re.Pattern[str]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """What to show of a text: the part around where the words stand together, else around the first, in one line,
    and where they are in it."""
    line = " ".join(text.split())
    plain = aligned(line)
    first = together.search(plain) or words.search(plain)
    start = 0
    if first is not None and len(line) > SNIPPET:
        start = max(0, min(first.start() - SNIPPET // 4, len(line) - SNIPPET // 2))
        if start:
            start = line.rfind(" ", 0, start) + 1
    shown = line[start : start + SNIPPET]
    before, after = "… " if start else "", " …" if start + SNIPPET < len(line) else ""
    lit = tuple(
        (match.start() + len(before), match.end() + len(before))
        for match in words.finditer(plain[start : start + SNIPPET])
    )
    return before + shown + after, lit


def _writable(row: SearchText) -> bool:
    """Whether a text can be stored: half a character cannot."""
    try:
        (row.text + row.address + row.field).encode()
    except UnicodeEncodeError:
        return False
    return True
