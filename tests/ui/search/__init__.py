"""Tests of the search panel."""
