"""Exports that have to be refused, each with a word of what is said about it."""

import io
import sqlite3
import zipfile
from collections.abc import Callable
from typing import Any

from tests.support.good_json import DAY, good, text, with_value

_OVER = 129 * 1024 * 1024
_TURN = "\u202e"  # what is behind it is written the other way round


def _changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    found = good()
    change(found)
    return text(found)


def _raw(before: bytes, after: bytes) -> bytes:
    """The export with some of its bytes replaced by others."""
    whole = text(good())
    assert before in whole
    return whole.replace(before, after, 1)


def _prescribed(key: str, value: object) -> bytes:
    found = good()
    found["tables"]["sessions"][0]["prescription"]["exercises"][0][key] = value
    return text(found)


def _own_file(key: str, value: object) -> bytes:
    found = good()
    found["files"][0][key] = value
    return text(found)


def _zip() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as zipped:
        zipped.writestr("export.json", text(good()))
    return data.getvalue()


def _database() -> bytes:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE t (x)")
        return connection.serialize()


def _twice(table: str) -> bytes:
    return _changed(lambda found: found["tables"][table].append(found["tables"][table][0]))


def _without(*keys: str) -> bytes:
    found = good()
    place: Any = found
    for key in keys[:-1]:
        place = place[int(key) if key.isdigit() else key]
    del place[keys[-1]]
    return text(found)


