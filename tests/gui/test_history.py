"""The History through its real widgets and a real history, by keyboard and by mouse."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.app.wiring import then
from rehabtimer.core.programme import Side
from rehabtimer.core.records import new_id
from rehabtimer.core.settings import Theme
from rehabtimer.core.workouts import Sport, Workout
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.history import HistoryView
from rehabtimer.gui.widgets.month_day import DayButton
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history import HistoryPresenter
from rehabtimer.presenters.history_changes import HistoryChanges
from tests.support.cases import welcomed
from tests.support.clock import A_MORNING
from tests.support.pain import entry
from tests.support.past import past
from tests.support.views import MOUSE, show, tab_to
from tests.support.window import click, press

TODAY = A_MORNING.date()  # Monday 2 March 2026
DAY = timedelta(days=1)
WIDE, NARROW = (1100, 700), (784, 560)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee who did something yesterday and the day before."""
    with welcomed(tmp_path) as case:
        past(case, 1, 4, note="Slowly")
        past(case, 2)
        case.store.diary.add(entry(when=A_MORNING - DAY, score=5))
        yield case


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> HistoryView:
    apply_theme(qapp, Theme.LIGHT)
    return opened(qtbot, case)


def opened(qtbot: QtBot, case: Case, size: tuple[int, int] = WIDE) -> HistoryView:
    """The screen, wired as the program does it."""
    view, history = HistoryView(), HistoryPresenter(case, HistoryChanges(case))

    def fill() -> None:
        view.show_frame(history.frame())

    for signal, verb in (
        (view.month.chosen, history.choose),
        (view.month.moved, history.move),
        (view.month.months_moved, history.move_months),
        (view.month.edge_wanted, lambda last: history.move_to_edge(last=last)),
        (view.month.today_wanted, history.choose_today),
        (view.searched, history.search),
        (view.earlier_wanted, history.show_earlier),
        (view.undo_wanted, history.undo),
    ):
        signal.connect(then(verb, fill))
    fill()
    show(qtbot, view, size)
    view.setFocus()
    return view


def words(view: QWidget) -> str:
    QApplication.processEvents()
    labels = [each for each in view.findChildren(QLabel) if each.isVisible() and each.text()]
    return "\n".join(each.text() for each in labels)


def button_of(view: HistoryView, on: date) -> DayButton:
    return next(each for each in view.month.days if each.day and each.day.on == on)


def focused() -> DayButton:
    found = QApplication.focusWidget()
    assert isinstance(found, DayButton), found
    return found


def on(button: DayButton) -> date:
    assert button.day
    return button.day.on


# The calendar


def test_the_keyboard_begins_on_today_and_goes_through_the_days(view: HistoryView) -> None:
    assert on(focused()) == TODAY
    for key, there in (
        ("Left", TODAY - DAY),
        ("Up", TODAY - 8 * DAY),
        ("PgUp", date(2026, 1, 22)),
        ("End", date(2026, 1, 31)),
        ("Right", date(2026, 2, 1)),
        ("Down", date(2026, 2, 8)),
        ("Home", date(2026, 2, 1)),
        ("PgDown", date(2026, 3, 1)),
    ):
        press(focused(), key)
        assert on(focused()) == there, key
    assert view.month.title.text() == "March 2026"
    assert view.day.title.text() == "Sunday 1 March"


def test_tab_leaves_the_days_at_once(view: HistoryView) -> None:
    press(focused(), "Tab")
    assert QApplication.focusWidget() is view.search


def test_each_day_says_everything_in_words(view: HistoryView) -> None:
    name = button_of(view, TODAY - DAY).accessibleName()
    assert name == "Sunday 1 March. Session partly done. Left knee: 5 of 10. A note"
    assert button_of(view, TODAY).accessibleName().startswith("Monday 2 March, today")


def test_a_press_chooses_a_day(view: HistoryView) -> None:
    click(button_of(view, TODAY - DAY))
    assert on(focused()) == TODAY - DAY
    seen = words(view)
    assert "Left knee: 5 of 10" in seen
    assert [row.item.title for row in view.day.rows] == ["Partly done, 4 of 33 sets"]


def test_enter_and_a_double_click_open_a_day(qtbot: QtBot, view: HistoryView) -> None:
    with qtbot.waitSignal(view.month.opened) as told:
        press(focused(), "Return")
    assert told.args == [TODAY]
    with qtbot.waitSignal(view.month.opened) as told:
        QTest.mouseDClick(button_of(view, TODAY - DAY), MOUSE)
    assert told.args == [TODAY - DAY]


def test_the_menu_of_a_day_offers_a_session(qtbot: QtBot, view: HistoryView) -> None:
    made = button_of(view, TODAY - DAY)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(made, QContextMenuEvent(reason, QPoint(4, 4), QPoint(4, 4)))
    assert made.menu
    (action,) = made.menu.actions()
    assert action.text() == "Add a session on Sunday 1 March"
    with qtbot.waitSignal(view.month.add_wanted) as told:
        action.trigger()
    made.menu.close()
    assert told.args == [TODAY - DAY]


def test_a_day_to_come_has_no_menu(view: HistoryView) -> None:
    made = button_of(view, TODAY + DAY)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(made, QContextMenuEvent(reason, QPoint(4, 4), QPoint(4, 4)))
    assert made.menu is None


def test_arrows_and_today_turn_the_months(view: HistoryView) -> None:
    click(view.month.back)
    assert view.month.title.text() == "February 2026"
    click(view.month.today)
    assert view.month.title.text() == "March 2026"
    assert not view.month.today.isEnabled()
    click(view.month.on)
    assert (view.month.title.text(), view.month.on.isEnabled()) == ("April 2026", False)


