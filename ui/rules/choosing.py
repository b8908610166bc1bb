"""Choosing what a rule speaks of: the study's own words, searched, and how each is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from study.language import QT_TRANSLATE_NOOP, translate
from study.rules.kinds import MismatchError, type_of
from study.rules.model import (
    Attribute,
    Calculation,
    Combined,
    Done,
    Elapsed,
    Judged,
    Kind,
    Observed,
    Operand,
    Passes,
    Quantity,
    Reading,
    StudyDay,
    Which,
    Who,
)
from study.rules.sentence import operand_words, unit_words
from study.rules.units import UnitError
from study.rules.vocabulary import Group, Word
from ui.rules.fields import TIMES, Choice, DurationField, Setting, UnitField, capital, time_words, who_options
from ui.rules.operands import OperandField, is_open
from ui.theme import CAPS_PX, SECONDARY_PX, caps_font, font
from ui.widgets.dialog import Dialog, ok_cancel
from ui.widgets.part import set_part, text_label
from ui.widgets.rows import Empty, RowDelegate, RowsView, RowWords
from ui.widgets.text import elided

GROUPS: Final = {
    Group.PARTICIPANT: QT_TRANSLATE_NOOP("rules", "The participant"),
    Group.OBSERVATION: QT_TRANSLATE_NOOP("rules", "Observations"),
    Group.ACTIVITY: QT_TRANSLATE_NOOP("rules", "Activities"),
    Group.VISIT: QT_TRANSLATE_NOOP("rules", "Visits"),
    Group.TIME: QT_TRANSLATE_NOOP("rules", "Time and passes"),
    Group.PERSON: QT_TRANSLATE_NOOP("rules", "People"),
}
CALCULATIONS: Final = QT_TRANSLATE_NOOP("rules", "Calculations")
_ORDER: Final = (
    Group.PARTICIPANT,
    Group.TIME,
    Group.PERSON,
    Group.OBSERVATION,
    Group.VISIT,
    Group.ACTIVITY,
)
_HOWS: Final = {
    Calculation.MINUS: QT_TRANSLATE_NOOP("rules", "minus"),
    Calculation.PLUS: QT_TRANSLATE_NOOP("rules", "plus"),
    Calculation.TIMES: QT_TRANSLATE_NOOP("rules", "times"),
    Calculation.DIVIDED: QT_TRANSLATE_NOOP("rules", "divided by"),
    Calculation.LESSER: QT_TRANSLATE_NOOP("rules", "or, where it is less,"),
    Calculation.GREATER: QT_TRANSLATE_NOOP("rules", "or, where it is more,"),
}


_LONGEST: Final = 300  # characters of a question or a name


@dataclass(frozen=True, slots=True)
class Pick:
    """One entry: its title, the heading it stands under, and what it begins as; a heading has no operand."""

    title: str
    head: str
    operand: Operand | None = None
    word: Word | None = None


def picks(setting: Setting, typed: str = "") -> list[Pick]:
    """What can be chosen, under headings; only what holds all of the words that were typed."""
    wanted = typed.casefold().split()

    def holds(*names: str) -> bool:
        text = " ".join(names).casefold()
        return all(each in text for each in wanted)

    made: list[Pick] = []
    for group in _ORDER:
        head = translate("rules", GROUPS[group])
        found = [
            Pick(word.title, head, word.term, word)
            for word in setting.words.words
            if word.group is group and holds(word.title, head, *word.also)
        ]
        if group is Group.PARTICIPANT:
            other = translate("rules", "Another attribute…")
            if holds(other, head):
                found.append(Pick(other, head, Attribute("")))
        if found:
            made += [Pick(head, head), *found]
    head = translate("rules", CALCULATIONS)
    sums = [
        (translate("rules", "A change, sum, product or ratio"), Calculation.MINUS),
        (translate("rules", "The lesser of two"), Calculation.LESSER),
        (translate("rules", "The greater of two"), Calculation.GREATER),
    ]
    unknown = Observed("", "")
    listed = [Pick(title, head, Combined(how, unknown, unknown)) for title, how in sums if holds(title, head)]
    return [*made, *([Pick(head, head), *listed] if listed else [])]


class _PickDelegate(RowDelegate):
    """Headings in capitals, entries below them."""

    inset = 4
    rounded = True

    def paint_row(self, painter: QPainter, area: QRect, item: Pick, _selected: bool) -> None:
        theme = self.view.theme
        flags = int(Qt.TextFlag.TextSingleLine) | int(Qt.AlignmentFlag.AlignVCenter)
        inside = QRectF(area).adjusted(14, 0, -14, 0)
        if item.operand is None:
            face = caps_font(CAPS_PX)
            painter.setFont(face)
            painter.setPen(theme.text_2)
            text = elided(item.title.upper(), face, inside.width())
            painter.drawText(inside.adjusted(0, 6, 0, 0), flags, text)
            return
        face = font(tabular=False)
        painter.setFont(face)
        painter.setPen(theme.text)
        width = inside.width()
        painter.drawText(inside, flags, elided(item.title, face, width))
        used = painter.fontMetrics().horizontalAdvance(item.title) + 16
        note, small = _note(item), font(SECONDARY_PX)
        if note and used + 60 < width:
            painter.setFont(small)
            painter.setPen(theme.text_2)
            note = elided(note, small, width - used)
            room = painter.fontMetrics().horizontalAdvance(note) + 2
            mirrored = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = inside.left() if mirrored else inside.right() - room
            painter.drawText(QRectF(left, inside.top(), room, inside.height()), flags, note)


def _note(pick: Pick) -> str:
    word = pick.word
    if word is None:
        return ""
    if word.choices:
        return ", ".join(word.choices[:3]) + (" …" if len(word.choices) > 3 else "")
    return ", ".join(time_words(each) if each in TIMES else unit_words(each) for each in word.units[:2])


def _words(pick: Any) -> RowWords:
    return RowWords(pick.title, is_head=pick.operand is None)


class OperandDialog(Dialog):
    """A list that is searched by typing, and below it how what is lit is read. `chosen` once it was agreed to."""

    def __init__(self, setting: Setting, operand: Operand | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, translate("rules", "What is compared"), "", ok_cancel())
        self.setting = setting
        self.chosen: Operand | None = None
        self._operand: Operand | None = operand
        self._pick: Pick | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("rules", "Search observations, activities, visits, time…"))
        self.search.setAccessibleName(translate("rules", "Search"))
        self.search.setClearButtonEnabled(True)
        self.list = RowsView(
            _words,
            Empty(
                "search",
                translate("rules", "Nothing is called so"),
                translate("rules", "This study has no observation, activity or visit of that name."),
            ),
            setting.theme,
        )
        set_part(self.list, "field")
        self.list.setItemDelegate(_PickDelegate(self.list))
        self.list.setAccessibleName(translate("rules", "What can be compared"))
        self.list.setMinimumHeight(196)
        self.details = QWidget()
        self.form = QFormLayout(self.details)
        self.form.setContentsMargins(0, 4, 0, 0)
        self.form.setSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.said = text_label("", "label")
        self.said.setMinimumHeight(self.said.fontMetrics().lineSpacing())
        self.error = text_label("", "warning")
        for each in (self.search, self.list, self.details, self.said, self.error):
            self.body.addWidget(each)
        self.setMinimumWidth(520)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list.current.connect(self._take)
        self.list.chosen.connect(self._take)
        self._parts: list[QWidget] = []
        self._filter("")
        if operand is not None:
            self._light(operand)
            self._ask(operand)
        self._tell()
        self.search.setFocus()

    # The list

    def _filter(self, typed: str) -> None:
        found = picks(self.setting, typed)
        self.list.set_items(found)
        if typed:
            first = next((row for row, each in enumerate(found) if each.operand is not None), -1)
            self.list.set_current_row(first)
            if first >= 0:
                self._take(found[first])

    def _light(self, operand: Operand) -> None:
        """Light the word that an operand speaks of."""
        for row, each in enumerate(self.list.items()):
            if each.operand is not None and speaks_of(each.operand, operand):
                self._pick = each
                self.list.set_current_row(row)
                return

    def _take(self, pick: Pick) -> None:
        if pick.operand is None or pick == self._pick:
            return
        self._pick = pick
        self._ask(pick.operand)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while a person types."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        rows = [row for row, each in enumerate(self.list.items()) if each.operand is not None]
        if not rows:
            return
        here = self.list.currentIndex().row()
        beyond = [row for row in rows if (row > here if step > 0 else row < here)]
        row = (beyond[0] if step > 0 else beyond[-1]) if beyond else (rows[0] if step > 0 else rows[-1])
        self.list.set_current_row(row)
        self._take(self.list.items()[row])

    # How it is read

    def _ask(self, operand: Operand) -> None:
        """Fields for an operand, filled with it."""
        self._operand = operand
        while self.form.rowCount():
            self.form.removeRow(0)
        match operand:
            case Attribute(name) if self._pick is None or self._pick.word is None:
                self._line(translate("rules", "Its name"), name, lambda text: Attribute(text.strip()))
            case Observed():
                self._asks_of(operand)
                self._ask_observed(operand)
            case Elapsed():
                self._asks_of(operand)
                self._ask_elapsed(operand)
            case Done():
                self._asks_of(operand)
                self._ask_within(operand.within)
            case Judged():
                self._ask_person(operand)
            case Combined():
                self._ask_combined(operand)
            case StudyDay():
                self._remark(
                    translate("rules", "The day that the decision stands at, as the protocol counts it.")
                )
            case Passes():
                self._remark(translate("rules", "How often the loop was begun, the present pass included."))
        self.details.setVisible(self.form.rowCount() > 0)

    def _remark(self, text: str) -> None:
        self.form.addRow(text_label(text, "secondary"))

    def _row(self, name: str, field: QWidget) -> None:
        label = QLabel(name)
        set_part(label, "label")
        label.setBuddy(field)
        self.form.addRow(label, field)

    def _line(self, name: str, text: str, made: Any) -> None:
        line = QLineEdit(text)
        line.setMaxLength(_LONGEST)
        line.setAccessibleName(name)
        line.textChanged.connect(lambda typed: self._change(made(typed)))
        self._row(name, line)

    def _asks_of(self, operand: Observed | Elapsed | Done) -> None:
        """What of an activity or a visit is compared."""
        word = self._pick.word if self._pick is not None else None
        if word is None or word.group not in (Group.ACTIVITY, Group.VISIT) or not isinstance(word.term, Done):
            return
        of, name = word.term.of, word.term.name
        options: list[tuple[object, str]] = [
            ("done", translate("rules", "Whether it is done")),
            ("elapsed", translate("rules", "The time since it was done")),
        ]
        if word.group is Group.VISIT:
            options[0] = ("done", translate("rules", "Whether all its activities are done"))
        else:
            options.append(("value", translate("rules", "The value that is recorded with it")))
        at = "done" if isinstance(operand, Done) else "elapsed" if isinstance(operand, Elapsed) else "value"
        choice = Choice(translate("rules", "What of it"), options, at)

        def other() -> None:
            made: dict[object, Operand] = {
                "done": Done(of, name),
                "elapsed": Elapsed(of, name),
                "value": Observed(of, name),
            }
            self._ask(made[choice.kept])
            self._tell()

        choice.picked.connect(other)
        self._row(translate("rules", "What of it"), choice)

    def _ask_observed(self, term: Observed) -> None:
        number = term.kind is Kind.NUMBER
        which: list[tuple[object, str]] = [
            (Which.NOW, translate("rules", "now: the latest")),
            (Which.BEFORE, translate("rules", "the one before the latest")),
            (Which.FIRST, translate("rules", "the first")),
        ]
        if number:
            which += [
                (Which.LOWEST, translate("rules", "the lowest")),
                (Which.HIGHEST, translate("rules", "the highest")),
                (Which.MEAN, translate("rules", "the mean")),
            ]
        which.append((Which.COUNT, translate("rules", "how many there are")))
        chosen = Choice(translate("rules", "Which value"), which, term.which)
        self._row(translate("rules", "Which value"), chosen)
        chosen.picked.connect(lambda: self._change_term(which=Which(str(chosen.kept))))
        if number:
            readings: list[tuple[object, str]] = [
                (Reading.VALUE, translate("rules", "as it is")),
                (
                    Reading.OF_UPPER_LIMIT,
                    translate("rules", "times the upper limit of the laboratory's range"),
                ),
                (
                    Reading.OF_LOWER_LIMIT,
                    translate("rules", "times the lower limit of the laboratory's range"),
                ),
                (
                    Reading.AGAINST_RANGE,
                    translate("rules", "low, normal or high by the laboratory's range of that day"),
                ),
            ]
            read = Choice(translate("rules", "Read"), readings, term.reading)
            self._row(translate("rules", "Read"), read)
            word = self._pick.word if self._pick is not None else None
            unit = UnitField(translate("rules", "Unit"), term.unit, word.units if word is not None else ())
            unit.changed.connect(lambda: self._change_term(unit=unit.unit()))
            self._row(translate("rules", "Unit"), unit)
            unit.setEnabled(term.reading is Reading.VALUE)

            def read_so() -> None:
                unit.setEnabled(read.kept == Reading.VALUE)
                self._change_term(reading=Reading(str(read.kept)))

            read.picked.connect(read_so)
        self._ask_within(term.within)

    def _ask_elapsed(self, term: Elapsed) -> None:
        units: list[tuple[object, str]] = [(each, time_words(each)) for each in ("h", "d", "wk", "mo", "a")]
        unit = Choice(translate("rules", "Counted in"), units, term.unit)
        unit.picked.connect(lambda: self._change_term(unit=str(unit.kept)))
        self._row(translate("rules", "Counted in"), unit)
        from_: list[tuple[object, str]] = [
            (False, translate("rules", "the first time")),
            (True, translate("rules", "the last time")),
        ]
        since = Choice(translate("rules", "Counted from"), from_, term.from_last)
        since.picked.connect(lambda: self._change_term(from_last=bool(since.kept)))
        self._row(translate("rules", "Counted from"), since)
        self._remark(translate("rules", "A clock of its own: it runs whatever else the schedule does."))
        self._remark_hours()

    def _ask_within(self, within: Quantity | None) -> None:
        field = DurationField(
            translate("rules", "Look back"), within, translate("rules", "all"), ("h", "d", "wk", "mo", "a")
        )
        field.changed.connect(lambda: self._change_term(within=field.quantity()))
        self._row(translate("rules", "Look back"), field)

    def _remark_hours(self) -> None:
        self._remark(
            translate(
                "rules", "A decision stands at a day: counted in hours, it asks where no times are known."
            )
        )

    def _ask_person(self, term: Judged) -> None:
        line = QLineEdit(term.question)
        line.setMaxLength(_LONGEST)
        line.setAccessibleName(translate("rules", "The question"))
        line.setPlaceholderText(translate("rules", "Is there clinical progression?"))
        line.textChanged.connect(lambda text: self._change_term(question=text.strip()))
        self._row(translate("rules", "The question"), line)
        who = Choice(translate("rules", "Who answers"), who_options(), term.who)
        who.picked.connect(lambda: self._change_term(who=Who(str(who.kept))))
        self._row(translate("rules", "Who answers"), who)
        self._remark(translate("rules", "Until there is an answer, the rule asks."))

    def _ask_combined(self, operand: Combined) -> None:
        left = OperandField(self.setting, translate("rules", "First"))
        right = OperandField(self.setting, translate("rules", "Second"))
        for field, value in ((left, operand.left), (right, operand.right)):
            field.set_left(Observed("", ""))
            field.set_value(value)
        options: list[tuple[object, str]] = [(how, translate("rules", words)) for how, words in _HOWS.items()]
        how = Choice(translate("rules", "How"), options, operand.how)

        def made() -> None:
            first, second = left.value(), right.value()
            chosen = Calculation(str(how.kept))
            if first is None or second is None:
                self._operand = None
                self._tell()
                return
            self._change(Combined(chosen, first, second))

        left.changed.connect(made)
        right.changed.connect(made)
        how.picked.connect(made)
        self._row(translate("rules", "First"), left)
        self._row(translate("rules", "How"), how)
        self._row(translate("rules", "Second"), right)

    def _change_term(self, **fields: object) -> None:
        if self._operand is not None:
            self._change(replace(self._operand, **fields))  # type: ignore[arg-type]

    def _change(self, operand: Operand) -> None:
        self._operand = operand
        self._tell()

    # What is agreed to

    def why_not(self) -> str:
        """Why what is said cannot be compared with anything; "" where it can."""
        operand = self._operand
        if operand is None:
            return translate("rules", "Say both values.") if self.form.rowCount() else ""
        if isinstance(operand, Attribute) and not operand.name:
            return translate("rules", "Type what the attribute is called.")
        if isinstance(operand, Judged) and not operand.question:
            return translate("rules", "Type the question that is answered.")
        try:
            type_of(operand)
        except (MismatchError, UnitError) as error:
            return str(error)
        return ""

    def _tell(self) -> None:
        reason = self.why_not()
        operand = self._operand
        said = capital(operand_words(operand)) if operand is not None and not reason else ""
        self.said.setText(said)
        self.error.setText(reason)
        self.error.setVisible(bool(reason) and operand is not None)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        unchosen = isinstance(operand, Combined) and is_open(operand)
        ok.setEnabled(operand is not None and not reason and not unchosen)
        ok.setToolTip(reason)
        if self.isVisible():
            self._column.activate()
            needed = max(
                self._column.totalHeightForWidth(self.width()), self._column.totalMinimumSize().height()
            )
            if needed > self.height():
                self.resize(self.width(), needed)

    def accept(self) -> None:
        """Keep what was chosen."""
        if self._operand is None or self.why_not():
            return
        self.chosen = self._operand
        super().accept()


def speaks_of(word: Operand, operand: Operand) -> bool:
    """Whether a word of the list is what an operand is about, however it is read."""
    match word, operand:
        case (Combined(how), Combined(other)):
            ratios = (Calculation.LESSER, Calculation.GREATER)
            return how is other if other in ratios else how not in ratios
        case (Observed(), Observed()):
            return word.of == operand.of
        case (Done(), Observed() | Done()):
            return word.of == operand.of
        case (Done(), Elapsed()):
            return word.of == operand.since
        case (Elapsed(), Elapsed()):
            return word.since == operand.since
        case (Attribute(), Attribute()):
            return word.name == operand.name
        case (Judged(), Judged()):
            return True
    return type(word) is type(operand) and isinstance(word, StudyDay | Passes)
