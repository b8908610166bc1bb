"""What the window can do, a feature a file: each part makes its widgets, binds its actions and listens to the study."""

from __future__ import annotations

# Module and class of each, in the order in which they are added. They are imported by a worker while an empty window
# is already on the screen, so each is named here and none is imported.
PARTS: tuple[tuple[str, str], ...] = (
    ("ui.parts.canvas_layout", "CanvasLayout"),  # before what shows a study: it says how
    ("ui.parts.reading", "Reading"),
    ("ui.parts.inspector_editing", "InspectorEditing"),
    ("ui.parts.mending", "Mend"),
    ("ui.parts.burden", "BurdenPart"),
    ("ui.parts.editing", "Editing"),
    ("ui.parts.kept_edits", "KeptEdits"),
    ("ui.parts.saving", "Saving"),
    ("ui.parts.navigate", "Navigate"),
    ("ui.parts.canvas_editing", "CanvasEditing"),  # after what makes the canvases
    ("ui.parts.history", "History"),
    ("ui.parts.matrix", "Matrix"),
    ("ui.parts.matrix_editing", "MatrixEditing"),
    ("ui.parts.matrix_burden", "MatrixBurden"),
    ("ui.parts.navigator_editing", "NavigatorEditing"),
    ("ui.parts.inspector_menu", "InspectorMenu"),
    ("ui.parts.cells", "Cells"),
    ("ui.parts.rules", "RulesPart"),  # after the graph, to whose menu it adds
    ("ui.parts.first_steps", "FirstSteps"),
    ("ui.parts.axis_editing", "AxisEditing"),
    ("ui.parts.axis_menu", "AxisMenu"),
    ("ui.parts.axis", "TimeAxis"),
    ("ui.parts.dates", "Dates"),
    ("ui.parts.simulator", "SimulatorPart"),  # after dates and canvases: it lays itself over them
    ("ui.parts.text", "Text"),
    ("ui.parts.search", "Search"),
    ("ui.parts.compare", "Compare"),
    ("ui.parts.files", "Files"),
    ("ui.parts.export", "Export"),
    ("ui.parts.connection", "Connection"),
    ("ui.parts.several", "Several"),
    ("ui.parts.palette", "Palette"),
    ("ui.parts.diagnostics", "Diagnostics"),
    ("ui.parts.tour", "Tour"),
    ("ui.parts.help", "Help"),
)
