"""Whether a process of this computer still lives."""

from pathlib import Path


def is_running(pid: int) -> bool:
    """Whether there is such a process, and it has not ended yet."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
