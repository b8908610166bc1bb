"""Tests of the protocol: document, changes, graph, time, Schedule of Activities, findings."""
