"""A past session and its form through their real widgets, by keyboard and by mouse."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.app.wiring import then
from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionStatus
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.history_form import PastFormView
from rehabtimer.gui.views.history_session import PastView
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_changes import HistoryChanges
from rehabtimer.presenters.history_form import PastFormPresenter
from rehabtimer.presenters.history_session import PastPresenter
from tests.support.cases import welcomed
from tests.support.clock import A_MORNING
from tests.support.past import of, past, told
from tests.support.views import show, tab_to
from tests.support.window import click, press

TODAY = A_MORNING.date()  # Monday 2 March 2026
LIFT = "straight-leg-lift"
FIRST = f"{LIFT}/left/1"
SIZES = [(784, 560), (1100, 700), (1640, 1000)]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, case: Case) -> PastFormView:
    """The form of yesterday's session, of which four sets were done."""
    apply_theme(qapp, Theme.LIGHT)
    record = past(case, 1, 4)
    return opened_form(qtbot, PastFormPresenter.edit(case, HistoryChanges(case), record.id))


def opened_form(
    qtbot: QtBot, presenter: PastFormPresenter, size: tuple[int, int] = (1100, 700)
) -> PastFormView:
    """A form, wired as the program does it; keeping it shows what is wrong."""
    view = PastFormView()

    def fill() -> None:
        view.show_frame(presenter.frame())

    for signal, verb in (
        (view.day_picked, presenter.set_day),
        (view.time_picked, presenter.set_time),
        (view.how_chosen, presenter.choose_how),
        (view.all_finished, presenter.finish_all),
        (view.finished, presenter.finish),
        (view.outcome_chosen, presenter.choose_outcome),
        (view.reps_set, presenter.set_reps),
        (view.seconds_set, presenter.set_seconds),
        (view.pain_told, presenter.tell),
        (view.note_written, presenter.write_note),
        (view.keep_wanted, presenter.keep),
    ):
        signal.connect(then(verb, fill))
    fill()
    show(qtbot, view, size)
    view.setFocus()
    return view


def opened_page(qtbot: QtBot, case: Case, session: str) -> PastView:
    view, page = PastView(), PastPresenter(case, HistoryChanges(case), session)
    view.show_frame(page.frame())
    show(qtbot, view)
    view.setFocus()
    return view


def words(view: QWidget) -> str:
    QApplication.processEvents()
    labels = [each for each in view.findChildren(QLabel) if each.isVisible() and each.text()]
    return "\n".join(each.text() for each in labels)


def kept(case: Case) -> list[Outcome | None]:
    record = case.store.history.sessions(None, date.max)[-1]
    return [row.outcome for row in of(case, record, LIFT)]


# The page of a session


def test_a_session_shows_every_set(qtbot: QtBot, qapp: QApplication, case: Case) -> None:
    apply_theme(qapp, Theme.DARK)
    record = past(case, 1, 5, note="Slowly", edited_at=A_MORNING)
    case.store.diary.add(told(record, Moment.AFTER, 3))
    view = opened_page(qtbot, case, record.id)
    seen = words(view)
    for text in (
        "Sunday 1 March",
        "Part of the session: 5 of 33 sets",
        "Changed by hand on 2 Mar",
        "Standing quad stretch",
        "Set 2, right leg",
        "15 of 15 s",
        "Left knee: 3 of 10",
        "Slowly",
    ):
        assert text in seen, text
    assert seen.count("Not done") == 28
    assert "No pain, no skip and no note" not in seen
    assert not view.grab().isNull()


def test_how_sets_ended_stands_in_one_column(qtbot: QtBot, qapp: QApplication, case: Case) -> None:
    view = opened_page(qtbot, case, past(case, 1).id)
    ended = [each for each in view.findChildren(QLabel) if each.text() == "Done"]
    assert len(ended) == 33
    assert len({each.mapTo(view, QPoint(0, 0)).x() for each in ended}) == 1


def test_a_session_without_words_says_so(qtbot: QtBot, qapp: QApplication, case: Case) -> None:
    view = opened_page(qtbot, case, past(case, 1).id)
    assert "No pain, no skip and no note was told with this session." in words(view)


def test_the_page_is_left_changed_and_deleted_by_keyboard(
    qtbot: QtBot, qapp: QApplication, case: Case
) -> None:
    view = opened_page(qtbot, case, past(case, 1).id)
    for name, signal in (("edit", view.edit_wanted), ("delete", view.delete_wanted)):
        tab_to(getattr(view, name))
        with qtbot.waitSignal(signal):
            press(getattr(view, name), "Space")
    with qtbot.waitSignal(view.back_wanted):
        press(view.delete, "Esc")
    press(view.delete, "Down")
    with qtbot.waitSignal(view.back_wanted):
        click(view.back)


def test_what_is_under_way_says_why_it_stays(qtbot: QtBot, qapp: QApplication, case: Case) -> None:
    record = past(case, 0, 4, status=SessionStatus.OPEN, ended_at=None)
    view = opened_page(qtbot, case, record.id)
    assert "This session is still under way." in words(view)
    assert not view.edit.isEnabled()
    assert not view.delete.isEnabled()


