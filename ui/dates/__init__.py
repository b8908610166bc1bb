"""Dates in the window: the pane where they are typed, and how the reader's locale writes and reads them."""
