"""Pictures of Today with all that may stand beside the session, and of the Log."""

from datetime import date, time, timedelta

from msgspec.structs import replace
from studio import MORNING, Studio, case_of, make_calm, part, tell

from rehabtimer.app.program import Program
from rehabtimer.core.pain import Activity, Decision, Moment, PainRule, Score
from rehabtimer.gui.keys import Verb
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.log import LogView
from rehabtimer.gui.views.today import TodayView
from rehabtimer.presenters.today_cards import DOCTOR, LATER

_HURT = "step-up"


def calm(studio: Studio) -> None:
    """Look at Today when the log is calm enough to try again what was skipped, and press a card."""
    with studio.sitting(studio.histories.demo()) as program:
        make_calm(case_of(program))
        _show(program)
        studio.shoot(program, "today-try-again")
        part(program, TodayView).card_pressed.emit(DOCTOR, LATER)
        studio.shoot(program, "today-undo")


def limit(studio: Studio) -> None:
    """Look at Today when a knee is past its owner's own limit, and a session waits as well."""
    with studio.sitting(studio.histories.demo()) as program:
        case = case_of(program)
        limits = replace(case.settings.pain, rule=PainRule.MONITORING)
        case.save(replace(case.settings, pain=limits))
        program.start_session(automatic=True)
        if program.session is not None:
            studio.run(program.session, 90.0)
            program.session.do(Verb.LEAVE)
        tell(case, Score(4), Moment.MORNING)
        _show(program)
        studio.shoot(program, "today-limit")
        studio.clock.wall += timedelta(minutes=70)
        _show(program)
        studio.shoot(program, "today-hour-later")


def course(studio: Studio) -> None:
    """Look at Today while the programme rests, and when it is over."""
    with studio.sitting(studio.histories.demo()) as program:
        case_of(program).pause_from(case_of(program).today - timedelta(days=2))
        _show(program)
        studio.shoot(program, "today-paused")
    with studio.sitting(studio.histories.demo(47)) as program:
        make_calm(case_of(program))
        _show(program)
        studio.shoot(program, "today-closing")


def log(studio: Studio) -> None:
    """Look at the Log: empty, with days of answers, with one that is changed or refused."""
    with studio.sitting(studio.histories.fresh()) as program:
        program.window.open_page(Page.LOG)
        studio.shoot(program, "log-empty")
    with studio.sitting(studio.histories.demo()) as program:
        case = case_of(program)
        tell(case, Score(5), Moment.EXTRA, activity=Activity.STAIRS, note="Four floors, twice.")
        studio.clock.wall += timedelta(minutes=3)
        tell(case, None, Moment.DURING, sharp=True, exercise=_HURT, decision=Decision.END)
        program.window.open_page(Page.LOG)
        view = part(program, LogView)
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


def _show(program: Program) -> None:
    program.window.open_page(Page.LOG)
    program.window.open_page(Page.TODAY)
