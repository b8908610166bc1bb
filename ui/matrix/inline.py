"""The one editor that lies over a header of the table: a name, a study day, a window; errors stand under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from study.language import translate
from ui.accessible import announce
from ui.matrix.chosen import visits_of
from ui.matrix.gestures import Gesture, Judged, Part, Typed
from ui.matrix.grid import HEADER, run_of
from ui.matrix.letters import title_room, visit_title
from ui.matrix.sheet import Sheet
from ui.theme import BODY_PX, font
from ui.widgets.part import set_part, text_label

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

# Another window in front, or a menu, does not mean that a person is done.
_ELSEWHERE = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_LEAST, _MARGIN = 190, 4
MOST = 10_000
"""Characters that a name may have."""
_ORDER = (Part.NAME, Part.DAY, Part.WINDOW)


class Inline(QObject):
    """Lies over what is typed. `judge` says what a text would come to; the window sets it."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        self._box: QFrame | None = None
        self._at = (HEADER, HEADER)
        self._area = QRect()
        self._part = Part.NAME
        self._addresses: tuple[str, ...] = ()
        self._before = ""
        self._made_of: Callable[[str], Gesture] | None = None
        self._ending = False
        self.judge: Callable[[Gesture], Judged] = lambda _gesture: Judged()
        self.field = QLineEdit()
        self.error = text_label("", "warning")
        self.effect = text_label("", "secondary")

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self._box is not None and not self._box.isHidden()

    @property
    def part(self) -> Part:
        """What is being typed."""
        return self._part

    # Where it opens

    def open(self, row: int, column: int, part: Part = Part.NAME) -> bool:
        """Type over a header: an activity's name, or a visit's name, day or window; False where there is nothing."""
        soa = self._view.sheet.soa
        if soa is None or (row == HEADER) == (column == HEADER):
            return False
        if column == HEADER:
            title = soa.rows[row].title
            self._begin((row, column), Part.NAME, (soa.rows[row].key,), title, title)
            return True
        visit = soa.columns[column]
        visits = tuple(each.key for each in visits_of(visit))
        if part is Part.WINDOW:
            several = self._view.chosen_visits()
            if len(several) > 1 and visits[0] in several:
                visits = several
            text = visit.window_text if len(visits) == 1 else ""
            self._begin((row, column), part, visits, text, visit.title)
        elif part is Part.DAY and not visit.members:
            self._begin((row, column), part, visits, visit.day_text, visit.title)
        else:
            run = run_of(soa.encounters, column) if visit.members else None
            address = run.entity_id if run is not None else visit.key
            self._begin((row, column), Part.NAME, (address,), visit.title, visit.title)
        return True

    def open_run(self, address: str, title: str, area: QRect) -> None:
        """Type the name of an epoch or encounter over its band, an area of the viewport."""
        self._begin((HEADER, HEADER), Part.NAME, (address,), title, title, area)

    def ask(self, area: QRect, words: str, hint: str, made_of: Callable[[str], Gesture]) -> None:
        """Type the name of something new over an area of the viewport; `made_of` makes the gesture of it."""
        self._begin((HEADER, HEADER), Part.NAME, (), "", words, area)
        self._made_of = made_of
        self.field.setAccessibleName(words)
        self.field.setPlaceholderText(hint)

    def _begin(
        self,
        at: tuple[int, int],
        part: Part,
        addresses: tuple[str, ...],
        text: str,
        title: str,
        area: QRect | None = None,
    ) -> None:
        box = self._made()
        self._at, self._part, self._addresses, self._before = at, part, addresses, text
        self._area, self._made_of = area or QRect(), None
        if area is None:
            self._view.bring_into_view(*at)
        names = {
            Part.NAME: translate("matrix", "Name"),
            Part.DAY: translate("matrix", "Study day or time"),
            Part.WINDOW: translate("matrix", "Window"),
        }
        self.field.setAccessibleName(names[part])
        said = translate("matrix", "Of {name}. Enter keeps it, Escape gives it up.").format(name=title)
        if len(addresses) > 1:
            said = translate(
                "matrix", "Of %n visit(s). Enter keeps it, Escape gives it up.", "", len(addresses)
            )
        self.field.setAccessibleDescription(said)
        self.field.setPlaceholderText(
            {
                Part.NAME: "",
                Part.DAY: translate("matrix", "Day 57, or 4 weeks"),
                Part.WINDOW: translate("matrix", "−3 d / +3 d, or not stated"),
            }[part]
        )
        face = font(BODY_PX)
        self.field.setFont(face)
        self.field.setText(text)
        box.show()
        box.raise_()
        self._judge()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self) -> QFrame:
        """The editor, made when it is first needed."""
        if self._box is None:
            box = self._box = set_part(QFrame(self._view.viewport()), "panel")
            box.setObjectName("matrixInline")
            box.setCursor(Qt.CursorShape.ArrowCursor)
            column = QVBoxLayout(box)
            column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
            column.setSpacing(_MARGIN)
            self.field.setMaxLength(MOST)
            self.error.hide()
            self.effect.hide()
            column.addWidget(self.field)
            column.addWidget(self.error)
            column.addWidget(self.effect)
            self.field.installEventFilter(self)
            self.field.textEdited.connect(self._judge)
            self._view.laid_out.connect(self._place)
            self._view.horizontalScrollBar().valueChanged.connect(self._place)
            self._view.verticalScrollBar().valueChanged.connect(self._place)
        return self._box

    def _place(self) -> None:
        box, view = self._box, self._view
        if box is None or box.isHidden():
            return
        area = self._area if not self._area.isNull() else self._lines()
        room = view.viewport().width() - 2 * _MARGIN
        box.setFixedWidth(min(max(_LEAST, area.width() + 2 * _MARGIN + 2), room))
        layout = box.layout()
        assert layout is not None
        layout.activate()
        wide = box.width()
        height = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else box.sizeHint().height()
        box.setFixedHeight(height)
        x = area.center().x() - wide // 2 if self._at[1] != HEADER or not self._area.isNull() else area.left()
        y = area.center().y() - self.field.sizeHint().height() // 2 - _MARGIN
        box.move(
            max(_MARGIN, min(x, view.viewport().width() - wide - _MARGIN)),
            max(_MARGIN, min(y, view.viewport().height() - height - _MARGIN)),
        )

    def _lines(self) -> QRect:
        """Where what is typed stands, in the viewport."""
        view, (row, column) = self._view, self._at
        area = view.cell_rect(row, column)
        if area.isEmpty():  # scrolled away with a fold, or on its way to another place
            return QRect(view.grid.titles_width, view.grid.visit_top, 1, view.grid.line)
        if row != HEADER:
            left = round(title_room(view.sheet, view.grid, view.fonts, row)[0])
            return area.adjusted(
                0 if view.grid.right_to_left else left, 0, -left if view.grid.right_to_left else 0, 0
            )
        lines, top = visit_title(view.sheet, view.grid, view.fonts, column)
        line = view.grid.line
        if self._part is Part.NAME:
            return QRect(area.left(), round(top), area.width(), line * max(1, len(lines)))
        top += line * len(lines) + (line if self._part is Part.WINDOW else 0)
        return QRect(area.left(), round(top), area.width(), line)

    def follow(self, before: Sheet) -> None:
        """The table was made anew, here or by somebody else: stay over the same header, with what was typed."""
        if not self.is_open or not self._area.isNull():
            return
        at = self._view.sheet.same_cell(before, self._at)
        if at is None:
            self.give_up()
            return
        self._at = at
        self._judge()

    # What is typed

    def _typed(self) -> Gesture:
        text = self.field.text().strip()
        return self._made_of(text) if self._made_of is not None else Typed(self._part, self._addresses, text)

    def _judged(self) -> Judged:
        if self.field.text().strip() == self._before.strip():
            several = len(self._addresses)
            words = translate("matrix", "For %n visit(s)", "", several) if several > 1 else ""
            return Judged(effect=words, is_change=False)
        return self.judge(self._typed())

    def _judge(self) -> None:
        judged = self._judged()
        if judged.reason and judged.reason != self.error.text():
            announce(self.field, judged.reason)
        self.error.setText(judged.reason)
        self.error.setVisible(bool(judged.reason))
        self.effect.setText("" if judged.reason else judged.effect)
        self.effect.setVisible(bool(self.effect.text()))
        self._place()

    def keep(self) -> bool:
        """Have it as it was typed; False where that cannot be, which is said while the old value stays."""
        judged = self._judged()
        if judged.reason:
            self._judge()
            return False
        typed = self._typed()
        self.give_up()
        if judged.is_change:
            self._view.edit_asked.emit(typed)
        return True

    def give_up(self) -> bool:
        """Leave it as it was; whether something was being typed."""
        if self._box is None or self._box.isHidden() or self._ending:
            return False
        self._ending = True
        had = self._view.window().focusWidget() is self.field
        self._box.hide()
        if had:
            self._view.setFocus(Qt.FocusReason.PopupFocusReason)
        self._ending = False
        return True

    def _step(self, by: int) -> None:
        """Keep it and type what stands below it, or above."""
        row, column = self._at
        addresses = self._addresses
        index = _ORDER.index(self._part) + by
        if not self.keep() or row != HEADER or column == HEADER:
            return
        # The edit may have put this visit into another column.
        here = self._view.sheet.column_of.get(addresses[0], column)
        if 0 <= index < len(_ORDER):
            self.open(HEADER, here, _ORDER[index])
            return
        shown = self._view.sheet.shown.columns
        place = self._view.sheet.column_place.get(here, -1) + by
        if 0 <= place < len(shown):
            self._view.go_to(HEADER, shown[place])
            self.open(HEADER, shown[place], _ORDER[0] if by > 0 else _ORDER[-1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps, Escape gives up, Tab goes on; going elsewhere keeps what is right and gives up what is not."""
        if watched is not self.field or not self.is_open:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.keep()
            elif key == Qt.Key.Key_Escape:
                self.give_up()
            elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Down):
                self._step(1)
            elif key in (Qt.Key.Key_Backtab, Qt.Key.Key_Up):
                self._step(-1)
            else:
                return False
            return True
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in _ELSEWHERE:
            if self._judged().reason:
                self.give_up()
            else:
                self.keep()
        return super().eventFilter(watched, event)
