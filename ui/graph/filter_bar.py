"""The filter of the canvas: type or choose arms, epochs, visits and activities; what does not match is dimmed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QPushButton, QWidget

from study.language import translate
from study.model import StudyDesign
from ui.accessible import announce
from ui.canvas.face import one_line
from ui.graph.floating import Floating
from ui.graph.highlights import Term
from ui.theme import Theme, font
from ui.widgets.part import set_part
from ui.widgets.text import elided


class FilterBar(Floating):
    """What is chosen as chips, a field for more, how many visits are left, and a way to clear all.

    `terms_changed(tuple of Term)`, `typed(text)`, `closed`.
    """

    terms_changed = Signal(object)
    typed = Signal(str)
    closed = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(translate("graph", "Filter of the graph"))
        self.terms: tuple[Term, ...] = ()
        self._known: dict[str, Term] = {}
        self._design: StudyDesign | None = None
        self._is_stale = False
        self._chips: list[QPushButton] = []
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(translate("graph", "Arm, epoch, visit, activity or word"))
        self.field.setAccessibleName(translate("graph", "Filter visits"))
        self.field.setToolTip(
            translate("graph", "Type, and choose from the list or press Enter. What does not match is dimmed")
        )
        self.field.setMinimumWidth(250)
        self.field.setFixedHeight(26)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated[QModelIndex].connect(lambda index: self._take(str(index.data())))  # type: ignore[index]
        self.field.setCompleter(self._completer)
        self.count = QLabel(self)
        self.count.setFont(font(12))
        self.clear = self.button(
            translate("graph", "Clear the filter"),
            translate("graph", "Show all visits alike again (Ctrl+Shift+L)"),
            text=translate("graph", "Clear"),
        )
        self.away = self.button(
            translate("graph", "Close the filter"), translate("graph", "Clear and close (Esc)"), "x"
        )
        self.clear.clicked.connect(self.clear_all)
        self.away.clicked.connect(self.close_bar)
        for widget in (self.field, self.count, self.clear, self.away):
            self.row.addWidget(widget)
        self.set_theme(theme)
        self.hide()

    def set_design(self, design: StudyDesign | None) -> None:
        """Offer what this design has: listed when the bar is seen, for it follows every edit."""
        self._design, self._is_stale = design, True
        if self.isVisible():
            self._list_terms()

    def _list_terms(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._known = {}
            for term in terms_of(self._design) if self._design is not None else ():
                self._known.setdefault(_offered(term), term)
            self._words.setStringList(list(self._known))

    def showEvent(self, event: QShowEvent) -> None:
        """List what there is to filter by now."""
        super().showEvent(event)
        self._list_terms()

    def open(self) -> None:
        """Show it, ready for typing."""
        self.show()
        self.adjustSize()
        self.field.setFocus()

    def close_bar(self) -> None:
        """Clear everything and put it away."""
        self.clear_all()
        self.closed.emit()

    def clear_all(self) -> None:
        """Filter by nothing."""
        self.field.clear()
        self.set_terms(())

    def set_terms(self, terms: Sequence[Term]) -> None:
        """Filter by these, and show them as chips."""
        self.terms = tuple(terms)
        for chip in self._chips:
            self.row.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(term) for term in self.terms]
        for place, chip in enumerate(self._chips):
            self.row.insertWidget(place, chip)
            chip.show()
        self.terms_changed.emit(self.terms)

    def _chip(self, term: Term) -> QPushButton:
        chip = set_part(QPushButton(self), "chip")
        room = 150 if len(self.terms) < 4 else 70  # many chips are told apart by their beginnings
        name = elided(one_line(term.title), font(12), room)
        chip.setText(f"{name}  ×".replace("&", "&&"))
        chip.setAccessibleName(translate("graph", "Do not filter by {name}").format(name=term.title))
        tip = translate("graph", "{kind} {name}: press to take it out")
        tip = tip.format(kind=kind_text(term.kind), name=term.title)
        chip.setToolTip(f"<qt>{escape(tip)}</qt>")
        chip.clicked.connect(lambda: self.set_terms([each for each in self.terms if each != term]))
        return chip

    def show_count(self, left: int | None, of: int) -> None:
        """Say how many visits match; None for no filter."""
        if left is None:
            text = ""
        elif left:
            text = translate("graph", "{left} of %n visit(s)", "", of).format(left=left)
        else:
            text = translate("graph", "No visit matches")
        if text != self.count.text():
            self.count.setText(text)
            announce(self.field, text)
        self.clear.setVisible(bool(self.terms or self.field.text()))
        self.adjustSize()
        self.resized.emit()

    def _take(self, offered: str) -> None:
        self._list_terms()
        term = self._known.get(offered)
        if term is not None and term not in self.terms:
            self.field.clear()
            self.set_terms([*self.terms, term])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps what is typed as a chip, Backspace in an empty field takes one out, Escape closes."""
        if (
            watched is not self.field
            or event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
        ):
            return super().eventFilter(watched, event)
        text = self.field.text().strip()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and text:
            self._list_terms()
            fitting = [term for term in self._known.values() if term.title.casefold() == text.casefold()]
            term = fitting[0] if fitting else Term("text", text, text)
            self.field.clear()
            if term not in self.terms:
                self.set_terms([*self.terms, term])
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.field.text() and self.terms:
            self.set_terms(self.terms[:-1])
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return True
        return super().eventFilter(watched, event)


def terms_of(design: StudyDesign) -> list[Term]:
    """What a design can be filtered by."""
    listed = [
        ("arm", design.arms),
        ("epoch", design.epochs),
        ("encounter", design.encounters),
        ("activity", design.activities),
    ]
    return [Term(kind, each.id, each.title) for kind, entities in listed for each in entities if each.id]


def kind_text(kind: str) -> str:
    """What a kind of term is called."""
    return {
        "arm": translate("graph", "Arm"),
        "epoch": translate("graph", "Epoch"),
        "encounter": translate("graph", "Encounter"),
        "activity": translate("graph", "Activity"),
        "text": translate("graph", "Word"),
    }[kind]


def _offered(term: Term) -> str:
    return f"{one_line(term.title)}  ·  {kind_text(term.kind)}"
