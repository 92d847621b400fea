"""Pictures of the Programme: its list, what a row opens to, and how it looks in unusual cases."""

from own_files import BRIDGE, KNEE, NO_EXERCISE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from studio import Studio, case_of, make_calm, part, tell

from rehabtimer.app.program import Program
from rehabtimer.core.pain import Moment, Score
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.paths import own_folder
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme_frame import Part
from rehabtimer.presenters.skipping import WhatHurt

_LIFT, _SKIPPED, _TRIED = "straight-leg-lift", "step-up", "wall-slide"
_ABOVE = 8


def programme(studio: Studio) -> None:
    """Look at the list, at what a row opens to, and at a dose beyond the article."""
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        studio.scroll_to(view.exercises, above=60)
        studio.shoot(program, "programme-list")
        _skip_again(case_of(program))
        program.window.open_page(Page.PROGRAMME)
        studio.scroll_to(view.exercises.rows[_SKIPPED], above=_ABOVE)
        studio.shoot(program, "programme-skipped")
        studio.scroll_to(view.foot)
        studio.shoot(program, "programme-foot")
        row = view.exercises.rows[_LIFT]
        row.open()
        studio.scroll_to(row, above=_ABOVE)
        studio.shoot(program, "programme-details")
        row.dose_set.emit(Part.REPS, 40.0)
        studio.scroll_to(row, above=_ABOVE)
        studio.shoot(program, "programme-beyond")
        row.beyond_confirmed.emit()
        row.off_chosen.emit("1")
        studio.scroll_to(row, above=_ABOVE)
        studio.shoot(program, "programme-off")
        _drag(studio, program, view)


def _skip_again(case: Case) -> None:
    """Let what was tried again hurt anew, and the days since then be calm enough to try the other.

    A third exercise hurt this morning, so that there is something to skip in one step.
    """
    make_calm(case)
    hurt = WhatHurt(side=Side.LEFT, score=Score(4))
    case.switch(_TRIED, on=False, reason=OffReason.HURT, hurt=hurt)
    tell(case, Score(2), Moment.DURING, exercise=_LIFT, side=Side.LEFT)


def _drag(studio: Studio, program: Program, view: ProgrammeView) -> None:
    """Hold a row over the place of another."""
    rows = list(view.exercises.rows.values())
    rows[2].more.setChecked(False)
    handle = rows[0].handle
    studio.scroll_to(rows[0], above=_ABOVE)
    studio.settle()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, QPoint(handle.width() // 2, handle.height() * 4))
    studio.shoot(program, "programme-dragging")
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)


def course(studio: Studio) -> None:
    """Look at a programme that rests, at one that is over, and at one with nothing on."""
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        view.plan.more.click()
        view.plan.course.begin.click()
        studio.shoot(program, "programme-another-round")
        view.plan.course.refused.emit()
        view.plan.course.pause.click()
        studio.shoot(program, "programme-paused")
        case = case_of(program)
        for exercise in case.programme.exercises:
            if case.choice(exercise.id).on:
                case.switch(exercise.id, on=False)
        program.window.open_page(Page.PROGRAMME)
        studio.scroll_to(view.exercises, above=160)
        studio.shoot(program, "programme-empty")
        program.window.open_page(Page.TODAY)
        studio.shoot(program, "today-empty")
    with studio.sitting(studio.histories.demo(47)) as program:
        _open(program)
        studio.shoot(program, "programme-over")


def own(studio: Studio) -> None:
    """Look at exercises of one's own in the list, and at one that cannot be read."""
    database = studio.histories.demo()
    exercises = own_folder(database) / "exercises"
    exercises.mkdir(parents=True)
    (exercises / "bridge.toml").write_text(BRIDGE, encoding="utf-8")
    (exercises / "broken.toml").write_text(BRIDGE.replace("sets = 2", "sets = 0"), "utf-8")
    with studio.sitting(database) as program:
        view = _open(program)
        studio.scroll_to(view.foot, above=200)
        studio.shoot(program, "programme-own-offered")
        next(iter(view.foot.own.values())).click()
        studio.scroll_to(view.exercises.rows["bridge"], above=_ABOVE)
        studio.shoot(program, "programme-own")
        program.window.open_page(Page.TODAY)
        studio.shoot(program, "today-left-out")


def importing(studio: Studio) -> None:
    """Look into files that somebody sent: a new one, one in conflict, a broken one."""
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        for name, text in (
            ("import-new", KNEE),
            ("import-broken", KNEE.replace("reps = 10", "reps = 5000")),
            ("import-nothing", NO_EXERCISE),
        ):
            view.file_dropped.emit(studio.histories.written("from-my-therapist.toml", text))
            studio.shoot(program, name)
            QTest.keyClick(program.window.focusWidget() or view, Qt.Key.Key_Escape)
        case_of(program).library.take(
            case_of(program).library.preview(studio.histories.written("first.toml", KNEE))
        )
        changed = KNEE.replace("reps = 10", "reps = 12")
        view.file_dropped.emit(studio.histories.written("from-my-therapist.toml", changed))
        studio.shoot(program, "import-conflict")


def _open(program: Program) -> ProgrammeView:
    program.window.open_page(Page.PROGRAMME)
    return part(program, ProgrammeView)
