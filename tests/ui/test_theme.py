"""The look: contrast by computation, fonts that load, icons in their colour, a style sheet that parses."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.icons import icon, icon_pixmap
from ui.style import palette, stylesheet
from ui.theme import APPEARANCES, SystemTheme, Theme, contrast, font, load_fonts, mix, system_theme
from ui.widgets.part import set_part

AA = 4.5
EVERY = [Theme.light(), Theme.dark(), Theme.contrast_light(), Theme.contrast_dark()]
THEMES = pytest.mark.parametrize("theme", EVERY, ids=lambda theme: str(theme.name))
AAA = 7.0


def test_contrast_is_wcags() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("ground", ["pane", "ground", "card", "hover", "chip", "accent_soft"])
@pytest.mark.parametrize("ink", ["text", "text_2", "accent"])
def test_text_meets_aa_on_every_ground(theme: Theme, ground: str, ink: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= AA


@pytest.mark.parametrize("theme", EVERY[2:], ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("ground", ["pane", "ground", "card", "hover", "chip", "accent_soft"])
@pytest.mark.parametrize("ink", ["text", "text_2", "text_3", "accent"])
def test_high_contrast_meets_aaa_down_to_its_hints(theme: Theme, ground: str, ink: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= AAA
    assert contrast(theme.line, theme.pane) >= 3


@THEMES
@pytest.mark.parametrize("ink", ["warning", "error", "ok"])
@pytest.mark.parametrize("ground", ["pane", "ground", "card"])
def test_what_colour_means_meets_aa(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= AA


@THEMES
def test_text_on_the_accent_and_in_badges_meets_aa(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= AA
    assert contrast(theme.warning, theme.warning_soft) >= AA
    assert contrast(theme.text, theme.warning_soft) >= AA


@THEMES
@pytest.mark.parametrize("index", range(6))
def test_epoch_names_meet_aa_on_their_band(theme: Theme, index: int) -> None:
    assert contrast(theme.text_2, mix(theme.epoch_hue(index), theme.pane, 0.10)) >= AA


@THEMES
@pytest.mark.parametrize("index", range(6))
def test_epoch_hues_are_seen_on_the_pane(theme: Theme, index: int) -> None:
    assert contrast(theme.epoch_hue(index), theme.pane) >= 3


def test_hues_repeat_after_the_last() -> None:
    theme = Theme.light()
    assert theme.epoch_hue(len(theme.epoch_hues)) == theme.epoch_hue(0)


def test_inter_is_bundled_and_loads_in_four_weights(qapp: QApplication) -> None:
    assert load_fonts()
    for weight in (400, 500, 600, 700):
        info = QFontInfo(font(13, weight))
        assert (info.family(), info.weight()) == ("Inter", weight)


def test_tabular_figures_line_up_and_proportional_ones_need_not(qapp: QApplication) -> None:
    tabular, proportional = QFontMetricsF(font(13)), QFontMetricsF(font(13, tabular=False))
    assert tabular.horizontalAdvance("1111") == tabular.horizontalAdvance("8888")
    assert proportional.horizontalAdvance("1111") < proportional.horizontalAdvance("8888")
    assert font(13) != font(13, tabular=False)  # a painter must notice the change


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_is_sharp_at_every_pixel_ratio_and_in_its_colour(qapp: QApplication, ratio: float) -> None:
    pixmap = icon_pixmap("circle-x", QColor("#b45309"), 16, ratio)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (round(16 * ratio), ratio)
    image = pixmap.toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 230
    }
    assert inks
    assert all(abs(QColor(ink).hue() - QColor("#b45309").hue()) <= 3 for ink in inks)


def test_a_disabled_icon_has_its_own_colour(qapp: QApplication) -> None:
    made = icon("minus", QColor("#111111"), QColor("#eeeeee"))
    shades = set()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        image = made.pixmap(16, mode=mode).toImage()
        shades.add(image.pixelColor(image.width() // 2, image.height() // 2).name())
    assert len(shades) == 2


def test_an_icon_that_is_not_bundled_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", QColor("#000000"))


def test_every_icon_that_the_code_names_is_bundled() -> None:
    root = Path(__file__).resolve().parents[2]
    bundled = {path.stem for path in (root / "resources" / "icons").glob("*.svg")}
    painting = {"icon", "icon_pixmap", "paint_icon", "paint_empty", "Empty"}
    named = {
        argument.value
        for path in (root / "ui").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in painting
        for argument in call.args
        if isinstance(argument, ast.Constant) and re.fullmatch(r"[a-z0-9-]+", str(argument.value))
        if isinstance(argument.value, str)
    }
    assert len(named) > 5
    assert named <= bundled


@THEMES
def test_the_style_sheet_is_understood_and_colours_buttons(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton("Open")
    qtbot.addWidget(button)
    button.setStyleSheet(stylesheet(theme))  # Qt warns of what it cannot parse, and a warning fails the test
    set_part(button, "primary")
    button.resize(80, 28)
    assert button.grab().toImage().pixelColor(6, 14) == theme.accent
    assert palette(theme).window().color() == theme.ground


def test_what_a_person_chose_stands_over_the_system(qapp: QApplication) -> None:
    followed = SystemTheme()
    heard: list[Theme] = []
    followed.changed.connect(heard.append)
    for name in APPEARANCES[1:]:
        followed.choose(name)
        assert followed.theme.name == name
    followed.choose("no such theme")
    assert followed.theme is system_theme()
    assert heard[-1] is system_theme()
    followed.deleteLater()
