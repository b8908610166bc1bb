"""The program's own backend behind a switch: while the file `down` lies in the folder named, it does not start.

Run as `python switchable_backend.py FOLDER`; it writes its process id to `pid` and becomes the real backend, so
that killing that process kills the backend itself.
"""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if (folder / "down").exists():
        sys.exit(7)
    (folder / "pid").write_text(str(os.getpid()), encoding="ascii")
    os.execv(sys.executable, [sys.executable, "-m", "app.main", "backend", "--embedded"])
