"""What the desktop reaches outside itself, tested against real files, processes and servers."""
