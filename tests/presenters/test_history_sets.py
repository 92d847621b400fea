"""A set that is put right: its reps, its seconds and its outcome go together."""

from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SetRecord
from rehabtimer.presenters.history_sets import set_problem, with_outcome, with_reps, with_seconds


def row(**values: object) -> SetRecord:
    plain = SetRecord(
        id="row",
        session="",
        order=0,
        exercise="hold",
        side=Side.LEFT,
        set=1,
        attempt=1,
        moving=False,
        planned_reps=3,
        reps=0,
        planned_seconds=0.3,
        seconds=0.0,
        outcome=None,
    )
    return replace(plain, **values)


def test_whole_holds_are_reps_of_a_stretch() -> None:
    assert (with_seconds(row(), 0.2).reps, with_seconds(row(), 0.2).outcome) == (2, "partial")
    assert (with_seconds(row(), 0.3).reps, with_seconds(row(), 0.3).outcome) == (3, "done")
    assert with_seconds(row(), 9).reps == 3
    assert with_seconds(row(), 0).outcome is None


def test_as_many_reps_as_planned_are_done() -> None:
    moving = row(moving=True)
    assert with_reps(moving, 3).outcome is Outcome.DONE
    assert with_reps(moving, 2).outcome is Outcome.PARTIAL
    assert with_reps(row(moving=True, planned_reps=0), 2).seconds == 0.0


def test_more_than_planned_stays_when_it_is_called_done() -> None:
    more = with_outcome(row(reps=4, seconds=0.5), Outcome.DONE)
    assert (more.reps, more.seconds, set_problem(more)) == (4, 0.5, "")
