"""Pictures of Today with all that may stand beside the session."""

from datetime import timedelta

from msgspec.structs import replace
from studio import Studio, case_of, make_calm, part, tell

from rehabtimer.app.program import Program
from rehabtimer.core.pain import Moment, PainRule, Score
from rehabtimer.gui.keys import Verb
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.today import TodayView
from rehabtimer.presenters.today_cards import DOCTOR, LATER


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


def _show(program: Program) -> None:
    program.window.open_page(Page.LOG)
    program.window.open_page(Page.TODAY)
