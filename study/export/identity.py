"""Which study a sheet of paper is about: title, identifiers, sponsor, protocol version, amendment, USDM version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from study.document import Document
from study.export.printable import one_line
from study.json_types import JsonObject
from study.language import translate
from study.model import StudyDesign, objects

_SPONSOR = ("C70793", "C54149")  # Clinical Study Sponsor in CDISC's terminology, as file versions write it


@dataclass(frozen=True, slots=True)
class Identity:
    """What the study's file says of itself; "" where it says nothing. All texts are one line each.

    `name` is what people call the study, `title` the longest of its titles. `protocol` is the version of the
    protocol's document with its status and date ("Version 3.1, Final"), `number` that version alone ("3.1"), and
    `amendment` the last one of its chain.
    """

    name: str
    title: str
    identifiers: tuple[str, ...]
    sponsor: str
    protocol: str
    amendment: str
    usdm_version: str
    design: str
    number: str = ""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """(what it is, what it says), for a title block; what is not stated is left out."""
        found = (
            (translate("export", "Study"), self.name),
            (translate("export", "Title"), self.title if self.title != self.name else ""),
            (translate("export", "Identifiers"), ", ".join(self.identifiers)),
            (translate("export", "Sponsor"), self.sponsor),
            (translate("export", "Protocol"), self.protocol),
            (translate("export", "Amendment"), self.amendment),
            (translate("export", "Design"), self.design),
            (translate("export", "USDM version"), self.usdm_version),
        )
        return tuple((label, text) for label, text in found if text)

    @property
    def short(self) -> str:
        """The one line at the head of each page: name, protocol version, amendment."""
        number = translate("export", "Protocol version {number}").format(number=self.number)
        parts = (self.name, number if self.number else "", self.amendment)
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Which content it was made of, when, and by what.

    `revision` is "Revision 3" or "Working copy of study.json"; `content_hash` as `Document.content_hash` gives it;
    `printed` the time as the caller tells it, with its zone, and `printed_text` as people read it.
    """

    revision: str
    content_hash: str
    printed: datetime
    printed_text: str
    program: str = "Maestro"
    language: str = "en"

    @property
    def short_hash(self) -> str:
        """The first 12 digits of the hash, enough to tell two contents apart at sight."""
        return self.content_hash.removeprefix("sha256:")[:12]

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """(what it is, what it says), for a title block."""
        return (
            (translate("export", "Made from"), self.revision),
            (translate("export", "Content"), self.content_hash),
            (translate("export", "Printed"), f"{self.printed_text}, {self.program}"),
        )

    @property
    def short(self) -> str:
        """The one line at the foot of each page: revision, content, time."""
        return translate("export", "{revision} · content {hash} · printed {time}").format(
            revision=self.revision, hash=self.short_hash, time=self.printed_text
        )


def printed_text(printed: datetime, zone: str = "") -> str:
    """A time that everybody reads alike, with its zone: "2026-11-22 18:05 (Europe/Berlin, UTC+01:00)"."""
    offset = printed.strftime("%z")
    offset = f"UTC{offset[:3]}:{offset[3:5]}" if offset and offset != "+0000" else "UTC" if offset else ""
    places = ", ".join(part for part in (zone if zone != offset else "", offset) if part)
    return printed.strftime("%Y-%m-%d %H:%M") + (f" ({places})" if places else "")


def identity_of(document: Document, design: StudyDesign | None = None) -> Identity:
    """What `document` says of itself, through the version that `design` belongs to, else its first one.

    Sources: USDM StudyVersion (titles, studyIdentifiers, organizations, amendments) and
    StudyDefinitionDocumentVersion (v3: StudyProtocolDocumentVersion). Damage reads as not stated.
    """
    versions = document.versions()
    raw: JsonObject = design.version.raw if design is not None else versions[0].raw if versions else {}
    titles = [one_line(_text(title, "text")) for title in objects(raw.get("titles"))]
    number, protocol = _protocol(document, raw)
    several = len(document.designs()) > 1
    return Identity(
        name=one_line(document.title),
        title=max(titles, key=len, default=""),
        identifiers=tuple(
            dict.fromkeys(filter(None, map(_identifier, objects(raw.get("studyIdentifiers")))))
        ),
        sponsor=_sponsor(raw),
        protocol=protocol,
        amendment=_amendment(raw),
        usdm_version=one_line(document.usdm_version),
        design=one_line(design.title) if several and design is not None else "",
        number=number,
    )


def _text(raw: JsonObject, *keys: str) -> str:
    for key in keys:
        value = raw.get(key)
        if type(value) is str and value:
            return value
    return ""


def _child(raw: JsonObject, *keys: str) -> JsonObject:
    for key in keys:
        value = raw.get(key)
        if type(value) is dict:
            return value
    return {}


def _identifier(raw: JsonObject) -> str:
    return one_line(_text(raw, "text", "studyIdentifier"))


def _sponsor(version: JsonObject) -> str:
    """The organisation of that type: on the version in v4, inside the identifiers in v3."""
    organizations = objects(version.get("organizations"))
    for identifier in objects(version.get("studyIdentifiers")):
        scope = _child(identifier, "studyIdentifierScope", "scope")
        if scope:
            organizations.append(scope)
    for organization in organizations:
        kind = _child(organization, "type", "organizationType")
        if _text(kind, "code") in _SPONSOR or "sponsor" in _text(kind, "decode").casefold():
            return one_line(_text(organization, "label", "name"))
    return ""


def _protocol(document: Document, version: JsonObject) -> tuple[str, str]:
    """The protocol document's version, alone and with status and date; the study version's own for none."""
    listed = version.get("documentVersionIds")
    wanted = [*(listed if isinstance(listed, list) else ()), version.get("documentVersionId")]
    ids = {each for each in wanted if isinstance(each, str)}
    raw = document.study.raw
    documents = objects(raw.get("documentedBy")) or [_child(raw, "documentedBy")]
    found = [item for each in documents for item in objects(each.get("versions"))]
    named = [item for item in found if _text(item, "id") in ids] or found
    chosen = named[0] if named else {}
    number = _text(chosen, "version", "protocolVersion") or _text(version, "versionIdentifier")
    number = one_line(number)
    if not number:
        return "", ""
    status = _text(_child(chosen, "status", "protocolStatus"), "decode")
    dates = [one_line(_text(date, "dateValue")) for date in objects(chosen.get("dateValues"))]
    parts = [translate("export", "Version {number}").format(number=number), status, max(dates, default="")]
    return number, ", ".join(one_line(part) for part in parts if part)


def _amendment(version: JsonObject) -> str:
    """The amendment that none comes after (`previousId`), else the last in the file."""
    amendments = objects(version.get("amendments"))
    if not amendments:
        return ""
    before = {_text(amendment, "previousId") for amendment in amendments}
    last = [amendment for amendment in amendments if _text(amendment, "id") not in before]
    chosen = last[0] if len(last) == 1 else amendments[-1]
    number = _text(chosen, "number")
    if number:
        return one_line(translate("export", "Amendment {number}").format(number=number))
    return one_line(_text(chosen, "label", "name"))
