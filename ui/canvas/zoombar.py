"""The floating zoom control: smaller, how large now, larger, fit all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from study.language import translate
from ui.canvas.lettering import CENTRE, type_of
from ui.icons import icon_pixmap
from ui.theme import Theme

HEIGHT = 34
_PADDING = 3
_FIGURE_WIDTH = 56
_BUTTON_WIDTH = 30
_ICON = 15.0
_CHANGES = {
    QEvent.Type.Enter,
    QEvent.Type.Leave,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
    QEvent.Type.EnabledChange,
}


class _ZoomButton(QAbstractButton):
    """A button whose face its bar paints: every frame of the canvas under it would paint each anew."""

    def __init__(self, icon: str, tip: str, name: str, bar: ZoomBar) -> None:
        super().__init__(bar)
        self.icon_name = icon
        self.setToolTip(tip)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedSize(_BUTTON_WIDTH, HEIGHT - 2 * _PADDING)
        self._bar = bar

    def sizeHint(self) -> QSize:
        """As large as it is."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar has painted it."""
        del event

    def event(self, event: QEvent) -> bool:
        """What the pointer and the focus do shows on the bar."""
        if event.type() in _CHANGES:
            self._bar.forget_face()
        return super().event(event)


class ZoomBar(QWidget):
    """Four buttons in a rounded pane. The figure in the middle goes to 100 %."""

    smaller = Signal()
    larger = Signal()
    actual = Signal()
    fit = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face: QPixmap | None = None
        self._bare: QPixmap | None = (
            None  # the face without its figure, which changes with every step of a zoom
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        row.setSpacing(0)
        self._minus = _ZoomButton(
            "minus", translate("canvas", "Zoom out (−)"), translate("canvas", "Zoom out"), self
        )
        self._figure = _ZoomButton(
            "", translate("canvas", "Show at 100 % (0)"), translate("canvas", "Zoom"), self
        )
        self._plus = _ZoomButton(
            "plus", translate("canvas", "Zoom in (+)"), translate("canvas", "Zoom in"), self
        )
        self._fit = _ZoomButton(
            "maximize", translate("canvas", "Fit all (F)"), translate("canvas", "Fit all"), self
        )
        self._figure.setFixedWidth(_FIGURE_WIDTH)
        for button, signal in (
            (self._minus, self.smaller),
            (self._figure, self.actual),
            (self._plus, self.larger),
            (self._fit, self.fit),
        ):
            button.clicked.connect(signal)
            button.pressed.connect(self.forget_face)
            button.released.connect(self.forget_face)
            row.addWidget(button)
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.set_percent(100)

    def set_percent(self, percent: int) -> None:
        """Show the zoom."""
        text = translate("canvas", "{percent} %").format(percent=QLocale().toString(percent))
        if text != self._figure.text():
            self._figure.setText(text)
            self._figure.setAccessibleDescription(
                translate("canvas", "{percent} percent").format(percent=QLocale().toString(percent))
            )
            self._face = None
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.forget_face()

    def forget_face(self) -> None:
        """Paint the bar anew: something on it looks different now."""
        self._face = self._bare = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the kept picture of the whole bar."""
        del event
        ratio = self.devicePixelRatioF()
        if self._bare is None or self._bare.devicePixelRatio() != ratio:
            self._bare, self._face = self._painted(ratio), None
        if self._face is None:
            self._face = self._with_figure(self._bare)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._face)
        painter.end()

    def _painted(self, ratio: float) -> QPixmap:
        theme = self._theme
        face = QPixmap(self.size() * ratio)
        face.setDevicePixelRatio(ratio)
        face.fill(Qt.GlobalColor.transparent)
        painter = QPainter(face)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setPen(QPen(theme.line, 1.0))
        painter.setBrush(theme.pane)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for button in (self._minus, self._figure, self._plus, self._fit):
            rect = QRectF(button.geometry())
            lit = button.underMouse() or button.isDown()
            painter.setPen(Qt.PenStyle.NoPen)
            if lit:
                painter.setBrush(theme.chip if button.isDown() else theme.hover)
                painter.drawRoundedRect(rect, 5, 5)
            if button.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.accent, 2.0))
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
            color = theme.text if lit else theme.text_2
            if button.icon_name:
                middle = rect.center()
                corner = QPointF(middle.x() - _ICON / 2, middle.y() - _ICON / 2)
                painter.drawPixmap(corner, icon_pixmap(button.icon_name, color, _ICON, ratio))
        painter.end()
        return face

    def _with_figure(self, bare: QPixmap) -> QPixmap:
        face, button = bare.copy(), self._figure
        painter = QPainter(face)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(type_of(12, 500, tabular=True).font)
        painter.setPen(self._theme.text if button.underMouse() or button.isDown() else self._theme.text_2)
        painter.drawText(QRectF(button.geometry()), CENTRE, button.text())
        painter.end()
        return face
