"""The protocol: USDM document, changes, graph, time, Schedule of Activities, findings. No Qt, no I/O, no clock."""
