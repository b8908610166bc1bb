"""Everything on the canvas that must be read meets WCAG AA, in both themes, on every epoch's band."""

from __future__ import annotations

import pytest

from ui.canvas.ground import band_ground, hue_text
from ui.theme import Theme, contrast

AA = 4.5


@pytest.mark.parametrize("theme", [Theme.light(), Theme.dark()], ids=["light", "dark"])
@pytest.mark.parametrize("hue", range(-1, 6))
def test_band_names_and_labels_are_readable_on_their_band(qapp: object, theme: Theme, hue: int) -> None:
    ground = band_ground(theme, hue)
    assert contrast(hue_text(theme, hue), ground) >= AA
    assert contrast(theme.text_2, ground) >= AA


@pytest.mark.parametrize("theme", [Theme.light(), Theme.dark()], ids=["light", "dark"])
def test_texts_are_readable_on_cards_and_chips(qapp: object, theme: Theme) -> None:
    assert contrast(theme.text, theme.card) >= AA
    assert contrast(theme.text_2, theme.card) >= AA
    assert contrast(theme.accent, theme.card) >= AA
    assert contrast(theme.accent, theme.accent_soft) >= AA
