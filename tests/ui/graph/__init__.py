"""Tests of what surrounds the canvas."""
