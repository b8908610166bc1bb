"""The interpreter: what a plan asks of one participant, given what has happened; free of I/O, clock and randomness."""
