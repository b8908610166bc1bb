"""Editors that choose: one of what is offered, or several; found by typing some letters of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from study.code_lists import Term
from study.language import translate
from ui.inspector.editing.asking import Asking, Place
from ui.inspector.editing.choice_list import ChoiceList, Line, best, narrowed
from ui.inspector.editing.editor import FieldEditor, Read
from ui.theme import Theme

if TYPE_CHECKING:
    from study.attribute_choices import Offered


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}
Chosen = Term | str | None


class _Searching(FieldEditor):
    """A line to search in over the list of what is offered."""

    wide = True

    def __init__(self, place: Place, words: str, asking: Asking, theme: Theme) -> None:
        super().__init__(place, words, asking, theme)
        self._every: Sequence[Offered] = asking.choices(place)
        self._more = 0  # rows that fit and are not listed
        self.line = QLineEdit()
        self.line.setAccessibleName(words)
        self.line.setMinimumHeight(28)
        self.line.setPlaceholderText(translate("inspector", "Type to find"))
        self.list = ChoiceList(words, theme)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.put(self.line)
        self.put(self.list)
        self.listen(self.line)
        self.line.textEdited.connect(self._searched)
        self.list.chosen.connect(self.pick)

    def is_chosen(self, offered: Offered) -> bool:
        """Whether it has a check."""
        raise NotImplementedError

    def pick(self, line: Line) -> None:
        """A row was clicked."""
        raise NotImplementedError

    def why_not(self, offered: Offered) -> str:
        """Why something cannot be chosen."""
        raise NotImplementedError

    def _searched(self, _phrase: str) -> None:
        self.narrow()

    def narrow(self, keep: bool = False) -> None:
        """Lists what fits what is typed; `keep` the lit row."""
        row = self.list.currentIndex().row() if keep else 0
        lines, more = narrowed(self._every, self.line.text(), self.is_chosen, self.why_not)
        if not keep and not self.line.text():
            row = next((at for at, line in enumerate(lines) if line.chosen), 0)
        elif not keep:
            row = best(lines, self.line.text())
        self.list.show_lines(lines, min(row, len(lines) - 1))
        self._more = more
        self.say()

    def say(self) -> None:
        """Says of the lit row what there is to say."""
        line: Line | None = self.list.current_item()
        told = self.said()
        if line is None:
            told = translate("inspector", "Nothing here is called so.")
        elif line.why_not:
            told = line.why_not
        elif self._more:
            told = translate("inspector", "%n more: type some letters of it.", "", self._more)
        self._say("", told)

    def said(self) -> str:
        """What is said where nothing else is."""
        return ""

    def announce_row(self) -> None:
        """Reads the lit row to those who cannot see it: the keys stay in the line."""
        index = self.list.currentIndex()
        if index.isValid():
            text = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            self.line.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, text))

    def takes(self, event: QKeyEvent, watched: QWidget) -> bool:
        """Up and down light rows."""
        del watched
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self.list.step(step)
        self.say()
        self.announce_row()
        return True

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys to the line."""
        self.line.setFocus(reason)

    def study_changed(self) -> None:
        """What is offered may be another now."""
        self._every = self.asking.choices(self.place)
        self.narrow(keep=True)


class ChoiceEditor(_Searching):
    """One of what is offered: a term, an entity, or none."""

    def __init__(
        self, place: Place, words: str, asking: Asking, theme: Theme, value: Chosen, *, required: bool
    ) -> None:
        super().__init__(place, words, asking, theme)
        self._before = value
        if required:
            self._every = [offered for offered in self._every if offered.value is not None]
        self._required = required
        self._moved = False
        self.narrow()

    def meant(self, value: Chosen) -> object:
        """What is kept of a value that is chosen."""
        return value

    def is_chosen(self, offered: Offered) -> bool:
        """What stands there now has the check."""
        return _same(offered.value, self._before)

    def why_not(self, offered: Offered) -> str:
        """As the command says."""
        return self.asking.why_not(self.place, self.meant(offered.value))

    def pick(self, line: Line) -> None:
        """A click chooses and keeps."""
        self._moved = True
        if line.why_not:
            self.show_error(line.why_not)
        else:
            self.keep()

    def say(self) -> None:
        """Of a row that would change something, what else it does."""
        super().say()
        line: Line | None = self.list.current_item()
        if line is not None and not line.chosen and not line.why_not and not self._more:
            judged = self.asking.judge(self.place, self.meant(line.offered.value))
            self._say(judged.error, judged.told)

    def read(self) -> Read:
        """What is lit."""
        line: Line | None = self.list.current_item()
        if line is None:
            return Read(error=translate("inspector", "Nothing here is called so."))
        return Read(self.meant(line.offered.value), error=line.why_not)

    def is_changed(self) -> bool:
        """Whether something else than what stands there is lit, by a person."""
        line: Line | None = self.list.current_item()
        touched = self._moved or bool(self.line.text())
        return touched and (line is None or not line.chosen)

    def takes(self, event: QKeyEvent, watched: QWidget) -> bool:
        """Up and down are a person's choice."""
        taken = super().takes(event, watched)
        self._moved = self._moved or taken
        return taken

    def study_changed(self) -> None:
        """What stands there may be another now."""
        stands = self.asking.stands(self.place)
        value = stands.value if stands is not None else None
        self._before = value if isinstance(value, Term | str) else None
        super().study_changed()
        if self._required:
            self._every = [offered for offered in self._every if offered.value is not None]
            self.narrow(keep=True)


