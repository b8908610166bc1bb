"""Whether every text in a window has room: what is cut off, what lies outside, what lies over its neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

# What style and rounding take; a pixel more or less is seen by nobody.
SLACK = 2
_MNEMONIC = re.compile(r"&(.)")


def faults(window: QWidget) -> list[str]:
    """What a person would see of `window` that is not as it should be, a line each; [] where all is well."""
    told = [*cut_off(window), *outside(window), *overlapping(window)]
    return sorted(set(told))


def cut_off(window: QWidget) -> Iterator[str]:
    """The widgets whose text is wider or higher than they are, and that do not say it in a tooltip either."""
    for widget in _shown(window):
        for text, room, wanted in _texts(widget):
            if _fits(wanted, room) or (widget.toolTip() and "…" in text):
                continue
            yield (
                f"cut off: {_named(widget)} {text[:60]!r} has {room.width()} x {room.height()}, needs "
                f"{wanted.width()} x {wanted.height()}"
            )


def outside(window: QWidget) -> Iterator[str]:
    """The widgets with words that stick out of the part that they are in, where nothing scrolls."""
    for widget in _shown(window):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or not any(text for text, _, _ in _texts(widget)):
            continue
        if _scrolls(parent):
            continue
        held = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not held.contains(widget.geometry()):
            yield f"outside: {_named(widget)} {_rect(widget.geometry())} of {_rect(parent.rect())}"


def overlapping(window: QWidget) -> Iterator[str]:
    """The neighbours in one layout that lie over each other."""
    for parent in [window, *_shown(window)]:
        layout = parent.layout()
        if layout is None:
            continue
        laid = [each for each in _laid_out(parent, layout) if not each.visibleRegion().isEmpty()]
        for number, first in enumerate(laid):
            for second in laid[number + 1 :]:
                shared = first.geometry() & second.geometry()
                if shared.width() > SLACK and shared.height() > SLACK:
                    yield f"overlap: {_named(first)} and {_named(second)} share {_rect(shared)}"


def _laid_out(parent: QWidget, layout: QLayout) -> Iterator[QWidget]:
    """The widgets that a layout and those within it hold.

    They are asked for by widget: Python's view of a spacer item outlives it, and then stands for whatever layout
    lies at its address next.
    """
    layouts = [layout, *layout.findChildren(QLayout)]
    for widget in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if any(each.indexOf(widget) >= 0 for each in layouts):
            yield widget


def _shown(window: QWidget) -> list[QWidget]:
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.window() is window and _is_seen(each)
    ]


def _is_seen(widget: QWidget) -> bool:
    """Whether it is not a pane behind another one, which Qt lays out far outside."""
    return not widget.visibleRegion().isEmpty() or _within_scrolling(widget)


def _within_scrolling(widget: QWidget) -> bool:
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            return not holder.visibleRegion().isEmpty()
        holder = holder.parentWidget()
    return False


def _texts(widget: QWidget) -> Iterator[tuple[str, QSize, QSize]]:
    """(text, the room it has, the room it wants) of what the widget shows."""
    metrics = widget.fontMetrics()
    line = metrics.height()
    if isinstance(widget, QLabel):
        if widget.text():
            yield widget.text(), widget.contentsRect().size(), _wanted_by_label(widget)
    elif isinstance(widget, QToolButton | QAbstractButton):
        text = _MNEMONIC.sub(r"\1", widget.text())
        shows = not (
            isinstance(widget, QToolButton)
            and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
            and not widget.icon().isNull()
        )
        if text and shows:
            beside = 0 if widget.icon().isNull() else widget.iconSize().width() + 4
            mark = 20 if isinstance(widget, QCheckBox) else 0
            wide = metrics.size(0, text).width() + beside + mark
            if isinstance(widget, QPushButton) and "…" not in text:
                # The look gives it a margin inside, which counts as well.
                wide = max(wide, widget.sizeHint().width() - widget.width() + widget.contentsRect().width())
            wanted = QSize(wide, min(line, widget.height()))
            yield text, widget.contentsRect().size(), wanted
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            text = _MNEMONIC.sub(r"\1", widget.tabText(place))
            if not widget.tabToolTip(place) and widget.isTabVisible(place):
                yield text, widget.tabRect(place).size(), QSize(metrics.horizontalAdvance(text), line)
    elif isinstance(widget, QComboBox):
        text = widget.currentText()
        # The arrow beside it is as wide as the box is high, about.
        yield text, widget.contentsRect().size(), QSize(metrics.horizontalAdvance(text) + 20, line)
    elif isinstance(widget, QLineEdit) and not widget.toolTip():
        text = "" if widget.text() else widget.placeholderText()
        yield text, widget.contentsRect().size(), QSize(metrics.horizontalAdvance(text), line)


def _wanted_by_label(label: QLabel) -> QSize:
    room = label.contentsRect()
    margin = 2 * label.margin()
    rich = label.textFormat() is Qt.TextFormat.RichText or (
        label.textFormat() is Qt.TextFormat.AutoText and "<" in label.text()
    )
    if rich:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setDocumentMargin(0)
        document.setHtml(label.text())
        # As the label itself wraps: between words alone.
        document.setDefaultTextOption(QTextOption())
        document.setTextWidth(room.width() - margin if label.wordWrap() else -1)
        high = max(0, label.heightForWidth(label.width())) if label.wordWrap() else 0
        return QSize(round(document.idealWidth()) + margin, high)
    flags = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    bounds = label.fontMetrics().boundingRect(QRect(0, 0, room.width() - margin, 10_000), flags, label.text())
    return QSize(bounds.width() + margin, bounds.height() + margin)


def _fits(wanted: QSize, room: QSize) -> bool:
    return wanted.width() <= room.width() + SLACK and wanted.height() <= room.height() + SLACK


def _scrolls(widget: QWidget) -> bool:
    """Whether the widget is what a scroll area moves about, or its viewport."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea) and widget in (area.widget(), area.viewport()):
            return True
        if isinstance(area, QAbstractScrollArea) and widget is area.viewport():
            return True
        area = area.parentWidget()
    return False


def _rect(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()} x {rect.height()}"


def _named(widget: QWidget) -> str:
    """Where the widget is: its class, and those of what holds it."""
    names = [type(widget).__name__]
    holder = widget.parentWidget()
    while holder is not None and not holder.isWindow() and len(names) < 4:
        if type(holder) is not QWidget:
            names.append(type(holder).__name__)
        holder = holder.parentWidget()
    return "/".join(reversed(names))
