"""Editing in the inspector: the boxes that values stand in, and the editor that fits each attribute.

`box` is a value that opens; `editor` what all editors share; every other file is one kind of editor. `asking` is what
they ask of the study, and through which they hand over what a person kept.
"""
