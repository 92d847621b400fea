"""A connection to the desktop's message bus that notices when a promise made over it is gone."""

from collections import deque
from contextlib import suppress
from io import FileIO
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING, Any

from rehabtimer.core.text import _

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection
    from wakepy import DBusAdapter
    from wakepy.core import DBusMethodCall

LONGEST_CALL = 2.0  # seconds
_NAME = "RehabTimer"


class Bus:
    """Made, used and closed by one thread. Nothing is opened before the first call.

    A promise ends with the service that gave it, so whoever is asked is watched from then on.
    """

    def __init__(self) -> None:
        self.is_silent = False  # whether a call was not answered in time
        self._connection: DBusConnection | None = None
        self._watched = ""
        self._owners: deque[Message] = deque()  # told when the watched name changes hands

    def adapter(self) -> "type[DBusAdapter]":
        """Return what makes wakepy's calls over this connection."""
        from wakepy import DBusAdapter

        bus = self

        class Adapter(DBusAdapter):
            def process(self, call: "DBusMethodCall") -> object:
                return bus.call(call)

            def close_connections(self) -> None:
                """Leave out wakepy's collection of garbage, which would halt the window."""
                bus.close()

        return Adapter

    def call(self, call: "DBusMethodCall") -> object:
        """Return a service's answer; raises TimeoutError, OSError, or jeepney's own errors."""
        from jeepney import DBusAddress, new_method_call

        method = call.method
        address = DBusAddress(method.path, method.service, method.interface)
        message = new_method_call(address, method.name, method.signature, _in_our_name(call))
        try:
            self._watch(str(method.service))
            return self._ask(message)
        except TimeoutError:
            self.is_silent = True
            raise

    def wait(self, door: FileIO) -> bool:
        """Wait until `door` can be read: True; sooner where the promise is gone: False.

        Raises OSError where the bus itself is gone.
        """
        if not self._connection:  # a system without a bus, where nothing else can break a promise
            door.read(1)
            return True
        with DefaultSelector() as selector:
            selector.register(door, EVENT_READ)
            selector.register(self._connection.sock, EVENT_READ)
            while not self._is_gone(self._connection):
                if any(key.fileobj is door for key, _events in selector.select()):
                    return True
        return False

    def close(self) -> None:
        """Leave the bus, which ends every promise made over it."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def _ask(self, message: "Message") -> Any:
        from jeepney.wrappers import unwrap_msg

        return unwrap_msg(self._open().send_and_get_reply(message, timeout=LONGEST_CALL))

    def _open(self) -> "DBusConnection":
        from jeepney.io.blocking import open_dbus_connection

        if not self._connection:
            self._connection = open_dbus_connection()
        return self._connection

    def _watch(self, service: str) -> None:
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus

        if service == self._watched:
            return
        rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        rule.add_arg_condition(0, service)
        self._owners = deque()
        self._open().filter(rule, queue=self._owners)
        self._ask(message_bus.AddMatch(rule))
        self._watched = service

    def _is_gone(self, connection: "DBusConnection") -> bool:
        with suppress(TimeoutError):  # which means that there is nothing more to read
            while True:
                connection.recv_messages(timeout=0)
        return any(former for _name, former, _now in (change.body for change in self._owners))


def _in_our_name(call: "DBusMethodCall") -> tuple[object, ...]:
    """Put our words for wakepy's, since desktops show who keeps the screen awake, and why."""
    why = _("An exercise session is running")
    ours = {"application_name": _NAME, "app_id": _NAME, "reason_for_inhibit": why, "reason": why}
    return tuple(ours.get(name, value) for name, value in (call.get_kwargs() or {}).items())
