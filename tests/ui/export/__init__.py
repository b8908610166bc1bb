"""Tests of what is painted for paper, and of the dialog that asks for it."""
