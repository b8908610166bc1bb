"""The views of a study in the middle of the window: graph, table and time axis, alone or one over the other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

# What each action shows, from top to bottom.
ARRANGEMENTS: Mapping[str, tuple[str, ...]] = {
    "view_graph": ("graph",),
    "view_matrix": ("matrix",),
    "view_split": ("graph", "matrix"),
    "view_axis": ("axis",),
    "view_split_axis": ("graph", "axis"),
}
DEFAULT = "view_split"


class StudyViews(QSplitter):
    """All views are there, those of the arrangement are seen."""

    def __init__(self, views: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        """`views` by their name, from top to bottom."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("split")
        self.setChildrenCollapsible(False)
        self._views = dict(views)
        for view in self._views.values():
            self.addWidget(view)
        self.arrangement = DEFAULT

    def put(self, view: str, widget: QWidget) -> None:
        """Shows another widget as this view, in its place. Raises KeyError."""
        before = self._views[view]
        place = self.indexOf(before)
        self._views[view] = widget
        before.setParent(None)
        self.insertWidget(place, widget)
        self.arrange(self.arrangement)

    def is_seen(self, view: str) -> bool:
        """Whether the arrangement has this view."""
        return view in ARRANGEMENTS[self.arrangement]

    def arrange(self, name: str) -> None:
        """Shows the views of an arrangement. Raises KeyError."""
        shown = ARRANGEMENTS[name]
        self.arrangement = name
        for view, widget in self._views.items():
            widget.setVisible(view in shown)

    def reset(self) -> None:
        """The upper view somewhat smaller than the lower one."""
        self.setSizes([390, *[500] * (len(self._views) - 1)])
