"""Links into a study: `maestro:open?study=ID&at=ADDRESS`, which open it with an entity selected."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

from study.language import translate

SCHEME = "maestro"
_OPEN = "open"
_LONGEST = 2_000


class LinkError(ValueError):
    """What is no link of ours; its words are for a person."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place in a study of the library: the study's id there, an address in it and a timeline's id ("": none).

    A link never names a file: whoever sends one could have any file of this computer opened.
    """

    study: str
    address: str = ""
    timeline: str = ""

    def __str__(self) -> str:
        parts = [("study", self.study), ("at", self.address), ("timeline", self.timeline)]
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in parts if value)
        return f"{SCHEME}:{_OPEN}?{query}"


def is_link(text: str) -> bool:
    """Whether a text wants to be a link of ours, readable or not."""
    return text[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def read_link(text: str) -> Link:
    """The place that a link names. Raises LinkError."""
    if len(text) > _LONGEST:
        raise LinkError(translate("links", "This link is too long to be one of Maestro's."))
    try:
        parts = urlsplit(text.strip())
        asked = parse_qs(parts.query, max_num_fields=8, errors="strict")
    except ValueError as error:
        raise LinkError(translate("links", "This link cannot be read.")) from error
    # Browsers write maestro://open/?..., programs maestro:open?...
    what = (parts.netloc or parts.path).strip("/")
    if parts.scheme != SCHEME or what != _OPEN:
        raise LinkError(translate("links", "This link is not one that Maestro can open."))
    study, address, timeline = (asked.get(name, [""])[0] for name in ("study", "at", "timeline"))
    if not study:
        raise LinkError(translate("links", "This link names no study."))
    if any(not character.isprintable() for character in study + address + timeline):
        raise LinkError(translate("links", "This link cannot be read."))
    return Link(study, address, timeline)
