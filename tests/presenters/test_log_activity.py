"""Other activity in the Log: kept with the answers about it, changed, deleted, and taken back."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.core.settings import Units
from rehabtimer.core.workouts import Sport, Workout
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log import LogPresenter
from rehabtimer.presenters.log_forms import ActivityAnswer, ActivityForm
from rehabtimer.presenters.log_frame import LogRow
from tests.support.cases import days_pass, welcomed
from tests.support.clock import A_MORNING

YESTERDAY = A_MORNING.date() - timedelta(days=1)
RUN = ActivityAnswer(Sport.RUNNING, "32", "5,2", warmed_up=True, scores=((Side.LEFT, 3),))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee, on Monday 2 March at 8."""
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def log(case: Case) -> LogPresenter:
    return LogPresenter(case)


def kept(case: Case) -> list[Workout]:
    return case.store.workouts.between(None, date.max)


def answers(case: Case) -> list[PainEntry]:
    return case.store.diary.entries(None, date.max)


def rows(log: LogPresenter) -> list[LogRow]:
    return [row for day in log.frame().days for row in day.rows]


def opened(log: LogPresenter, identity: str) -> ActivityForm:
    log.edit(identity)
    form = log.frame().edited
    assert isinstance(form, ActivityForm)
    return form


def answer_of(form: ActivityForm) -> ActivityAnswer:
    """The answer that a form gives back when nothing in it is touched."""
    return ActivityAnswer(
        sport=next(Sport(each.option.key) for each in form.sports if each.option.chosen),
        minutes=form.minutes,
        distance=form.distance,
        warmed_up=form.warmed_up,
        scores=tuple((each.knee, each.score) for each in form.knees if each.score is not None),
        note=form.note,
        day=form.day,
        at=form.at,
    )


# Adding


def test_a_run_is_kept_with_its_pain(case: Case, log: LogPresenter) -> None:
    log.add(replace_answer(RUN, note=" Soft ground. "))
    (run,) = kept(case)
    assert (run.sport, run.minutes, run.metres, run.warmed_up) == (Sport.RUNNING, 32, 5_200, True)
    assert (run.note, run.when, run.edited_at) == ("Soft ground.", case.stamp, None)
    (entry,) = case.store.diary.of_workout(run.id)
    assert (entry.knee, entry.score, entry.moment) == (Side.LEFT, 3, Moment.EXTRA)
    assert (entry.activity, entry.when, entry.note) == (Activity.RUNNING, run.when, "")
    (row,) = rows(log)
    assert row.title == "Running: 5.2 km, 32 min"
    assert row.occasion == "Left knee: 3 of 10 · Stretched and warmed up"
    assert (row.note, row.mark, row.name) == ("Soft ground.", "", "Running: 5.2 km, 32 min, 08:00")


def replace_answer(answer: ActivityAnswer, **values: object) -> ActivityAnswer:
    return ActivityAnswer(**{**vars(answer), **values})


def test_only_what_belongs_to_a_sport_is_kept(case: Case, log: LogPresenter) -> None:
    log.add(ActivityAnswer(Sport.YOGA, "40", "5", warmed_up=True, scores=((Side.RIGHT, 0),)))
    (yoga,) = kept(case)
    assert (yoga.minutes, yoga.metres, yoga.warmed_up) == (40, None, False)
    assert answers(case)[0].activity is Activity.OTHER
    log.add(ActivityAnswer(Sport.CYCLING, distance="20", warmed_up=True))
    ride = kept(case)[1] if kept(case)[0] == yoga else kept(case)[0]
    assert (ride.minutes, ride.metres, ride.warmed_up) == (None, 20_000, False)
    assert {row.title for row in rows(log)} == {"Yoga: 40 min", "Cycling: 20 km"}


def test_nothing_but_the_sport_has_to_be_told(case: Case, log: LogPresenter) -> None:
    log.add(ActivityAnswer(Sport.SWIMMING))
    assert [row.title for row in rows(log)] == ["Swimming"]
    assert answers(case) == []


