"""Every chart can be gone through by keyboard, and tells what the mouse would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.gui.charts.view import TrendsChartView
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import Chart, ChartKey
from tests.support.charts import LIGHT, hover, picture
from tests.support.trends import demo_frame, kept_page, pain_of
from tests.support.week_charts import sessions_chart

every_chart = pytest.mark.parametrize("key", ChartKey)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TrendsChartView]:
    made = TrendsChartView()
    qtbot.addWidget(made)
    made.resize(1110, 520)
    made.show()
    yield made
    made.canvas.draw()


def press(view: TrendsChartView, *keys: str) -> None:
    for key in keys:
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))


def focus(view: TrendsChartView, reason: Qt.FocusReason) -> None:
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, reason))


@every_chart
def test_arrows_go_from_stop_to_stop(view: TrendsChartView, tmp_path: Path, key: ChartKey) -> None:
    chart = kept_page(tmp_path, key).chart
    view.show_chart(chart, LIGHT)
    stops = chart.stops()
    assert len(stops) > 3
    told = []
    for _stop in stops:
        press(view, "Right")
        told.append(view.note.text)
        assert view.accessibleDescription() == view.note.text
    assert told == [chart.note(stop) for stop in stops]
    assert all(told)
    press(view, "Right")
    assert view.note.text == chart.note(stops[-1])  # it ends there
    press(view, "Left")
    assert view.note.text == chart.note(stops[-2])
    press(view, "Home")
    assert view.note.text == chart.note(stops[0])
    press(view, "Up")
    assert view.note.text == chart.note(stops[0])
    press(view, "Down")
    assert view.note.text == chart.note(stops[1])
    press(view, "End")
    assert view.note.text == chart.note(stops[-1])


@every_chart
def test_page_keys_go_further(view: TrendsChartView, tmp_path: Path, key: ChartKey) -> None:
    chart = kept_page(tmp_path, key).chart
    view.show_chart(chart, LIGHT)
    stops = chart.stops()
    press(view, "PageDown")
    assert view.note.text == chart.note(stops[0])
    press(view, "PageDown")
    further = next((stop for stop in stops if stop >= stops[0] + chart.leap), stops[-1])
    assert view.note.text == chart.note(further)
    press(view, "PageUp")
    assert view.note.text == chart.note(stops[0])
    press(view, "PageUp", "End", "PageDown")
    assert view.note.text == chart.note(stops[-1])


def test_on_a_long_chart_page_keys_go_four_weeks() -> None:
    assert pain_of(demo_frame().page).leap == 7
    assert pain_of(demo_frame(300, Span.EVERYTHING).page).leap == 28


@every_chart
def test_the_mouse_and_the_keyboard_tell_the_same(
    view: TrendsChartView, tmp_path: Path, key: ChartKey
) -> None:
    chart: Chart = kept_page(tmp_path, key).chart
    view.show_chart(chart, LIGHT)
    press(view, "Home", "Right")
    by_keyboard, seen = view.note.text, picture(view)
    press(view, "Escape")
    assert view.note.text == ""
    layout = view.canvas.layout_of_chart
    box = view._drawing.box_of(layout, chart.stops()[1])  # type: ignore[union-attr]
    x, y = box.middle
    hover(view, x, layout.height - y)
    assert view.note.text == by_keyboard
    assert picture(view) == seen


def test_from_nowhere_back_leads_to_the_last(view: TrendsChartView) -> None:
    view.show_chart(sessions_chart((1, 0, 0, 0, 0), (2, 0, 0, 0, 0)), LIGHT)
    press(view, "Left")
    assert view.note.text == "Week 2\n2 done"


def test_escape_leaves_the_stop_and_then_the_chart(view: TrendsChartView, qtbot: QtBot) -> None:
    chart = demo_frame().page.chart
    view.show_chart(chart, LIGHT)
    press(view, "Right", "Escape")
    assert view.note.text == ""
    assert view.accessibleDescription() == chart.description
    # A second one is for whatever the chart lies in.
    with qtbot.assertNotEmitted(view.picked):
        press(view, "Escape", "Return")


def test_enter_and_a_click_pick_a_stop(view: TrendsChartView, qtbot: QtBot) -> None:
    view.show_chart(sessions_chart(*[(1, 0, 0, 0, 0)] * 3), LIGHT)
    press(view, "Right", "Right")
    with qtbot.waitSignal(view.picked) as told:
        press(view, "Return")
    assert told.args == [2]
    x = round(view.canvas.layout_of_chart.x(3))
    hover(view, x)
    with qtbot.waitSignal(view.picked) as told:
        QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=view.canvas.rect().center())
    assert told.args == [3]


def test_what_a_stop_tells_is_announced(
    view: TrendsChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(event.message())
    )
    chart = demo_frame().page.chart
    view.show_chart(chart, LIGHT)
    heard.clear()
    press(view, "Home")
    assert chart.note(chart.stops()[0]) in heard


def test_the_keyboard_is_seen_to_be_on_the_chart(view: TrendsChartView) -> None:
    view.show_chart(demo_frame().page.chart, LIGHT)
    focus(view, Qt.FocusReason.MouseFocusReason)
    without = view.grab().toImage()
    focus(view, Qt.FocusReason.TabFocusReason)
    ringed = view.grab().toImage()
    middle = view.height() // 2
    assert ringed.pixelColor(1, middle).name() == LIGHT.ink.lower()
    assert without.pixelColor(1, middle).name() != LIGHT.ink.lower()
    inside = view.canvas.geometry()
    assert ringed.copy(inside) == without.copy(inside)
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert view.grab().toImage() == without


def test_a_key_makes_the_ring_seen_after_a_click(view: TrendsChartView) -> None:
    view.show_chart(demo_frame().page.chart, LIGHT)
    focus(view, Qt.FocusReason.MouseFocusReason)
    press(view, "Right")
    seen = view.grab().toImage()
    assert seen.pixelColor(1, view.height() // 2).name() == LIGHT.ink.lower()


def test_going_away_takes_the_stop_along(view: TrendsChartView) -> None:
    view.show_chart(demo_frame().page.chart, LIGHT)
    press(view, "Right")
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert view.note.text == ""


def test_the_mouse_leaves_the_keyboards_stop_as_it_was(view: TrendsChartView) -> None:
    chart = demo_frame().page.chart
    view.show_chart(chart, LIGHT)
    press(view, "Home")
    hover(view, view.canvas.layout_of_chart.x(20))
    QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert view.note.text == chart.note(chart.stops()[0])


def test_without_a_chart_keys_do_nothing(view: TrendsChartView) -> None:
    press(view, "Right", "End", "Return", "Escape")
    assert view.note.text == ""


@every_chart
def test_notes_stay_on_the_chart(view: TrendsChartView, tmp_path: Path, key: ChartKey) -> None:
    view.resize(700, 390)
    chart = kept_page(tmp_path, key).chart
    view.show_chart(chart, LIGHT)
    for _stop in chart.stops():
        press(view, "Right")
        box = view.note._box()
        assert box.left() >= 0 and box.top() >= 0  # noqa: PT018
        assert box.right() <= view.note.width() and box.bottom() <= view.note.height() + 1  # noqa: PT018


def test_from_chart_to_chart_nothing_is_left_of_the_one_before(
    view: TrendsChartView, tmp_path: Path
) -> None:
    pages = [kept_page(tmp_path, key) for key in ChartKey]
    for page in (*pages, *reversed(pages)):
        view.show_chart(page.chart, LIGHT)
        assert view.note.text == ""
        assert view.accessibleDescription() == page.chart.description
        press(view, "End")
        assert view.note.text == page.chart.note(page.chart.stops()[-1])
