"""The builder: the protocol's text above, the rule beneath, told as a sentence, tried in place, and its impact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.commands.command import Command
from study.language import translate
from study.rules.evaluate import try_examples
from study.rules.impact import Branch, impact, rows_impact
from study.rules.kinds import troubles
from study.rules.model import (
    AllOf,
    Answer,
    AtLeast,
    Default,
    Example,
    Given,
    Judged,
    Rule,
    Table,
    Wait,
    Who,
    cell_condition,
)
from study.rules.sentence import number_words, operand_words, rule_sentence, term_words
from study.rules.starters import starters
from study.rules.tree import condition_of, tree_of
from study.rules.ways import (
    ASKS,
    ELSE,
    WAITS,
    WayTable,
    as_ways,
    needed,
    rule_lines,
    rules_of,
    table_of,
    taken,
    way_lines,
)
from study.rules.writing import why_too_large
from ui.accessible import announce
from ui.icons import icon
from ui.rules.conditions import ConditionsEditor
from ui.rules.fields import Choice, CountField, DurationField, Setting, capital, who_options
from ui.rules.subject import Subject
from ui.rules.table import TableEditor
from ui.rules.telling import WARNS, Told, impact_words, rows_words, tried_words
from ui.rules.trying import TryingPane, given_values
from ui.theme import Theme
from ui.widgets.dialog import Dialog
from ui.widgets.part import set_part, text_label

_REST_MS = 120
_NARROW = 900
WhyNot = Callable[[Command], str]


class RuleDialog(Dialog):
    """Builds the rule of one text, or of all ways of a decision. The study is not changed here.

    `chosen` is the command once it was agreed to, else None; `goes_on`: then to the next condition that waits.
    """

    def __init__(
        self,
        subject: Subject,
        theme: Theme,
        why_not: WhyNot,
        parent: QWidget | None = None,
        *,
        next_one: bool = False,
    ) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        super().__init__(parent, subject.title, "", buttons)
        self.subject = subject
        self.setting = Setting(subject.words, theme)
        self.chosen: Command | None = None
        self.goes_on = False
        self._why_not = why_not
        self._ways = list(subject.ways)
        self._way = subject.way if subject.way in subject.ways else subject.ways[0]
        self._rules: dict[str, Rule | None] = dict(subject.rules)
        self._unfinished: set[str] = set()
        self._of_table = WayTable((), ())
        self._table_mode = False
        self._filling = False
        self._said_samples: tuple[tuple[str, bool], ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look_further)
        self._build(next_one)
        self._begin()

    # What it is made of

    def _build(self, next_one: bool) -> None:
        self.setSizeGripEnabled(True)
        inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, 0, 4, 0)
        self._columns.setSpacing(20)
        left, right = QWidget(), QWidget()
        self._columns.addWidget(left, 19)
        self._columns.addWidget(right, 11)
        self._left, self._right = QVBoxLayout(left), QVBoxLayout(right)
        for each in (self._left, self._right):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(8)
        self.area = QScrollArea()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        set_part(self.area, "clear")
        set_part(inside, "ground")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.area, 1)
        self._column.setStretch(self._column.indexOf(self.buttons) - 1, 1)
        self._build_text()
        self._build_rule()
        self._build_settings()
        self._left.addStretch(1)
        self._build_told()
        self._right.addStretch(1)
        self.save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setText(translate("rules", "Save the rule"))
        self.clear = QPushButton(translate("rules", "Clear the rule"))
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self._clear)
        self.buttons.addButton(self.clear, QDialogButtonBox.ButtonRole.ResetRole)
        self.clear.setVisible(
            any(rule is not None for rule in self.subject.rules.values()) or bool(self.subject.broken)
        )
        self.next = QPushButton(translate("rules", "Save, and the next condition"))
        self.next.setAutoDefault(False)
        self.next.clicked.connect(self._save_and_next)
        self.buttons.addButton(self.next, QDialogButtonBox.ButtonRole.ActionRole)
        self.next.setVisible(next_one)
        for keys, act in (
            ("Ctrl+Return", self.accept),
            ("Ctrl+Enter", self.accept),
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Ctrl+Del", self._remove),
        ):
            QShortcut(QKeySequence(keys), self, act)

    @staticmethod
    def _head(words: str) -> QLabel:
        made = text_label(words.upper(), "caps")
        made.setAccessibleName(words)
        return made

    def _card(self, *, part: str = "card") -> tuple[QFrame, QVBoxLayout]:
        frame = set_part(QFrame(), part)
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 11, 14, 12)
        column.setSpacing(7)
        return frame, column

    def _build_text(self) -> None:
        frame, column = self._card()
        line = QHBoxLayout()
        line.addWidget(self._head(translate("rules", "The protocol says")), 1)
        whose = text_label(self.subject.whose, "secondary")
        whose.setWordWrap(False)
        line.addWidget(whose)
        column.addLayout(line)
        said = self.subject.text or translate("rules", "Nothing is said.")
        self.text = text_label(said, "", selectable=True)
        self.text.setAccessibleName(translate("rules", "The protocol says: {text}").format(text=said))
        column.addWidget(self.text)
        if self.subject.look:
            column.addWidget(text_label(self.subject.look, "warning"))
        self._left.addWidget(frame)
        self.offer_frame, offered = self._card(part="offer")
        self.offer_text = text_label("", "")
        offered.addWidget(self.offer_text)
        self.offer_rest = text_label("", "secondary")
        offered.addWidget(self.offer_rest)
        row = QHBoxLayout()
        self.offer_take = set_part(QPushButton(translate("rules", "Use this rule")), "link")
        self.offer_take.setAutoDefault(False)
        self.offer_take.clicked.connect(self._take_offer)
        row.addWidget(self.offer_take)
        row.addStretch(1)
        offered.addLayout(row)
        self._left.addWidget(self.offer_frame)

    def _build_rule(self) -> None:
        frame, column = self._card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._head(translate("rules", "The rule")))
        head.addStretch(1)
        segments = set_part(QFrame(), "segments")
        row = QHBoxLayout(segments)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self.as_conditions = self._segment(
            translate("rules", "Conditions"), lambda: self._show_mode(table=False)
        )
        self.as_table = self._segment(translate("rules", "Table"), lambda: self._show_mode(table=True))
        row.addWidget(self.as_conditions)
        row.addWidget(self.as_table)
        head.addWidget(segments)
        self.examples = QPushButton(translate("rules", "Start from an example"))
        self.examples.setAutoDefault(False)
        self.examples.setIcon(icon("chevron-down", self.setting.theme.text_2))
        self.examples.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else Qt.LayoutDirection.RightToLeft
        )
        self.examples.clicked.connect(self._offer_examples)
        head.addWidget(self.examples)
        column.addLayout(head)
        self.way = Choice(
            translate("rules", "Way"), [(w, self.subject.way_words(w)) for w in self._ways], self._way
        )
        self.way.picked.connect(lambda: self._show_way(str(self.way.kept)))
        self._way_row = QWidget()
        ways = QHBoxLayout(self._way_row)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.addWidget(text_label(translate("rules", "The way"), "label"))
        ways.addWidget(self.way, 1)
        column.addWidget(self._way_row)
        self.conditions = ConditionsEditor(self.setting)
        self.conditions.changed.connect(self._changed)
        column.addWidget(self.conditions)
        self.table = TableEditor(self.setting, ())
        self.table.changed.connect(self._changed)
        column.addWidget(self.table)
        self.trouble = text_label("", "warning")
        column.addWidget(self.trouble)
        self._left.addWidget(frame)

    def _segment(self, words: str, act: Callable[[], object]) -> QToolButton:
        made = set_part(QToolButton(), "segment")
        made.setText(words)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.clicked.connect(lambda _checked: act())
        return made

    def _build_settings(self) -> None:
        frame, column = self._card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        self.otherwise = Choice(translate("rules", "Otherwise"))
        self.who = Choice(translate("rules", "Who decides where it asks"), who_options())
        self.pause = DurationField(translate("rules", "Try again after"))
        self.tries = CountField(translate("rules", "How often at most"), 1, 100, 3)
        self.then = Choice(translate("rules", "Then"))
        self.has_default = QCheckBox(translate("rules", "Where nobody answers within"))
        self.unanswered_after = DurationField(translate("rules", "Without an answer after"))
        self.unanswered = Choice(translate("rules", "Without an answer"))
        self.has_limit = QCheckBox(translate("rules", "At most"))
        self.limit = CountField(translate("rules", "Passes at most"), 1, 1_000, 6)

        def row(number: int, first: QWidget, *rest: QWidget) -> QWidget:
            grid.addWidget(first, number, 0, Qt.AlignmentFlag.AlignVCenter)
            holder = QWidget()
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            for each in rest:
                line.addWidget(each)
            line.addStretch(1)
            grid.addWidget(holder, number, 1)
            return holder

        def label(words: str, of: QWidget | None = None) -> QLabel:
            made = text_label(words, "label")
            made.setWordWrap(False)
            if of is not None:
                made.setBuddy(of)
            return made

        row(0, label(translate("rules", "Otherwise"), self.otherwise), self.otherwise)
        self._wait_label = label(translate("rules", "To wait: try again after"), self.pause.amount)
        self._wait_row = row(
            1,
            self._wait_label,
            self.pause,
            label(translate("rules", "at most")),
            self.tries,
            label(translate("rules", "times, then")),
            self.then,
        )
        self._who_label = label(translate("rules", "Where it asks"), self.who)
        self._who_row = row(2, self._who_label, self.who, label(translate("rules", "decides")))
        self._default_row = row(3, self.has_default, self.unanswered_after, self.unanswered)
        self._limit_row = row(4, self.has_limit, self.limit, label(translate("rules", "passes of the loop")))
        column.addLayout(grid)
        self._left.addWidget(frame)
        for choice in (self.otherwise, self.who, self.then, self.unanswered):
            choice.picked.connect(self._changed)
        for duration in (self.pause, self.unanswered_after):
            duration.changed.connect(self._changed)
        for counted in (self.tries, self.limit):
            counted.counted.connect(self._changed)
        for box in (self.has_default, self.has_limit):
            box.toggled.connect(lambda _on: self._changed())

    def _build_told(self) -> None:
        frame, column = self._card()
        column.addWidget(self._head(translate("rules", "In words")))
        self.sentence = text_label("", "", selectable=True)
        column.addWidget(self.sentence)
        self._right.addWidget(frame)
        frame, column = self._card()
        column.addWidget(self._head(translate("rules", "Try it: what if")))
        self.trying = TryingPane(self.setting)
        self.trying.changed.connect(self._tried)
        column.addWidget(self.trying)
        self._result = _Lines(self.setting.theme)
        column.addWidget(self._result)
        self.kept = QWidget()
        row = QHBoxLayout(self.kept)
        row.setContentsMargins(0, 0, 0, 0)
        self.keep = set_part(QPushButton(translate("rules", "Keep as an example")), "link")
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._keep_example)
        row.addWidget(self.keep)
        row.addStretch(1)
        column.addWidget(self.kept)
        self._samples = QVBoxLayout()
        self._samples.setSpacing(2)
        column.addLayout(self._samples)
        self._right.addWidget(frame)
        self._impact_frame, column = self._card()
        self._impact_head = self._head(
            translate("rules", "What it does to the decision")
            if self.subject.is_decision
            else translate("rules", "What the rows come to")
        )
        column.addWidget(self._impact_head)
        self._impact = _Lines(self.setting.theme)
        column.addWidget(self._impact)
        self._right.addWidget(self._impact_frame)

    # How it begins

    def _begin(self) -> None:
        offer = self.subject.offer
        kept = {way: self._rules.get(way) for way in self._ways}
        whole = table_of(kept)
        mine = self._rules.get(self._way)
        if whole is None and mine is not None and isinstance(mine.when, Table):
            self._ways = [self._way]  # a table of its own, beside ways that are decided otherwise
            whole = table_of({self._way: mine})
        self.offer_frame.setVisible(offer is not None and mine is None)
        if offer is not None:
            self.offer_text.setText(
                translate("rules", "Read from the text: {sentence}").format(
                    sentence=rule_sentence(offer.rule)
                )
            )
            rest = []
            if offer.left:
                rest.append(translate("rules", "Not in it: “{words}”.").format(words=offer.left))
            if offer.open:
                rest.append(
                    translate("rules", "Choose what this is in the study: {names}.").format(
                        names=", ".join(offer.open)
                    )
                )
            rest.append(translate("rules", "Check it before you save it: nothing is kept yet."))
            self.offer_rest.setText(" ".join(rest))
        if whole is not None:
            self._of_table = whole
            self._show_mode(table=True)
            return
        self._show_mode(table=False)
        if mine is None and offer is not None:
            self._take_offer()

    def _take_offer(self) -> None:
        offer = self.subject.offer
        if offer is not None:
            self._use(offer.rule)
            self.offer_take.hide()

    def _use(self, rule: Rule) -> None:
        """Begin from a rule: of the way at hand, or of the table."""
        if isinstance(rule.when, Table):
            made = table_of({self._way: rule})
            if made is not None:
                self._of_table = made
                self._show_mode(table=True)
                return
        rule = replace(rule, at_most=self._limit())
        self._rules[self._way] = rule
        if self._table_mode:
            self._show_mode(table=False)
        else:
            self._show_way(self._way)

    def _outcomes(self) -> list[tuple[str, str]]:
        named = [(way, capital(self.subject.outcome_words(way))) for way in self._ways]
        return [
            *named,
            (ELSE, capital(self.subject.outcome_words(ELSE))),
            (ASKS, translate("rules", "Somebody decides")),
            (WAITS, translate("rules", "Wait, and try again")),
        ]

    def _show_mode(self, *, table: bool) -> None:
        """Conditions, or a table with all ways."""
        before = self._table_mode
        if table and not before and not self._of_table.columns:
            self._gather()
            self._of_table = as_ways({way: self._rules.get(way) for way in self._ways})
        if not table and before:
            self._from_table()
        self._table_mode = table
        self.as_table.setChecked(table)
        self.as_conditions.setChecked(not table)
        self.conditions.setVisible(not table)
        self.table.setVisible(table)
        self._way_row.setVisible(not table and len(self._ways) > 1)
        self._filling = True
        if table:
            self.table.outcomes = self._outcomes()
            self.table.set_table(self._of_table)
            of = self._of_table
            self._fill_settings(of.otherwise, of.who, of.wait, of.then, of.default, of.unanswered)
            self._filling = False
            self._changed()
        else:
            self._show_way(self._way)

    def _from_table(self) -> None:
        """Each way's rows as conditions of its own, any of which leads there."""
        table = self._held_table()
        for way in self._ways:
            parts = []
            for row in table.rows:
                if row.outcome != way:
                    continue
                cells = [
                    cell_condition(column, cell)
                    for column, cell in zip(table.columns, row.cells, strict=True)
                    if cell.tests
                ]
                if cells:
                    parts.append(cells[0] if len(cells) == 1 else AllOf(tuple(cells)))
            if parts:
                when = parts[0] if len(parts) == 1 else AtLeast(1, tuple(parts))
                self._rules[way] = Rule(when, who=table.who, at_most=self._passes(way))
            else:
                self._rules[way] = None
        self._of_table = WayTable((), ())

    def _show_way(self, way: str) -> None:
        """The conditions of one way."""
        if self._way != way:
            self._gather()
        self._way = way
        self.way.choose(way)
        rule = self._rules.get(way)
        self._filling = True
        if rule is None or isinstance(rule.when, Table):
            self.conditions.set_tree(None)
            who = self.subject.who
            self._fill_settings(ELSE, rule.who if rule else who, None, ELSE, None, ELSE)
        else:
            self.conditions.set_tree(tree_of(rule.when))
            wait, default = rule.wait, rule.default
            self._fill_settings(
                _outcome(rule.otherwise, way),
                rule.who,
                wait,
                _outcome(wait.then, way) if wait is not None else ELSE,
                default,
                _outcome(default.answer, way) if default is not None else ELSE,
            )
        self._filling = False
        self._changed()

    def _fill_settings(
        self, otherwise: str, who: Who, wait: Wait | None, then: str, default: Default | None, unanswered: str
    ) -> None:
        outcomes = self._outcomes()
        if not self._table_mode and len(self._ways) > 1:  # one way alone: it is taken, or the next is asked
            outcomes = [each for each in outcomes if each[0] in (self._way, ELSE, ASKS, WAITS)]
            outcomes = [
                (key, translate("rules", "The next way is asked") if key == ELSE else words)
                for key, words in outcomes
            ]
        plain = [each for each in outcomes if each[0] != WAITS]
        final = [each for each in plain if each[0] != ASKS]
        # A way on its own that is taken otherwise would always be taken.
        fallback = outcomes if self._table_mode else [each for each in outcomes if each[0] != self._way]
        self.otherwise.offer([*fallback], otherwise)
        self.then.offer([*plain], then)
        self.unanswered.offer([*final], unanswered)
        self.who.choose(who)
        if wait is not None:
            self.pause.amount.setText(number_words(wait.pause.value))
            self.pause.unit.choose(wait.pause.unit)
            self.tries.set_count(min(100, max(1, wait.at_most)))
        self.has_default.setChecked(default is not None)
        if default is not None:
            self.unanswered_after.amount.setText(number_words(default.after.value))
            self.unanswered_after.unit.choose(default.after.unit)
        passes = self._passes(self._way)
        self.has_limit.setChecked(passes is not None)
        self.limit.set_count(passes or 6)

    def _passes(self, way: str) -> int | None:
        rule = self._rules.get(way) or self.subject.rules.get(way)
        return rule.at_most if rule is not None else None

    # What is said now

    def _limit(self) -> int | None:
        return self.limit.count() if self.has_limit.isChecked() and self.subject.loops(self._way) else None

    def _held_table(self) -> WayTable:
        """The table as it stands, with its settings."""
        wait = default = None
        table = self.table.table(self._of_table)
        otherwise = str(self.otherwise.kept or ELSE)
        waits = WAITS in (otherwise, *(row.outcome for row in table.rows))
        pause, after = self.pause.quantity(), self.unanswered_after.quantity()
        if waits and pause is not None:
            wait = Wait(pause, self.tries.count())
        if self.has_default.isChecked() and after is not None:
            default = Default(after)
        return replace(
            table,
            otherwise=otherwise,
            who=Who(str(self.who.kept)),
            wait=wait,
            then=str(self.then.kept or ELSE),
            default=default,
            unanswered=str(self.unanswered.kept or ELSE),
        )

    def _gather(self) -> None:
        """Takes what the fields say into the rules."""
        if self._table_mode:
            self._of_table = self._held_table()
            passes = {way: self._passes(way) for way in self._ways}
            passes[self._way] = self._limit()
            if self._of_table.columns and self._of_table.rows:
                self._rules.update(rules_of(self._of_table, self._ways, passes))
                self._unfinished.difference_update(self._ways)
            else:
                self._unfinished.update(self._ways)
            return
        way, tree = self._way, self.conditions.tree()
        if tree is None:
            if self.conditions.is_empty():
                self._rules[way] = None
                self._unfinished.discard(way)
            else:
                self._unfinished.add(way)
            return
        self._unfinished.discard(way)
        before = self._rules.get(way)
        otherwise = _answer(str(self.otherwise.kept or ELSE), way)
        wait = default = None
        pause, after = self.pause.quantity(), self.unanswered_after.quantity()
        if otherwise is Answer.WAIT and pause is not None:
            wait = Wait(pause, self.tries.count(), _answer(str(self.then.kept or ELSE), way))
        if self.has_default.isChecked() and after is not None:
            default = Default(after, _answer(str(self.unanswered.kept or ELSE), way))
        self._rules[way] = Rule(
            condition_of(tree),
            otherwise,
            Who(str(self.who.kept)),
            self._limit(),
            wait,
            before.examples if before is not None else (),
            default,
        )

    def rules(self) -> dict[str, Rule | None]:
        """The rule of every way as it would be saved, None for none."""
        return dict(self._rules)

    def command(self) -> Command | str:
        """What saving would do, or a sentence that says why it cannot be saved."""
        if self._unfinished:
            found = self.conditions.troubles() if not self._table_mode else []
            if found:
                return translate("rules", "Row {row}: {trouble}").format(row=found[0][0], trouble=found[0][1])
            return translate("rules", "The rule is not finished.")
        if not self._table_mode:
            found = self.conditions.troubles() if not self.conditions.is_empty() else []
            if found:
                return translate("rules", "Row {row}: {trouble}").format(row=found[0][0], trouble=found[0][1])
        for rule in self._rules.values():
            if rule is None:
                continue
            reason = why_too_large(rule)
            if reason:
                return reason
            placed = troubles(rule)
            if placed:
                return placed[0].placed
        if self._waits() and self.pause.quantity() is None:
            return translate("rules", "Say after how long it is tried again, such as 7 days.")
        if self.has_default.isChecked() and self.unanswered_after.quantity() is None:
            return translate("rules", "Say within which time somebody has to answer, such as 7 days.")
        made = self.subject.command(self._rules)
        if made is None:
            return translate("rules", "Nothing is changed.")
        return self._why_not(made) or made

    def _waits(self) -> bool:
        if self.otherwise.kept == WAITS:
            return True
        return self._table_mode and any(row.outcome == WAITS for row in self.table.rows)

    def _asks(self) -> bool:
        if self.otherwise.kept == ASKS or (
            self._table_mode and any(r.outcome == ASKS for r in self.table.rows)
        ):
            return True
        return any(isinstance(term, Judged) for term in needed(self._rules))

    def _changed(self) -> None:
        if self._filling:
            return
        self._gather()
        for each in (self._wait_label, self._wait_row):
            each.setVisible(self._waits())
        asks = self._asks()
        for widget in (self.has_default, self._default_row):
            widget.setVisible(asks or self.has_default.isChecked())
        self.unanswered_after.setEnabled(self.has_default.isChecked())
        self.unanswered.setEnabled(self.has_default.isChecked())
        loops = self.subject.loops(self._way)
        for widget in (self.has_limit, self._limit_row):
            widget.setVisible(loops)
        self.limit.setEnabled(self.has_limit.isChecked())
        self.trying.set_terms(needed(self._shown_rules()), waits=self._waits())
        self._say()
        self._tried()
        self._judge()
        self._later.start(_REST_MS)

    def _shown_rules(self) -> dict[str, Rule | None]:
        return {way: self._rules.get(way) for way in self._ways if way not in self._unfinished}

    def _say(self) -> None:
        if self._table_mode:
            table = self._of_table
            text = "\n".join(way_lines(table, self.subject.outcome_words)) if table.columns else ""
        else:
            rule = self._rules.get(self._way) if self._way not in self._unfinished else None
            text = ""
            if rule is not None and self.subject.is_decision:
                text = "\n".join(rule_lines(rule, self._way, self.subject.outcome_words))
            elif rule is not None:
                text = rule_sentence(rule)
        text = text or translate("rules", "No rule yet: a person decides.")
        if text != self.sentence.text():
            self.sentence.setText(text)
            self.sentence.setAccessibleName(text)

    def _tried(self) -> None:
        rules = self._shown_rules()
        values = self.trying.values()
        ready = bool(values) and any(rule is not None for rule in rules.values())
        self.kept.setVisible(ready and self.trying.has_values())
        if not ready:
            self._result.set_lines([])
            self.conditions.show_marks(None)
            self.table.show_marks(None)
            self._show_samples()
            return
        if self._table_mode:
            found = taken(rules, values, self.trying.waited.count())
            first = found.of(self._ways[0])
            self.table.show_marks(first)
            by = rules.get(found.by)
            self._result.set_lines(tried_words(found, self.subject.outcome_words, by))
        else:
            one = {self._way: rules.get(self._way)}
            self.conditions.show_marks(values if one[self._way] is not None else None)
            whole = rules if len(self._ways) > 1 else one
            found = taken(whole, values, self.trying.waited.count())
            self._result.set_lines(tried_words(found, self.subject.outcome_words, whole.get(found.by)))
        self._show_samples()

    def _judge(self) -> None:
        command = self.command()
        reason = command if isinstance(command, str) else ""
        self.save.setEnabled(not reason)
        self.next.setEnabled(not reason)
        for button in (self.save, self.next):
            button.setToolTip(reason or translate("rules", "Ctrl+Enter"))
        nothing = reason == translate("rules", "Nothing is changed.")
        shown = reason if not nothing and not self._is_untouched() else ""
        if self._table_mode and self.table.error.isVisible():
            shown = "" if self.table.error.text() == shown else shown
        self.trouble.setText(shown)
        self.trouble.setVisible(bool(shown))

    def _is_untouched(self) -> bool:
        return not self._table_mode and self.conditions.is_empty()

    def _look_further(self) -> None:
        """What the rules come to together: told a moment after a person stopped typing."""
        rules = self._shown_rules()
        lines: list[Told] = []
        given = {way: rule for way, rule in rules.items() if rule is not None and not troubles(rule)}
        if given and not any(why_too_large(rule) for rule in given.values()):
            if self.subject.is_decision:
                everyone = {**self.subject.rules, **rules}
                branches = [
                    Branch(way, self.subject.way_words(way), everyone.get(way)) for way in self.subject.ways
                ]
                titles = {way: self.subject.way_words(way) for way in self.subject.ways}
                found = impact(branches)
                lines = impact_words(found, titles, self.subject.outcome_words(ELSE))
            if self._table_mode:
                first = given.get(self._ways[0])
                if first is not None:
                    otherwise = self.subject.outcome_words(str(self.otherwise.kept or ELSE))
                    lines += rows_words(rows_impact(first), otherwise)
        elif self.subject.is_decision:
            lines = [Told(translate("rules", "A person is asked each time."))]
        self._impact.set_lines(lines)
        self._impact_frame.setVisible(bool(lines))

    # Examples

    def _offer_examples(self) -> None:
        menu = self.examples_menu()
        menu.popup(self.examples.mapToGlobal(self.examples.rect().bottomLeft()))

    def examples_menu(self) -> QMenu:
        """What can be started from."""
        menu = QMenu(self)
        for each in starters(self.subject.words):
            menu.addAction(each.title, partial(self._use, each.rule))
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
        return menu

    def _kept_examples(self) -> tuple[Example, ...]:
        rule = self._rules.get(self._ways[0] if self._table_mode else self._way)
        return rule.examples if rule is not None else ()

    def _keep_example(self) -> None:
        rules = self._shown_rules()
        way = self._ways[0] if self._table_mode else self._way
        rule = rules.get(way)
        if rule is None:
            return
        came_to = taken({way: rule}, self.trying.values(), self.trying.waited.count()).of(way)
        if came_to is None:
            return
        given = self.trying.given()
        name = "; ".join(_given_words(each) for each in given)[:200]
        made = Example(name, given, came_to.answer)
        examples = tuple(each for each in rule.examples if each.given != given)
        self._rules[way] = replace(rule, examples=(*examples, made)[-20:])
        if self._table_mode:
            self._of_table = replace(self._of_table, examples=self._rules[way].examples)  # type: ignore[union-attr]
        self._show_samples()
        self._judge()

    def _show_samples(self) -> None:
        """The examples that are kept, each with whether it still comes to what it came to."""
        way = self._ways[0] if self._table_mode else self._way
        rule = self._rules.get(way)
        wanted = try_examples(rule) if rule is not None and rule.examples else ()
        said = tuple((each.name, each.is_right) for each in wanted)
        if said == self._said_samples:
            return
        self._said_samples = said
        while self._samples.count():
            item = self._samples.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        theme = self.setting.theme
        for each, example in zip(wanted, rule.examples if rule is not None else (), strict=True):
            button = set_part(QPushButton(each.name), "link")
            button.setAutoDefault(False)
            picture, color = (
                ("circle-check", theme.ok) if each.is_right else ("triangle-alert", theme.warning)
            )
            button.setIcon(icon(picture, color))
            tip = (
                translate("rules", "Comes to what it came to when it was kept.")
                if each.is_right
                else translate("rules", "Comes to something else than when it was kept.")
            )
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(
                lambda _checked, given=example.given: self.trying.set_values(given_values(given))
            )
            self._samples.addWidget(button)

    # Ending

    def _move(self, step: int) -> None:
        if not self._table_mode:
            self.conditions.move_row(step)

    def _remove(self) -> None:
        if not self._table_mode:
            self.conditions.remove_row()

    def _clear(self) -> None:
        made = self.subject.clearing(self._ways if self._table_mode else [self._way])
        if made is not None:
            self.chosen = made
            super().accept()

    def _save_and_next(self) -> None:
        self.goes_on = True
        self.accept()
        self.goes_on = self.chosen is not None

    def accept(self) -> None:
        """Keep the command that was agreed to; say why where there is none."""
        self._gather()
        command = self.command()
        if isinstance(command, str):
            self.trouble.setText(command)
            self.trouble.show()
            announce(self, command)
            return
        self.chosen = command
        super().accept()

    # Its size

    def sizeHint(self) -> QSize:
        """Two columns where the screen has room for them."""
        room = self.screen().availableSize()
        return QSize(min(1160, room.width() - 40), min(790, room.height() - 60))

    def showEvent(self, event: QShowEvent) -> None:
        """At its size, with the keys in the rule."""
        if not event.spontaneous():
            self.resize(self.sizeHint())
        super().showEvent(event)
        self._arrange()
        if not event.spontaneous():
            line = next(self.conditions.root.lines(), None)
            if self._table_mode:
                self.table.grid.setFocus()
            elif line is not None:
                line.left.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other where there is no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < _NARROW
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )


class _Lines(QWidget):
    """Some lines of words, each in its part of the look."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[Told] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_lines(self, lines: list[Told]) -> None:
        """Show other lines."""
        if lines == self._lines:
            return
        self._lines = list(lines)
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in lines:
            self._column.addWidget(text_label(each.text, each.part, selectable=True))
        self.setVisible(bool(lines))

    def text(self) -> str:
        """All lines."""
        return "\n".join(each.text for each in self._lines)

    def warns(self) -> bool:
        """Whether one of them warns."""
        return any(each.part == WARNS for each in self._lines)


def _given_words(given: Given) -> str:
    return translate("rules", "{term}: {value}").format(
        term=term_words(given.term), value=operand_words(given.value)
    )


def _outcome(answer: Answer, way: str) -> str:
    return {Answer.HOLDS: way, Answer.ASK: ASKS, Answer.WAIT: WAITS}.get(answer, ELSE)


def _answer(outcome: str, way: str) -> Answer:
    return {way: Answer.HOLDS, ASKS: Answer.ASK, WAITS: Answer.WAIT}.get(outcome, Answer.DOES_NOT_HOLD)
