"""Tests of the grid of arms and elements."""
