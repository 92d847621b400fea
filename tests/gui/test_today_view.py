"""Today shows its frame and tells what the person wants."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.today import TodayView
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.week_strip import WeekStrip
from rehabtimer.presenters.frames import PainQuestion, ResumeCard, TodayCard
from rehabtimer.presenters.options import Option
from tests.support.frames import today_frame
from tests.support.views import tab_to
from tests.support.window import click, press

BOTH = (
    PainQuestion(Side.LEFT, "How is the left knee this morning?"),
    PainQuestion(Side.RIGHT, "How is the right knee this morning?"),
)
LATER = PainQuestion(Side.LEFT, "How is the left knee an hour after?", moment=Moment.LATER)
DOCTOR = TodayCard(
    "doctor",
    "Three weeks have passed",
    "The article says to see a doctor when pain has not gone by then.",
    (Option("care", "When to see someone"), Option("seen", "I have been seen")),
)


@pytest.fixture
def view(qtbot: QtBot) -> TodayView:
    view = TodayView()
    qtbot.addWidget(view)
    view.resize(1100, 700)
    view.show_frame(today_frame())
    view.show()
    return view


def words(view: TodayView) -> str:
    QApplication.processEvents()
    labels = view.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if each.isVisible())


def pressed(view: TodayView, name: str) -> QPushButton:
    QApplication.processEvents()
    buttons = [b for b in view.findChildren(QPushButton) if b.isVisible()]
    return next(b for b in buttons if name in (b.text(), b.accessibleName()))


def test_rows_say_what_runs_and_what_does_not(view: TodayView) -> None:
    seen = words(view)
    for part in ("Week 1, day 1", "1 of 42 days", "Clam", "2 sets of 15", "8 min", "Step up"):
        assert part in seen
    assert "Skipped since 2 Mar" in seen


def test_start_is_large_and_says_how_long(qtbot: QtBot, view: TodayView) -> None:
    assert view.start.accessibleName() == "Start, 33 min"
    with qtbot.waitSignal(view.start_wanted):
        click(view.start)


def test_without_exercises_there_is_nothing_to_start(view: TodayView) -> None:
    nothing = today_frame(can_start=False, start_minutes="", rows=(), empty="Nothing is on.")
    view.show_frame(nothing)
    assert not view.start.isEnabled()
    assert view.start.text() == view.start.accessibleName() == "Start"
    assert "Nothing is on." in words(view)


def test_try_again_names_its_exercise(qtbot: QtBot, view: TodayView) -> None:
    with qtbot.waitSignal(view.try_again_wanted) as told:
        click(pressed(view, "Try again: Step up"))
    assert told.args == ["step-up"]


def test_a_question_tells_moment_knee_and_score(qtbot: QtBot, view: TodayView) -> None:
    with qtbot.waitSignal(view.answered) as told:
        click(pressed(view, "How is the left knee this morning? 4 of 10"))
    assert told.args == [Moment.MORNING, Side.LEFT, 4]
    view.show_frame(today_frame(questions=(LATER,)))
    with qtbot.waitSignal(view.answered) as told:
        click(pressed(view, "How is the left knee an hour after? 2 of 10"))
    assert told.args == [Moment.LATER, Side.LEFT, 2]


@pytest.mark.parametrize(
    "keys, told",
    [
        ("3", [("left", 3)]),
        ("36", [("left", 3), ("right", 6)]),
        ("10", [("left", 1), ("left", 10)]),
        ("1040", [("left", 1), ("left", 10), ("right", 4), ("right", 0)]),
        ("367", [("left", 3), ("right", 6), ("right", 7)]),
        ("x", []),
    ],
)
def test_digits_answer_question_by_question(
    view: TodayView, keys: str, told: list[tuple[str, int]]
) -> None:
    view.show_frame(today_frame(questions=BOTH))
    heard: list[tuple[str, int]] = []
    view.answered.connect(lambda _moment, knee, score: heard.append((knee.value, score)))
    view.setFocus()
    for key in keys:
        press(view.start, key)
    assert heard == told


def test_a_digit_is_for_the_question_that_has_the_focus(qtbot: QtBot, view: TodayView) -> None:
    view.show_frame(today_frame(questions=BOTH))
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.start.hasFocus)
    scale = pressed(view, "How is the right knee this morning? 0 of 10")
    tab_to(scale)
    with qtbot.waitSignal(view.answered) as told:
        press(scale, "8")
    assert told.args == [Moment.MORNING, Side.RIGHT, 8]


def test_an_answer_leaves_the_keyboard_where_it_is(qtbot: QtBot, view: TodayView) -> None:
    def answer(moment: Moment, knee: Side, score: int) -> None:
        given = PainQuestion(knee, BOTH[0].text, score, moment)
        view.show_frame(today_frame(questions=(given, BOTH[1])))

    view.show_frame(today_frame(questions=BOTH))
    view.answered.connect(answer)
    score = pressed(view, "How is the left knee this morning? 5 of 10")
    view.activateWindow()
    score.setFocus()
    click(score)
    assert score.hasFocus()
    assert score.isChecked()


def test_without_questions_digits_do_nothing(qtbot: QtBot, view: TodayView) -> None:
    view.show_frame(today_frame(questions=()))
    with qtbot.assertNotEmitted(view.answered):
        press(view.start, "4")


def test_a_card_tells_which_action_was_pressed(qtbot: QtBot, view: TodayView) -> None:
    view.show_frame(today_frame(cards=(DOCTOR,)))
    assert DOCTOR.title in words(view)
    assert DOCTOR.text in words(view)
    with qtbot.waitSignal(view.card_pressed) as told:
        click(pressed(view, "I have been seen"))
    assert told.args == ["doctor", "seen"]


def test_pain_can_be_logged_any_time(qtbot: QtBot, view: TodayView) -> None:
    with qtbot.waitSignal(view.log_wanted):
        click(pressed(view, "&Log pain"))


def test_an_answer_that_was_given_is_shown(view: TodayView) -> None:
    question = PainQuestion(Side.RIGHT, "How is the right knee this morning?", 7)
    view.show_frame(today_frame(questions=(question,)))
    QApplication.processEvents()
    scales = [scale for scale in view.findChildren(PainScale) if scale.isVisible()]
    assert [scale.score for scale in scales] == [7]


def test_a_waiting_session_can_be_taken_up(qtbot: QtBot, view: TodayView) -> None:
    assert "Your session is waiting" not in words(view)
    view.show_frame(today_frame(resume=ResumeCard("Your session is waiting", "Clam: set 2")))
    assert "Clam: set 2" in words(view)
    with qtbot.waitSignal(view.resume_wanted):
        click(pressed(view, "Resume"))


def test_only_start_stands_out(view: TodayView) -> None:
    waiting = ResumeCard("Your session is waiting", "Clam: set 1, left leg.")
    view.show_frame(today_frame(resume=waiting, questions=BOTH, cards=(DOCTOR,)))
    standing_out = {"primary", "start"}
    found = [b for b in view.findChildren(QPushButton) if b.property("kind") in standing_out]
    assert found == [view.start]


def test_the_week_is_said_to_those_who_hear_the_screen(view: TodayView) -> None:
    strip = next(s for s in view.findChildren(WeekStrip) if s.isVisible())
    assert strip.accessibleName().split(", ")[:2] == ["M: full", "T: half"]


def test_the_trend_card_leads_on(qtbot: QtBot, view: TodayView) -> None:
    with qtbot.waitSignal(view.trends_wanted):
        click(pressed(view, "See Trends"))


def test_a_notice_is_shown_above_the_cards(view: TodayView) -> None:
    view.show_frame(today_frame(notice="Step up is back in today's session."))
    assert "Step up is back" in words(view)


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_nothing_beside_is_cut(qapp: QApplication, view: TodayView, scale: float) -> None:
    apply_theme(qapp, Theme.LIGHT, scale)
    view.resize(784, 596)
    view.show_frame(today_frame(questions=BOTH, cards=(DOCTOR,)))
    QApplication.processEvents()
    for each in view.findChildren(QPushButton):
        above = each.parentWidget()
        while above is not None and each.isVisible() and above is not view:
            right = each.mapTo(above, each.rect().topRight()).x()
            assert right < above.width(), each.text() or each.accessibleName()
            above = above.parentWidget()
    apply_theme(qapp, Theme.LIGHT)


def test_frames_replace_each_other_without_a_trace(view: TodayView) -> None:
    before = len(view.findChildren(QPushButton))
    for _time in range(5):
        view.show_frame(today_frame())
    QApplication.sendPostedEvents(None, 52)  # deferred deletes
    QApplication.processEvents()
    assert len(view.findChildren(QPushButton)) == before
