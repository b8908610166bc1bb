"""What a self-painted widget says to screen readers: its parts as children of it in Qt's accessibility tree.

`parts` is what a widget says of its parts, `interfaces` what Qt asks of them, `exposure` their life in the tree.
"""

from ui.accessible.exposure import Exposure, announce, expose
from ui.accessible.parts import Part, Parts, Relation, Role

__all__ = ["Exposure", "Part", "Parts", "Relation", "Role", "announce", "expose"]
