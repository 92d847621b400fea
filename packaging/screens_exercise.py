"""Pictures of an exercise's own page, and of the form for one that somebody makes up."""

from own_files import BRIDGE
from studio import Studio, part

from rehabtimer.app.program import Program
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.exercise_form import ExerciseFormView
from rehabtimer.gui.views.exercise_page import ExercisePageView
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.paths import own_folder
from rehabtimer.presenters.exercise_draft import Field

_LIFT, _SKIPPED, _TRIED, _STRETCH = "straight-leg-lift", "step-up", "wall-slide", "quad-stretch"


def pages(studio: Studio) -> None:
    """Look at exercises that were done, skipped, tried again, and never done."""
    with studio.sitting(studio.histories.demo()) as program:
        page = _open(program, _LIFT)
        studio.shoot(program, "exercise")
        _scroll_down(studio, page)
        studio.shoot(program, "exercise-chart")
        page.switch.click()
        studio.shoot(program, "exercise-table")
        for exercise in (_SKIPPED, _TRIED):
            _scroll_down(studio, _open(program, exercise))
            studio.shoot(program, f"exercise-{exercise}")
        page = _open(program, _STRETCH)
        page.version_chosen.emit("lying")
        studio.shoot(program, "exercise-easier")
        page.version_wanted.emit()
        studio.shoot(program, "exercise-version-chosen")
    with studio.sitting(studio.histories.fresh()) as program:
        _open(program, _LIFT)
        studio.shoot(program, "exercise-never-done")


def own(studio: Studio) -> None:
    """Look at an exercise of one's own, and take it away."""
    database = studio.histories.demo()
    exercises = own_folder(database) / "exercises"
    exercises.mkdir(parents=True)
    (exercises / "bridge.toml").write_text(BRIDGE, encoding="utf-8")
    with studio.sitting(database) as program:
        page = _open(program, "bridge")
        studio.shoot(program, "exercise-own")
        page.edit_wanted.emit()
        studio.shoot(program, "form-edit")
        part(program, ExerciseFormView).leave_wanted.emit()
        page = part(program, ExercisePageView)
        page.delete_wanted.emit()
        studio.shoot(program, "exercise-deleted")


def form(studio: Studio) -> None:
    """Look at the form when it is empty, when it is refused, when it moves, and when it is left."""
    with studio.sitting(studio.histories.demo()) as program:
        program.window.open_page(Page.PROGRAMME)
        part(program, ProgrammeView).foot.new_wanted.emit()
        view = part(program, ExerciseFormView)
        studio.shoot(program, "form-empty")
        view.number_set.emit(Field.SETS, 3.0)
        view.save_wanted.emit()
        studio.shoot(program, "form-problems")
        view.written.emit(Field.NAME, "Bridge with one leg long")
        view.written.emit(Field.AREAS, "glutes, hamstrings")
        view.written.emit(Field.STEPS, "Lie on your back with your knees bent.\nStretch one leg.")
        view.chosen.emit(Field.KIND, "reps")
        view.chosen.emit(Field.FIGURE, "clam")
        studio.shoot(program, "form-filled")
        view.leave_wanted.emit()
        studio.shoot(program, "form-leaving")


def _open(program: Program, exercise: str) -> ExercisePageView:
    program.window.open_page(Page.PROGRAMME)
    part(program, ProgrammeView).exercises.open_wanted.emit(exercise)
    return part(program, ExercisePageView)


def _scroll_down(studio: Studio, page: ExercisePageView) -> None:
    studio.scroll_to(page.description, above=60)
