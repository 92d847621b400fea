"""The Programme screen's presenter, and what its tests read off its frame."""

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.programme import ProgrammePresenter
from rehabtimer.presenters.programme_frame import DoseStepper, Part, ProgrammeRow


def row(presenter: ProgrammePresenter, exercise: str) -> ProgrammeRow:
    return next(row for row in presenter.frame().rows if row.exercise == exercise)


def order(presenter: ProgrammePresenter) -> list[str]:
    return [row.exercise for row in presenter.frame().rows]


def stepper(presenter: ProgrammePresenter, exercise: str, part: Part) -> DoseStepper:
    return next(s for s in row(presenter, exercise).details.steppers if s.part is part)


def question(presenter: ProgrammePresenter, exercise: str) -> str:
    return row(presenter, exercise).details.question


def chosen(options: tuple[Option, ...]) -> list[str]:
    return [option.key for option in options if option.chosen]


def hurt(case: Case, exercise: str, score: int | None, knee: Side = Side.LEFT) -> None:
    """Tell that an exercise hurt today."""
    entry = PainEntry(
        id=new_id(),
        when=case.stamp,
        knee=knee,
        score=score,
        moment=Moment.DURING,
        exercise=exercise,
        side=knee,
    )
    case.store.diary.add(entry)
