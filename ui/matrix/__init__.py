"""The Schedule of Activities as a matrix: activities down, visits across, headers that stay."""

from ui.matrix.pane import MatrixPane
from ui.matrix.view import MatrixView

__all__ = ["MatrixPane", "MatrixView"]
