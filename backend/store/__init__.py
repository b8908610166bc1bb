"""Where studies are kept: the port, its values and errors, and the SQLite adapter."""
