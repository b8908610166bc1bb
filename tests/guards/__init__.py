"""Guards that fail a test for what it left behind: unexpected warnings, threads and timers."""
