"""The look's tokens in one place: colours, type and metrics, for painting code and style sheets alike."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication

# Metrics, in device-independent pixels, on a 4 px grid.
GRID = 4
ROW_HEIGHT = 28
MATRIX_ROW_HEIGHT = 27
TOOLBAR_HEIGHT = 44
STATUS_HEIGHT = 26
NAVIGATOR_WIDTH = 236
INSPECTOR_WIDTH = 312
RADIUS_FIELD = 6
RADIUS_CARD = 8
RADIUS_BAND = 10
FOCUS_RING = 3
ICON_SIZE = 16

# Type sizes in pixels; nothing is smaller than CAPS_PX at 100 %.
BODY_PX = 13.0
SECONDARY_PX = 12.0
CAPS_PX = 11.0
TITLE_PX = 16.0
CAPS_TRACKING = 0.5  # pixels between the capitals of a section head

FONT_FAMILY = "Inter"
_FONT_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"

EPOCH_BAND_OPACITY = 0.08


def _rgb(code: str) -> QColor:
    return QColor.fromString(code)


@dataclass(frozen=True)
class Theme:
    """One set of colours. `text_3` is for hints only: everything that must be read is text, text_2 or accent.

    `ground` is the window and canvas, `pane` panels, `card` raised cards and fields, `hover` what lies under
    the pointer, `chip` small quiet pills, `on_accent` text over a solid accent, `warning_soft` the ground of
    a badge. `epoch_hues` repeat after the last one: see `epoch_hue`.
    """

    name: str
    is_dark: bool
    ground: QColor
    pane: QColor
    card: QColor
    hover: QColor
    chip: QColor
    line: QColor
    line_soft: QColor
    text: QColor
    text_2: QColor
    text_3: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    warning: QColor
    warning_soft: QColor
    error: QColor
    ok: QColor
    epoch_hues: tuple[QColor, ...]

    @staticmethod
    @functools.cache
    def light() -> Theme:
        """The light theme."""
        return Theme(
            name="light",
            is_dark=False,
            ground=_rgb("#f6f7f9"),
            pane=_rgb("#ffffff"),
            card=_rgb("#ffffff"),
            hover=_rgb("#f1f3f6"),
            chip=_rgb("#eef0f3"),
            line=_rgb("#e3e6eb"),
            line_soft=_rgb("#eef0f3"),
            text=_rgb("#1b2430"),
            text_2=_rgb("#5a6677"),
            text_3=_rgb("#8a95a5"),
            accent=_rgb("#2f5bea"),
            accent_soft=_rgb("#e8edfd"),
            on_accent=_rgb("#ffffff"),
            warning=_rgb("#b45309"),
            warning_soft=_rgb("#fdf1e2"),
            error=_rgb("#b42318"),
            ok=_rgb("#15803d"),
            epoch_hues=tuple(map(_rgb, ("#7c8aa0", "#2f5bea", "#0f8a7e", "#7c4fe0", "#b7791f", "#c9386a"))),
        )

    @staticmethod
    @functools.cache
    def dark() -> Theme:
        """The dark theme."""
        return Theme(
            name="dark",
            is_dark=True,
            ground=_rgb("#12161c"),
            pane=_rgb("#181d25"),
            card=_rgb("#1f2630"),
            hover=_rgb("#1f2630"),
            chip=_rgb("#262e3a"),
            line=_rgb("#2a323d"),
            line_soft=_rgb("#222934"),
            text=_rgb("#e6eaf0"),
            text_2=_rgb("#a3aebd"),
            text_3=_rgb("#728094"),
            accent=_rgb("#7b9bff"),
            accent_soft=_rgb("#222d4d"),
            on_accent=_rgb("#12161c"),
            warning=_rgb("#f3b25a"),
            warning_soft=_rgb("#3a2b17"),
            error=_rgb("#ff8f84"),
            ok=_rgb("#5fd08a"),
            epoch_hues=tuple(map(_rgb, ("#94a1b5", "#7b9bff", "#45c4b5", "#a98bff", "#e5b567", "#f084a8"))),
        )

    @staticmethod
    @functools.cache
    def contrast_light() -> Theme:
        """Black on white with lines that are seen: for eyes that need it, and projectors."""
        return Theme(
            name="contrast-light",
            is_dark=False,
            ground=_rgb("#ffffff"),
            pane=_rgb("#ffffff"),
            card=_rgb("#ffffff"),
            hover=_rgb("#e9edf3"),
            chip=_rgb("#e9edf3"),
            line=_rgb("#5a6472"),
            line_soft=_rgb("#8d96a3"),
            text=_rgb("#000000"),
            text_2=_rgb("#1c2530"),
            text_3=_rgb("#3b4654"),
            accent=_rgb("#0b38c4"),
            accent_soft=_rgb("#dbe5ff"),
            on_accent=_rgb("#ffffff"),
            warning=_rgb("#7a3200"),
            warning_soft=_rgb("#ffeeda"),
            error=_rgb("#8f0d05"),
            ok=_rgb("#0a5226"),
            epoch_hues=tuple(map(_rgb, ("#3f4b5e", "#0b38c4", "#05594f", "#5326b8", "#7a4a00", "#97124a"))),
        )

    @staticmethod
    @functools.cache
    def contrast_dark() -> Theme:
        """White on black with lines that are seen."""
        return Theme(
            name="contrast-dark",
            is_dark=True,
            ground=_rgb("#000000"),
            pane=_rgb("#000000"),
            card=_rgb("#0b0f15"),
            hover=_rgb("#1b2430"),
            chip=_rgb("#1b2430"),
            line=_rgb("#9aa6b6"),
            line_soft=_rgb("#6b7686"),
            text=_rgb("#ffffff"),
            text_2=_rgb("#e2e8f0"),
            text_3=_rgb("#c3ccd8"),
            accent=_rgb("#a9c0ff"),
            accent_soft=_rgb("#17264f"),
            on_accent=_rgb("#000000"),
            warning=_rgb("#ffcf85"),
            warning_soft=_rgb("#3a2400"),
            error=_rgb("#ffb3ab"),
            ok=_rgb("#8ff0b2"),
            epoch_hues=tuple(map(_rgb, ("#c3cede", "#a9c0ff", "#7fe8da", "#cdb8ff", "#ffd48a", "#ffb0ca"))),
        )

    def epoch_hue(self, index: int) -> QColor:
        """The full hue of the epoch at `index` (0 is the first epoch); hues repeat after the last."""
        return QColor(self.epoch_hues[index % len(self.epoch_hues)])

    def epoch_band(self, index: int) -> QColor:
        """The translucent ground of the epoch band at `index`."""
        hue = self.epoch_hue(index)
        hue.setAlphaF(EPOCH_BAND_OPACITY)
        return hue

    @property
    def focus_ring(self) -> QColor:
        """The soft ring around what has the keyboard focus: the accent, translucent."""
        ring = QColor(self.accent)
        ring.setAlphaF(0.35 if self.is_dark else 0.22)
        return ring


def mix(over: QColor, under: QColor, opacity: float) -> QColor:
    """`over` at `opacity` (0 to 1) laid on the opaque colour `under`, as one opaque colour."""

    def channel(a: int, b: int) -> int:
        return round(a * opacity + b * (1 - opacity))

    return QColor(
        channel(over.red(), under.red()),
        channel(over.green(), under.green()),
        channel(over.blue(), under.blue()),
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(color: QColor) -> float:
        def linear(channel: float) -> float:
            return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

        return (
            0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
        )

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@functools.cache
def load_fonts() -> bool:
    """Load the bundled Inter once; False where it cannot be loaded, and the system's font serves instead.

    Needs a QGuiApplication.
    """
    loaded = [
        QFontDatabase.addApplicationFont(str(path)) >= 0 for path in sorted(_FONT_FOLDER.glob("Inter-*.ttf"))
    ]
    return bool(loaded) and all(loaded)


@functools.cache
def _font(size_px: float, weight: int, tabular: bool) -> QFont:
    fallback = QFontDatabase.SystemFont.GeneralFont
    font = QFont(FONT_FAMILY) if load_fonts() else QFontDatabase.systemFont(fallback)
    if size_px == int(size_px):
        font.setPixelSize(int(size_px))
    else:
        screens = QGuiApplication.screens()
        font.setPointSizeF(size_px * 72.0 / (screens[0].logicalDotsPerInchY() if screens else 96.0))
    font.setWeight(QFont.Weight(max(100, min(900, round(weight / 100) * 100))))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Inter's alternates would show "->" as an arrow and "3x5" with a times sign, and a PDF would then hold letters of
    # no alphabet for the hyphen of "ABC-1": what is shown, copied and searched is what the study says.
    font.setFeature(QFont.Tag("calt"), 0)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
        # Qt calls fonts equal that differ in features alone, and then paints with the one set before.
        font.setWordSpacing(1 / 64)
    return font


def font(size_px: float = BODY_PX, weight: int = 400, tabular: bool = True) -> QFont:
    """Inter at `size_px` device-independent pixels, `weight` 400 to 700.

    Tabular figures line up; names and prose are set without, because Inter then widens hyphens as well.
    """
    return QFont(_font(float(size_px), weight, tabular))


def caps_font(size_px: float = CAPS_PX, weight: int = 600) -> QFont:
    """The font of section heads, to be set in capitals with a little tracking."""
    caps = font(size_px, weight)
    caps.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, CAPS_TRACKING)
    return caps


SYSTEM = ""
APPEARANCES = (SYSTEM, "light", "dark", "contrast-light", "contrast-dark")
"""What a person can choose: as the system, or a theme by its name."""


def system_theme() -> Theme:
    """The theme that the system asks for; light where it does not say."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    access = getattr(hints, "accessibility", lambda: None)()
    if access is not None and access.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Theme.contrast_dark() if dark else Theme.contrast_light()
    return Theme.dark() if dark else Theme.light()


def theme_called(name: str) -> Theme:
    """The theme of an appearance; the system's for SYSTEM and for names that there are none of."""
    for theme in (Theme.light(), Theme.dark(), Theme.contrast_light(), Theme.contrast_dark()):
        if theme.name == name:
            return theme
    return system_theme()


class SystemTheme(QObject):
    """Follows the system's light, dark or contrast setting, or what a person chose; `changed` carries the Theme."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None, appearance: str = SYSTEM) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._theme = theme_called(appearance)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        access = getattr(hints, "accessibility", lambda: None)()
        if access is not None:
            access.contrastPreferenceChanged.connect(self._refresh)

    @property
    def appearance(self) -> str:
        """What was chosen, one of APPEARANCES."""
        return self._appearance

    def choose(self, appearance: str) -> None:
        """Follows the system again, or a theme by its name."""
        self._appearance = appearance
        self._refresh()

    @property
    def theme(self) -> Theme:
        """The theme now in force."""
        return self._theme

    def _refresh(self) -> None:
        theme = theme_called(self._appearance)
        if theme is not self._theme:
            self._theme = theme
            self.changed.emit(theme)
