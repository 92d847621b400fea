"""What gave way is told: of every kind, in whichever way it differs."""

from pathlib import Path
from typing import Any

import pytest

from rehabtimer.presenters.merge_lost import lost_text
from rehabtimer.presenters.merging import look_into, take_in
from rehabtimer.storage.document import read_document
from rehabtimer.storage.merge_units import KINDS, Side, Unit
from tests.storage.test_courses import course
from tests.storage.test_skips import skip
from tests.support.good_json import good, text
from tests.support.laptops import Laptop, finished


def unit(folder: Path, table: str, **values: Any) -> Unit:
    """The unit of a kind in an export, with other values."""
    found = good()
    found["tables"][table][0].update(values)
    file = folder / "mine.json"
    file.write_bytes(text(found))
    kind = next(kind for kind in KINDS if kind.name == table)
    with finished(read_document(file)) as document:
        return next(Side(document.staging.raw).units(kind))


@pytest.mark.parametrize(
    "table,values,said",
    [
        ("pain", {"score": None, "moment": "during"}, "Given up: no score."),
        ("workouts", {"minutes": None, "metres": None}, "Given up: Running, without a time."),
        ("workouts", {"minutes": 1, "metres": None}, "Given up: Running, 1 minute."),
        ("total_scores", {"most": None}, "Given up: 80."),
        ("choices", {"on": 0}, "Given up: off."),
        ("choices", {"reps": None, "hold": None}, "Given up: on, with the dose of the article."),
        ("choices", {"sets": 3, "hold": 2.5}, "sets 3, reps 10, holding 2.5"),
        ("skips", {"reach": "until", "until": "2026-03-09"}, "until Monday 9 March 2026."),
        ("sessions", {"note": "a\n b " * 100}, 'Its note was "a b a b'),
        ("sessions", {"note": ""}, "Given up: 1 of 1 set."),
    ],
)
def test_what_it_was(tmp_path: Path, table: str, values: dict[str, Any], said: str) -> None:
    told = lost_text(unit(tmp_path, table, **values))
    assert said in told
    assert "\n" not in told
    assert len(told) < 250


def test_what_goes_with_a_programme_that_gives_way_is_told(tmp_path: Path) -> None:
    here = Laptop(tmp_path / "here")
    begun = course()
    here.store.courses.begin(begun)
    here.store.skips.keep(skip(begun.id))
    file = tmp_path / "mine.json"
    file.write_bytes(text(good()))
    found = finished(look_into(here.store, file, here.own))
    assert found.lines[-2:] == (
        "The programme that has only just begun here gives way to the one in the file.",
        (
            "Skip of Step up on Monday 2 March 2026: it goes with that programme. "
            "Given up: until it is turned on."
        ),
    )
    there = Laptop(tmp_path / "there")
    finished(take_in(there.store, file, there.own))
    found = finished(look_into(there.store, here.export(), there.own))
    assert found.lines[-2] == (
        "The programme that has only just begun in the file gives way to the one here."
    )
    assert "Skip of Step up" in found.lines[-1]
    here.close()
    there.close()
