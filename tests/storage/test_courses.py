import sqlite3
from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from rehabtimer.core.errors import UserError
from rehabtimer.core.prescription import Choice
from rehabtimer.core.records import Course, new_id
from rehabtimer.core.schedule import EVERY_DAY, THREE_DAYS, Plan, PlanChange
from rehabtimer.storage.courses import Courses
from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History
from tests.support.histories import DAY, session

STEP_UP_OFF = Choice(exercise="step-up", on=False, reason="stairs-hurt", since="2026-03-02")
SHORT_CLAM = Choice(exercise="clam", hold=1.5, reps=12, sets=1)


@pytest.fixture
def courses(database: Database) -> Courses:
    return Courses(database)


def course(*choices: Choice, started_on: date = DAY) -> Course:
    changes = (PlanChange(since=started_on, weekdays=THREE_DAYS),)
    plan = Plan(started_on=started_on, days=42, changes=changes)
    return Course(id=new_id(), programme="runners-knee", plan=plan, choices=choices)


def current(courses: Courses) -> Course:
    found = courses.current()
    assert found
    return found


def test_at_first_there_is_none(courses: Courses) -> None:
    assert courses.current() is None


def test_a_course_comes_back_as_it_was_begun(courses: Courses) -> None:
    begun = course(STEP_UP_OFF, SHORT_CLAM)
    courses.begin(begun)
    assert courses.current() == begun


def test_the_course_begun_last_is_the_current_one(courses: Courses) -> None:
    first, second = course(started_on=DAY), course(started_on=DAY - timedelta(days=100))
    for begun in (first, second, first):  # the first one again changes nothing
        courses.begin(begun)
    assert courses.current() == second


def test_a_choice_takes_the_place_of_the_one_before(courses: Courses) -> None:
    begun = course(STEP_UP_OFF)
    courses.begin(begun)
    courses.choose(begun.id, (SHORT_CLAM,))
    courses.choose(begun.id, (Choice(exercise="step-up"),))
    assert current(courses).by_exercise == {
        "step-up": Choice(exercise="step-up"),
        "clam": SHORT_CLAM,
    }


def test_a_change_of_plan_leaves_the_past_alone(courses: Courses) -> None:
    begun = course()
    courses.begin(begun)
    later, latest = DAY + timedelta(days=14), DAY + timedelta(days=20)
    courses.change_plan(begun.id, PlanChange(since=latest, weekdays=()))
    courses.change_plan(begun.id, PlanChange(since=later, weekdays=(7, 6)))
    courses.change_plan(begun.id, PlanChange(since=later, weekdays=EVERY_DAY))
    plan = current(courses).plan
    assert plan.changes == (
        PlanChange(since=DAY, weekdays=THREE_DAYS),
        PlanChange(since=later, weekdays=EVERY_DAY),
        PlanChange(since=latest, weekdays=()),
    )
    assert plan.weekdays(later - timedelta(days=1)) == THREE_DAYS


@pytest.mark.parametrize(
    "choice",
    [
        Choice(exercise="clam", reps=0),
        Choice(exercise="clam", hold=-1.0),
        Choice(exercise="clam", since="yesterday"),
        Choice(exercise="clam", until="2026-3-2"),
        Choice(exercise="clam", not_before="soon"),
    ],
)
def test_rules_keep_nonsense_out_of_choices(courses: Courses, choice: Choice) -> None:
    begun = course()
    courses.begin(begun)
    with pytest.raises(IntegrityError):
        courses.choose(begun.id, (choice,))
    assert courses.current() == begun


def test_rules_keep_nonsense_out_of_plans(courses: Courses) -> None:
    begun = course()
    courses.begin(begun)
    with pytest.raises(IntegrityError):
        courses.change_plan(begun.id, PlanChange(since=DAY, weekdays=(0, 8)))
    with pytest.raises(IntegrityError):
        courses.choose("nobody", (SHORT_CLAM,))
    assert courses.current() == begun


def test_a_course_that_cannot_be_understood_is_damage(courses: Courses, database: Database) -> None:
    courses.begin(course())
    other = sqlite3.connect(database.path)
    other.execute("UPDATE courses SET started_on = '2026-02-31'")
    other.commit()
    other.close()
    with pytest.raises(UserError, match="damaged"):
        courses.current()


def test_a_course_that_was_left_at_once_was_not_taken_up(
    courses: Courses, history: History
) -> None:
    assert courses.taken_up() == []
    trained, left, now = course(), course(), course()
    for made in (trained, left, now):
        courses.begin(made)
    history.begin(replace(session(), programme=trained.id), [])
    assert courses.all() == [trained, left, now]
    assert courses.taken_up() == [trained, now]
