"""Whatever a person does on three laptops: their exports make the same history in any order."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rehabtimer.core.prescription import Choice
from rehabtimer.core.records import SessionStatus, planned_sets
from rehabtimer.core.workouts import Sport, Workout
from tests.storage.test_courses import course
from tests.support.histories import done, pain, session, stamp
from tests.support.laptop_acts import FAMILIES, Act
from tests.support.laptops import Laptop, merged, said

LAPTOPS = 3

# Which laptop, what is done there, with what, and after how many seconds; or which one's export
# it takes in.
Step = tuple[int, Act, int, int] | tuple[int, int]
visits = st.tuples(st.integers(0, LAPTOPS - 1), st.integers(0, LAPTOPS - 1))


@st.composite
def lives(draw: st.DrawFn) -> list[Step]:
    """A life about one thing, which often begins with something that all three laptops have."""
    family = draw(st.sampled_from(FAMILIES))
    acts = st.tuples(
        st.integers(0, LAPTOPS - 1), st.sampled_from(family), st.integers(0, 3), st.integers(0, 1)
    )
    known: list[Step] = [(0, family[0], 0, 1), (0, family[1], 1, 1), (1, 0), (2, 0)]
    begun = draw(st.sampled_from((known, known[:1], [])))
    return [*begun, *draw(st.lists(st.one_of(acts, acts, acts, visits), max_size=16))]


fast_clocks = st.lists(st.sampled_from((0, 0, 3, 3600)), min_size=LAPTOPS, max_size=LAPTOPS)


@contextmanager
def lived(life: list[Step], ahead: list[int]) -> Iterator[tuple[Path, list[Path]]]:
    """The folder and the exports of three laptops after all this has happened."""
    with tempfile.TemporaryDirectory() as name:
        laptops = [Laptop(Path(name, str(number))) for number in range(LAPTOPS)]
        for laptop, seconds in zip(laptops, ahead, strict=True):
            laptop.later(seconds)
        for step in life:
            if len(step) == 2:
                laptops[step[0]].takes(laptops[step[1]].export())
            else:
                number, act, what, seconds = step
                for laptop in laptops:
                    laptop.later(seconds)
                act(laptops[number], what)
        files = [laptop.export() for laptop in laptops]
        for laptop in laptops:
            laptop.close()
        yield Path(name), files


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
@given(lives(), fast_clocks)
def test_the_order_of_exports_does_not_matter(life: list[Step], ahead: list[int]) -> None:
    with lived(life, ahead) as (folder, files):
        check_orders(folder, *files)


def check_orders(folder: Path, one: Path, two: Path, three: Path) -> bytes:
    """Return what three exports come to, which is the same however they are taken in."""
    both = merged(folder / "12", one, two)
    other = merged(folder / "23", two, three)
    assert said(merged(folder / "0", one)) == said(one)
    assert said(merged(folder / "21", two, one)) == said(both)
    assert said(merged(folder / "121", one, two, one, two)) == said(both)
    everything = said(merged(folder / "12-3", both, three))
    assert said(merged(folder / "1-23", one, other)) == everything
    assert said(merged(folder / "321", three, two, one)) == everything
    assert said(merged(folder / "13-2", merged(folder / "13", one, three), two)) == everything
    assert said(merged(folder / "23-12", other, both)) == everything
    return everything


# ---------------------------------------------------------------- what took thought


@pytest.fixture
def three(tmp_path: Path) -> Iterator[list[Laptop]]:
    laptops = [Laptop(tmp_path / name) for name in "abc"]
    yield laptops
    for laptop in laptops:
        laptop.close()


def session_on(laptop: Laptop) -> str:
    record = session(stamp(), status=SessionStatus.ENDED)
    planned = planned_sets(record.id, record.prescription)
    laptop.store.history.begin(record, [done(row) for row in planned])
    return record.id


def known_to_all(three: list[Laptop]) -> str:
    one, two, last = three
    identity = session_on(one)
    for laptop in (two, last):
        laptop.takes(one.export())
    return identity


def check(tmp_path: Path, three: list[Laptop]) -> bytes:
    return check_orders(tmp_path, *(laptop.export() for laptop in three))


def test_deleted_here_told_about_there_and_edited_elsewhere(
    tmp_path: Path, three: list[Laptop]
) -> None:
    """What is told brings the session back before anybody knows that it was edited."""
    one, two, last = three
    identity = known_to_all(three)
    one.later(6).store.history.remove(identity)
    two.later(8).store.diary.add(replace(pain(1), session=identity))
    last.later(9).store.history.note(identity, "edited")
    assert f'"session":"{identity}","exercise":null'.encode() in check(tmp_path, three)


def test_an_answer_older_than_the_deletion_loses_its_session(
    tmp_path: Path, three: list[Laptop]
) -> None:
    """Where the answer was with the deletion it has lost it already, and nobody could tell."""
    one, two, last = three
    identity = known_to_all(three)
    one.later(2).store.diary.add(replace(pain(1), session=identity))
    two.later(3).takes(one.export())
    one.later(6).store.history.remove(identity)
    last.later(9).store.history.note(identity, "edited")
    whole = check(tmp_path, three)
    assert b"edited" in whole
    assert b'"session":null,"exercise":null' in whole


@pytest.mark.parametrize("later", [False, True])
def test_answers_about_an_activity_that_was_deleted_and_edited(
    tmp_path: Path, three: list[Laptop], later: bool
) -> None:
    one, two, last = three
    run = Workout(id="run", when=stamp(), sport=Sport.RUNNING)
    one.store.workouts.add(run)
    for laptop in (two, last):
        laptop.takes(one.export())
    two.later(8 if later else 2).store.diary.add(replace(pain(1), workout="run"))
    one.later(6).store.workouts.remove("run")
    last.later(9).store.workouts.change(replace(run, minutes=9))
    whole = check(tmp_path, three)
    assert b'"minutes":9' in whole
    assert (b'"workout":"run"' in whole) is later


def test_a_history_that_has_lost_its_records_has_still_begun(
    tmp_path: Path, three: list[Laptop]
) -> None:
    one, two, last = three
    one.store.courses.begin(course())
    identity = session_on(one)
    two.takes(one.export())
    two.later(5).store.history.remove(identity)
    two.store.courses.begin(course())
    last.store.courses.begin(course())
    session_on(last)
    assert check(tmp_path, three).count(b'"begun_at"') == 3


def test_a_course_that_was_withdrawn_and_gone_on_with(tmp_path: Path, three: list[Laptop]) -> None:
    one, two, last = three
    known_to_all(three)
    first, second = course(), course()
    one.store.courses.begin(first)
    one.later(1).store.courses.begin(second)
    for laptop in (two, last):
        laptop.takes(one.export())
    one.later(5).store.courses.put_back(first, ())
    two.later(8).store.courses.choose(second.id, (Choice(exercise="clam", reps=9),))
    last.later(9).store.courses.arrange(second.id, ("clam",))
    assert check(tmp_path, three).count(b'"begun_at"') == 1
