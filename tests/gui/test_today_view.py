"""Today shows its frame and tells what the person wants."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Side
from rehabtimer.gui.views.today import TodayView
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.week_strip import WeekStrip
from rehabtimer.presenters.frames import PainQuestion, ResumeCard
from tests.support.frames import today_frame
from tests.support.window import click


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
    view.show_frame(today_frame(can_start=False, rows=(), empty="Nothing is on."))
    assert not view.start.isEnabled()
    assert "Nothing is on." in words(view)


def test_try_again_names_its_exercise(qtbot: QtBot, view: TodayView) -> None:
    with qtbot.waitSignal(view.try_again_wanted) as told:
        click(pressed(view, "Try again: Step up"))
    assert told.args == ["step-up"]


def test_the_morning_question_tells_knee_and_score(qtbot: QtBot, view: TodayView) -> None:
    with qtbot.waitSignal(view.morning_answered) as told:
        name = "How is the left knee this morning? 4 of 10"
        click(pressed(view, name))
    assert told.args == [Side.LEFT, 4]


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


def test_the_week_is_said_to_those_who_hear_the_screen(view: TodayView) -> None:
    strip = next(s for s in view.findChildren(WeekStrip) if s.isVisible())
    assert strip.accessibleName().split(", ")[:2] == ["M: full", "T: half"]


def test_the_trend_card_leads_on(qtbot: QtBot, view: TodayView) -> None:
    with qtbot.waitSignal(view.trends_wanted):
        click(pressed(view, "See Trends"))


def test_a_notice_is_shown_above_the_cards(view: TodayView) -> None:
    view.show_frame(today_frame(notice="Step up is back in today's session."))
    assert "Step up is back" in words(view)


def test_frames_replace_each_other_without_a_trace(view: TodayView) -> None:
    before = len(view.findChildren(QPushButton))
    for _time in range(5):
        view.show_frame(today_frame())
    QApplication.sendPostedEvents(None, 52)  # deferred deletes
    QApplication.processEvents()
    assert len(view.findChildren(QPushButton)) == before
