"""Order, start, pauses and rounds of a course; and everything put back at once."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach
from rehabtimer.core.schedule import EVERY_DAY, Pause, PlanChange
from rehabtimer.storage.courses import Courses
from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History
from rehabtimer.storage.skips import Skips
from tests.storage.test_courses import SHORT_CLAM, STEP_UP_OFF, course, current
from tests.storage.test_skips import skip
from tests.support.histories import DAY, begun

EASIER = Choice(
    exercise="step-up",
    on=False,
    reason="hurt",
    since="2026-03-04",
    until="2026-03-18",
    not_before="2026-03-12",
    variant="low-step",
    only=Side.RIGHT,
)
WEEK_AWAY = Pause(since=DAY + timedelta(days=9), until=DAY + timedelta(days=15))
STILL_AWAY = Pause(since=DAY + timedelta(days=20))


@pytest.fixture
def courses(database: Database) -> Courses:
    return Courses(database)


@pytest.fixture
def skips(database: Database) -> Skips:
    return Skips(database)


def test_a_course_with_everything_comes_back_as_it_was_begun(courses: Courses) -> None:
    made = course(EASIER, SHORT_CLAM)
    plan = replace(made.plan, pauses=(WEEK_AWAY, STILL_AWAY))
    made = replace(made, plan=plan, order=("clam", "step-up", "own-1"))
    courses.begin(made)
    assert courses.current() == made


def test_the_order_is_the_persons_own(courses: Courses) -> None:
    made = course()
    courses.begin(made)
    courses.arrange(made.id, ("clam", "step-up"))
    assert current(courses).order == ("clam", "step-up")
    courses.arrange(made.id, ())
    assert courses.current() == made


def test_the_start_can_be_moved(courses: Courses) -> None:
    made = course()
    courses.begin(made)
    courses.start_on(made.id, DAY + timedelta(days=3))
    assert current(courses).plan.started_on == DAY + timedelta(days=3)


def test_pauses_come_back_in_order_and_can_be_replaced(courses: Courses) -> None:
    other, made = course(), course()
    for begun_course in (other, made):
        courses.begin(begun_course)
    courses.replace_pauses(made.id, (STILL_AWAY, WEEK_AWAY))
    assert current(courses).plan.pauses == (WEEK_AWAY, STILL_AWAY)
    courses.replace_pauses(made.id, (STILL_AWAY,))
    assert current(courses).plan.pauses == (STILL_AWAY,)
    courses.replace_pauses(made.id, ())
    assert courses.current() == made


@pytest.mark.parametrize(
    "pauses",
    [
        (Pause(since=DAY, until=DAY - timedelta(days=1)),),
        (WEEK_AWAY, Pause(since=WEEK_AWAY.since)),
    ],
)
def test_rules_keep_nonsense_out_of_pauses(courses: Courses, pauses: tuple[Pause, ...]) -> None:
    made = course()
    courses.begin(made)
    courses.replace_pauses(made.id, (STILL_AWAY,))
    with pytest.raises(IntegrityError):
        courses.replace_pauses(made.id, pauses)
    assert current(courses).plan.pauses == (STILL_AWAY,)


def test_a_withdrawn_course_takes_along_what_is_its_own(courses: Courses, skips: Skips) -> None:
    first, second = course(STEP_UP_OFF), course(STEP_UP_OFF, SHORT_CLAM)
    for made in (first, second):
        courses.begin(made)
        courses.replace_pauses(made.id, (WEEK_AWAY,))
        skips.keep(skip(made.id))
    courses.withdraw(second.id)
    assert current(courses).id == first.id
    assert [one.course for one in skips.all()] == [first.id]


def test_choices_and_skips_are_kept_together_or_not(courses: Courses, skips: Skips) -> None:
    made = course()
    courses.begin(made)
    off = skip(made.id)
    courses.choose(made.id, (EASIER, SHORT_CLAM), skips=(off,))
    assert current(courses).choices == (EASIER, SHORT_CLAM)
    assert skips.standing(made.id) == {"step-up": off}
    with pytest.raises(IntegrityError):
        courses.choose(made.id, (STEP_UP_OFF,), skips=(skip("nobody"),))
    assert current(courses).choices == (EASIER, SHORT_CLAM)


def test_everything_can_be_put_back(courses: Courses, skips: Skips, history: History) -> None:
    made = replace(course(EASIER), order=("clam",))
    courses.begin(made)
    courses.replace_pauses(made.id, (WEEK_AWAY,))
    standing, during = skip(made.id), replace(skip(made.id, days=1), session=begun(history).id)
    skips.keep(standing)
    before = current(courses)

    courses.choose(
        made.id,
        (SHORT_CLAM, Choice(exercise="step-up")),
        skips=(replace(standing, tried_on=DAY), skip(made.id, "clam")),
    )
    skips.keep(during)
    courses.arrange(made.id, ("step-up", "clam"))
    courses.start_on(made.id, DAY + timedelta(days=1))
    courses.change_plan(made.id, PlanChange(since=DAY + timedelta(days=2), weekdays=EVERY_DAY))
    courses.replace_pauses(made.id, (STILL_AWAY,))
    courses.begin(course(STEP_UP_OFF))
    courses.put_back(before, (standing,))

    assert courses.current() == before
    assert skips.all() == [standing, during]  # what a session skipped stays


def test_putting_back_is_all_or_nothing(courses: Courses, skips: Skips) -> None:
    made = course(STEP_UP_OFF)
    courses.begin(made)
    kept = skip(made.id)
    skips.keep(kept)
    with pytest.raises(IntegrityError):
        courses.put_back(replace(made, choices=()), (skip("nobody"),))
    assert courses.current() == made
    assert skips.all() == [kept]


def test_putting_back_leaves_other_courses_alone(courses: Courses, skips: Skips) -> None:
    first, second = course(STEP_UP_OFF), course(SHORT_CLAM)
    for made in (first, second):
        courses.begin(made)
        skips.keep(skip(made.id))
    courses.put_back(second, ())
    assert [one.course for one in skips.all()] == [first.id]
    courses.put_back(first, skips.all())
    assert courses.current() == first


def test_a_skip_for_today_is_no_choice(courses: Courses, skips: Skips) -> None:
    made = course()
    courses.begin(made)
    skips.keep(skip(made.id, reach=Reach.TODAY))
    assert courses.current() == made
    assert skips.standing(made.id) == {}


def test_a_round_begins_with_its_skips_or_not_at_all(courses: Courses, skips: Skips) -> None:
    made = course(STEP_UP_OFF)
    kept = skip(made.id)
    with pytest.raises(IntegrityError):
        courses.begin(made, [kept, replace(kept, id="of-nowhere", course="gone")])
    assert courses.current() is None
    courses.begin(made, [kept])
    assert courses.current() == made
    assert skips.all() == [kept]