def test_a_month_of_five_weeks_leaves_no_gap(view: HistoryView) -> None:
    six = view.month.sizeHint().height()
    click(view.month.back)
    QApplication.processEvents()
    assert view.month.sizeHint().height() < six, "February 2026 has five weeks"


def marked(view: HistoryView, on: date) -> int:
    """How many colours are to be seen on a day."""
    image = button_of(view, on).grab().toImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_every_mark_is_painted(qtbot: QtBot, qapp: QApplication, case: Case, theme: Theme) -> None:
    apply_theme(qapp, theme)
    case.pause_from(TODAY)
    past(case, 0)
    run = Workout(id=new_id(), when=case.stamp, sport=Sport.RUNNING, minutes=30)
    case.store.workouts.add(run)
    case.store.diary.take_reliever(TODAY, taken=True)
    case.store.diary.add_all((entry(score=1), entry(score=0, knee=Side.RIGHT)))
    view = opened(qtbot, case)
    names = [label.text() for label in view.month.findChildren(QLabel)]
    assert {"extra", "partly done", "worst pain, 0 to 10", "a pain reliever"} <= set(names)
    assert button_of(view, TODAY).accessibleName().endswith("An activity. A pain reliever")
    assert marked(view, TODAY) > marked(view, TODAY + DAY)
    assert not view.month.grab().isNull()


# The chosen day and the list


def test_the_day_takes_the_keyboard(view: HistoryView) -> None:
    view.day.take_focus()
    assert QApplication.focusWidget() is view.day.add
    press(view.day.add, "Tab")
    assert QApplication.focusWidget() is view.rows[0]


def test_a_session_is_opened_from_the_day_and_from_the_list(
    qtbot: QtBot, case: Case, view: HistoryView
) -> None:
    newest = case.store.past.latest(1)[0].id
    with qtbot.waitSignal(view.session_opened) as told:
        click(view.rows[0])
    assert told.args == [newest]
    click(button_of(view, TODAY - DAY))
    view.day.take_focus()
    with qtbot.waitSignal(view.session_opened) as told:
        press(view.day.rows[0], "Space")
    assert told.args == [newest]


def test_rows_say_all_of_it_to_those_who_hear(view: HistoryView) -> None:
    assert view.rows[0].accessibleName() == (
        "Sunday 1 March, 08:00. Partly done, 4 of 33 sets. Slowly"
    )
    assert view.rows[0].height() > view.rows[1].height(), "a note takes a line"
    view.rows[0].setDown(True)
    assert not view.rows[0].grab().isNull()


def test_search_finds_as_one_types(view: HistoryView) -> None:
    view.search.setFocus()
    QTest.keyClicks(view.search, "part")
    assert "1 session found" in words(view)
    assert [row.item.title for row in view.rows] == ["Partly done, 4 of 33 sets"]
    assert not view.day.isVisible()
    assert view.search.hasFocus()
    QTest.keyClicks(view.search, "x")
    assert "Nothing is found for “partx”" in words(view)
    tab_to(view.all)
    press(view.all, "Space")
    assert view.search.text() == ""
    assert len(view.rows) == 2
    assert view.day.isVisible()


def test_earlier_sessions_come_on_request(qtbot: QtBot, qapp: QApplication, case: Case) -> None:
    for days_ago in range(3, 60):
        past(case, days_ago)
    view = opened(qtbot, case)
    assert len(view.rows) == 50
    click(view.earlier)
    assert len(view.rows) == 59
    assert not view.earlier.isVisible()


def test_a_list_that_has_not_changed_stays(view: HistoryView) -> None:
    rows = list(view.rows)
    press(focused(), "Left")
    assert view.rows == rows


def test_the_calendar_stays_in_sight(qtbot: QtBot, qapp: QApplication, case: Case) -> None:
    for days_ago in range(3, 40):
        past(case, days_ago)
    view = opened(qtbot, case, NARROW)
    QApplication.processEvents()
    view.rows[-1].setFocus()
    area = view.month.parentWidget()
    while area is not None and not hasattr(area, "ensureWidgetVisible"):
        area = area.parentWidget()
    assert area is not None
    area.ensureWidgetVisible(view.rows[-1])
    QApplication.processEvents()
    seen = view.month.visibleRegion().boundingRect()
    assert seen.bottom() >= view.month.height() - 2, "its lower end is to be seen"


@pytest.mark.parametrize("scale", [0.8, 1.6])
@pytest.mark.parametrize("size", [NARROW, (1640, 1000)])
def test_nothing_is_cut_at_any_size(
    qtbot: QtBot, qapp: QApplication, case: Case, size: tuple[int, int], scale: float
) -> None:
    apply_theme(qapp, Theme.LIGHT, scale)
    view = opened(qtbot, case, size)
    QApplication.processEvents()
    for made in (view.month.title, view.month.today, view.search, view.day.add):
        right = made.mapTo(view, QPoint(made.width(), 0)).x()
        assert right <= view.width(), made
    wanted = [made.fontMetrics().height() for made in view.rows]
    assert all(made.height() >= 2 * each for made, each in zip(view.rows, wanted, strict=True))
    apply_theme(qapp, Theme.LIGHT)


def test_an_empty_history_helps(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with welcomed(tmp_path / "other") as case:
        view = opened(qtbot, case)
        assert "No sessions yet." in words(view)
        assert "Nothing is kept of today yet." in words(view)


def test_the_way_back_is_shown(qtbot: QtBot, view: HistoryView, case: Case) -> None:
    frame = HistoryPresenter(case, HistoryChanges(case)).frame()
    view.show_frame(replace(frame, undo_text="The session of 1 Mar was deleted."))
    assert "The session of 1 Mar was deleted." in words(view)
    with qtbot.waitSignal(view.undo_wanted):
        click(view.undo.undo)
