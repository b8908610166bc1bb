"""The builder: the protocol's text above, the rule beneath, told as a sentence, tried in place, and its impact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QMenu,
    QWidget,
)

from study.commands.command import Command
from study.language import translate
from study.rules.impact import Branch, impact, rows_impact
from study.rules.kinds import troubles
from study.rules.model import (
    AllOf,
    Answer,
    AtLeast,
    Condition,
    Default,
    Judged,
    Rule,
    Table,
    Wait,
    cell_condition,
)
from study.rules.sentence import rule_sentence
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
    why_no_conditions,
)
from study.rules.writing import why_too_large
from ui.accessible import announce
from ui.rules.fields import capital, redress
from ui.rules.frame import RuleFrame
from ui.rules.settings import Settled, outcomes_of_one
from ui.rules.subject import Subject
from ui.rules.telling import Told, impact_words, rows_words, tried_words
from ui.theme import Theme

_REST_MS = 120
_NARROW = 900
_WIDEST, _HIGHEST = 1160, 790
WhyNot = Callable[[Command], str]


class RuleDialog(RuleFrame):
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
        ways = list(subject.ways)
        way = subject.way if subject.way in subject.ways else subject.ways[0]
        super().__init__(subject, theme, ways, way, parent, next_one=next_one)
        self.chosen: Command | None = None
        self.goes_on = False
        self._why_not = why_not
        self._ways, self._way = ways, way
        self._rules: dict[str, Rule | None] = dict(subject.rules)
        self._unfinished: set[str] = set()
        self._of_table = WayTable((), ())
        self._table_mode = False
        self._filling = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look_further)
        self._bind()
        self._begin()

    def _bind(self) -> None:
        self.offer_take.clicked.connect(self._take_offer)
        self.as_conditions.clicked.connect(lambda: self._show_mode(table=False))
        self.as_table.clicked.connect(lambda: self._show_mode(table=True))
        self.examples.clicked.connect(self._offer_examples)
        self.way.picked.connect(lambda: self._show_way(str(self.way.kept)))
        self.conditions.changed.connect(self._changed)
        self.table.changed.connect(self._changed)
        self.settings.changed.connect(self._changed)
        self.trying.changed.connect(self._try)
        self.trying.keep_wanted.connect(self._keep_example)
        self.clear.clicked.connect(self._clear)
        self.next.clicked.connect(self._save_and_next)
        for keys, act in (
            ("Ctrl+Return", self.accept),
            ("Ctrl+Enter", self.accept),
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Ctrl+Del", self._remove),
        ):
            QShortcut(QKeySequence(keys), self, act)

    # How it begins

    def _begin(self) -> None:
        offer, mine = self.subject.offer, self._rules.get(self._way)
        whole = table_of({way: self._rules.get(way) for way in self._ways})
        if whole is None and mine is not None and isinstance(mine.when, Table):
            self._ways = [self._way]  # a table of its own, beside ways that are decided otherwise
            whole = table_of({self._way: mine})
        # Where the text was changed, what it reads like now stands beside the rule that was made for what it was.
        self.offer_frame.setVisible(offer is not None and (mine is None or bool(self.subject.look)))
        if offer is not None:
            told = translate("rules", "Read from the text: {sentence}")
            self.offer_text.setText(told.format(sentence=rule_sentence(offer.rule)))
            rest = []
            if offer.left:
                rest.append(translate("rules", "Not in it: “{words}”.").format(words=offer.left))
            if offer.open:
                named = translate("rules", "Choose what this is in the study: {names}.")
                rest.append(named.format(names=", ".join(offer.open)))
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
            self.use(offer.rule)

    def use(self, rule: Rule) -> None:
        """Begin from another rule: of the way at hand, or of the table. Nothing is kept before it is saved."""
        if isinstance(rule.when, Table):
            made = table_of({self._way: rule})
            if made is not None:
                self._of_table = made
                self._show_mode(table=True)
                return
        self._rules[self._way] = replace(rule, at_most=self._passes(self._way))
        if self._table_mode:
            self._of_table = WayTable((), ())
            self._table_mode = False
            self._show_mode(table=False)
        else:
            self._show_way(self._way, gather=False)

    def _is_offer(self, rule: Rule | None) -> bool:
        """Whether a rule is the one that the text offers, and nothing that somebody kept."""
        offer, kept = self.subject.offer, self.subject.rules.get(self._way)
        return (
            rule is not None
            and offer is not None
            and (kept is None or kept.when != offer.rule.when)
            and rule.when == offer.rule.when
        )

    def _outcomes(self) -> list[tuple[str, str]]:
        return [
            *((way, capital(self.subject.outcome_words(way))) for way in self._ways),
            (ELSE, capital(self.subject.outcome_words(ELSE))),
            (ASKS, translate("rules", "Somebody decides")),
            (WAITS, translate("rules", "Wait, and try again")),
        ]

    def _show_mode(self, *, table: bool) -> None:
        """Conditions of one way, or a table of all of them."""
        if table and not self._table_mode and not self._of_table.columns:
            self._gather()
            said = {way: self._rules.get(way) for way in self._ways}
            if self._is_offer(said.get(self._way)):
                said[self._way] = None  # a table is another way of saying it: it begins with what is kept
            self._of_table = as_ways(said)
        if not table and self._table_mode:
            self._of_table = self._held_table()
            self._from_table()
        self._table_mode = table
        self.as_table.setChecked(table)
        self.as_conditions.setChecked(not table)
        self.conditions.setVisible(not table)
        self.table.setVisible(table)
        self._way_row.setVisible(not table and len(self._ways) > 1)
        if not table:
            self._show_way(self._way, gather=False)
            return
        self._filling = True
        self.table.outcomes = self._outcomes()
        self.table.set_table(self._of_table)
        of = self._of_table
        settled = Settled(
            of.otherwise, of.who, of.wait, of.then, of.default, of.unanswered, self._passes(self._way)
        )
        self.settings.fill(settled, self._outcomes())
        self._filling = False
        self._changed()

    def _from_table(self) -> None:
        """Each way's rows as conditions of its own, any of which leads there."""
        for way in self._ways:
            parts: list[Condition] = []
            for row in self._of_table.rows:
                asked = [
                    cell_condition(column, cell)
                    for column, cell in zip(self._of_table.columns, row.cells, strict=True)
                    if cell.tests
                ]
                if row.outcome == way and asked:
                    parts.append(asked[0] if len(asked) == 1 else AllOf(tuple(asked)))
            passes, who = self._passes(way), self._of_table.who
            when = parts[0] if len(parts) == 1 else AtLeast(1, tuple(parts))
            self._rules[way] = Rule(when, who=who, at_most=passes) if parts else None
        self._of_table = WayTable((), ())

    def _show_way(self, way: str, *, gather: bool = True) -> None:
        """The conditions of one way."""
        if gather:
            self._gather()
        self._way = way
        self.way.choose(way)
        rule = self._rules.get(way)
        self._filling = True
        settled = Settled(who=self.subject.who)
        if rule is None or isinstance(rule.when, Table):
            self.conditions.set_tree(None)
        else:
            self.conditions.set_tree(tree_of(rule.when))
            wait, default = rule.wait, rule.default
            settled = Settled(
                _outcome(rule.otherwise, way),
                rule.who,
                wait,
                _outcome(wait.then, way) if wait is not None else ELSE,
                default,
                _outcome(default.answer, way) if default is not None else ELSE,
                rule.at_most,
            )
        outcomes = outcomes_of_one(self._outcomes(), way, several=len(self._ways) > 1)
        self.settings.fill(settled, outcomes, but=way)
        self._filling = False
        self._changed()

    def _passes(self, way: str) -> int | None:
        rule = self._rules.get(way) or self.subject.rules.get(way)
        return rule.at_most if rule is not None else None

    # What is said now

    def _settled(self) -> Settled:
        return self.settings.settled(waits=self._waits(), loops=self.subject.loops(self._way))

    def _held_table(self) -> WayTable:
        """The table as it stands, with what is settled for it."""
        said = self._settled()
        return replace(
            self.table.table(self._of_table),
            otherwise=said.otherwise,
            who=said.who,
            wait=said.wait,
            then=said.then,
            default=said.default,
            unanswered=said.unanswered,
        )

    def _gather(self) -> None:
        """Takes what the fields say into the rules."""
        if self._table_mode:
            self._of_table = self._held_table()
            passes = {way: self._passes(way) for way in self._ways}
            passes[self._way] = self._settled().passes
            whole = bool(self._of_table.columns and self._of_table.rows)
            if whole:
                self._rules.update(rules_of(self._of_table, self._ways, passes))
            (self._unfinished.difference_update if whole else self._unfinished.update)(self._ways)
            return
        way, tree = self._way, self.conditions.tree()
        if tree is None and not self.conditions.is_empty():
            self._unfinished.add(way)
            return
        self._unfinished.discard(way)
        if tree is None:
            self._rules[way] = None
            return
        before, said = self._rules.get(way), self._settled()
        wait, default = said.wait, said.default
        self._rules[way] = Rule(
            condition_of(tree),
            _answer(said.otherwise, way),
            said.who,
            said.passes,
            Wait(wait.pause, wait.at_most, _answer(said.then, way)) if wait is not None else None,
            before.examples if before is not None else (),
            Default(default.after, _answer(said.unanswered, way)) if default is not None else None,
        )

    def rules(self) -> dict[str, Rule | None]:
        """The rule of every way as it would be saved, None for none."""
        return dict(self._rules)

    def command(self) -> Command | str:
        """What saving would do, or a sentence that says why it cannot be saved."""
        if not self._table_mode and not self.conditions.is_empty():
            found = self.conditions.troubles()
            if found:
                row, text = found[0]
                return translate("rules", "Row {row}: {trouble}").format(row=row, trouble=text)
        if self._unfinished:
            return translate("rules", "The rule is not finished.")
        reason = self.settings.why_not(waits=self._waits())
        for rule in self._rules.values():
            if rule is not None and not reason:
                placed = troubles(rule)
                reason = why_too_large(rule) or (placed[0].placed if placed else "")
        if reason:
            return reason
        made = self.subject.command(self._rules)
        if made is None:
            return _unchanged()
        return self._why_not(made) or made

    def _waits(self) -> bool:
        if self.settings.otherwise.kept == WAITS:
            return True
        return self._table_mode and any(row.outcome == WAITS for row in self.table.rows)

    def _asks(self) -> bool:
        if self.settings.otherwise.kept == ASKS:
            return True
        if self._table_mode and any(row.outcome == ASKS for row in self.table.rows):
            return True
        return any(isinstance(term, Judged) for term in needed(self._rules))

    def _shown_rules(self) -> dict[str, Rule | None]:
        return {way: self._rules.get(way) for way in self._ways if way not in self._unfinished}

    def _changed(self) -> None:
        if self._filling:
            return
        self._gather()
        waits = self._waits()
        self.settings.show_rows(waits=waits, asks=self._asks(), loops=self.subject.loops(self._way))
        self.trying.set_terms(needed(self._shown_rules()), waits=waits)
        why = why_no_conditions(self._of_table) if self._table_mode else ""
        self.as_conditions.setEnabled(not why)
        self.as_conditions.setToolTip(why)
        self._say()
        self._try()
        self._judge()
        self._later.start(_REST_MS)

    def _say(self) -> None:
        text = ""
        rule = self._rules.get(self._way) if self._way not in self._unfinished else None
        if self._table_mode:
            lines = way_lines(self._of_table, self.subject.outcome_words) if self._of_table.columns else []
            text = "\n".join(lines)
        elif rule is not None and self.subject.is_decision:
            text = "\n".join(rule_lines(rule, self._way, self.subject.outcome_words))
        elif rule is not None:
            text = rule_sentence(rule)
        text = text or translate("rules", "No rule yet: a person decides.")
        if text != self.sentence.text():
            self.sentence.setText(text)
            self.sentence.setAccessibleName(text)
        self.offer_take.setVisible(self.subject.offer is not None and not self._is_offer(rule))

    def _try(self) -> None:
        rules, values = self._shown_rules(), self.trying.data.values()
        first = self._ways[0] if self._table_mode else self._way
        self.trying.show_examples(self._rules.get(first))
        if not values or rules.get(first) is None:
            self.trying.tell([], can_keep=False)
            self.conditions.show_marks(None)
            self.table.show_marks(None)
            return
        found = taken(rules, values, self.trying.data.waited.count())
        if self._table_mode:
            self.table.show_marks(found.of(first))
        else:
            self.conditions.show_marks(values)
        lines = tried_words(found, self.subject.outcome_words, rules.get(found.by))
        self.trying.tell(lines, can_keep=True)

    def _judge(self) -> None:
        command = self.command()
        reason = command if isinstance(command, str) else ""
        for button in (self.save, self.next):
            button.setEnabled(not reason)
            button.setToolTip(reason or translate("rules", "Ctrl+Enter"))
        beside = [text for _, text in self.conditions.said()] if not self._table_mode else []
        told = any(reason.endswith(text) for text in beside) or (
            self._table_mode and reason == self.table.error.text()
        )
        again = bool(self.subject.look) and self._rules == dict(self.subject.rules)
        self.save.setText(
            translate("rules", "Keep the rule as it is") if again else translate("rules", "Save the rule")
        )
        empty = not self._table_mode and self.conditions.is_empty()
        self._complain("" if told or empty or reason == _unchanged() else reason)

    def _complain(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _look_further(self) -> None:
        """What the rules come to together: told a moment after a person stopped typing."""
        rules = self._shown_rules()
        lines: list[Told] = []
        sound = {
            way: rule
            for way, rule in rules.items()
            if rule is not None and not why_too_large(rule) and not troubles(rule)
        }
        if self.subject.is_decision and sound:
            titles = {way: self.subject.way_words(way) for way in self.subject.ways}
            everyone = {**self.subject.rules, **rules}
            branches = [Branch(way, titles[way], everyone.get(way)) for way in self.subject.ways]
            lines = impact_words(impact(branches), titles, self.subject.outcome_words(ELSE))
        elif self.subject.is_decision:
            lines = [Told(translate("rules", "A person is asked each time."))]
        first = sound.get(self._ways[0])
        if self._table_mode and first is not None:
            otherwise = self.subject.outcome_words(self._of_table.otherwise)
            lines += rows_words(rows_impact(first), otherwise, gap=not self.subject.is_decision)
        self.impact.set_lines(lines)
        self._impact_frame.setVisible(bool(lines))

    # Examples

    def _offer_examples(self) -> None:
        menu = self.examples_menu()
        menu.popup(self.examples.mapToGlobal(self.examples.rect().bottomLeft()))

    def examples_menu(self) -> QMenu:
        """What can be started from."""
        menu = QMenu(self)
        for each in starters(self.subject.words):
            menu.addAction(each.title, partial(self.use, each.rule))
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
        return menu

    def _keep_example(self) -> None:
        way = self._ways[0] if self._table_mode else self._way
        rule = self._shown_rules().get(way)
        came_to = taken({way: rule}, self.trying.data.values(), self.trying.data.waited.count()).of(way)
        if rule is None or came_to is None:
            return
        made = self.trying.example(came_to.answer)
        kept = (*(each for each in rule.examples if each.given != made.given), made)[-20:]
        self._rules[way] = replace(rule, examples=kept)
        if self._table_mode:
            self._of_table = replace(self._of_table, examples=kept)
        self._try()
        self._judge()

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
        self.accept()
        self.goes_on = self.chosen is not None

    def accept(self) -> None:
        """Keep the command that was agreed to; say why where there is none."""
        self._gather()
        command = self.command()
        if isinstance(command, str):
            self._complain(command)
            announce(self, command)
            return
        self.chosen = command
        super().accept()

    def set_theme(self, theme: Theme) -> None:
        """In another look, such as the dark one that the system turns to in the evening."""
        self.setting.theme = theme
        redress(self, theme)
        self.table.set_table(self.table.table(self._of_table))
        self._try()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """At its size, with the keys in the rule."""
        if not event.spontaneous():
            self.resize(self.sizeHint())
        super().showEvent(event)
        self._arrange()
        if event.spontaneous():
            return
        line = next(self.conditions.root.lines(), None)
        if self._table_mode:
            self.table.grid.setFocus()
        elif line is not None:
            line.left.setFocus()


def _unchanged() -> str:
    return translate("rules", "Nothing is changed.")


def _outcome(answer: Answer, way: str) -> str:
    return {Answer.HOLDS: way, Answer.ASK: ASKS, Answer.WAIT: WAITS}.get(answer, ELSE)


def _answer(outcome: str, way: str) -> Answer:
    return {way: Answer.HOLDS, ASKS: Answer.ASK, WAITS: Answer.WAIT}.get(outcome, Answer.DOES_NOT_HOLD)
