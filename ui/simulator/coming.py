"""What comes next for the simulated participant: a visit to be done, a decision to be answered, or the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from ui.accessible import announce
from ui.theme import Theme, system_theme
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part, text_label


@dataclass(frozen=True, slots=True)
class WayOffered:
    """A way that may be taken: the protocol's text, where it leads, its rule in words and why that one asks."""

    id: str
    text: str
    leads: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ValueWanted:
    """A value that a rule needs and nobody has recorded: its name, the activity, and the unit it is spoken of in."""

    name: str
    label: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """What the card says. `question` carries the decision; `does` is what its button does, with its picture's words.

    `ways` are the answers, `wanted` the values that would let a rule answer. `can_ask`: what-if is about a visit.
    """

    head: str
    title: str
    lines: tuple[str, ...] = ()
    note: str = ""
    ways: tuple[WayOffered, ...] = ()
    wanted: tuple[ValueWanted, ...] = ()
    question: Any = None
    does: str = ""
    can_ask: bool = False
    links: tuple[tuple[str, str], ...] = field(default=())
    """(what it does, its words): further buttons."""


class WayButton(QPushButton):
    """An answer whose words wrap, with where it leads below."""

    def __init__(self, way: WayOffered) -> None:
        super().__init__()
        self.way = way
        self._label = text_label(way.text)
        below = [each for each in (way.leads, way.rule) if each]
        self._below = text_label("\n".join(below), "secondary")
        self._below.setVisible(bool(below))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(1)
        for label in (self._label, self._below):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.setAccessibleName(way.text)
        self.setAccessibleDescription(". ".join(below))
        self.setToolTip(way.text)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need."""
        layout = self.layout()
        assert layout is not None
        return max(32, layout.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        """For the width that it has."""
        width = max(160, self.width())
        return QSize(160, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never lower than its words."""
        return QSize(80, self.heightForWidth(max(120, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.setMinimumHeight(self.heightForWidth(event.size().width()))


class ComingCard(QScrollArea):
    """`answered(question, way id)`; `done()` for its button; `asked(str)` for a further button;
    `value_given(name, text, unit)` where a person records a value that a rule needs."""

    answered = Signal(object, str)
    done = Signal()
    asked = Signal(str)
    value_given = Signal(str, str, str)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._shown: Coming | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("simulator", "What comes next"))
        page = set_part(QWidget(), "pane")
        self.setWidget(page)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(4)
        self.buttons: list[QPushButton] = []
        self.fields: dict[str, QLineEdit] = {}

    @property
    def shown(self) -> Coming | None:
        """What it says."""
        return self._shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme

    def show_coming(self, coming: Coming | None) -> None:
        """Say what comes next. The same again changes nothing, so that what is being typed stays."""
        if coming == self._shown:
            return
        had_keys = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._shown = coming
        _clear(self._column)
        self.buttons, self.fields = [], {}
        if coming is None:
            return
        head = text_label(coming.head.upper(), "caps")
        head.setAccessibleName(coming.head)
        self._column.addWidget(head)
        title = text_label(coming.title)
        title.setStyleSheet("font-weight: 600;")
        self._column.addWidget(title)
        for line in coming.lines:
            self._column.addWidget(text_label(line, "secondary"))
        if coming.note:
            self._column.addWidget(text_label(coming.note, "warning"))
        self._add_ways(coming)
        self._add_buttons(coming)
        self._column.addStretch(1)
        if coming.question is not None:
            announce(self, f"{coming.head}: {coming.title}")
        if had_keys and self.buttons:
            self.buttons[0].setFocus()

    def _add_ways(self, coming: Coming) -> None:
        if coming.ways:
            self._column.addSpacing(4)
        question = coming.question
        for way in coming.ways:
            button = WayButton(way)
            button.clicked.connect(lambda _checked=False, id_=way.id: self.answered.emit(question, id_))
            self._column.addWidget(button)
            self.buttons.append(button)
        if coming.wanted:
            self._column.addSpacing(4)
            said = translate("simulator", "Or record what the rules need, and they decide:")
            self._column.addWidget(text_label(said, "secondary"))
        for value in coming.wanted:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            name: QLabel = text_label(value.label, "secondary")
            field_ = QLineEdit()
            field_.setAccessibleName(value.label)
            field_.setPlaceholderText(value.unit)
            field_.setMaximumWidth(120)
            give = QPushButton(translate("simulator", "Record"))
            give.setAccessibleName(translate("simulator", "Record {name}").format(name=value.label))
            line.addWidget(name, 1)
            line.addWidget(field_)
            line.addWidget(give)
            self.fields[value.name] = field_

            def record(
                _checked: bool = False, wanted: ValueWanted = value, typed: QLineEdit = field_
            ) -> None:
                if typed.text().strip():
                    self.value_given.emit(wanted.name, typed.text().strip(), wanted.unit)

            give.clicked.connect(record)
            field_.returnPressed.connect(record)
            self._column.addWidget(row)

    def _add_buttons(self, coming: Coming) -> None:
        if not coming.does and not coming.links:
            return
        self._column.addSpacing(4)
        holder = QWidget()
        flow = FlowLayout(holder, 6)
        if coming.does:
            does = set_part(QPushButton(coming.does), "primary")
            does.clicked.connect(lambda _checked=False: self.done.emit())
            flow.addWidget(does)
            self.buttons.append(does)
        for what, words in coming.links:
            more = QPushButton(words)
            more.clicked.connect(lambda _checked=False, asked=what: self.asked.emit(asked))
            flow.addWidget(more)
            self.buttons.append(more)
        self._column.addWidget(holder)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        gone = item.widget()
        if gone is not None:
            gone.hide()
            gone.deleteLater()