class TimedFromEditor(ChoiceEditor):
    """What a visit is counted from. By default it stays at its day, and only the distance becomes another."""

    def __init__(
        self, place: Place, words: str, asking: Asking, theme: Theme, value: Chosen, day: str
    ) -> None:
        self._stays: QCheckBox | None = None
        super().__init__(place, words, asking, theme, value, required=True)
        if day:
            self._stays = QCheckBox(translate("inspector", "&Keep it at {day}").format(day=day))
            self._stays.setChecked(True)
            self._stays.setFocusPolicy(
                Qt.FocusPolicy.NoFocus
            )  # Tab keeps the choice; Alt and its letter reach it
            self._stays.toggled.connect(lambda _checked: self.say())
            self.put(self._stays)

    @property
    def stays(self) -> QCheckBox | None:
        """Whether the visit stays at its day; None where it has none."""
        return self._stays

    def why_not(self, offered: Offered) -> str:
        """As for the reference alone, which is cheap; what its day may say against it is said of the lit row."""
        return self.asking.why_not(self.place, offered.value)

    def meant(self, value: Chosen) -> object:
        """The reference, with or without the day that the visit has now."""
        from study.commands.by_attribute import AtSameDay

        is_kept = self._stays is not None and self._stays.isChecked()
        return AtSameDay(value) if is_kept and isinstance(value, str) else value


class ManyEditor(_Searching):
    """Several of what is offered. Typing and Enter adds or takes out; Enter on an empty line keeps."""

    def __init__(
        self, place: Place, words: str, asking: Asking, theme: Theme, values: Sequence[Term | str]
    ) -> None:
        super().__init__(place, words, asking, theme)
        self._before = tuple(values)
        self._values: list[Term | str] = list(values)
        self._every = self._with_unknown(self._every)
        self.narrow()

    def _with_unknown(self, every: Sequence[Offered]) -> list[Offered]:
        """What stands in the file and is not offered is listed too, so that it can be taken out."""
        from study.attribute_choices import Offered

        listed = [offered for offered in every if offered.value is not None]
        for value in self._before:
            if not any(_same(offered.value, value) for offered in listed):
                words = value.decode or value.code if isinstance(value, Term) else value
                listed.append(Offered(value, words, value.code if isinstance(value, Term) else ""))
        return listed

    def is_chosen(self, offered: Offered) -> bool:
        """Whether it is among them."""
        return any(_same(offered.value, value) for value in self._values)

    def why_not(self, offered: Offered) -> str:
        """As the command says of all that would be chosen then."""
        return self.asking.why_not(self.place, (*self._values, offered.value))

    def said(self) -> str:
        """How many are chosen, and how one goes on."""
        count = translate("inspector", "%n chosen.", "", len(self._values))
        hint = translate("inspector", "Space or a click adds and takes out, Enter keeps.")
        return f"{count} {hint}"

    def pick(self, line: Line) -> None:
        """Adds it or takes it out."""
        if line.why_not:
            self.show_error(line.why_not)
            return
        value = line.offered.value
        if line.chosen:
            self._values = [each for each in self._values if not _same(each, value)]
        elif value is not None:
            self._values.append(value)
        self.narrow(keep=True)
        self.announce_row()

    def read(self) -> Read:
        """All that are chosen, those that stood there first."""
        return Read(tuple(self._values))

    def is_changed(self) -> bool:
        """Whether others are chosen than stood there."""
        return tuple(self._values) != self._before

    def takes(self, event: QKeyEvent, watched: QWidget) -> bool:
        """Space on an empty line, and Enter on one that is not, add and take out what is lit."""
        if super().takes(event, watched):
            return True
        typed = bool(self.line.text())
        space = event.key() == Qt.Key.Key_Space and not typed
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and typed
        line: Line | None = self.list.current_item()
        if not (space or enter) or line is None:
            return False
        self.line.clear()
        self.pick(line)
        if enter:
            self.narrow()
        return True

    def study_changed(self) -> None:
        """What stands there may be another now; what a person chose stays chosen."""
        stands = self.asking.stands(self.place)
        values = stands.value if stands is not None and isinstance(stands.value, tuple) else ()
        if not self.is_changed():
            self._values = list(values)
        self._before = tuple(values)
        self._every = self._with_unknown(self.asking.choices(self.place))
        self.narrow(keep=True)


def _same(first: object, second: object) -> bool:
    """The same term by its code, the same entity by its id."""
    if isinstance(first, Term) and isinstance(second, Term):
        return first.code == second.code and (bool(first.code) or first.decode == second.decode)
    return first == second
