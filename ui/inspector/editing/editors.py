"""Which editor fits an attribute."""

from __future__ import annotations

from study.attribute_kinds import Kind
from study.code_lists import Term
from ui.inspector.editing.asking import Asking, Place
from ui.inspector.editing.choice import ChoiceEditor, ManyEditor, TimedFromEditor
from ui.inspector.editing.duration import DurationEditor, WindowEditor
from ui.inspector.editing.editor import FieldEditor
from ui.inspector.editing.rich import rich_editor
from ui.inspector.editing.text import LineEditor, TextEditor
from ui.theme import Theme


def editor_for(place: Place, words: str, asking: Asking, theme: Theme) -> FieldEditor | None:
    """The editor for a place, filled with what stands there; None where nothing can be edited."""
    stands = asking.stands(place)
    if stands is None or asking.locked() or not stands.attribute.is_edited:
        return None
    value, attribute = stands.value, stands.attribute
    text = value if isinstance(value, str) else ""
    several = value if isinstance(value, tuple) else ()
    match attribute.kind:
        case Kind.LINE:
            return LineEditor(place, words, asking, theme, text, required=attribute.required)
        case Kind.HTML:
            return rich_editor(place, words, asking, theme, text, required=attribute.required)
        case Kind.TEXT | Kind.RULE:
            return TextEditor(place, words, asking, theme, text, required=attribute.required)
        case Kind.DURATION:
            return DurationEditor(place, words, asking, theme, text)
        case Kind.WINDOW:
            return WindowEditor(place, words, asking, theme, (several[0], several[1]), stands.day)
        case Kind.CODE | Kind.REFERENCE:
            chosen = value if isinstance(value, Term | str) else None
            if place.attribute == "relativeToScheduledInstanceId":
                return TimedFromEditor(place, words, asking, theme, chosen, stands.when)
            return ChoiceEditor(place, words, asking, theme, chosen, required=attribute.required)
        case Kind.CODES | Kind.REFERENCES:
            return ManyEditor(place, words, asking, theme, several)
    return None
