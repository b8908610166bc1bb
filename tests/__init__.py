"""Tests, mirroring the tree; tests/benchmarks measures, tests/e2e runs the real program."""
