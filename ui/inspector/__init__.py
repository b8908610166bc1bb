"""Everything the file says about the selected entity, in the field's words."""

from ui.inspector.pane import InspectorPane

__all__ = ["InspectorPane"]
