"""The pain chart: it draws what the frame says, all of it and nothing else."""

import gc
import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure
from msgspec import structs
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Side
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.gui.charts.places import Places
from rehabtimer.gui.charts.view import TrendsChartView
from rehabtimer.insights.adherence import Done, Kind
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.pain_chart import LogMark, MarkKind, PainChart
from tests.support.charts import (
    DARK,
    LIGHT,
    counts,
    drawn,
    hover,
    picture,
    points,
    text_boxes,
    texts,
)
from tests.support.trends import demo_frame, frame_of, pain_of

EVERY_DAY = range(1, 38)


def demo_chart(days: int = 37, span: Span = Span.PROGRAMME) -> PainChart:
    return pain_of(demo_frame(days, span).page)


def chart_of(*scores: dict[int, int], **values: Any) -> PainChart:
    return pain_of(frame_of(*scores, **values).page)


CHARTS = {
    "demo": demo_chart(),
    "three days": demo_chart(3),
    "one day": demo_chart(1),
    "empty": chart_of(today=1),
    "one knee": chart_of(right=dict.fromkeys(EVERY_DAY, 4), affected=Side.RIGHT),
    "all gaps": chart_of(sessions=tuple(EVERY_DAY)),
    "gaps": chart_of({1: 5, 2: 5, 3: 5, 29: 2, 30: 2, 31: 2, 36: 1}),
    "flare": chart_of(dict.fromkeys(EVERY_DAY, 10), dict.fromkeys(EVERY_DAY, 0)),
    "same": chart_of(dict.fromkeys(EVERY_DAY, 4), dict.fromkeys(EVERY_DAY, 4), affected=Side.BOTH),
    "a year": demo_chart(365, Span.EVERYTHING),
    "ten years": demo_chart(3650, Span.EVERYTHING),
    "last six weeks": demo_chart(365, Span.LAST_SIX),
}
SIZES = ((740, 350), (1110, 520), (1660, 830))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TrendsChartView]:
    made = TrendsChartView()
    qtbot.addWidget(made)
    made.resize(1110, 520)
    made.show()
    yield made
    made.canvas.draw()  # what Qt would have drawn later must not fail either


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_case_can_be_drawn(view: TrendsChartView, name: str, size: tuple[int, int]) -> None:
    view.resize(*size)
    view.show_chart(CHARTS[name], LIGHT)
    assert picture(view).convertToFormat(QImage.Format.Format_Indexed8).colorCount() > 5


def test_light_and_dark_differ(view: TrendsChartView) -> None:
    view.show_chart(CHARTS["demo"], LIGHT)
    light = picture(view)
    view.show_chart(CHARTS["demo"], DARK)
    dark = picture(view)
    assert light.pixelColor(1, 100).name() == LIGHT.card.lower()
    assert dark.pixelColor(1, 100).name() == DARK.card.lower()


def test_it_draws_a_dot_a_day_and_a_bar_a_week(view: TrendsChartView) -> None:
    chart = CHARTS["demo"]
    view.show_chart(chart, LIGHT)
    found = counts(view)
    for marks in chart.knees:
        assert found[f"days-{marks.knee}"] == len(marks.days)
        assert found[f"weeks-{marks.knee}"] == len(marks.weeks) + 1  # and one in the key
    assert found["line-left"] == 1
    assert "line-right" not in found


def test_it_draws_a_box_a_day(view: TrendsChartView) -> None:
    view.show_chart(chart_of(sessions=(1, 2, 4), today=6), LIGHT)
    found = counts(view)
    # Each sort has one more in the key; today has an outline with a dot.
    assert found["shape-full"] == 3 + 1
    assert found["shape-outline"] == 2 + 1 + 1
    assert found["shape-pale"] == 36 + 1
    assert found["shape-dot"] == 1
    assert "shape-half" not in found


def test_rest_days_and_extra_sessions_have_shapes_of_their_own(view: TrendsChartView) -> None:
    monday = chart_of(sessions=(1, 2), partial=(3, 4), weekdays=(1, 3, 5), today=8)
    assert [day.on.isoweekday() for day in monday.sessions[:4]] == [1, 2, 3, 4]
    view.show_chart(monday, LIGHT)
    found = counts(view)
    assert found["shape-plus-on-full"] == 1 + 1
    assert found["shape-plus"] == 1
    assert found["shape-half"] == 2 + 1
    assert found["shape-dash"] == 24 - 2 + 1


def test_gaps_stay_gaps(view: TrendsChartView) -> None:
    view.show_chart(CHARTS["gaps"], LIGHT)
    assert counts(view)["weeks-left"] == 3 + 1
    view.show_chart(CHARTS["all gaps"], LIGHT)
    assert not [name for name in counts(view) if name.startswith(("days", "weeks", "line"))]


