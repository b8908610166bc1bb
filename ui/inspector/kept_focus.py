"""Keeping the keys where they are while a page is built again: at the same control, by what it is called."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.inspector.editing.editor import FieldEditor


def kept_focus(page: QWidget | None) -> Callable[[QWidget], None]:
    """What gives the keys to the same control of another page, to be called once it is built."""
    focused = page.window().focusWidget() if page is not None else None
    if page is None or focused is None or not page.isAncestorOf(focused) or not focused.hasFocus():
        return lambda _page: None
    editor = _editor_around(focused)
    if editor is not None:  # it lives on, on the new page
        return lambda _page: editor.take_focus() if not editor.has_keys() else None
    kind, name = type(focused), focused.accessibleName()
    same = [each for each in page.findChildren(kind) if each.accessibleName() == name]
    at = same.index(focused) if focused in same else 0

    def give(new: QWidget) -> None:
        found = [each for each in new.findChildren(kind) if each.accessibleName() == name]
        if not found:  # its value is another now: what stands in its place by its first words
            start = name.split(":", 1)[0]
            found = [
                each for each in new.findChildren(kind) if each.accessibleName().split(":", 1)[0] == start
            ]
        if found:
            found[min(at, len(found) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    return give


def _editor_around(widget: QWidget) -> FieldEditor | None:
    at: QWidget | None = widget
    while at is not None and not isinstance(at, FieldEditor):
        at = at.parentWidget()
    return at
