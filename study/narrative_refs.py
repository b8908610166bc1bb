"""What a reference within narrative text stands for: `usdm:ref` names an entity's attribute, `usdm:tag` a parameter.

USDM v4 keeps the parameters of tags in SyntaxTemplateDictionary.parameterMaps (tag, reference), whose reference is
itself a `usdm:ref`. A reference to nothing gives no words: the text around it is kept.
"""

from __future__ import annotations

from html import escape

from study.document import Document
from study.json_types import JsonObject, JsonValue
from study.model import objects
from study.narrative_html import Resolve


def resolver(document: Document) -> Resolve:
    """Resolves the references of a document's texts. Only reads."""
    maps = _parameters(document)

    def resolve(kind: str, given: dict[str, str]) -> str:
        if kind == "tag":
            return maps.get(given.get("name", ""), "")
        found = document.index.object_at(given.get("id", ""))
        return _words(found.get(given.get("attribute", "")), document) if found is not None else ""

    return resolve


def _words(value: JsonValue, document: Document) -> str:
    """An attribute's value in words, as HTML."""
    if type(value) is bool:
        return "yes" if value else "no"
    if type(value) is str:
        # Texts are HTML; a text with no mark-up is the same either way.
        return value
    if isinstance(value, int | float):
        return escape(str(value))
    if type(value) is dict:
        return _named(value)
    if type(value) is list:
        found = [_words(item, document) for item in value[:50]]
        return ", ".join(words for words in found if words)
    return ""


def _named(entity: JsonObject) -> str:
    """What an entity within an attribute is called: a Code's decode, an AliasCode's standard code, else its name."""
    standard = entity.get("standardCode")
    if type(standard) is dict:
        return _named(standard)
    for attribute in ("decode", "text", "label", "name", "value"):
        value = entity.get(attribute)
        if type(value) is str and value:
            return value
        if isinstance(value, int | float) and type(value) is not bool:
            unit = entity.get("unit")
            return f"{value:g} {_named(unit)}".strip() if type(unit) is dict else f"{value:g}"
    return ""


def _parameters(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for holder in (*document.versions(), *document.designs()):
        for dictionary in objects(holder.raw.get("dictionaries")):
            for entry in objects(dictionary.get("parameterMaps")):
                tag, reference = entry.get("tag"), entry.get("reference")
                if type(tag) is str and type(reference) is str:
                    found.setdefault(tag, reference)
    return found
