"""Search across all studies: asks the library while a person types, and opens what they choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from services.search import SearchHit, SearchResults
from study.search_texts import SearchKind

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.parts.text import Text
    from ui.search.panel import SearchPanel
    from ui.theme import Theme


class Search:
    """One question is under way at a time: what is typed meanwhile is asked when it is answered, the last alone."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._panel: SearchPanel | None = None
        self._asking = False
        self._next: tuple[str, SearchKind | None, str] | None = None
        self._wanted: tuple[str, str, str] | None = None  # study, address, words
        window.on("search_studies", self.open)
        window.home.search_wanted.connect(self.open)
        window.study_shown.connect(self._go_on)
        window.theme_changed.connect(self._set_theme)
        window.closed.connect(self._close)

    @property
    def panel(self) -> SearchPanel:
        """The panel, made when it is first asked for."""
        from ui.search.panel import SearchPanel

        if self._panel is None:
            self._panel = SearchPanel(self._window.theme, self._window)
            self._panel.asked.connect(self._ask)
            self._panel.chosen.connect(self._open_hit)
        return self._panel

    def open(self, query: str = "") -> None:
        """Brings the panel up."""
        self.panel.open_at(query)

    def _ask(self, query: str, kind: SearchKind | None, study_id: str) -> None:
        if self._asking:
            self._next = (query, kind, study_id)
            return
        self._asking = True
        program = self._window.program

        def answered(results: SearchResults) -> None:
            self.panel.show_results(query, kind, study_id, results)
            self._ask_next()

        def failed(_error: BaseException) -> None:
            self.panel.show_results(query, kind, study_id, SearchResults(query))
            self._ask_next()

        program.when_done(
            program.library.search(query, kind=kind, study_id=study_id or None), answered, failed
        )

    def _ask_next(self) -> None:
        self._asking = False
        asked, self._next = self._next, None
        if asked is not None:
            self._ask(*asked)

    def _open_hit(self, hit: SearchHit, query: str) -> None:
        words = query if hit.kind is SearchKind.NARRATIVE else ""
        self._wanted = (hit.study_id, hit.address, words)
        self._window.program.open_study(hit.study_id, hit.address)
        self._go_on()

    def _go_on(self) -> None:
        """Once the study is there, opens its text where that was found."""
        study = self._window.study
        if self._wanted is None or study is None or study.entry.id != self._wanted[0]:
            return
        _, address, words = self._wanted
        self._wanted = None
        self._window.select(address)
        if words:
            cast("Text", self._window.parts["Text"]).show_at(address, words)

    def _set_theme(self, theme: Theme) -> None:
        if self._panel is not None:
            self._panel.set_theme(theme)

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.close()
