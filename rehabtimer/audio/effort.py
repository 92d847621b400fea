"""Whether a process does anything: it may take long to start, but hardly without working."""

import os
from pathlib import Path

_WORK = 0.05  # seconds of the processor; a process that hangs uses less than that in a minute


class Effort:
    """Watches how much of the processor one process uses."""

    def __init__(self) -> None:
        """Nothing was used so far."""
        self._used = 0.0

    def has_grown(self, pid: int) -> bool:
        """Whether it worked since this was last true; false where the system does not tell."""
        used = processor_seconds(pid)
        if used - self._used < _WORK:
            return False
        self._used = used
        return True


def processor_seconds(pid: int) -> float:
    """Return how long a process has worked; 0 on systems without /proc, and once it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
