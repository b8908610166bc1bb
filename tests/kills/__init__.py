"""What survives being killed: real processes, ended with kill -9 again and again while they work."""
