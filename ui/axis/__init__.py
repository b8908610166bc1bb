"""The time axis: visits at their planned times with their windows as bars, minutes to years, each base on its own."""

from ui.axis.pane import AxisPane
from ui.axis.view import AxisView

__all__ = ["AxisPane", "AxisView"]
