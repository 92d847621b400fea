"""Pictures of what hurts in a session, of what is chosen then, and of what is said about it."""

from msgspec.structs import replace
from studio import Studio, case_of, part, session_of

from rehabtimer.app.program import Program
from rehabtimer.core.pain import PainRule
from rehabtimer.gui.keys import Verb
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.hurts_panel import HurtsPanel
from rehabtimer.gui.views.pain_settings import PainSettingsCard

_LIFT, _STRETCH = "straight-leg-lift", "quad-stretch"
_TWO_REPS, _GETTING_READY = 24.0, 6.0  # seconds from where an exercise begins


def hurts(studio: Studio) -> None:
    """Press "This hurts" at a leg lift and at a stretch, and choose."""
    with studio.sitting(studio.histories.demo()) as program:
        _begin(studio, program)
        _go_to(studio, program, _LIFT)
        _press(program)
        studio.shoot(program, "hurts")
        studio.type(_panel(program), "6")
        studio.shoot(program, "hurts-score")
        studio.type(_panel(program), "D")
        studio.shoot(program, "hurts-date")
        _panel(program).until.back_wanted.emit()
        studio.type(_panel(program), "S")
        studio.shoot(program, "hurts-doctor")
        studio.type(_panel(program), "CK")
        studio.shoot(program, "hurts-chosen")
        _go_to(studio, program, _STRETCH)
        _press(program)
        studio.shoot(program, "hurts-stretch")
        studio.type(_panel(program), "3V")
        studio.shoot(program, "hurts-easier")
        _end(studio, program)


def _end(studio: Studio, program: Program) -> None:
    """Look at it from the floor, and at what the screens after a session say."""
    view = session_of(program).view
    view.set_floor(True)
    session_of(program).wake()
    studio.shoot(program, "hurts-floor")
    view.set_floor(False)
    session_of(program).do(Verb.LEAVE)
    studio.shoot(program, "summary-hurts")
    program.window.open_page(Page.TODAY)
    studio.shoot(program, "today-hurt")


def monitoring(studio: Studio) -> None:
    """Answer by a rule of one's own, which has another order; and look at it in the Settings."""
    with studio.sitting(studio.histories.demo()) as program:
        case = case_of(program)
        limits = replace(case.settings.pain, rule=PainRule.MONITORING)
        case.save(replace(case.settings, pain=limits))
        _begin(studio, program)
        _go_to(studio, program, _LIFT)
        _press(program)
        studio.type(_panel(program), "4")
        studio.shoot(program, "hurts-monitoring")
        studio.type(_panel(program), "F")
        studio.shoot(program, "hurts-less")


def settings(studio: Studio) -> None:
    """Look at the rule for pain, the article's and one's own."""
    with studio.sitting(studio.histories.demo()) as program:
        program.window.open_page(Page.SETTINGS)
        card = part(program, PainSettingsCard)
        studio.scroll_to(card)
        studio.shoot(program, "settings-pain")
        card.rule_chosen.emit(PainRule.MONITORING.value)
        card.ease_set.emit(4.0)
        studio.scroll_to(card)
        studio.shoot(program, "settings-pain-monitoring")


def _begin(studio: Studio, program: Program) -> None:
    program.start_session()
    run = session_of(program)
    run.view.overlay.close_panel()
    run.view.keys.set_enabled(True)
    run.begin()
    studio.settle()


def _go_to(studio: Studio, program: Program, exercise: str) -> None:
    """Be in the middle of an exercise."""
    run = session_of(program)
    there = [each.exercise for each in case_of(program).prescription().exercises]
    run.go_to(there.index(exercise))
    studio.run(run, _TWO_REPS if exercise == _LIFT else _GETTING_READY)


def _press(program: Program) -> None:
    session_of(program).do(Verb.HURTS)


def _panel(program: Program) -> HurtsPanel:
    return part(program, HurtsPanel)
