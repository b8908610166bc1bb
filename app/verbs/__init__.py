"""Headless verbs: what `maestro schedule`, `check`, `export`, `diff` and `apply` answer, with no window and no Qt."""


class VerbError(Exception):
    """A verb cannot answer: one line that says what happened and what to do, shown on stderr with exit 2."""
