"""Tests of the orchestration backend."""