# The form


def test_a_set_is_put_right_by_keyboard(form: PastFormView, case: Case) -> None:
    exercise = form.exercises[LIFT]
    tab_to(exercise.more)
    press(exercise.more, "Space")
    made = exercise.sets[FIRST]
    assert made.reps
    tab_to(made.reps.field)
    made.reps.field.selectAll()
    QTest.keyClicks(made.reps.field, "12")
    press(made.reps.field, "Return")
    assert (made.outcome.currentText(), made.seconds.value) == ("Partly", 24)
    press(made.reps.field, "Up")
    assert (made.reps.value, made.seconds.value) == (13, 26)
    tab_to(made.outcome)
    press(made.outcome, "Up")
    assert (made.outcome.currentText(), made.reps.value) == ("Done", 20)
    tab_to(form.save)
    press(form.save, "Space")
    assert kept(case) == [Outcome.DONE, None, None, None]


def test_whole_exercises_are_done_in_one_press(form: PastFormView, case: Case) -> None:
    click(form.exercises[LIFT].all)
    assert "80 of 80 reps, 160 of 160 s of holding" in words(form)
    click(form.none)
    click(form.all)
    click(form.exercises[LIFT].none)
    click(form.save)
    assert kept(case) == [None] * 4


def test_what_is_wrong_opens_and_says_so(form: PastFormView) -> None:
    form.outcome_chosen.emit(FIRST, "partial")
    click(form.save)
    made = form.exercises[LIFT].sets[FIRST]
    assert made.problem.text().startswith("Please say how much of it was done")
    assert made.problem.isVisible()
    assert form.problem.text() == "Something has to be put right first."
    form.reps_set.emit(FIRST, 3.0)
    assert not form.problem.isVisible()
    assert not made.problem.isVisible()
    click(form.exercises[LIFT].more)
    assert not made.isVisible()


def test_moment_pain_and_note_are_asked_for(form: PastFormView, case: Case) -> None:
    form.day.field.setDate(QDate(2026, 2, 28))
    click(form.time.plus)
    scale = form.scales[Moment.AFTER, Side.LEFT]
    scale.answered.emit(4)
    assert scale.score == 4
    form.note.setFocus()
    QTest.keyClicks(form.note, "Late")
    click(form.save)
    record = case.store.history.sessions(None, date.max)[-1]
    assert (record.started.day, record.started.local.time()) == (date(2026, 2, 28), time(8, 15))
    assert record.note == "Late"
    (answer,) = case.store.diary.of_session(record.id)
    assert answer.score == 4
    form.pain_told.emit(Moment.AFTER, Side.LEFT, None)
    assert scale.score is None


def test_the_form_is_left_on_escape(qtbot: QtBot, form: PastFormView) -> None:
    with qtbot.waitSignal(form.left):
        press(form.cancel, "Esc")
    press(form.cancel, "F5")


def push(button: QWidget) -> None:
    """Press a button wherever it is, also where it is scrolled away."""
    assert isinstance(button, QAbstractButton)
    button.click()


def test_part_of_a_session_is_chosen(qtbot: QtBot, qapp: QApplication, case: Case) -> None:
    presenter = PastFormPresenter.add(case, HistoryChanges(case), TODAY - timedelta(days=1))
    view = opened_form(qtbot, presenter)
    assert not view.exercises
    assert not view.all.isVisible()
    push(view.how.buttons["part"])
    assert view.exercises[LIFT].isVisible()
    push(view.exercises[LIFT].all)
    push(view.how.buttons["whole"])
    assert not view.exercises[LIFT].isVisible()
    push(view.how.buttons["part"])
    view.save.click()
    assert kept(case) == [Outcome.DONE] * 4


@pytest.mark.parametrize("size", SIZES)
def test_every_control_has_its_room(
    qtbot: QtBot, qapp: QApplication, case: Case, size: tuple[int, int]
) -> None:
    apply_theme(qapp, Theme.LIGHT)
    record = past(case, 1, 4)
    form = opened_form(qtbot, PastFormPresenter.edit(case, HistoryChanges(case), record.id), size)
    exercise = form.exercises[LIFT]
    exercise.more.click()
    QApplication.processEvents()
    QApplication.processEvents()
    made = exercise.sets[FIRST]
    assert made.reps
    for part in (exercise.all, exercise.none, exercise.more, made.outcome, made.reps.field):
        assert part.width() >= part.sizeHint().width() - 1, part
        assert part.height() >= part.sizeHint().height() - 1, part
    right = made.seconds.mapTo(exercise, QPoint(made.seconds.width(), 0)).x()
    assert right <= exercise.width()
    places = [each.mapTo(exercise, QPoint(0, 0)).y() for each in exercise.sets.values()]
    highs = [each.height() for each in exercise.sets.values()]
    assert all(b >= a + h for a, b, h in zip(places, places[1:], highs, strict=False))
