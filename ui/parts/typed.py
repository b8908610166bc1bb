"""What is half typed in the window, kept as by going elsewhere before the study is left, saved or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.canvas.view import ScheduleCanvas

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def keep_what_is_typed(window: MainWindow) -> None:
    """Keeps what a person typed into any view and has not ended with Enter; what cannot be kept is left as it is."""
    if window.study is None:
        return
    for canvas in window.findChildren(ScheduleCanvas):
        if canvas.editing.renaming.is_open:
            canvas.editing.renaming.keep()
    if window.matrix.view.hand.inline.is_open:
        window.matrix.view.hand.inline.keep()
    window.inspector.keep_what_is_typed()
    window.navigator.keep_what_is_typed()
