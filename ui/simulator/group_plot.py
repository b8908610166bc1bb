"""Plots of the simulated group: painted with the theme's tokens, read by mouse, keyboard and assistive technology."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from study.language import number_text, translate
from study.simulation.group_plots import Hue, Plot, label_step, ticks
from ui.accessible import announce
from ui.theme import CAPS_PX, FOCUS_RING, RADIUS_CARD, SECONDARY_PX, Theme, font, mix, system_theme
from ui.widgets.text import elided, text_width

HEIGHT = 232
_ROW = 26
_BAR = 14
_EDGE = 8.0
_LINE = 18.0
# Of the paper, not of reading: what is mirrored is placed on the other side beforehand.
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
_MOST_OF_LABELS = 0.42  # of the width, for the labels of bars that lie


def hue_color(hue: Hue, theme: Theme) -> QColor:
    """The colour that a series means."""
    return {
        Hue.PLAIN: theme.accent,
        Hue.EARLY: theme.epoch_hue(3),
        Hue.LATE: theme.warning,
        Hue.MISSED: theme.error,
        Hue.OTHER: theme.text_3,
    }[hue]


class PlotPainter:
    """One plot laid out in a rectangle, in pixels of the painter. `lit`: the bar that is told of, -1 for none."""

    def __init__(
        self, plot: Plot, area: QRectF, theme: Theme, *, is_mirrored: bool = False, ratio: float = 1.0
    ) -> None:
        self.plot = plot
        self.area = area
        self.theme = theme
        self._mirrored = is_mirrored
        self._ratio = ratio
        self._small = font(CAPS_PX)
        self._body = font(SECONDARY_PX)
        self._scale = ticks(plot.highest)
        self.field = self._field()

    # Where things are

    def _field(self) -> QRectF:
        """Where the bars are."""
        area, plot = self.area, self.plot
        top = area.top() + (_LINE + 6 if plot.is_across else 0.0)
        if plot.is_across:
            widest = max((text_width(bar.label, self._body) for bar in plot.bars), default=0.0)
            labels = min(widest + 12, area.width() * _MOST_OF_LABELS)
            numbers = text_width(number_text(round(plot.highest)), self._body) + 12
            return QRectF(
                area.left() + labels, top, max(24.0, area.width() - labels - numbers), area.bottom() - top
            )
        numbers = max(text_width(number_text(each), self._small) for each in self._scale) + 8
        top += _LINE + 4
        below = 2 * _LINE + 2
        return QRectF(
            area.left() + numbers,
            top,
            max(24.0, area.width() - numbers),
            max(24.0, area.bottom() - below - top),
        )

    def bar_rect(self, place: int) -> QRectF:
        """The whole of a bar, before mirroring."""
        field, bar = self.field, self.plot.bars[place]
        if self.plot.is_across:
            length = field.width() * bar.total / (self.plot.highest or 1.0)
            top = field.top() + place * _ROW + (_ROW - _BAR) / 2
            return QRectF(field.left(), top, length, _BAR)
        slot = field.width() / max(1, len(self.plot.bars))
        gap = min(4.0, slot * 0.22) if slot > 3 else 0.0
        height = field.height() * bar.total / self._scale[-1]
        left = field.left() + place * slot + gap / 2
        return QRectF(left, field.bottom() - height, max(slot - gap, 1.0 / self._ratio), height)

    def bar_at(self, at: QPointF) -> int:
        """The bar whose row or column holds a point; -1 for none."""
        bars, field = len(self.plot.bars), self.field
        if not bars:
            return -1
        if self.plot.is_across:
            place = math.floor((at.y() - field.top()) / _ROW)
        else:
            if not field.top() - 4 <= at.y() <= field.bottom() + _LINE:
                return -1
            place = math.floor((at.x() - field.left()) * bars / field.width())
        return place if 0 <= place < bars else -1

    def _placed(self, rect: QRectF) -> QRectF:
        """On the other side, where reading begins there and the bars lie."""
        if not (self._mirrored and self.plot.is_across):
            return rect
        return QRectF(
            self.area.left() + self.area.right() - rect.right(), rect.top(), rect.width(), rect.height()
        )

    # Painting

    def paint(self, painter: QPainter, lit: int = -1) -> None:
        """The whole plot."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.plot.is_across:
            self._paint_legend(painter)
        if self.plot.is_across:
            self._paint_lying(painter, lit)
        else:
            self._paint_scale(painter)
            self._paint_standing(painter, lit)
            self._paint_mark(painter)
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(self._body)
        x = self.area.left()
        for series in self.plot.series:
            width = text_width(series.name, self._body)
            box = self._placed(QRectF(x, self.area.top() + 4, 10, 10))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(hue_color(series.hue, self.theme))
            painter.drawRoundedRect(box, 2, 2)
            painter.setPen(self.theme.text_2)
            words = self._placed(QRectF(x + 15, self.area.top(), width + 4, _LINE))
            painter.drawText(words, _LEFT, series.name)
            x += width + 34

    def _paint_scale(self, painter: QPainter) -> None:
        field, theme = self.field, self.theme
        painter.setFont(self._small)
        highest = self._scale[-1]
        for value in self._scale:
            y = self._crisp(field.bottom() - field.height() * value / highest)
            painter.setPen(QPen(theme.line if value == 0 else theme.line_soft, 1))
            painter.drawLine(QLineF(field.left(), y, field.right(), y))
            painter.setPen(theme.text_2)
            painter.drawText(
                QRectF(self.area.left(), y - 8, field.left() - self.area.left() - 8, 16),
                _RIGHT,
                number_text(value),
            )
        painter.setPen(theme.text_2)
        along = QRectF(self.area.left(), self.area.bottom() - _LINE, self.area.width(), _LINE)
        painter.drawText(along, _RIGHT, self.plot.along)
        up = QRectF(self.area.left(), field.top() - _LINE - 4, self.area.width(), _LINE)
        painter.drawText(up, _LEFT, self.plot.up)

    def _paint_standing(self, painter: QPainter, lit: int) -> None:
        plot, field = self.plot, self.field
        if not plot.bars:
            return
        slot = field.width() / len(plot.bars)
        if slot * self._ratio < 1:
            self._paint_outline(painter, lit)
        else:
            for place in range(len(plot.bars)):
                self._paint_bar(painter, place, self.bar_rect(place), is_quiet=lit not in (-1, place))
        ends = (plot.bars[0].label, plot.bars[-1].label)  # the longest is one of them
        widest = max(text_width(label, self._small) for label in ends) + 12
        step = label_step(len(plot.bars), max(1, int(field.width() / widest)))
        painter.setFont(self._small)
        for place in range(len(plot.bars)):
            if self._has_label(place, step, slot, widest):
                self._paint_label(painter, place, is_lit=place == lit)

    def _paint_outline(self, painter: QPainter, lit: int) -> None:
        """More bars than pixels: in each column of pixels the highest of those that fall into it."""
        field, theme = self.field, self.theme
        columns: dict[int, QRectF] = {}
        for place in range(len(self.plot.bars)):
            rect = self.bar_rect(place)
            at = math.floor(rect.left() * self._ratio)
            if at not in columns or columns[at].top() > rect.top():
                columns[at] = rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        quiet = mix(theme.accent, theme.pane, 0.45) if lit >= 0 else theme.accent
        wide = 1 / self._ratio
        for at, rect in columns.items():
            painter.fillRect(QRectF(at / self._ratio, rect.top(), wide, rect.height()), quiet)
        if lit >= 0:
            rect = self.bar_rect(lit)
            left = math.floor(rect.left() * self._ratio) / self._ratio
            painter.fillRect(QRectF(left, field.top(), wide, field.height()), theme.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_label(self, painter: QPainter, place: int, *, is_lit: bool) -> None:
        """What stands under a bar, within the plot."""
        rect, label = self.bar_rect(place), self.plot.bars[place].label
        words = QRectF(rect.center().x() - 40, self.field.bottom() + 4, 80, 14)
        alignment = Qt.AlignmentFlag.AlignHCenter
        if words.left() > self.area.right() - 80:
            words.moveLeft(rect.center().x() - 80 + text_width(label, self._small) / 2)
            alignment = Qt.AlignmentFlag.AlignRight
        painter.setPen(self.theme.text if is_lit else self.theme.text_2)
        flags = alignment | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, int(flags), label)

    def _has_label(self, place: int, step: int, slot: float, widest: float) -> bool:
        """Whether there is room for the label of a bar: see `Plot.from_first`."""
        if self.plot.from_first:
            return place % step == 0
        if place == 0:
            return step == 1 or slot * (step - 1) >= widest
        return (place + 1) % step == 0

    def _paint_lying(self, painter: QPainter, lit: int) -> None:
        theme = self.theme
        for place, bar in enumerate(self.plot.bars):
            rect = self.bar_rect(place)
            row = QRectF(self.area.left(), rect.center().y() - _ROW / 2, self.area.width(), _ROW)
            labels = self._placed(QRectF(row.left(), row.top(), self.field.left() - row.left() - 12, _ROW))
            painter.setFont(self._body)
            painter.setPen(theme.text)
            side = _RIGHT if self._mirrored else _LEFT
            painter.drawText(
                labels,
                side,
                elided(bar.label, self._body, labels.width()),
            )
            self._paint_bar(painter, place, self._placed(rect), is_quiet=lit not in (-1, place))
            painter.setPen(theme.text_2)
            after = self._placed(QRectF(rect.right() + 6, row.top(), 80, _ROW))
            side = _RIGHT if self._mirrored else _LEFT
            painter.drawText(after, side, number_text(round(bar.total)))

    def _paint_bar(self, painter: QPainter, place: int, rect: QRectF, *, is_quiet: bool) -> None:
        """The parts of a bar, rounded at its far end alone."""
        if rect.width() <= 0 or rect.height() <= 0:
            return
        radius = min(3.0, rect.width() / 3, rect.height() / 3)
        painter.setPen(Qt.PenStyle.NoPen)
        parts = list(self._parts(place, rect))
        for number, (part, color) in enumerate(parts, 1):
            painter.setBrush(mix(color, self.theme.pane, 0.45) if is_quiet else color)
            if number == len(parts) and radius > 0.8:
                painter.drawPath(self._rounded(part, min(radius, part.width() / 2, part.height() / 2)))
            else:
                painter.drawRect(part)

    def _rounded(self, rect: QRectF, radius: float) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        square = QPainterPath()
        if not self.plot.is_across:
            square.addRect(QRectF(rect.left(), rect.bottom() - radius, rect.width(), radius))
        elif self._mirrored:
            square.addRect(QRectF(rect.right() - radius, rect.top(), radius, rect.height()))
        else:
            square.addRect(QRectF(rect.left(), rect.top(), radius, rect.height()))
        return path.united(square).simplified()

    def _parts(self, place: int, rect: QRectF) -> Iterator[tuple[QRectF, QColor]]:
        bar = self.plot.bars[place]
        total, before = bar.total or 1.0, 0.0
        for series, value in zip(self.plot.series, bar.values, strict=True):
            if value <= 0:
                continue
            color = hue_color(series.hue, self.theme)
            share = value / total
            if self.plot.is_across:
                left = rect.left() + rect.width() * before
                if self._mirrored:
                    left = rect.right() - rect.width() * (before + share)
                yield QRectF(left, rect.top(), rect.width() * share, rect.height()), color
            else:
                top = rect.bottom() - rect.height() * (before + share)
                yield QRectF(rect.left(), top, rect.width(), rect.height() * share), color
            before += share

    def _paint_mark(self, painter: QPainter) -> None:
        plot, field = self.plot, self.field
        if plot.mark is None or not plot.bars:
            return
        x = self._crisp(field.left() + field.width() * plot.mark / len(plot.bars))
        painter.setPen(QPen(self.theme.text, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, field.top() - 2, x, field.bottom()))
        painter.setFont(self._small)
        painter.setPen(self.theme.text)
        width = text_width(plot.mark_words, self._small) + 4
        left = x + 5
        # Its ground keeps it apart from the name of the axis, which stands on the same line where it begins.
        beside = text_width(plot.up, self._small) + 12
        if left + width > self.area.right():
            left = x - 5 - width
        left = max(left, self.area.left() + beside)
        painter.drawText(
            QRectF(left, field.top() - _LINE - 4, width, _LINE),
            _LEFT,
            plot.mark_words,
        )

    def _crisp(self, at: float) -> float:
        return (math.floor(at * self._ratio) + 0.5) / self._ratio


