"""Everything on the canvas that must be read meets WCAG AA, in every theme, on every epoch's band."""

from __future__ import annotations

import pytest

from ui.canvas.ground import band_ground, hue_text
from ui.theme import Theme, contrast

AA = 4.5
EVERY = [Theme.light(), Theme.dark(), Theme.contrast_light(), Theme.contrast_dark()]
THEMES = pytest.mark.parametrize("theme", EVERY, ids=lambda theme: str(theme.name))


@THEMES
@pytest.mark.parametrize("hue", range(-1, 6))
def test_band_names_and_labels_are_readable_on_their_band(qapp: object, theme: Theme, hue: int) -> None:
    ground = band_ground(theme, hue)
    assert contrast(hue_text(theme, hue), ground) >= AA
    assert contrast(theme.text_2, ground) >= AA


@THEMES
def test_texts_are_readable_on_cards_and_chips(qapp: object, theme: Theme) -> None:
    assert contrast(theme.text, theme.card) >= AA
    assert contrast(theme.text_2, theme.card) >= AA
    assert contrast(theme.accent, theme.card) >= AA
    assert contrast(theme.accent, theme.accent_soft) >= AA
