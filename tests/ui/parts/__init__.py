"""Tests of what the window can do, a part a file."""
