"""Tests of the protocol's text."""
