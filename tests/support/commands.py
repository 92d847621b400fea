"""What the program says of a file on the command line, at a moment of a test's own clock."""

import json
from pathlib import Path
from typing import Any

from rehabtimer.cli import parse
from rehabtimer.cli.commands import answer
from tests.support.clock import FakeClock
from tests.support.kept import as_seen


def said(path: Path, clock: FakeClock, *words: str | Path) -> str:
    """Everything that a command prints about a file."""
    given = [*map(str, words), "--database", str(path)]
    return answer(parse(given), clock).text


def status(path: Path, clock: FakeClock) -> dict[str, Any]:
    """What `rehabtimer status --json` says."""
    found: dict[str, Any] = json.loads(said(path, clock, "status", "--json"))
    return found


def planned(path: Path, clock: FakeClock, *words: str) -> list[str]:
    """The exercises that `rehabtimer plan --json` has, in order."""
    steps = json.loads(said(path, clock, "plan", "--json", *words))["steps"]
    return list(dict.fromkeys(step["exercise"] for step in steps))


def exported(path: Path, clock: FakeClock) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table that `rehabtimer export` writes, whenever they were written."""
    file = path.with_name("exported.json")
    said(path, clock, "export", file, "--force")
    tables: dict[str, list[dict[str, Any]]] = json.loads(file.read_text(encoding="utf-8"))["tables"]
    return as_seen(tables)
