"""Wires the Programme screen: what each press on it does."""

from collections.abc import Callable

from rehabtimer.core.programme import Side
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.presenters.programme import ProgrammePresenter


def wire_programme(view: ProgrammeView, presenter: ProgrammePresenter) -> Callable[[], None]:
    """Connect the two, and return what fills the screen.

    What leads elsewhere stays open: an exercise's page, a new one, import and export.
    """

    def fill() -> None:
        view.show_frame(presenter.frame())

    def connect(signal: object, verb: Callable[..., object]) -> None:
        def slot(*values: object) -> None:
            verb(*values)
            fill()

        signal.connect(slot)  # type: ignore[attr-defined]

    rows, plan, doses = view.exercises, presenter.plan, presenter.doses
    course = view.plan.course
    for signal, verb in (
        (view.knee_chosen, lambda knee: presenter.set_affected(Side(knee))),
        (view.first_chosen, presenter.set_first),
        (view.group_floor_set, presenter.set_group_floor),
        (view.hurt_skip_wanted, presenter.skip_hurt),
        (view.undo_wanted, presenter.undo),
        (view.plan.plan_chosen, plan.choose),
        (view.plan.weekday_toggled, plan.toggle_weekday),
        (course.start_picked, plan.start_on),
        (course.pause_toggled, plan.toggle_pause),
        (course.begin_wanted, plan.ask_to_begin),
        (course.begin_confirmed, plan.begin_again),
        (view.plan.follow_wanted, plan.follow),
        (course.refused, presenter.keep),
        (rows.switched, presenter.switch),
        (rows.dose_set, doses.set),
        (rows.beyond_confirmed, lambda _exercise: doses.go_beyond()),
        (rows.refused, lambda _exercise: presenter.keep()),
        (rows.reset_wanted, doses.reset),
        (rows.variant_chosen, presenter.choose_variant),
        (rows.legs_chosen, presenter.choose_legs),
        (rows.swap_chosen, presenter.swap),
        (rows.off_chosen, presenter.turn_off),
        (rows.off_date_chosen, presenter.turn_off_until),
        (rows.place_wanted, presenter.move),
        (view.foot.add_wanted, presenter.add),
        (view.foot.restore_wanted, presenter.restore_article),
    ):
        connect(signal, verb)
    return fill
