"""A field for one date: typed as people write dates, or picked from a calendar; Enter takes it, Escape does not."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from study.dating import Moment
from study.language import translate
from ui.dates.locale_dates import LocaleDates, read_moment
from ui.icons import icon
from ui.theme import Theme, system_theme

_LEAVING = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)


class DateField(QLineEdit):
    """A date, with a clock time behind it where `with_time`. Alt+Down opens the calendar.

    `typed(Moment or None)` at each key, None for nothing or what is no date. `entered(Moment or None)` on Enter, when
    the field is left (unless not `on_leaving`), or by the calendar: None where the field was emptied. What is no date
    is marked and not taken.
    """

    typed = Signal(object)
    entered = Signal(object)

    def __init__(
        self, name: str, *, with_time: bool = False, on_leaving: bool = True, theme: Theme | None = None
    ) -> None:
        super().__init__()
        self._theme = theme or system_theme()
        self._with_time = with_time
        self._on_leaving = on_leaving
        self._moment: Moment | None = None
        self._near: dt.date | None = None
        self.setAccessibleName(name)
        self._clear = QAction(self)
        self._clear.setText(translate("dates", "Clear"))
        self._clear.triggered.connect(self._empty)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._open = QAction(self)
        self._open.setText(translate("dates", "Calendar (Alt+Down)"))
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.set_theme(self._theme)
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self.take)
        self.set_near(None)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._open.setIcon(QIcon(icon("calendar", theme.text_2, theme.text_3)))
        self._clear.setIcon(QIcon(icon("x", theme.text_3, theme.text_3)))

    def set_near(self, day: dt.date | None) -> None:
        """The day that a date without a year, or "+3", is reckoned from."""
        self._near = day
        form = LocaleDates(self.locale())
        example = form.plain(day, year=False) if day is not None else form.plain(dt.date(2025, 1, 7))
        self.setPlaceholderText(translate("dates", "like {date}").format(date=example))

    def set_moment(self, moment: Moment | None) -> None:
        """Shows a date; nothing is told."""
        self._moment = moment
        self.setText(self._written(moment))
        self.setCursorPosition(0)
        self._mark(wrong=False)

    @property
    def moment(self) -> Moment | None:
        """What was taken last."""
        return self._moment

    def retype(self, text: str) -> None:
        """Goes on with what a person had begun to type."""
        self.setText(text)
        self.setModified(True)
        self._edited()

    def read(self) -> Moment | None:
        """What the text means; None for nothing or what is no date."""
        found = read_moment(self.text(), self.locale(), self._near)
        if found is None or (found[1] is not None and not self._with_time):
            return None
        return Moment(*found)

    def take(self) -> None:
        """Takes what stands in the field, where that is a date or nothing."""
        text = self.text().strip()
        if text == self._written(self._moment):
            return
        moment = self.read()
        if text and moment is None:
            self._mark(wrong=True)
            return
        self.set_moment(moment)
        self.entered.emit(moment)

    def open_calendar(self) -> None:
        """Shows the calendar below the field, at its date."""
        shown = self.read() or self._moment
        day = shown.date if shown is not None else self._near
        popup = _Calendar(self, day)
        popup.picked.connect(self._pick)
        corner = self.mapToGlobal(QPoint(0, self.height() + 2))
        popup.move(corner)
        popup.show()
        popup.calendar.setFocus()

    def _empty(self) -> None:
        self.clear()
        self.take()
        self.setFocus()

    def _pick(self, day: dt.date) -> None:
        time = self._moment.time if self._moment is not None else None
        self.set_moment(Moment(day, time))
        self.entered.emit(self._moment)
        self.setFocus()

    def _written(self, moment: Moment | None) -> str:
        if moment is None:
            return ""
        day = LocaleDates(self.locale()).plain(moment.date)
        if moment.time is None or not self._with_time:
            return day
        return f"{day} {LocaleDates(self.locale()).clock(moment.time)}"

    def _edited(self) -> None:
        moment = self.read()
        self._mark(wrong=False)
        self.typed.emit(moment)

    def _mark(self, *, wrong: bool) -> None:
        hint = translate("dates", "This is no date. Type it like {date}, or pick it from the calendar.")
        example = LocaleDates(self.locale()).plain(dt.date(2025, 1, 7))
        self.setToolTip(hint.format(date=example) if wrong else "")
        self.setAccessibleDescription(self.toolTip())
        self.setStyleSheet(f"QLineEdit {{ border-color: {self._theme.warning.name()}; }}" if wrong else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar; Escape takes back what was typed; undo is first about the text."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._written(self._moment):
            self.set_moment(self._moment)
            self.typed.emit(self._moment)
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()  # the last date, not the last key, is taken back
        elif event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field takes what stands in it, where a person leaves it and it does so at all."""
        super().focusOutEvent(event)
        if self._on_leaving and event.reason() in _LEAVING:
            self.take()


class _Calendar(QFrame):
    """A month to pick a day from; Enter or a click picks, Escape closes."""

    picked = Signal(object)  # dt.date

    def __init__(self, parent: QWidget, day: dt.date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(translate("dates", "Calendar"))
        self.calendar.setGridVisible(False)
        self.calendar.setLocale(QLocale())
        self.calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._pick)
        self.calendar.clicked.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)

    def _pick(self, day: QDate) -> None:
        self.close()
        self.picked.emit(dt.date(day.year(), day.month(), day.day()))

    def event(self, event: QEvent) -> bool:
        """Escape closes."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return super().event(event)