def test_thin_weeks_are_pale(view: TrendsChartView) -> None:
    view.show_chart(chart_of({1: 5, 2: 5, 3: 5, 8: 4}), LIGHT)
    colours = [np.asarray(bars.get_edgecolor())[0].tolist() for bars in drawn(view)["weeks-left"]]
    assert len(colours) == 3  # of the pale week, of the full one, and of the key
    assert colours[0] != colours[1] == colours[2]


def test_the_medians_are_written(view: TrendsChartView) -> None:
    view.show_chart(chart_of({1: 5, 2: 6, 8: 3}), LIGHT)
    assert {"5.5", "3", "Left knee", "Week 6", "Sessions", "missed"} <= set(texts(view))
    assert "Right knee" not in texts(view)


def test_an_empty_chart_says_what_will_be_there(view: TrendsChartView) -> None:
    view.show_chart(CHARTS["empty"], LIGHT)
    assert CHARTS["empty"].hint in texts(view)


def test_a_long_time_has_neither_numbers_nor_boxes(view: TrendsChartView) -> None:
    view.show_chart(CHARTS["a year"], LIGHT)
    assert "done" not in texts(view)
    assert "3.5" not in texts(view)
    assert "shape-lines" in counts(view)
    names = set(CHARTS["a year"].week_names)
    assert 3 < sum(text in names for text in texts(view)) < 20


def test_redrawing_leaves_nothing_behind(view: TrendsChartView) -> None:
    def artists() -> int:
        (axes,) = view.canvas.figure.axes
        return len(axes.get_children())

    view.show_chart(CHARTS["demo"], LIGHT)
    view.canvas.draw()
    before = artists()
    for look in (DARK, LIGHT) * 5:
        view.show_chart(CHARTS["demo"], look)
        view.canvas.draw()
    assert artists() == before


def test_closed_charts_take_their_figures_with_them(qtbot: QtBot) -> None:
    def figures() -> int:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return sum(isinstance(each, Figure) for each in gc.get_objects())

    before = figures()
    for _ in range(3):
        made = TrendsChartView()
        made.show_chart(CHARTS["demo"], LIGHT)
        made.show()
        made.canvas.draw()
        made.close()
        made.deleteLater()
        del made
    assert figures() == before


def test_those_who_hear_the_screen_get_the_headline(view: TrendsChartView) -> None:
    view.show_chart(CHARTS["demo"], LIGHT)
    assert view.accessibleDescription() == CHARTS["demo"].description != ""


# Hovering


def test_the_mouse_tells_the_day(view: TrendsChartView) -> None:
    chart = CHARTS["demo"]
    view.show_chart(chart, LIGHT)
    before = picture(view)
    layout = view.canvas.layout_of_chart
    assert layout is not None
    for day in (1, 23, 42):
        hover(view, layout.x(day))
        assert view.note.text == chart.note(day) != ""
    assert picture(view) != before
    QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert view.note.text == ""
    assert picture(view) == before


def test_beside_the_days_there_is_nothing_to_tell(view: TrendsChartView) -> None:
    hover(view, 300)  # no chart yet
    view.show_chart(CHARTS["demo"], LIGHT)
    hover(view, 2)
    assert view.note.text == ""


# Places


def layout_of(chart: PainChart, size: tuple[int, int]) -> tuple[PainChart, Layout]:
    return chart, Layout(chart.weeks, *size)


