from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach, Skip, new_id
from rehabtimer.storage.courses import Courses
from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History
from rehabtimer.storage.skips import Skips
from tests.storage.test_courses import course
from tests.support.histories import DAY, begun, stamp


def skip(
    course: str, exercise: str = "step-up", *, days: int = 0, reach: Reach = Reach.OPEN
) -> Skip:
    """A skip because something hurt, so many days after the start."""
    return Skip(
        id=new_id(),
        when=stamp(DAY + timedelta(days=days)),
        course=course,
        exercise=exercise,
        score=5,
        reason=OffReason.HURT,
        reach=reach,
    )


@pytest.fixture
def skips(database: Database) -> Skips:
    return Skips(database)


@pytest.fixture
def here(database: Database) -> str:
    """The id of a course that is there."""
    made = course()
    Courses(database).begin(made)
    return made.id


def test_a_skip_comes_back_as_it_was_kept(skips: Skips, history: History, here: str) -> None:
    plain = Skip(
        id=new_id(),
        when=stamp(offset=-570),
        course=here,
        exercise="clam",
        reason=OffReason.OWN_CHOICE,
        reach=Reach.TODAY,
    )
    full = replace(
        skip(here, days=1, reach=Reach.UNTIL),
        side=Side.LEFT,
        session=begun(history).id,
        until=DAY + timedelta(days=14),
        tried_on=DAY + timedelta(days=9),
    )
    skips.keep(full, plain)
    assert skips.all() == [plain, full]
    assert skips.all("clam") == [plain]
    assert skips.all("bridge") == []
    assert skips.of_session(full.session or "") == [full]
    assert skips.of_course(here) == [plain, full]
    assert skips.of_course("nobody") == []


def test_a_skip_kept_again_takes_its_new_reach_and_dates(skips: Skips, here: str) -> None:
    first = skip(here)
    skips.keep(first)
    until = DAY + timedelta(days=7)
    changed = replace(first, reach=Reach.UNTIL, until=until, tried_on=until)
    skips.keep(replace(changed, score=9, exercise="clam"))  # what it was about stays
    assert skips.all() == [changed]
    skips.keep(first)
    assert skips.all() == [first]


def test_nothing_kept_is_nothing_changed(skips: Skips) -> None:
    skips.keep()
    skips.remove("nobody")
    assert skips.all() == []


def test_a_removed_skip_is_gone(skips: Skips, here: str) -> None:
    kept, removed = skip(here), skip(here, days=1)
    skips.keep(kept, removed)
    skips.remove(removed.id)
    assert skips.all() == [kept]


def test_the_latest_that_lasts_and_was_not_tried_again_stands(
    skips: Skips, database: Database, here: str
) -> None:
    other = course()
    Courses(database).begin(other)
    latest, until = skip(here, days=5), skip(here, "clam", days=1, reach=Reach.UNTIL)
    skips.keep(
        latest,
        skip(here, days=1),
        until,
        skip(here, days=9, reach=Reach.TODAY),
        skip(here, "clam", days=9, reach=Reach.SIDE),
        replace(skip(here, "bridge"), tried_on=DAY),
        skip(other.id, "wall-slide"),
    )
    assert skips.standing(here) == {"step-up": latest, "clam": until}


def test_a_skip_outlives_its_session(
    skips: Skips, history: History, database: Database, here: str
) -> None:
    kept = replace(skip(here), session=begun(history).id)
    skips.keep(kept)
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM sessions")
    assert skips.all() == [replace(kept, session=None)]


@pytest.mark.parametrize(
    "change",
    [{"score": 11}, {"score": -1}, {"score": 2.5}, {"course": "nobody"}, {"session": "nobody"}],
)
def test_rules_keep_nonsense_out(skips: Skips, here: str, change: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        skips.keep(skip(here, "clam"), replace(skip(here), **change))
    assert skips.all() == []
