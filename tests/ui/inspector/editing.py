"""What tests of editing in the inspector share: finding boxes and editors in the real window."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel

from ui.inspector.editing.editor import FieldEditor
from ui.inspector.labels import ValueLabel
from ui.main_window import MainWindow

EditorT = TypeVar("EditorT", bound=FieldEditor)


def box_of(window: MainWindow, attribute: str) -> QAbstractButton:
    """The first box in which an attribute of what is shown stands, below the title."""
    page = window.inspector.page()
    assert page is not None
    found = [
        box
        for (section, place), box in page.boxes.items()
        if place.attribute == attribute and section != "title"
    ]
    assert found, f"{attribute} is not on the page"
    return found[0]


def editor(window: MainWindow, kind: type[EditorT]) -> EditorT:
    """The open editor, of the kind that is expected."""
    found = window.inspector.editor()
    assert isinstance(found, kind), found
    return found


def said(window: MainWindow) -> list[str]:
    """All texts of the page, in its order."""
    page = window.inspector.page()
    assert page is not None
    return [
        label.plain() if isinstance(label, ValueLabel) else label.text()
        for label in page.findChildren(QLabel)
        if not label.isHidden()
    ]
