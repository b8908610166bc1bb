"""The simulated group's panel: its form says what is assumed, its states what goes on, its plots can be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.simulating import GroupRun
from app.simulation_worker import GroupAsked, figures_of
from study.plan.plan import Plan
from study.simulation.figures import GroupFigures
from study.simulation.group_plots import Measure, Plot, deviation_plot, length_plot, week_plot
from study.simulation.outcomes import Compliance, Discontinuation, Measured, Outcomes
from study.simulation.outcomes_file import outcomes_text, read_outcomes
from tests.study.interpreter.participants import plan_of
from tests.study.simulation.groups import START, cycles, weekly
from tests.study.studies import SAMPLE
from tests.ui.fitting import faults
from ui.simulator.group import GroupPanel
from ui.simulator.group_fields import NumberField, compliance_of, numbers_of
from ui.simulator.group_form import GroupForm
from ui.simulator.group_pictures import SCALE, WIDTH, picture
from ui.simulator.group_plot import PlotPainter, PlotView
from ui.simulator.group_results import GroupExport
from ui.theme import Theme
from ui.translations import ENGLISH, PSEUDO, PSEUDO_MIRRORED, use_language

HUMAN = Outcomes(
    per_month=20.0,
    discontinuation=Discontinuation(0.05),
    visits=compliance_of(0.5, 3, 0.1),
)


class HeldRun(GroupRun):
    """A run that goes on when the test says so; no process is started."""

    def start(self) -> None:
        self._running = [Any]  # type: ignore[list-item]

    def cancel(self) -> None:
        self._running = []
        self.cancelled.emit()

    def close(self) -> None:
        self._running = []


@pytest.fixture(scope="module")
def figures() -> GroupFigures:
    return figures_of(GroupAsked(weekly(), HUMAN, 60, 1, START), 0, 1)


@pytest.fixture
def runs() -> list[HeldRun]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, runs: list[HeldRun]) -> Iterator[GroupPanel]:
    def make(asked: GroupAsked, parent: QWidget) -> GroupRun:
        runs.append(HeldRun(asked, parent))
        return runs[-1]

    made = GroupPanel(Theme.light(), make_run=make)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.set_plan(weekly())
    made.form.set_start(START)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_run()


def filled(panel: GroupPanel, runs: list[HeldRun], figures: GroupFigures) -> None:
    panel.run()
    runs[-1].finished.emit(figures)


# The form


@pytest.mark.parametrize("said", [(0.75, 2, 0.03), (0.0, 5, 0.0), (1.0, 1, 0.2), (0.333, 1, 0.5)])
def test_three_numbers_say_who_comes_when(said: tuple[float, int, float]) -> None:
    compliance = compliance_of(*said)
    assert sum(weight for _, weight in compliance.days_off) == pytest.approx(1.0 if said[0] < 1 else 0)
    found = numbers_of(compliance)
    assert found is not None
    assert found[0] == pytest.approx(said[0], abs=1e-6)
    assert found[1:] == said[1:]


def test_who_comes_nearer_is_likelier() -> None:
    weights = dict(compliance_of(0.4, 2, 0.0).days_off)
    assert weights[-1] == weights[1] > weights[2] == weights[-2] > 0


def test_what_three_numbers_cannot_say_is_told_apart() -> None:
    assert numbers_of(Compliance(days_off=((0, 1.0), (3, 1.0)))) is None
    assert numbers_of(Compliance(in_its_window=0.2)) is None
    assert numbers_of(Compliance(0.1)) == (1.0, 1, 0.1)


def test_the_form_says_what_is_assumed(qtbot: QtBot) -> None:
    form = GroupForm()
    qtbot.addWidget(form)
    form.set_plan(plan_of(SAMPLE))
    form.set_start(START)
    form.participants.setValue(50)
    form.per_month.setValue(2.5)
    form.on_day.setValue(60)
    form.farthest.setValue(3)
    form.missed.setValue(4)
    form.screen_failure.setValue(10)
    form.stopping.setValue(1.5)
    form.how.setCurrentIndex(form.how.findText("Early termination"))
    form.minutes.setValue(12)
    weights = {field.accessibleName(): field for field in form.findChildren(NumberField)}
    weights["Eligible?: Not eligible: screen failure"].setValue(20)
    weights["Eligible?: otherwise: Cycle n Day 1"].setValue(80)
    asked = form.asked()
    assert asked is not None
    assert (asked.participants, asked.seed, asked.start, asked.country) == (50, 1, START, "")
    outcomes = asked.outcomes
    assert outcomes.per_month == 2.5
    assert outcomes.visits == compliance_of(0.6, 3, 0.04)
    assert (outcomes.screen_failure, outcomes.discontinuation.per_month) == (0.1, 0.015)
    assert outcomes.discontinuation.how == (("Timeline_EARLY_TERMINATION", 1.0),)
    assert outcomes.minutes.each == 12
    assert outcomes.decisions["Instance_ELIGIBLE"] == (
        (("Assignment_ELIGIBLE_FAIL", 20.0), ("otherwise", 80.0)),
    )
    assert read_outcomes(outcomes_text(outcomes)) == outcomes


def test_nothing_stated_is_nothing_assumed(qtbot: QtBot) -> None:
    form = GroupForm()
    qtbot.addWidget(form)
    form.set_plan(weekly())
    form.per_month.setValue(0)
    assert form.per_month.text() == "all at once"
    assert form.minutes.text() == "not stated"
    assert form.outcomes().per_month is None
    assert form.outcomes().minutes.each is None


def test_an_opened_file_fills_the_form_and_keeps_what_it_has_no_field_for(qtbot: QtBot) -> None:
    form = GroupForm()
    qtbot.addWidget(form)
    form.set_plan(cycles())
    said = Outcomes(
        per_month=7.0,
        discontinuation=Discontinuation(0.04, 0.01, (("died", 1.0), ("lost to follow-up", 3.0))),
        visits=Compliance(0.1, after_its_window=0.2),
        by_visit={"last": Compliance(0.5)},
        decisions={"again": ((("on", 1.0),), (("on", 1.0), ("otherwise", 3.0)))},
        observations=(Measured(name="sex", one_of=(("female", 1.0),)),),
    )
    form.show_outcomes(said)
    assert form.per_month.value() == 7
    assert form.stopping.value() == 4
    now = form.outcomes()
    assert now.visits == said.visits
    assert now.by_visit == said.by_visit
    assert now.observations == said.observations
    assert now.discontinuation == said.discontinuation
    assert now.decisions == {"again": ((("again_on", 1.0),), (("again_on", 1.0), ("otherwise", 3.0)))}
    # What is then typed counts in its place.
    field = next(f for f in form.findChildren(NumberField) if f.accessibleName() == "again: on")
    field.setValue(30)
    assert len(form.outcomes().decisions["again"]) == 1
    form.how.setCurrentIndex(0)
    form.how.setCurrentIndex(1)
    assert form.outcomes().discontinuation.how == (("lost to follow-up", 1.0),)


def test_what_was_said_of_a_decision_stays_while_the_schedule_is_edited(qtbot: QtBot) -> None:
    form = GroupForm()
    qtbot.addWidget(form)
    form.set_plan(cycles())
    next(f for f in form.findChildren(NumberField) if f.accessibleName() == "again: on").setValue(33)
    form.set_plan(cycles())
    found = [
        f for f in form.findChildren(NumberField) if f.accessibleName() == "again: on" and not f.isHidden()
    ]
    assert [f.value() for f in found][-1] == 33
    assert form.outcomes().decisions["again"][0][0] == ("again_on", 33.0)


def test_numbers_are_shown_without_zeros_behind_their_point(qtbot: QtBot) -> None:
    field = NumberField("Share", 0, 100, 2.5, decimals=2, suffix=" %")
    qtbot.addWidget(field)
    assert field.text() == "2.5 %"
    field.setValue(3)
    assert field.text() == "3 %"


# What goes on


def test_the_panel_says_what_is_not_there(panel: GroupPanel) -> None:
    assert panel.empty.title == "No group is simulated yet"
    panel.set_plan(None, "No way leads out of the loop.")
    assert panel.empty.title == "This schedule cannot be run yet"
    assert panel.empty.words == "No way leads out of the loop."
    assert not panel.button.isEnabled()
    panel.set_plan(None)
    assert panel.empty.title == "No study is open"


def test_it_tells_how_far_it_is_and_then_what_it_comes_to(
    panel: GroupPanel, runs: list[HeldRun], figures: GroupFigures
) -> None:
    panel.run()
    assert not panel.button.isEnabled()
    assert panel.cancel_button.isVisible()
    runs[0].progressed.emit(30, 200)
    assert panel.message.text() == "30 of 200 participants"
    assert (panel.progress.value(), panel.progress.maximum()) == (30, 200)
    panel.run()
    assert len(runs) == 1  # never two at once
    runs[0].finished.emit(figures)
    assert not panel.is_running
    assert panel.button.isEnabled()
    assert not panel.strip.isVisible()
    assert panel.pages.currentWidget() is panel.results
    assert panel.results.tiles[0].number.text() == str(sum(figures.lengths.values()))
    assert panel.results.weeks.plot.plot is not None
    assert len(panel.results.weeks.plot.plot.bars) == figures.weeks


def test_it_can_be_cancelled_and_keeps_nothing(panel: GroupPanel, runs: list[HeldRun]) -> None:
    panel.run()
    runs[0].progressed.emit(30, 200)
    panel.cancel_button.click()
    assert not panel.is_running
    assert panel.message.text() == "Cancelled after 30 participants: nothing of it was kept."
    assert panel.pages.currentWidget() is panel.empty
    assert panel.button.isEnabled()


def test_escape_cancels(panel: GroupPanel, runs: list[HeldRun], qtbot: QtBot) -> None:
    panel.run()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.is_running
    QTest.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(runs) == 2


def test_a_failure_is_told_and_what_was_there_stays(
    panel: GroupPanel, runs: list[HeldRun], figures: GroupFigures
) -> None:
    filled(panel, runs, figures)
    panel.run()
    runs[1].failed.emit("It ended before it was through.")
    assert panel.message.text() == "It ended before it was through."
    assert panel.message.property("part") == "warning"
    assert panel.pages.currentWidget() is panel.results
    assert panel.button.isEnabled()


def test_other_assumptions_and_another_schedule_make_it_stale(
    panel: GroupPanel, runs: list[HeldRun], figures: GroupFigures
) -> None:
    filled(panel, runs, figures)
    panel.form.missed.setValue(9)
    assert "have changed since" in panel.message.text()
    panel.form.missed.setValue(3)
    assert panel.message.text() == ""
    edited = _renamed(weekly())
    panel.set_plan(edited)
    assert "have changed since" in panel.message.text()
    assert panel.pages.currentWidget() is panel.results


def _renamed(plan: Plan) -> Plan:
    from dataclasses import replace

    return replace(plan, timelines=(replace(plan.main, title="Other"),))


def test_a_date_that_is_none_is_asked_for(panel: GroupPanel, runs: list[HeldRun]) -> None:
    panel.form.start.setText("soon")
    panel.run()
    assert not runs
    assert "Type the day" in panel.message.text()


def test_a_file_that_does_not_fit_is_told_and_changes_nothing(panel: GroupPanel) -> None:
    before = panel.form.outcomes()
    panel.open_outcomes('{"format": 1, "by_visit": {"W9": {}}}')
    assert "there is no visit “W9”" in panel.message.text()
    panel.open_outcomes("no json")
    assert "could not be opened, and stay as they were" in panel.message.text()
    assert panel.form.outcomes() == before


def test_assumptions_are_saved_as_they_are_opened(panel: GroupPanel) -> None:
    asked: list[GroupExport] = []
    panel.export_asked.connect(asked.append)
    panel.form.missed.setValue(9)
    panel.save_button.click()
    (export,) = asked
    assert export.ending == ".json"
    assert read_outcomes(export.make().decode()) == panel.form.outcomes()


# Results


def test_every_plot_has_its_table_beside_it(
    panel: GroupPanel, runs: list[HeldRun], figures: GroupFigures
) -> None:
    filled(panel, runs, figures)
    for card in (panel.results.weeks, panel.results.deviations, panel.results.lengths):
        assert card.pages.currentWidget() is card.plot
        card.as_table.click()
        assert card.pages.currentWidget() is card.table
        assert card.table.figures.rowCount() >= 1
        assert card.pages.height() == card.table.sizeHint().height()
    of_weeks = panel.results.weeks.table.figures
    assert of_weeks.rowCount() == figures.weeks
    assert of_weeks.data(of_weeks.index(0, 2)) == str(figures.visits[1])


def test_what_is_counted_can_be_chosen(panel: GroupPanel, runs: list[HeldRun], figures: GroupFigures) -> None:
    filled(panel, runs, figures)
    panel.results.measures.chosen.emit(Measure.UNDER_WAY)
    plot = panel.results.weeks.plot.plot
    assert plot is not None
    assert [bar.total for bar in plot.bars] == [figures.under_way[w] for w in range(1, figures.weeks + 1)]
    words = [button.text() for button in panel.results.measures._group.buttons()]
    assert words == ["Visits", "Assessments", "Participants"]  # hours are not known


def test_figures_and_plots_are_written(panel: GroupPanel, runs: list[HeldRun], figures: GroupFigures) -> None:
    filled(panel, runs, figures)
    asked: list[GroupExport] = []
    panel.export_asked.connect(asked.append)
    for action in (*panel.results.export.menu().actions(), *panel.results.weeks.more.menu().actions()):
        action.trigger()
    assert [each.ending for each in asked] == [".xlsx", ".tsv", ".png", ".svg"]
    contents = [each.make() for each in asked]
    assert contents[0].startswith(b"PK")
    assert f"{figures.participants} participants" in contents[1].decode()
    assert contents[2].startswith(b"\x89PNG")
    assert b"<svg" in contents[3]


# Plots


def _grabbed(view: QWidget) -> QImage:
    return view.grab().toImage()


def _has(image: QImage, color: QColor) -> bool:
    return any(
        image.pixelColor(x, y).rgb() == color.rgb()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


@pytest.fixture
def view(qtbot: QtBot) -> PlotView:
    made = PlotView(Theme.light())
    qtbot.addWidget(made)
    made.resize(600, 260)
    return made


@pytest.mark.parametrize("theme", [Theme.light(), Theme.dark()])
def test_plots_are_painted_in_the_theme_s_colours(
    view: PlotView, figures: GroupFigures, theme: Theme
) -> None:
    view.set_theme(theme)
    view.show_plot(week_plot(figures, Measure.VISITS))
    assert _has(_grabbed(view), theme.accent)
    view.show_plot(deviation_plot(figures, weekly()))
    view.resize(600, view.sizeHint().height())
    assert _has(_grabbed(view), theme.warning)
    assert _has(_grabbed(view), theme.error)


def test_the_arrow_keys_read_bar_by_bar(view: PlotView, figures: GroupFigures, qtbot: QtBot) -> None:
    plot = week_plot(figures, Measure.VISITS)
    view.show_plot(plot)
    view.show()
    assert view.told == ""
    assert "arrow keys" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.told == plot.bars[0].told
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == plot.bars[1].told
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.told == plot.bars[-1].told
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.told == plot.bars[-1].told
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.told == ""


def test_the_pointer_lights_a_bar_and_a_click_goes_to_its_visit(
    view: PlotView, figures: GroupFigures, qtbot: QtBot
) -> None:
    plot = deviation_plot(figures, weekly())
    view.show_plot(plot)
    view.resize(600, view.sizeHint().height())
    view.show()
    laid = view._painter()
    assert laid is not None
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    at = laid.bar_rect(1).center().toPoint()
    QTest.mouseMove(view, at)
    qtbot.waitUntil(lambda: view.told == plot.bars[1].told)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [plot.bars[1].key]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [plot.bars[1].key] * 2


def test_bars_stay_within_the_plot_and_are_found_where_they_are_painted(figures: GroupFigures) -> None:
    area = QRectF(10, 10, 500, 240)
    for plot in (week_plot(figures, Measure.VISITS), deviation_plot(figures, weekly()), length_plot(figures)):
        laid = PlotPainter(plot, area, Theme.light())
        for place, bar in enumerate(plot.bars):
            rect = laid.bar_rect(place)
            if bar.total:
                assert laid.bar_at(rect.center()) == place
                assert area.adjusted(0, 0, 0, 200 if plot.is_across else 0).contains(rect)
        tallest = max(range(len(plot.bars)), key=lambda place: plot.bars[place].total)
        sizes = [
            max(laid.bar_rect(p).height(), 0) if not plot.is_across else laid.bar_rect(p).width()
            for p in range(len(plot.bars))
        ]
        assert sizes[tallest] == max(sizes)


def test_lying_bars_begin_where_reading_does(view: PlotView, figures: GroupFigures) -> None:
    plot = deviation_plot(figures, weekly())
    view.show_plot(plot)
    view.resize(600, view.sizeHint().height())
    theme = Theme.light()

    def middle_of_bars() -> float:
        image = _grabbed(view)
        found = [
            x
            for x in range(image.width())
            for y in range(40, image.height(), 3)
            if image.pixelColor(x, y).rgb() in (theme.warning.rgb(), theme.error.rgb())
        ]
        return sum(found) / len(found)

    left_to_right = middle_of_bars()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert middle_of_bars() == pytest.approx(600 - left_to_right, abs=12)


def test_a_picture_of_a_plot_is_sharp_and_says_what_it_is(figures: GroupFigures, qapp: QApplication) -> None:
    plot: Plot = length_plot(figures)
    image = QImage.fromData(picture(plot, ".png", "60 participants"))
    assert image.width() == WIDTH * SCALE
    assert _has(image, Theme.light().accent)
    assert image.pixelColor(QPoint(1, 1)) == Theme.light().card
    text = picture(plot, ".svg", "60 participants").decode()
    assert "Course lengths" in text
    assert "60 participants" in text
    assert plot.mark_words in text


def test_the_start_is_the_monday_that_comes(qtbot: QtBot) -> None:
    form = GroupForm()
    qtbot.addWidget(form)
    moment = form.start.read()
    assert moment is not None
    assert moment.date.weekday() == 0
    assert dt.date(2020, 1, 1) < moment.date


def test_more_weeks_than_pixels_are_painted_as_the_highest_of_each(view: PlotView) -> None:
    figures = GroupFigures(START)
    figures.visits.update({week: 40 if week == 2_000 else 10 for week in range(1, 4_001)})
    figures.under_way.update(figures.visits)
    plot = week_plot(figures, Measure.VISITS)
    view.show_plot(plot)
    laid = view._painter()
    assert laid is not None
    image, field = _grabbed(view), laid.field
    accent = Theme.light().accent.rgb()
    high = [
        x
        for x in range(round(field.left()), round(field.right()))
        if image.pixelColor(x, round(field.center().y())).rgb() == accent
    ]
    assert len(high) == 1
    assert abs(high[0] - field.center().x()) < 3
    low = round(field.bottom() - field.height() * 0.1)
    assert all(
        image.pixelColor(x, low).rgb() == accent
        for x in range(round(field.left()) + 2, round(field.right()) - 2)
    )


@pytest.mark.parametrize("language", [PSEUDO, PSEUDO_MIRRORED])
def test_nothing_is_cut_off_in_languages_with_long_words(
    qtbot: QtBot, qapp: QApplication, figures: GroupFigures, language: str
) -> None:
    use_language(qapp, language)
    try:
        runs: list[HeldRun] = []

        def make(asked: GroupAsked, parent: QWidget) -> GroupRun:
            runs.append(HeldRun(asked, parent))
            return runs[-1]

        made = GroupPanel(Theme.light(), make_run=make)
        qtbot.addWidget(made)
        made.resize(1000, 560)
        made.set_plan(plan_of(SAMPLE))
        made.show()
        qtbot.waitExposed(made)
        assert faults(made) == []
        made.set_plan(weekly())
        made.run()
        assert faults(made) == []
        runs[0].finished.emit(figures)
        QApplication.processEvents()
        assert faults(made) == []
    finally:
        use_language(qapp, ENGLISH)
