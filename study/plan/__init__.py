"""The plan: a schedule compiled once into an immutable value that says all that a run needs, and nothing else."""
