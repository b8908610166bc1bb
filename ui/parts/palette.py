"""The command palette: Ctrl+K, and the field in the header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.palette.offers import Offer
    from ui.palette.popup import Palette as PalettePopup

_RECENT = 8
_MEMORY = "palette"


class Palette:
    """Opens the palette, and remembers what was chosen from it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.popup: PalettePopup | None = None
        window.on("palette", self.open)
        window.header.search.connect(self.open)

    def open(self) -> None:
        """Shows everything that can be done or gone to now."""
        from ui.palette.offers import offers
        from ui.palette.popup import Palette as PalettePopup

        window = self._window
        self.popup = PalettePopup(window, offers(window), self._recent(), window.theme, self._carry_out)
        self.popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popup.show()

    def _recent(self) -> list[str]:
        kept = self._window.layout_memory.value(_MEMORY, [])
        return [str(action) for action in kept] if isinstance(kept, list) else [str(kept)]

    def _carry_out(self, offer: Offer) -> None:
        # Only actions are remembered: the names of visits and studies have no place in a settings file.
        if offer.action:
            kept = [offer.action, *(action for action in self._recent() if action != offer.action)]
            self._window.layout_memory.setValue(_MEMORY, kept[:_RECENT])
        offer.act()
