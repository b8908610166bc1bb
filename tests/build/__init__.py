"""Tests of what builds and sets up the project."""
