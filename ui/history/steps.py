"""How the history lists its steps: what was done, by whom and when; where the document stands; what was undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from app.all_steps import ListedStep
from study.language import translate
from ui.history.told import Told
from ui.icons import paint_icon
from ui.theme import SECONDARY_PX, font
from ui.widgets.rows import RowDelegate, RowWords
from ui.widgets.text import elided, one_line, text_width
from ui.widgets.words import clock_text, date_text

_ICON = 14


@dataclass(frozen=True)
class StepRow:
    """A state of the document: that in which a step leaves it; without a step, as it was opened.

    `position`: how many steps are done then; `is_here`: it is the state that the document is in.
    """

    position: int
    step: ListedStep | None
    is_here: bool

    @property
    def title(self) -> str:
        """What was done."""
        return (
            one_line(self.step.title) if self.step is not None else translate("history", "As it was opened")
        )

    @property
    def is_done(self) -> bool:
        """Whether the document holds it."""
        return self.step is None or (self.step.is_done and not self.step.is_taken_back)


def moment_words(made_at: str, now: datetime) -> str:
    """When a step was made: a clock time today, with its date before; "" where nobody noted it."""
    try:
        moment = datetime.fromisoformat(made_at)
    except ValueError:
        return ""
    if moment.astimezone().date() == now.astimezone().date():
        return clock_text(moment)
    return translate("history", "{date}, {time}").format(
        date=date_text(moment.astimezone().date()), time=clock_text(moment)
    )


def step_words(row: StepRow) -> RowWords:
    """A step in words, with where the document stands."""
    parts = [row.title]
    if row.step is not None:
        parts += [row.step.author, moment_words(row.step.made_at, datetime.now(UTC))]
        reason = row.step.edit.change_set.reason if row.step.edit is not None else ""
        if reason:
            parts.append(translate("history", "Reason: {reason}").format(reason=reason))
    if row.step is not None and row.step.is_taken_back:
        parts.append(translate("history", "taken back alone by a later step"))
    if row.is_here:
        parts.append(translate("history", "the study is here"))
    elif row.step is not None and row.step.is_taken_back:
        pass
    elif not row.is_done:
        parts.append(translate("history", "undone"))
    said = [part for part in parts if part]
    return RowWords(row.title, spoken=", ".join(said), tooltip="\n".join(said))


class StepDelegate(RowDelegate):
    """The state's sign, the title, and at the end author and time; what was undone is dimmed."""

    def paint_row(self, painter: QPainter, area: QRect, item: StepRow, _selected: bool) -> None:
        """Paint one step."""
        theme = self.view.theme
        turned = self.view.layoutDirection() is Qt.LayoutDirection.RightToLeft

        def seat(place: QRectF) -> QRectF:
            if not turned:
                return place
            start = QRectF(area).right() + area.left() - place.right()
            return QRectF(start, place.top(), place.width(), place.height())

        line = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        middle = area.center().y() - _ICON / 2 + 0.5
        name = "circle-dot" if item.is_here else "check" if item.is_done else "undo-2"
        color = theme.accent if item.is_here else theme.text_2 if item.is_done else theme.text_3
        paint_icon(painter, name, seat(QRectF(area.left() + 14, middle, _ICON, _ICON)), color)
        left, right = area.left() + 38.0, float(area.right() - 12)
        small = font(SECONDARY_PX)
        if item.step is not None:
            words = [item.step.author, moment_words(item.step.made_at, datetime.now(UTC))]
            aside = " · ".join(word for word in words if word)
            width = min(text_width(aside, small) + 2, 0.45 * area.width())
            painter.setFont(small)
            painter.setPen(theme.text_2 if item.is_done else theme.text_3)
            place = QRectF(right - width, area.top(), width, area.height())
            painter.drawText(seat(place), line, elided(aside, small, width))
            right -= width + 12
        face = font(weight=600 if item.is_here else 400, tabular=False)
        painter.setFont(face)
        painter.setPen(theme.text if item.is_done else theme.text_3)
        place = QRectF(left, area.top(), right - left, area.height())
        painter.drawText(seat(place), line, elided(item.title, face, right - left))


def told_words(told: Told) -> RowWords:
    """A change in words; one that follows from others says so."""
    spoken = told.sentence
    if told.derived:
        spoken = translate("history", "{change} (follows by itself)").format(change=told.sentence)
    return RowWords(told.sentence, spoken=spoken, tooltip=spoken)


class ToldDelegate(RowDelegate):
    """The name of what changed, then what changed; what follows by itself is quieter, with a sign."""

    def paint_row(self, painter: QPainter, area: QRect, item: Any, _selected: bool) -> None:
        """Paint one change."""
        theme = self.view.theme
        turned = self.view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        line = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        strong, plain = font(weight=500, tabular=False), font(tabular=False)
        left, width = area.left() + 16.0, float(area.width() - 28)
        if item.derived:
            sign = QRectF(left, area.center().y() - 6, 12, 12)
            if turned:
                sign.moveLeft(QRectF(area).right() + area.left() - sign.right())
            paint_icon(painter, "link", sign, theme.text_3)
            left, width = left + 18, width - 18
        name = min(text_width(item.name, strong) + 10, 0.5 * width) if item.name else 0.0
        for text, face, color, place in (
            (item.name, strong, theme.text_2 if item.derived else theme.text, QRectF(left, 0, name, 1)),
            (item.text, plain, theme.text_2, QRectF(left + name, 0, width - name, 1)),
        ):
            place = QRectF(place.left(), area.top(), place.width(), area.height())
            if turned:
                place.moveLeft(QRectF(area).right() + area.left() - place.right())
            painter.setFont(face)
            painter.setPen(color)
            painter.drawText(place, line, elided(text, face, place.width()))
