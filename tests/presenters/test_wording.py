"""Doses, times, sides and dates in words."""

from datetime import date

import pytest

from rehabtimer.core.prescription import prescribe
from rehabtimer.core.programme import Phase, Side
from rehabtimer.presenters.wording import (
    date_text,
    dose_text,
    figure,
    knee_text,
    knees,
    left_text,
    length_text,
    minutes_text,
    phase_word,
    set_text,
    short_date,
    side_text,
)
from tests.support.cases import shipped

DOSES = {
    "quad-stretch": "2 sets, 15 s each leg",
    "hip-flexor-stretch": "10 s each leg",
    "straight-leg-lift": "2 sets of 20 each leg, 2 s hold",
    "calf-stretch": "3 times 15 s, left leg",
    "step-up": "10 times each leg, 1 s hold",
    "clam": "2 sets of 15 each side, 2 s hold",
    "wall-slide": "2 sets of 10, 5 s hold",
    "donkey-kick": "10 times each leg, 1 s hold",
    "it-band-stretch": "2 sets, 10 s each leg",
    "hamstring-stretch": "3 sets, 20 s each leg",
}
SETS = {"quad-stretch": "15 s", "straight-leg-lift": "20 reps", "hamstring-stretch": "20 s"}


@pytest.mark.parametrize("exercise", DOSES)
def test_every_dose_in_words(exercise: str) -> None:
    items = prescribe(shipped(), {}, affected=Side.LEFT).exercises
    item = next(item for item in items if item.exercise == exercise)
    assert dose_text(shipped().exercise(exercise), item) == DOSES[exercise]
    if exercise in SETS:
        assert set_text(shipped().exercise(exercise), item) == SETS[exercise]


@pytest.mark.parametrize(
    "side, exercise, words",
    [
        (Side.LEFT, "clam", "left side"),
        (Side.RIGHT, "clam", "right side"),
        (Side.RIGHT, "step-up", "right leg"),
        (Side.BOTH, "wall-slide", "both legs"),
    ],
)
def test_sides(side: Side, exercise: str, words: str) -> None:
    assert side_text(side, shipped().exercise(exercise)) == words


def test_a_side_without_an_exercise_is_a_leg() -> None:
    assert side_text(Side.LEFT) == "left leg"


def test_knees() -> None:
    assert knees(Side.BOTH) == (Side.LEFT, Side.RIGHT)
    assert knees(Side.RIGHT) == (Side.RIGHT,)
    assert knee_text(Side.LEFT) == "Left knee"
    assert knee_text(Side.BOTH) == "Both knees"


@pytest.mark.parametrize(
    "seconds, words",
    [(0, "½ min"), (44, "½ min"), (45, "1 min"), (89, "1 min"), (91, "2 min"), (1980, "33 min")],
)
def test_minutes(seconds: float, words: str) -> None:
    assert minutes_text(seconds) == words


@pytest.mark.parametrize(
    "seconds, words",
    [
        (44, "less than a minute left"),
        (45, "1 min left"),
        (61, "2 min left"),
        (1980, "33 min left"),
    ],
)
def test_time_left_is_never_too_short(seconds: float, words: str) -> None:
    assert left_text(seconds) == words


def test_dates() -> None:
    assert date_text(date(2026, 3, 2)) == "Monday 2 March"
    assert short_date(date(2026, 11, 14)) == "14 Nov"


def test_another_year_is_named() -> None:
    day, today = date(2026, 3, 2), date(2026, 11, 14)
    assert date_text(day, today) == "Monday 2 March"
    assert short_date(day, today) == "2 Mar"
    assert date_text(day, date(2027, 1, 1)) == "Monday 2 March 2026"
    assert short_date(day, date(2027, 1, 1)) == "2 Mar 2026"


@pytest.mark.parametrize(
    "seconds, text",
    [
        (59 * 60, "59 min"),
        (60 * 60, "1 h 0 min"),
        (15_129, "4 h 12 min"),
        (3_600_000, "1,000 h 0 min"),
    ],
)
def test_a_length_of_time_to_be_summed_up(seconds: float, text: str) -> None:
    assert length_text(seconds) == text


@pytest.mark.parametrize("value, text", [(15.0, "15"), (1.5, "1.5"), (0, "0"), (2.25, "2.25")])
def test_figures(value: float, text: str) -> None:
    assert figure(value) == text


def test_every_phase_has_a_word_of_its_own() -> None:
    assert len({phase_word(phase) for phase in Phase}) == len(Phase)
