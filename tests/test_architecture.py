"""The architecture is a test: who imports whom, and what nobody imports."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
SOURCES = sorted((TOP / "rehabtimer").rglob("*.py"))

# Whole modules that speak to a network, and what pulls them in.
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
# Qt's network module may be used for one thing: a second start asks the first to show itself.
LOCAL_ONLY = {"QLocalServer", "QLocalSocket"}


def imports_of(source: str) -> Iterator[tuple[str, str]]:
    """Module and name of everything imported anywhere in `source`; the name may be empty."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def speaks_to_network(module: str, name: str) -> bool:
    if module.startswith("PySide6.QtNetwork") or name == "QtNetwork":
        return name not in LOCAL_ONLY
    if module.startswith(("PySide6.QtWeb", "PySide6.QtHttpServer")):
        return True
    parts = module.split(".")
    starts = {".".join(parts[: end + 1]) for end in range(len(parts))}
    return bool((starts | {f"{module}.{name}"}) & NETWORK)


def test_rooms_import_as_pyproject_says() -> None:
    # In a process of its own: import-linter sets up logging, and silences the loggers it finds.
    code = (
        "from importlinter.cli import lint_imports as lint; raise SystemExit(lint(no_cache=True))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(TOP)))
def test_no_module_can_speak_to_a_network(path: Path) -> None:
    found = [pair for pair in imports_of(path.read_text("utf-8")) if speaks_to_network(*pair)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import http.client as client",
        "from urllib import request",
        "from urllib.request import urlopen",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "def later():\n    import requests.sessions",
    ],
)
def test_a_network_module_would_be_noticed(line: str) -> None:
    assert any(speaks_to_network(*pair) for pair in imports_of(line))


def test_a_local_socket_and_an_address_are_no_network() -> None:
    source = "from PySide6.QtNetwork import QLocalServer\nfrom urllib.parse import quote"
    assert not any(speaks_to_network(*pair) for pair in imports_of(source))


def test_a_command_starts_without_qt_and_charts() -> None:
    code = (
        "import sys, rehabtimer.cli\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "sys.exit(', '.join(loaded & {'PySide6', 'matplotlib', 'numpy'}) or 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
