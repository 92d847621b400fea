"""Connects what is pressed on the Programme with what it does there."""

from collections.abc import Callable

from rehabtimer.app.wiring import then
from rehabtimer.core.programme import Side
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.presenters.programme import ProgrammePresenter


def wire_programme(view: ProgrammeView, presenter: ProgrammePresenter) -> Callable[[], None]:
    """Connect everything that stays on the screen, and return what fills it."""

    def fill() -> None:
        view.show_frame(presenter.frame())

    def no(*_about: object) -> None:
        presenter.keep()

    exercises, plan, course = view.exercises, view.plan, view.plan.course
    for signal, verb in (
        (view.knee_chosen, lambda knee: presenter.set_affected(Side(knee))),
        (view.first_chosen, presenter.set_first),
        (view.group_floor_set, presenter.set_group_floor),
        (view.hurt_skip_wanted, presenter.skip_hurt),
        (view.undo_wanted, presenter.undo),
        (exercises.switched, presenter.switch),
        (exercises.place_wanted, presenter.move),
        (exercises.variant_chosen, presenter.choose_variant),
        (exercises.legs_chosen, presenter.choose_legs),
        (exercises.swap_chosen, presenter.swap),
        (exercises.off_chosen, presenter.turn_off),
        (exercises.off_date_chosen, presenter.turn_off_until),
        (exercises.dose_set, presenter.doses.set),
        (exercises.beyond_confirmed, lambda _exercise: presenter.doses.go_beyond()),
        (exercises.reset_wanted, presenter.doses.reset),
        (exercises.refused, no),
        (plan.plan_chosen, presenter.plan.choose),
        (plan.weekday_toggled, presenter.plan.toggle_weekday),
        (plan.follow_wanted, presenter.plan.follow),
        (course.start_picked, presenter.plan.start_on),
        (course.pause_toggled, presenter.plan.toggle_pause),
        (course.begin_wanted, presenter.plan.ask_to_begin),
        (course.begin_confirmed, presenter.plan.begin_again),
        (course.refused, no),
        (view.foot.add_wanted, presenter.add),
        (view.foot.restore_wanted, presenter.restore_article),
    ):
        signal.connect(then(verb, fill))
    return fill
