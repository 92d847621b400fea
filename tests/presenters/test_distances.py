"""Numbers as people type them, and distances that come back as they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabtimer.core.settings import Units
from rehabtimer.core.workouts import MOST_METRES
from rehabtimer.presenters.distances import (
    distance_problem,
    distance_words,
    field_text,
    number_text,
    two_readings,
    typed_metres,
    typed_number,
    typed_whole,
)


@pytest.mark.parametrize(
    "text, number",
    [("5", 5), (" 7.5 ", 7.5), ("7,5", 7.5), (",5", 0.5), ("0", 0), ("007", 7)],
)
def test_points_and_commas_are_both_fine(text: str, number: float) -> None:
    assert typed_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", " ", "five", "-5", "+5", "5.", "1e3", "1,000.5", "1.000,5", "nan", "inf", "٥", "5 km"],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert typed_number(text) is None


@pytest.mark.parametrize(
    "text, units, metres",
    [
        ("5", Units.KM, 5_000),
        ("7,25", Units.KM, 7_250),
        ("1", Units.MILES, 1_609),
        ("26.2", Units.MILES, 42_165),
        ("0,001", Units.KM, 1),
        ("500", Units.KM, MOST_METRES),
        ("310", Units.MILES, 498_897),
    ],
)
def test_distances_are_whole_metres(text: str, units: Units, metres: int) -> None:
    assert typed_metres(text, units) == metres


@pytest.mark.parametrize("text", ["0", "0.0001", "500.001", "999999", "far", ""])
def test_impossible_distances(text: str) -> None:
    assert typed_metres(text, Units.KM) is None


@given(st.integers(1, 310_000), st.sampled_from(Units))
def test_what_was_typed_is_what_is_shown(thousandths: int, units: Units) -> None:
    text = number_text(thousandths / 1000)
    assert field_text(typed_metres(text, units), units) == text


def test_in_words() -> None:
    assert distance_words(7_250, Units.KM) == "7.25 km"
    assert distance_words(5_000, Units.KM) == "5 km"
    assert distance_words(1_609, Units.MILES) == "1 mile"
    assert distance_words(5_000, Units.MILES) == "3.11 miles"
    assert field_text(None, Units.KM) == ""


@pytest.mark.parametrize(
    "text, number",
    [
        ("1,440", 1440),
        ("1.440", 1440),
        ("1 440", 1440),
        ("1\u202f440", 1440),
        ("1'440", 1440),
        ("1,000,000", 1_000_000),
        ("90", 90),
        ("90.0", 90),
        ("0", 0),
    ],
)
def test_whole_numbers_may_be_grouped_by_thousands(text: str, number: int) -> None:
    assert typed_whole(text) == number


@pytest.mark.parametrize("text", ["", "7.5", "1,44", "1,4400", "1,000.000", "0,440", "x", "-1,440"])
def test_whole_numbers_are_grouped_in_one_way_only(text: str) -> None:
    assert typed_whole(text) is None


@pytest.mark.parametrize(
    "text, thousands, decimal",
    [
        ("1,234", "1234", "1.234"),
        ("12,500", "12500", "12.500"),
        ("1,000", "1000", "1"),
        ("1.000", "1000", "1"),
        (" 10.000 ", "10000", "10"),
    ],
)
def test_what_can_be_read_in_two_ways_is_no_number(text: str, thousands: str, decimal: str) -> None:
    assert typed_number(text) is None
    assert typed_metres(text, Units.KM) is None
    said = two_readings(text)
    assert said == (
        f"“{text.strip()}” can be read in two ways: please write {thousands} or {decimal}."
    )
    assert distance_problem(text, Units.KM) == said
    assert typed_number(thousands) == 1000 * float(decimal)
    assert typed_number(decimal) == float(decimal)


@pytest.mark.parametrize("text", ["1.234", "5,25", "0,125", "1234,567", ",500", "five", ""])
def test_anything_else_is_read_in_one_way(text: str) -> None:
    assert two_readings(text) == ""
    assert distance_problem(text, Units.MILES).startswith("A distance is a number above 0")