def plot_height(plot: Plot) -> int:
    """How high a plot wants to be, in pixels."""
    if not plot.is_across:
        return HEIGHT
    legend = _LINE + 6
    return math.ceil(max(1, len(plot.bars)) * _ROW + legend + 4)


class PlotView(QWidget):
    """One plot. The pointer or the arrow keys light a bar and tell of it; `chosen(key)` for a click or Enter on one.

    `told` is the sentence of the lit bar, which assistive technology reads as the view's description.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._plot: Plot | None = None
        self._lit = -1
        self._by_keys = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def plot(self) -> Plot | None:
        """What is shown."""
        return self._plot

    @property
    def told(self) -> str:
        """The sentence of the lit bar; "" where none is."""
        return self._plot.bars[self._lit].told if self._plot is not None and self._lit >= 0 else ""

    def show_plot(self, plot: Plot) -> None:
        """Show another plot."""
        self._plot = plot
        self._lit = -1
        self.setAccessibleName(translate("simulation", "{plot}, a plot").format(plot=plot.title))
        self.setAccessibleDescription(self._hint())
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its bars want."""
        return QSize(320, plot_height(self._plot) + round(2 * _EDGE) if self._plot is not None else HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrower it cannot be read."""
        return QSize(220, self.sizeHint().height())

    def _hint(self) -> str:
        return translate(
            "simulation", "The arrow keys read bar by bar; the table beside it holds the same figures."
        )

    def _painter(self) -> PlotPainter | None:
        if self._plot is None:
            return None
        area = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return PlotPainter(
            self._plot, area, self._theme, is_mirrored=mirrored, ratio=self.devicePixelRatioF()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plot, and a ring where the keys go."""
        painter = QPainter(self)
        laid = self._painter()
        if laid is not None:
            laid.paint(painter, self._lit)
        if self.hasFocus() and self._by_keys:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inside = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(QPen(self._theme.focus_ring, FOCUS_RING))
            painter.drawRoundedRect(inside, RADIUS_CARD, RADIUS_CARD)

    # Reading

    def light(self, place: int) -> None:
        """Light a bar and have it told; -1 for none."""
        if place == self._lit:
            return
        self._lit = place
        self.setAccessibleDescription(self.told or self._hint())
        if self._by_keys:
            announce(self, self.told)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The bar under the pointer is told of."""
        laid = self._painter()
        place = laid.bar_at(event.position()) if laid is not None else -1
        self.light(place)
        if place >= 0:
            QToolTip.showText(event.globalPosition().toPoint() + QPoint(2, 12), self.told, self)
        else:
            QToolTip.hideText()
        keyed = self._plot is not None and place >= 0 and bool(self._plot.bars[place].key)
        self.setCursor(Qt.CursorShape.PointingHandCursor if keyed else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to what the bar is about."""
        self._by_keys = False
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit when the pointer is gone."""
        self.light(-1)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tooltips are those of the bars."""
        if isinstance(event, QHelpEvent):
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring where the keys go, when they brought the focus."""
        self._by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring any more."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.light(-1)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from bar to bar, Home and End to the ends, Enter to what a bar is about."""
        bars = len(self._plot.bars) if self._plot is not None else 0
        forward, back = {Qt.Key.Key_Right, Qt.Key.Key_Down}, {Qt.Key.Key_Left, Qt.Key.Key_Up}
        key = event.key()
        if not bars:
            super().keyPressEvent(event)
            return
        if key in forward:
            place = min(bars - 1, self._lit + 1)
        elif key in back:
            place = max(0, self._lit - 1)
        elif key == Qt.Key.Key_Home:
            place = 0
        elif key == Qt.Key.Key_End:
            place = bars - 1
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return
        elif key == Qt.Key.Key_Escape and self._lit >= 0:
            place = -1
        else:
            super().keyPressEvent(event)
            return
        self._by_keys = True
        self.light(place)
        laid = self._painter()
        if laid is not None and place >= 0:
            at = laid.bar_rect(place).center().toPoint()
            QToolTip.showText(self.mapToGlobal(at), self.told, self)

    def _choose(self) -> None:
        if self._plot is not None and self._lit >= 0 and self._plot.bars[self._lit].key:
            self.chosen.emit(self._plot.bars[self._lit].key)
