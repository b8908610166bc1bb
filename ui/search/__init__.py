"""Search across all studies that are kept on this computer: a panel that answers while a person types."""

from ui.search.panel import SearchPanel

__all__ = ["SearchPanel"]
