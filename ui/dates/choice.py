"""A field for one of many names, found by typing any part of it: a time zone, a country."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit


class ChoiceField(QLineEdit):
    """`entered(code)` when a name or code was chosen, "" where the field was emptied; what is neither is taken back."""

    entered = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._names: dict[str, str] = {}  # code -> name
        self._code = ""
        self.setAccessibleName(name)
        self.returnPressed.connect(self._take)

    @property
    def code(self) -> str:
        """The code that is chosen."""
        return self._code

    def set_choices(self, names: Mapping[str, str]) -> None:
        """The names by code."""
        self._names = dict(names)
        completer = QCompleter(sorted(names.values(), key=str.casefold), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(lambda _text: self._take())
        self.setCompleter(completer)
        self.set_code(self._code)

    def set_code(self, code: str) -> None:
        """Shows a choice; nothing is told."""
        self._code = code
        self.setText(self._names.get(code, code))
        self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field takes what stands in it."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._take()

    def _take(self) -> None:
        if not self._names:
            return  # they are not known yet
        said = " ".join(self.text().split()).casefold()
        names = {name.casefold(): code for code, name in self._names.items()}
        codes = {code.casefold(): code for code in self._names}
        code = "" if not said else names.get(said) or codes.get(said)
        before = self._code
        self.set_code(before if code is None else code)
        if self._code != before:
            self.entered.emit(self._code)
