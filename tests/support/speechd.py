"""A private speech-dispatcher with espeak-ng, which speaks to a private sound server.

Folder, socket and settings are its own, and it ends with the test. Needs speech-dispatcher and
speech-dispatcher-espeak-ng (`packaging/test --audio` sees to them).
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path

from tests.support.pulse import SoundServer, wait_until

_OWN = Path("/etc/speech-dispatcher/modules/espeak-ng.conf")
_SETTINGS = """
LogLevel 1
LogDir "{folder}"
AudioOutputMethod "pulse"
DefaultLanguage "en"
DefaultModule "espeak-ng"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DisableAutoSpawn
"""


class SpeechDaemon:
    """A speech-dispatcher that can be killed and frozen."""

    def __init__(self, folder: Path, server: SoundServer) -> None:
        """`folder` is empty and has a short path: sockets allow about 100 characters."""
        self._folder = folder
        self._server = server
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "modules").mkdir()
        shutil.copy(_OWN, folder / "modules")
        (folder / "speechd.conf").write_text(_SETTINGS.format(folder=folder))
        self.environment = server.environment | {"SPEECHD_ADDRESS": f"unix_socket:{self._socket}"}

    def start(self) -> None:
        """Start it, and wait until its socket is there."""
        self._socket.unlink(missing_ok=True)
        command = [
            *("speech-dispatcher", "--run-single", "--timeout=0", f"--config-dir={self._folder}"),
            *("--communication-method=unix_socket", f"--socket-path={self._socket}"),
            *(f"--pid-file={self._folder}/pid", f"--log-dir={self._folder}"),
        ]
        environment = self._server.environment | {"LC_ALL": "C.UTF-8"}  # an unknown one ends it
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, env=environment, stdout=log, stderr=log, start_new_session=True
            )
        wait_until(self._socket.exists, f"no speech-dispatcher: {self._folder / 'log'}")

    def close(self) -> None:
        """End it and its modules, however they are."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Let it hang: connections are still taken, and nothing is answered."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    @property
    def _socket(self) -> Path:
        return self._folder / "socket"

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)
