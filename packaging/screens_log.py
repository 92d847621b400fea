"""Pictures of the Log: each of its forms, the diary, and what is edited, refused or pointed out."""

from datetime import date, time, timedelta

from studio import MORNING, Studio, case_of, part, tell

from rehabtimer.app.program import Program
from rehabtimer.core.pain import Activity, Decision, Moment, Score
from rehabtimer.core.records import Stamp, new_id
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.log import LogView
from rehabtimer.presenters.log_frame import Kind

_HURT = "step-up"


def pain(studio: Studio) -> None:
    """Look at the Log: empty, with days of answers, with one that is changed or refused."""
    with studio.sitting(studio.histories.fresh()) as program:
        _open(program)
        studio.shoot(program, "log-empty")
    with studio.sitting(studio.histories.demo()) as program:
        case = case_of(program)
        tell(case, Score(5), Moment.EXTRA, activity=Activity.STAIRS, note="Four floors, twice.")
        studio.clock.wall += timedelta(minutes=3)
        tell(case, None, Moment.DURING, sharp=True, exercise=_HURT, decision=Decision.END)
        view = _open(program)
        studio.shoot(program, "log-filled")
        view.form.scale.choose(3)
        view.form.whens.chosen.emit("earlier")
        view.form.day.picked.emit(MORNING.date())
        view.form.time.picked.emit(time(23, 30))
        view.form.save.click()
        studio.shoot(program, "log-refused")
        entry = case.store.diary.entries(date.min, date.max)[-1]
        view.edit_wanted.emit(entry.id)
        if view.edited is not None:
            studio.scroll_to(view.edited, above=60)
        studio.shoot(program, "log-editing")
        view.cancelled.emit()
        view.remove_wanted.emit(entry.id)
        studio.shoot(program, "log-undo")


def activity(studio: Studio) -> None:
    """Look at the form about an activity: chosen, refused, kept with a remark, and edited."""
    with studio.sitting(studio.histories.demo()) as program:
        case = case_of(program)
        when = Stamp.of(MORNING - timedelta(days=2), 4)
        earlier = Workout(id=new_id(), when=when, sport=Sport.RUNNING, metres=4000, minutes=27)
        case.store.workouts.add(earlier)
        view = _open(program)
        view.entry.kind_chosen.emit(Kind.ACTIVITY)
        studio.shoot(program, "log-activity")
        form = view.entry.activity
        form.sports.chosen.emit(Sport.RUNNING)
        form.minutes.show_text("forty", "", "")
        form.distance.show_text("5,8", "", "")
        form.warm.setChecked(True)
        next(iter(form.knees.values())).choose(3)
        form.save.click()
        studio.shoot(program, "log-activity-refused")
        form.minutes.show_text("40", "", "")
        form.save.click()
        studio.shoot(program, "log-activity-remark")
        view.edit_wanted.emit(earlier.id)
        if view.edited is not None:
            studio.scroll_to(view.edited, above=60)
        studio.shoot(program, "log-activity-editing")


def total(studio: Studio) -> None:
    """Look at the form for a total, empty and with names that were used before."""
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        view.entry.kind_chosen.emit(Kind.TOTAL)
        studio.shoot(program, "log-total")
        case = case_of(program)
        for name, value, most in (("AKPS", 71, 100), ("KOOS-PF", 62.5, 100)):
            day = case.today - timedelta(days=20)
            total = TotalScore(id=new_id(), day=day, name=name, value=value, most=most)
            case.store.total_scores.add(total)
        view.reliever.taken.emit(True)
        view.reliever.other.click()
        view.entry.total.name.show_text("AKPS", "", "")
        view.entry.total.value.show_text("178", "", "")
        view.entry.total.most.show_text("100", "", "")
        view.entry.total.save.click()
        studio.shoot(program, "log-total-refused")


def _open(program: Program) -> LogView:
    program.window.open_page(Page.LOG)
    return part(program, LogView)