def test_miles_are_kept_in_metres_and_shown_as_typed(case: Case, log: LogPresenter) -> None:
    case.save(replace(case.settings, units=Units.MILES))
    assert log.frame().activity.distance_name == "Distance in miles"
    log.add(ActivityAnswer(Sport.RUNNING, distance="3.1"))
    (run,) = kept(case)
    assert run.metres == 4_989
    assert rows(log)[0].title == "Running: 3.1 miles"
    assert opened(log, run.id).distance == "3.1"


def test_an_earlier_moment_counts_for_its_own_day(case: Case, log: LogPresenter) -> None:
    log.add(replace_answer(RUN, day=YESTERDAY, at=time(18, 5)))
    (run,), (entry,) = kept(case), answers(case)
    assert (run.when.day, run.when.local.time()) == (YESTERDAY, time(18, 5))
    assert entry.when == run.when


@pytest.mark.parametrize(
    "values, part, sentence",
    [
        ({"sport": None}, "sport", "Please choose what you did."),
        ({"minutes": "forty"}, "minutes", "Minutes are a whole number from 1 to 1,440."),
        ({"minutes": "0"}, "minutes", "whole number"),
        ({"minutes": "1.5"}, "minutes", "whole number"),
        ({"minutes": "1441"}, "minutes", "whole number"),
        ({"distance": "0"}, "distance", "A distance is a number above 0, up to 500 km"),
        ({"distance": "501"}, "distance", "up to 500 km"),
        ({"distance": "-3"}, "distance", "such as 5 or 7.5"),
        ({"note": "x" * 2001}, "note", "one has 1 too many"),
        ({"day": date(2026, 3, 3), "at": time(7)}, "when", "still to come"),
        ({"day": date(1999, 3, 3), "at": time(7)}, "when", "year 2000"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(
    case: Case, log: LogPresenter, values: dict[str, object], part: str, sentence: str
) -> None:
    before = log.frame().activity.id
    log.add(replace_answer(RUN, **values))
    form = log.frame().activity
    assert sentence in getattr(form.problems, part)
    assert (kept(case), answers(case), form.id) == ([], [], before)
    log.add(RUN)
    assert log.frame().activity.problems.are_none
    assert log.frame().activity.id != before


def test_undo_takes_the_answers_along(case: Case, log: LogPresenter) -> None:
    log.add(RUN)
    assert log.frame().undo_text == "“Running: 5.2 km, 32 min” is kept."
    log.undo()
    assert (kept(case), answers(case)) == ([], [])


# Changing


def test_an_untouched_form_changes_nothing(case: Case, log: LogPresenter) -> None:
    log.add(RUN)
    before = kept(case), answers(case)
    days_pass(case, 1)
    log.change(answer_of(opened(log, before[0][0].id)))
    assert (kept(case), answers(case)) == before
    assert log.frame().edited is None


def test_metres_that_no_mile_has_stay_as_they_are(case: Case, log: LogPresenter) -> None:
    log.add(ActivityAnswer(Sport.RUNNING, distance="5.003"))
    case.save(replace(case.settings, units=Units.MILES))
    (run,) = kept(case)
    log.change(replace_answer(answer_of(opened(log, run.id)), note="Flat."))
    assert [each.metres for each in kept(case)] == [5_003]


def test_a_change_is_marked_and_can_be_taken_back(case: Case, log: LogPresenter) -> None:
    log.add(RUN)
    before = kept(case), answers(case)
    days_pass(case, 1)
    form = opened(log, before[0][0].id)
    log.change(replace_answer(answer_of(form), minutes="35", scores=((Side.LEFT, 5),)))
    (run,), (entry,) = kept(case), answers(case)
    assert (run.minutes, run.edited_at) == (35, case.stamp.at)
    assert (entry.id, entry.score, entry.edited_at) == (before[1][0].id, 5, case.stamp.at)
    assert rows(log)[0].mark == "changed by hand"
    assert log.frame().undo_text == "“Running: 5.2 km, 32 min” was changed."
    log.undo()
    assert (kept(case), answers(case)) == before


def test_an_answer_can_be_added_and_taken_away(case: Case, log: LogPresenter) -> None:
    log.add(RUN)
    (run,) = kept(case)
    left, right = opened(log, run.id).knees
    assert (left.shown, right.shown, right.more) == (True, False, "Right knee, too")
    log.change(replace_answer(RUN, scores=((Side.RIGHT, 1),)))
    (entry,) = answers(case)
    assert (entry.knee, entry.workout, entry.edited_at) == (Side.RIGHT, run.id, None)
    assert all(each.shown for each in opened(log, run.id).knees)


def test_a_run_that_becomes_a_walk_takes_its_answers_along(case: Case, log: LogPresenter) -> None:
    log.add(RUN)
    form = opened(log, kept(case)[0].id)
    walk = replace_answer(answer_of(form), sport=Sport.WALKING, day=YESTERDAY, at=time(9))
    log.change(walk)
    (workout,), (entry,) = kept(case), answers(case)
    assert (workout.sport, workout.warmed_up, workout.when.day) == (Sport.WALKING, False, YESTERDAY)
    assert (entry.activity, entry.when) == (Activity.OTHER, workout.when)


def test_a_wrong_change_keeps_the_form_open(case: Case, log: LogPresenter) -> None:
    log.add(RUN)
    before = kept(case)
    opened(log, before[0].id)
    log.change(replace_answer(RUN, minutes="x"))
    form = log.frame().edited
    assert isinstance(form, ActivityForm)
    assert form.problems.minutes
    assert log.frame().activity.problems.are_none
    assert kept(case) == before
    log.cancel()
    log.change(replace_answer(RUN, minutes="5"))
    assert kept(case) == before


def test_deleting_takes_the_answers_along_and_brings_them_back(
    case: Case, log: LogPresenter
) -> None:
    log.add(RUN)
    before = kept(case), answers(case)
    log.edit(before[0][0].id)
    log.remove(before[0][0].id)
    assert (kept(case), answers(case), log.frame().edited) == ([], [], None)
    assert log.frame().undo_text == "“Running: 5.2 km, 32 min” was deleted."
    log.undo()
    assert (kept(case), answers(case)) == before


# Long runs


def test_a_much_longer_run_is_pointed_out_once_it_is_kept(case: Case, log: LogPresenter) -> None:
    log.add(ActivityAnswer(Sport.RUNNING, distance="5", day=YESTERDAY, at=time(9)))
    assert log.frame().remark == ""
    log.add(ActivityAnswer(Sport.RUNNING, distance="5.5"))
    assert log.frame().remark == ""
    days_pass(case, 1)
    log.add(ActivityAnswer(Sport.RUNNING, distance="7"))
    remark = log.frame().remark
    assert remark.startswith("Your log shows 5.5 km as the longest run of the 30 days before;")
    assert "more than 10 %" in remark
    assert len(kept(case)) == 3
    log.add(ActivityAnswer(Sport.YOGA, "20"))
    assert log.frame().remark == ""


def test_a_run_that_is_corrected_is_looked_at_again(case: Case, log: LogPresenter) -> None:
    log.add(ActivityAnswer(Sport.RUNNING, distance="5", day=YESTERDAY, at=time(9)))
    log.add(ActivityAnswer(Sport.RUNNING, distance="5"))
    form = opened(log, kept(case)[-1].id)
    log.change(replace_answer(answer_of(form), distance="15"))
    assert log.frame().remark
    log.undo()
    assert log.frame().remark == ""


def test_no_minutes_and_no_distance_shrink_by_a_thousand(case: Case, log: LogPresenter) -> None:
    log.add(ActivityAnswer(Sport.RUNNING, "1,440", "1,234"))
    assert kept(case) == []
    problems = log.frame().activity.problems
    assert problems.minutes == ""
    assert problems.distance == ("“1,234” can be read in two ways: please write 1234 or 1.234.")
    log.add(ActivityAnswer(Sport.RUNNING, "1,440", "1.234"))
    assert [(run.minutes, run.metres) for run in kept(case)] == [(1440, 1234)]
