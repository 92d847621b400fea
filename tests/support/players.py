"""Players to put in the place of the real one: each is a small process with a habit of its own."""

import sys
from pathlib import Path

_WELL = """
import sys, threading, time
def speak():
    while True:
        print({word!r}, flush=True)
        time.sleep(0.05)
threading.Thread(target=speak, daemon=True).start()
with open({heard!r}, "a") as heard:
    heard.write("begin\\n")
    heard.flush()
    for line in sys.stdin:
        heard.write(line)
        heard.flush()
    heard.write("end\\n")
"""
_HANGS = """
import signal, time
print("ok", flush=True)
time.sleep(60)
"""
_HANGS_AT_FIRST = """
import os, sys, time
from pathlib import Path
if not Path({heard!r}).exists():
    Path({heard!r}).write_text("hung\\n")
    time.sleep(60)
{well}
"""
_FLOODS = """
import sys
while True:
    sys.stdout.write("ok " * 10_000)
"""


class Players:
    """Makes the commands of such players; what the last one was told is in `heard`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "heard"

    @property
    def heard(self) -> list[str]:
        """The first word or two of every line that they read; and that they began, and ended."""
        lines = self._file.read_text().splitlines() if self._file.exists() else []
        return [" ".join(line.split()[:2]) for line in lines if not line.startswith("volume")]

    @property
    def volumes(self) -> list[float]:
        """The volumes that they were told."""
        lines = self._file.read_text().splitlines() if self._file.exists() else []
        return [float(line.split()[1]) for line in lines if line.startswith("volume")]

    def well(self) -> list[str]:
        """One that says all is well."""
        return self._command(_WELL.format(word="ok", heard=str(self._file)))

    def says(self, word: str) -> list[str]:
        """One that says something else again and again."""
        return self._command(_WELL.format(word=word, heard=str(self._file)))

    def dies(self) -> list[str]:
        """One that ends at once."""
        return self._command("raise SystemExit(1)")

    def hangs(self) -> list[str]:
        """One that is well once, and then neither listens nor speaks, and does not end."""
        return self._command(_HANGS)

    def hangs_at_first(self) -> list[str]:
        """One that never says a word the first time, and is well the second."""
        well = _WELL.format(word="ok", heard=str(self._file))
        return self._command(_HANGS_AT_FIRST.format(heard=str(self._file), well=well))

    def floods(self) -> list[str]:
        """One that speaks without a stop."""
        return self._command(_FLOODS)

    def cannot_start(self) -> list[str]:
        """A program that does not exist."""
        return [str(self._folder / "no-such-program")]

    def _command(self, code: str) -> list[str]:
        return [sys.executable, "-I", "-S", "-c", code]
