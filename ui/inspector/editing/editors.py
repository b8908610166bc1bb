"""Which editor fits an attribute."""

from __future__ import annotations

from study.attribute_kinds import Kind
from ui.inspector.editing.asking import Asking, Place
from ui.inspector.editing.editor import FieldEditor
from ui.inspector.editing.text import LineEditor, TextEditor
from ui.theme import Theme


def editor_for(place: Place, words: str, asking: Asking, theme: Theme) -> FieldEditor | None:
    """The editor for a place, filled with what stands there; None where nothing can be edited."""
    stands = asking.stands(place)
    if stands is None or asking.locked() or not stands.attribute.is_edited:
        return None
    value, attribute = stands.value, stands.attribute
    text = value if type(value) is str else ""
    match attribute.kind:
        case Kind.LINE:
            return LineEditor(place, words, asking, theme, text, required=attribute.required)
        case Kind.TEXT | Kind.RULE:
            return TextEditor(place, words, asking, theme, text, required=attribute.required)
    return None
