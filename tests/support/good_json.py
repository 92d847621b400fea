"""A small export with a row in every table, to be taken in, or spoilt."""

import json
from typing import Any

WHEN = "2026-03-02T08:00:00.000000Z"
DAY = "2026-03-02"

_STAMP = {"at": WHEN, "offset": 60, "local_date": DAY}

PRESCRIPTION = {
    "programme": "runners-knee",
    "affected": "left",
    "timing": {
        "go": 2.0,
        "back": 3.0,
        "switch": 5.0,
        "rest": 30.0,
        "between": 20.0,
        "prepare": 5.0,
    },
    "exercises": [
        {
            "exercise": "clam",
            "moving": True,
            "hold": 2.0,
            "reps": 15,
            "sets": 1,
            "sides": ["left"],
            "change": "set",
            "variant": "",
            "rest": None,
            "left_out": [],
        }
    ],
}

ROWS: dict[str, dict[str, Any]] = {
    "courses": {
        "id": "course",
        "programme": "runners-knee",
        "begun_at": WHEN,
        "started_on": DAY,
        "days": 42,
        "arrangement": "",
        "updated_at": WHEN,
    },
    "plan_changes": {"course": "course", "since": DAY, "weekdays": "1234567"},
    "pauses": {"course": "course", "since": DAY, "until": None},
    "choices": {
        "course": "course",
        "exercise": "clam",
        "on": 1,
        "reason": "",
        "since": "",
        "until": "",
        "not_before": "",
        "variant": "",
        "only": None,
        "hold": None,
        "reps": 10,
        "sets": None,
        "updated_at": WHEN,
    },
    "sessions": {
        "id": "session",
        "programme": "course",
        **_STAMP,
        "updated_at": WHEN,
        "ended_at": WHEN,
        "status": "ended",
        "prescription": PRESCRIPTION,
        "position": 0,
        "speed": 1.0,
        "note": "fine\n",
        "source": "timed",
        "edited_at": None,
        "planned": 1,
        "done": 1,
    },
    "sets": {
        "id": "set",
        "session": "session",
        "sequence": 0,
        "exercise": "clam",
        "side": "left",
        "set_number": 1,
        "attempt": 1,
        "moving": 1,
        "planned_reps": 15,
        "reps": 15,
        "planned_seconds": 30.0,
        "seconds": 30.0,
        "outcome": "done",
    },
    "workouts": {
        "id": "run",
        **_STAMP,
        "sport": "running",
        "minutes": 30,
        "metres": 5000,
        "warmed_up": 1,
        "note": "",
        "edited_at": None,
        "updated_at": WHEN,
    },
    "pain": {
        "id": "answer",
        **_STAMP,
        "knee": "left",
        "score": 3,
        "moment": "extra",
        "session": "session",
        "exercise": None,
        "side": None,
        "set_number": None,
        "rep": None,
        "note": "",
        "sharp": 0,
        "locking": 0,
        "decision": None,
        "activity": "running",
        "workout": "run",
        "edited_at": None,
        "updated_at": WHEN,
    },
    "skips": {
        "id": "skip",
        **_STAMP,
        "course": "course",
        "exercise": "clam",
        "side": None,
        "score": None,
        "reason": "hurt",
        "reach": "today",
        "session": "session",
        "until": None,
        "tried_on": None,
        "updated_at": WHEN,
    },
    "relievers": {"local_date": DAY, "taken": 1, "updated_at": WHEN},
    "total_scores": {
        "id": "total",
        "local_date": DAY,
        "name": "Questionnaire",
        "value": 80.0,
        "most": 100.0,
        "edited_at": None,
        "updated_at": WHEN,
    },
    "preferences": {"key": "theme", "value": "dark", "updated_at": WHEN},
    "deletions": {"kind": "pain", "id": "gone", "at": WHEN},
}

FILE = {"path": "exercises/bridge.toml", "text": 'id = "bridge"\n', "updated_at": WHEN}


def good() -> dict[str, Any]:
    """The whole export, to be changed at will."""
    tables = {name: [row] for name, row in ROWS.items()}
    found: dict[str, Any] = {
        "format": "rehabtimer",
        "version": 3,
        "exported_at": WHEN,
        "program": "0.1.0",
        "tables": tables,
        "files": [FILE],
    }
    copied: dict[str, Any] = json.loads(json.dumps(found))
    return copied


def text(found: object) -> bytes:
    """An export as it stands in a file."""
    return json.dumps(found).encode()


def with_value(table: str, key: str, value: object) -> bytes:
    """An export in which one value is another."""
    found = good()
    found["tables"][table][0][key] = value
    return text(found)