BAD_JSON: dict[str, tuple[bytes | int, str]] = {
    # What it is instead
    "nothing": (b"", "empty"),
    "blanks": (b" \n\t ", "empty"),
    "a ZIP": (_zip(), "ZIP"),
    "a database": (_database(), "database"),
    "compressed": (b"\x1f\x8b\x08\x00garbage", "compressed"),
    "a PDF": (b"%PDF-1.7\n", "PDF"),
    "TOML": (b'id = "bridge"\n', "not JSON"),
    "CSV": (b"\xef\xbb\xbfdate,start\r\n", "not JSON"),
    "a list": (b"[]", "not JSON"),
    "UTF-16": (text(good()).decode().encode("utf-16"), "UTF-8"),
    "no UTF-8": (_raw(b"fine", b"f\xffne"), "UTF-8"),
    "too large": (_OVER, "128 MB"),
    "zeros": (b"{" + b"\0" * 10_000, "JSON"),
    # No JSON, or none that is safe
    "cut off": (text(good())[:-1], "ends too early"),
    "cut off in a row": (text(good())[: len(text(good())) // 2], "ends too early"),
    "cut off in a text": (_raw(b"fine", b"fine")[:1500], "ends too early"),
    "a brace alone": (b"{", "ends too early"),
    "something behind": (text(good()) + b"{}", "behind the end"),
    "no quotes": (_raw(b'"format"', b"format"), "line 1"),
    "a comma too many": (_raw(b'"files": [', b'"files": [,'), "JSON"),
    "a comment": (_raw(b'"tables"', b'/* mine */ "tables"'), "JSON"),
    "a line end in a text": (_raw(b"fine\\n", b"fine\n"), "control character"),
    "a wrong escape": (_raw(b"fine\\n", b"fine\\x"), "escape"),
    "a head key twice": (
        _raw(b'"version": 3', b'"version": 3, "version": 3'),
        "version",
    ),
    "a table twice": (_raw(b'"skips":', b'"skips": [], "skips":'), "skips"),
    "a column twice": (_raw(b'"knee": "left"', b'"knee": "left", "knee": "right"'), "knee"),
    "a key twice inside": (_raw(b'"go": 2.0', b'"go": 2.0, "go": 3.0'), "go"),
    "NaN": (_raw(b'"speed": 1.0', b'"speed": NaN'), "NaN"),
    "infinite": (_raw(b'"speed": 1.0', b'"speed": Infinity'), "Infinity"),
    "1e999": (_raw(b'"speed": 1.0', b'"speed": 1e999'), "1e999"),
    "1e999 in a setting": (_raw(b'"dark"', b"1e999"), "1e999"),
    "5,000 digits": (_raw(b'"reps": 15', b'"reps": 1' + b"0" * 5000), "digits"),
    "20 digits": (_raw(b'"reps": 15', b'"reps": 1' + b"0" * 20), "reps"),
    "100,000 brackets": (_raw(b'"dark"', b"[" * 100_000), "nested"),
    "100,000 objects": (b'{"a":' * 100_000, "nested"),
    "a text of 2 MB": (_raw(b"fine", b"x" * 2_000_000), "1 MB"),
    "a row of 2 MB": (_raw(b'"dark"', b"[" + b"1," * 1_000_000 + b"1]"), "1 MB"),
    "an object of 100,000 keys": (
        b"{" + b",".join(b'"k%d":1' % n for n in range(100_000)) + b"}",
        "more than 1000 keys",
    ),
    # No export, or one of another time
    "an object": (b"{}", "format"),
    "another program's": (_changed(lambda found: found.update(format="other")), "format"),
    "no version": (_without("version"), "version"),
    "version 0": (_changed(lambda found: found.update(version=0)), "version"),
    "version 3.5": (_changed(lambda found: found.update(version=3.5)), "version"),
    "version true": (_changed(lambda found: found.update(version=True)), "version"),
    "version 4": (_changed(lambda found: found.update(version=4)), "newer RehabTimer"),
    "version 10^60": (_changed(lambda found: found.update(version=10**60)), "newer RehabTimer"),
    "tables before the version": (
        text({"tables": good()["tables"], **{k: v for k, v in good().items() if k != "tables"}}),
        "before the tables",
    ),
    "no moment": (_without("exported_at"), "exported_at"),
    "a moment that is none": (_changed(lambda found: found.update(exported_at="x")), "exported_at"),
    "a date for a moment": (
        _changed(lambda found: found.update(exported_at="2026-01-01")),
        "exported_at",
    ),
    "no tables": (_without("tables"), "tables"),
    "a table missing": (_without("tables", "relievers"), "relievers"),
    "no files": (_without("files"), "files"),
    "tables as a list": (_changed(lambda found: found.update(tables=[])), "JSON"),
    "a table as an object": (_changed(lambda found: found["tables"].update(pain={})), "JSON"),
    "a row as a number": (_changed(lambda found: found["tables"].update(pain=[7])), "pain, row 1"),
    # Values
    "a column missing": (_without("tables", "pain", "0", "knee"), "knee is missing"),
    "-3 reps": (with_value("sets", "reps", -3), "sets, row 1: reps is -3"),
    "reps as text": (with_value("sets", "reps", "15"), "reps"),
    "reps as true": (with_value("sets", "reps", True), "reps"),
    "half a rep": (with_value("sets", "reps", 1.5), "reps"),
    "pain of 11": (with_value("pain", "score", 11), "score is 11"),
    "pain without a score": (with_value("pain", "score", None), "score"),
    "an unknown side": (with_value("pain", "knee", "middle"), "left"),
    "an unknown sport": (with_value("workouts", "sport", "chess"), "sport"),
    "1,441 minutes": (with_value("workouts", "minutes", 1441), "minutes"),
    "the year 0": (with_value("pain", "local_date", "0000-01-01"), "local_date"),
    "the year 9999": (with_value("courses", "started_on", "9999-12-31"), "started_on"),
    "30 February": (with_value("pain", "local_date", "2026-02-30"), "local_date"),
    "a date with a line end": (with_value("pain", "local_date", DAY + "\n"), "local_date"),
    "a moment without a zone": (with_value("pain", "at", "2026-03-02T08:00:00.000000"), "at"),
    "hour 25": (with_value("pain", "at", "2026-03-02T25:00:00.000000Z"), "at"),
    "a day ahead of UTC": (with_value("pain", "offset", 1440), "offset"),
    "weekday 8": (with_value("plan_changes", "weekdays", "18"), "weekdays"),
    "a pause that ends first": (with_value("pauses", "until", "2026-03-01"), "until"),
    "a programme of ten thousand years": (with_value("courses", "days", 3_650_000), "days"),
    "open and ended": (with_value("sessions", "status", "open"), "ended_at"),
    "no speed": (with_value("sessions", "speed", 0), "speed"),
    "an empty id": (with_value("sessions", "id", ""), "id"),
    "an id of 101 letters": (with_value("workouts", "id", "x" * 101), "id"),
    "an id with a null": (with_value("workouts", "id", "a\0b"), "id"),
    "a note of 2,001 letters": (with_value("pain", "note", "x" * 2001), "note"),
    "a control character": (with_value("pain", "note", "a\x1b[31mb"), "note"),
    "a turned note": (with_value("pain", "note", _TURN + "abc"), "note"),
    "a turned name": (with_value("total_scores", "name", _TURN + "abc"), "name"),
    "half a character": (_raw(b"fine", b"\\ud800"), "note"),
    "half a character in a setting": (_raw(b'"dark"', b'"\\udfff"'), "preferences, row 1"),
    "a total of 1,001": (with_value("total_scores", "value", 1001), "value"),
    "an unknown kind of deletion": (with_value("deletions", "kind", "sets"), "kind"),
    # What a session consists of
    "no prescription": (with_value("sessions", "prescription", None), "prescription"),
    "a prescription as text": (with_value("sessions", "prescription", "{}"), "prescription"),
    "a billion reps": (_prescribed("reps", 10**9), "reps"),
    "no reps": (_prescribed("reps", 0), "reps"),
    "a hold of a day": (_prescribed("hold", 86_400), "hold"),
    "three sides": (_prescribed("sides", ["left", "right", "both"]), "sides"),
    "an exercise without sets": (
        _without("tables", "sessions", "0", "prescription", "exercises", "0", "sets"),
        "sets",
    ),
    "a thousand exercises": (
        _changed(
            lambda found: found["tables"]["sessions"][0]["prescription"].update(
                exercises=found["tables"]["sessions"][0]["prescription"]["exercises"] * 1000
            )
        ),
        "exercises",
    ),
    # What belongs to nothing, or is there twice
    "a session twice": (_twice("sessions"), "sessions, row 2"),
    "a set twice": (_twice("sets"), "sets, row 2"),
    "a setting twice": (_twice("preferences"), "preferences, row 2"),
    "a set of no session": (with_value("sets", "session", "lost"), "lost"),
    "pain of no session": (with_value("pain", "session", "lost"), "lost"),
    "pain of no run": (with_value("pain", "workout", "lost"), "lost"),
    "a choice of no course": (with_value("choices", "course", "lost"), "lost"),
    "a skip of no course": (with_value("skips", "course", "lost"), "lost"),
    "a pause of no course": (with_value("pauses", "course", "lost"), "lost"),
    # Own files
    "files as an object": (_changed(lambda found: found.update(files={"a": "b"})), "JSON"),
    "a file outside": (_own_file("path", "../../.bashrc"), "path"),
    "a file from the root": (_own_file("path", "/etc/passwd"), "path"),
    "a file of Windows": (_own_file("path", "exercises\\..\\x.toml"), "path"),
    "a file elsewhere": (_own_file("path", "notes/x.toml"), "path"),
    "a file of 65 kB": (_own_file("text", "#" * 65_537), "64 kB"),
    "a file without a text": (_own_file("text", None), "text"),
    "a file of no time": (_own_file("updated_at", "yesterday"), "updated_at"),
    "half a character in a file": (_raw(b'id = \\"bridge\\"', b"\\ud800"), "text"),
    "a file twice": (_changed(lambda found: found["files"].append(found["files"][0])), "path"),
}
"""By name: the bytes, or how many there are (nothing in them), and a word of the complaint."""
