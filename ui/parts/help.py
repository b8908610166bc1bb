"""Learning the program: the sample study, the shortcuts, what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.program_log import set_level

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Help:
    """The actions of the menu *Help*."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.on("sample", window.program.open_sample)
        window.on("shortcuts", self._show_shortcuts)
        window.on("about", self._show_about)
        window.on("preferences", self._choose)

    def _choose(self) -> None:
        from ui.preferences import PreferencesDialog

        window = self._window
        dialog = PreferencesDialog(window.program.settings, window)
        if dialog.exec():
            window.program.link.keep_settings(dialog.settings)
            window.system_theme.choose(dialog.settings.appearance or "")
            set_level(dialog.settings.log_level)

    def _show_shortcuts(self) -> None:
        from ui.shortcuts.sheet import ShortcutsDialog

        ShortcutsDialog(self._window).exec()

    def _show_about(self) -> None:
        from ui.dialogs import AboutDialog

        AboutDialog(self._window).exec()
