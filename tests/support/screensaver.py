"""A message bus of one's own, and a screensaver on it that notes what it is asked."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any, NamedTuple

from jeepney import (
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    new_error,
    new_method_return,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

SCREENSAVER = "org.freedesktop.ScreenSaver"
GNOME = "org.gnome.SessionManager"
_UNTIL = 10.0  # seconds; a test that waits as long has failed
_LEAVING = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
# Without folders of services, so that the bus starts none of the real ones.
_CONFIG = """<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def session_bus(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a message bus at `address_in(folder)`."""
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(socket=folder / "bus"), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout
        assert daemon.stdout.readline(), "the bus did not start"
        try:
            yield daemon
        finally:
            daemon.kill()


def address_in(folder: Path) -> str:
    """The address of the bus that runs, or would run, in a folder."""
    return f"unix:path={folder / 'bus'}"


class Note(NamedTuple):
    """One thing that the screensaver saw: a call, or that a caller left the bus."""

    what: str
    caller: str
    said: tuple[Any, ...] = ()


class ScreenSaver(Thread):
    """Owns `name`, and grants or refuses.

    A caller that leaves the bus loses what it was granted, as with every real one.
    """

    def __init__(self, address: str, name: str = SCREENSAVER) -> None:
        super().__init__(name="screensaver", daemon=True)
        self.notes: Queue[Note] = Queue()
        self.holders: dict[int, str] = {}  # cookie -> caller
        self.refuses = False
        self.may_answer = Event()
        self.may_answer.set()
        self._cookie = 100
        self._bus = open_dbus_connection(address)
        for request in (message_bus.RequestName(name), message_bus.AddMatch(_LEAVING)):
            self._bus.send_and_get_reply(request, timeout=_UNTIL)
        self.start()

    def next(self) -> Note:
        """What it saw next, waiting for it where need be."""
        return self.notes.get(timeout=_UNTIL)

    def saw_nothing_more(self) -> bool:
        """Whether everything it saw has been asked for."""
        try:
            self.notes.get_nowait()
        except Empty:
            return True
        return False

    def leave(self) -> None:
        """Leave the bus, as a desktop does that crashes."""
        self.may_answer.set()
        with suppress(OSError):  # which means that we have left already
            self._bus.sock.shutdown(socket.SHUT_RDWR)
        self.join(_UNTIL)
        self._bus.close()

    def run(self) -> None:
        with suppress(ConnectionError):  # which means that we, or the bus, have left
            while True:
                self._see(self._bus.receive())

    def _see(self, message: Message) -> None:
        if message.header.message_type is MessageType.method_call:
            self._answer(message)
        elif _LEAVING.matches(message) and not message.body[2]:
            gone = message.body[0]
            if gone in self.holders.values():
                self.holders = {c: who for c, who in self.holders.items() if who != gone}
                self.notes.put(Note("gone", gone))

    def _answer(self, call: Message) -> None:
        what = call.header.fields[HeaderFields.member]
        caller = call.header.fields[HeaderFields.sender]
        self.notes.put(Note(what, caller, call.body))
        self.may_answer.wait()
        if self.refuses:
            reply = new_error(call, "org.freedesktop.DBus.Error.AccessDenied", "s", ("no",))
        elif what == "Inhibit":
            self._cookie += 1
            self.holders[self._cookie] = caller
            reply = new_method_return(call, "u", (self._cookie,))
        else:
            self.holders.pop(call.body[0])
            reply = new_method_return(call)
        self._bus.send(reply)