@pytest.mark.parametrize("name", ["demo", "one knee", "gaps", "flare", "same", "three days"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_numbers_cover_neither_dots_nor_bars_nor_each_other(
    name: str, size: tuple[int, int]
) -> None:
    chart, layout = layout_of(CHARTS[name], size)
    places = Places(chart, layout)
    numbers = [number.box for number in places.numbers]
    dots = [
        Box.around(*places.at(marks.knee, day), places.dot, places.dot)
        for marks in chart.knees
        for day in marks.days
    ]
    bars = [bar.box for bar in places.bars]
    for number in numbers:
        others = [box for box in (*numbers, *dots, *bars) if box is not number]
        assert not [box for box in others if number.covered(box)]
        assert layout.bottom <= number.bottom
        assert number.top <= layout.top


def test_numbers_stand_beside_lines_and_not_on_them() -> None:
    chart, layout = layout_of(CHARTS["demo"], SIZES[1])
    (line,) = [layout.y(marks.line) for marks in chart.knees if marks.line is not None]
    for number in Places(chart, layout).numbers:
        assert not number.box.bottom < line < number.box.top


@pytest.mark.parametrize("days", [84, 112, 126, 147])
def test_each_day_is_seen_where_weeks_are_narrow(days: int) -> None:
    places = Places(*layout_of(demo_chart(days, Span.EVERYTHING), SIZES[1]))
    assert places.has_room
    assert places.dot - places.rim >= 4


def test_two_bars_on_the_same_height_lie_side_by_side() -> None:
    places = Places(*layout_of(CHARTS["same"], SIZES[1]))
    for left, right in itertools.product(places.bars, repeat=2):
        if left.knee is not right.knee and left.week.week == right.week.week:
            assert not left.box.covered(right.box)


def test_days_and_places_agree() -> None:
    _, layout = layout_of(CHARTS["demo"], SIZES[0])
    assert [layout.day_at(layout.x(day)) for day in range(1, 43)] == list(range(1, 43))
    assert layout.day_at(layout.left - 1) is None
    assert layout.day_at(layout.right) is None


# Marks, and day 21


def marked(*marks: LogMark, key: tuple[MarkKind, ...] = tuple(MarkKind)) -> PainChart:
    names = {MarkKind.RELIEVER: "pain reliever", MarkKind.NOTE: "note", MarkKind.SCORE: "test"}
    return replace(CHARTS["demo"], marks=marks, mark_key=tuple((k, names[k]) for k in key))


MARKS = (
    LogMark(4, MarkKind.RELIEVER, "Pain reliever taken"),
    LogMark(9, MarkKind.RELIEVER, "Pain reliever taken"),
    LogMark(9, MarkKind.NOTE, "Note: long walk"),
    LogMark(9, MarkKind.NOTE, "Note: and stairs"),
    LogMark(20, MarkKind.SCORE, "KOOS: 60 of 100"),
)


def test_each_kind_of_mark_stands_below_its_day_once(view: TrendsChartView) -> None:
    view.show_chart(marked(*MARKS), LIGHT)
    found = counts(view)
    assert found["mark-reliever"] == 2 + 1  # and one in the key
    assert found["mark-note"] == 1 + 1
    assert found["mark-score"] == 1 + 1
    layout = view.canvas.layout_of_chart
    (first, second, _key) = sorted(points(view, "mark-reliever"))
    assert first[0] == pytest.approx(layout.x(4))
    assert second[0] == pytest.approx(layout.x(9))
    (note, _key) = sorted(points(view, "mark-note"))
    assert note[0] == second[0]
    assert note[1] < second[1]  # one below the other
    assert all(layout.marks_bottom < y < layout.bottom for _x, y in (first, second, note))
    assert "Note: long walk\nNote: and stairs" in view._chart.note(9)  # type: ignore[union-attr]


def test_without_marks_there_is_no_room_for_them(view: TrendsChartView) -> None:
    view.show_chart(marked(key=()), LIGHT)
    assert not [name for name in counts(view) if name.startswith("mark")]
    layout = view.canvas.layout_of_chart
    assert layout.bottom == layout.marks_bottom


@pytest.mark.parametrize("size", [(560, 350), *SIZES], ids=str)
def test_no_words_cover_each_other(view: TrendsChartView, size: tuple[int, int]) -> None:
    view.resize(*size)
    view.show_chart(marked(*MARKS), LIGHT)
    words = text_boxes(view)
    for (one, here), (other, there) in itertools.combinations(words, 2):
        assert here.covered(there) < 2, f"{one!r} and {other!r}"
    assert all(box.left >= -1 and box.right <= view.canvas.width() + 1 for _text, box in words)


def test_day_21_is_a_thin_line_with_a_word(view: TrendsChartView) -> None:
    view.show_chart(CHARTS["demo"], LIGHT)
    ((start, end),) = drawn(view)["day-21"][0].get_segments()  # type: ignore[attr-defined]
    layout = view.canvas.layout_of_chart
    assert start[0] == end[0] == pytest.approx(layout.x(21.5))
    assert "day 21" in texts(view)
    view.show_chart(replace(CHARTS["demo"], day_21=None), LIGHT)
    assert "day-21" not in counts(view)
    assert "day 21" not in texts(view)


def test_the_word_of_day_21_stays_on_the_chart(view: TrendsChartView) -> None:
    view.show_chart(replace(CHARTS["demo"], day_21=42), LIGHT)
    ((_text, box),) = [each for each in text_boxes(view) if each[0] == "day 21"]
    assert box.right < view.canvas.layout_of_chart.right


def test_the_line_of_an_important_change_belongs_to_its_programme(view: TrendsChartView) -> None:
    chart = CHARTS["demo"]
    first, *others = chart.knees
    chart = replace(chart, knees=(replace(first, line_days=(8, 21)), *others))
    view.show_chart(chart, LIGHT)
    ((start, end),) = drawn(view)["line-left"][0].get_segments()  # type: ignore[attr-defined]
    layout = view.canvas.layout_of_chart
    assert (start[0], end[0]) == pytest.approx((layout.x(7.5), layout.x(21.5)))


def test_a_paused_day_has_a_shape_of_its_own(view: TrendsChartView) -> None:
    chart = CHARTS["demo"]
    days = tuple(
        structs.replace(day, kind=Kind.PAUSED, done=Done.NOTHING) if day.day in (5, 6) else day
        for day in chart.sessions
    )
    view.show_chart(replace(chart, sessions=days, session_key=((Kind.PAUSED, "paused"),)), LIGHT)
    assert counts(view)["shape-pause"] == 2 + 1
