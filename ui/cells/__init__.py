"""The design as a grid: arms down, epochs across, and the elements in each cell."""

from ui.cells.pane import CellsPane

__all__ = ["CellsPane"]
