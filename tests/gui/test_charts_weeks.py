"""The charts of sessions and of activity: a column a week, all that the frame says and no more."""

import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.testing import assert_allclose
from pytestqt.qtbot import QtBot

from rehabtimer.core.workouts import Sport
from rehabtimer.gui.charts.view import TrendsChartView
from tests.support.charts import (
    DARK,
    LIGHT,
    boxes,
    counts,
    drawn,
    picture,
    points,
    text_boxes,
    texts,
)
from tests.support.week_charts import activity_chart, activity_week, sessions_chart

SIX = ((6, 1, 0, 0, 0), (5, 0, 1, 2, 0), (0, 0, 0, 7, 0), (2, 1, 0, 0, 4), *[(0, 0, 0, 0, 7)] * 2)
SIZES = ((560, 300), (740, 350), (1110, 520), (1700, 800))
RUNS = activity_chart(
    activity_week(1, (Sport.RUNNING, 30), (Sport.YOGA, 20), distance=5.0, worst=4, run_worst=3),
    activity_week(2, (Sport.RUNNING, 60), distance=10.0, worst=2),
    activity_week(3),
    activity_week(4, (Sport.WALKING, 45), worst=0),
    activity_week(5, *((sport, 10) for sport in Sport), distance=2.5, worst=10, run_worst=10),
    activity_week(6),
)
WALKS = activity_chart(activity_week(1, (Sport.WALKING, 40)), activity_week(2))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TrendsChartView]:
    made = TrendsChartView()
    qtbot.addWidget(made)
    made.resize(1110, 520)
    made.show()
    yield made
    made.canvas.draw()


# Sessions


def test_each_day_of_a_week_is_a_box_in_the_shape_it_has_below_the_pain(
    view: TrendsChartView,
) -> None:
    view.show_chart(sessions_chart(*SIX, now=4), LIGHT)
    found = counts(view)
    # Each sort has one more in the key.
    assert found["shape-full"] == 6 + 5 + 2 + 1 + 1 + 1  # with the extra one, which has a plus
    assert found["shape-half"] == 2 + 1
    assert found["shape-outline"] == 2 + 2 + 7 + 1 + 1
    assert found["shape-plus-on-full"] == 1 + 1
    assert found["shape-pale"] == 4 + 7 + 7 + 1


def test_boxes_are_piled_up_in_their_weeks(view: TrendsChartView) -> None:
    view.show_chart(sessions_chart((2, 0, 0, 1, 0), (1, 0, 0, 0, 0)), LIGHT)
    layout = view.canvas.layout_of_chart
    full = points(view, "shape-full")[:-2]  # without those in the key
    by_week = {
        week: sorted(y for x, y in full if x == pytest.approx(layout.x(week))) for week in (1, 2)
    }
    assert [len(ys) for ys in by_week.values()] == [2, 1]
    assert by_week[1][0] == by_week[2][0]
    (missed,) = [y for x, y in points(view, "shape-outline") if x == pytest.approx(layout.x(1))]
    assert missed > by_week[1][1] > by_week[1][0]


def test_above_a_week_that_has_begun_stands_how_much_was_done(view: TrendsChartView) -> None:
    view.show_chart(sessions_chart(*SIX, now=4), LIGHT)
    assert [text for text in texts(view) if " of " in text] == [
        "7 of 7", "5 of 7", "0 of 7", "3 of 7"
    ]  # fmt: skip


def test_a_hundred_weeks_are_plain_bars(view: TrendsChartView) -> None:
    view.show_chart(sessions_chart(*[(4, 1, 1, 1, 0)] * 120), LIGHT)
    found = counts(view)
    assert not [name for name in found if name.startswith("shape")]
    for kind in ("full", "partial", "extra", "missed"):
        assert found[f"bars-{kind}"] == 120
    tones = [
        tuple(np.asarray(drawn(view)[f"bars-{kind}"][0].get_facecolor())[0])
        for kind in ("full", "partial", "extra", "missed")
    ]
    assert len(set(tones)) == 4
    bottoms = [boxes(view, f"bars-{kind}")[0].bottom for kind in ("full", "partial", "extra")]
    assert bottoms == sorted(bottoms)


def test_without_any_session_it_says_what_will_be_there(view: TrendsChartView) -> None:
    view.show_chart(sessions_chart(*[(0, 0, 0, 0, 7)] * 6, now=1, hint="Here they stand."), LIGHT)
    assert "Here they stand." in texts(view)


# Activity


@pytest.mark.parametrize("weeks, shown", [(20, 20), (80, 0)])
def test_either_each_bar_has_its_minutes_or_none(
    view: TrendsChartView, weeks: int, shown: int
) -> None:
    columns = (
        activity_week(week, (Sport.YOGA, 130 if week % 2 else 7)) for week in range(1, weeks + 1)
    )
    view.show_chart(activity_chart(*columns), LIGHT)
    assert sum(text in ("130", "7") for text in texts(view)) == shown


def test_minutes_stand_on_each_other_by_sport(view: TrendsChartView) -> None:
    view.show_chart(RUNS, LIGHT)
    panel = view.canvas.layout_of_chart.minutes
    running, yoga = boxes(view, "sport-running"), boxes(view, "sport-yoga")
    assert (running[0].bottom, running[0].top) == pytest.approx((panel.y(0), panel.y(30)))
    assert (yoga[0].bottom, yoga[0].top) == pytest.approx((panel.y(30), panel.y(50)))
    assert {"50", "60", "45", "70"} <= set(texts(view))


def test_what_was_run_stands_below_with_the_pain_over_it(view: TrendsChartView) -> None:
    view.show_chart(RUNS, LIGHT)
    layout = view.canvas.layout_of_chart
    bars = boxes(view, "distance")
    assert [bar.top for bar in bars] == pytest.approx([layout.running.y(d) for d in (5, 10, 2.5)])
    worst = points(view, "worst-dots")[:-1]  # without that of the key
    assert_allclose(worst, [(layout.x(w), layout.pain(s)) for w, s in _WORST])
    told = points(view, "run-dots")[:-1]
    assert_allclose(told, [(layout.x(w), layout.pain(s)) for w, s in ((1, 3), (5, 10))])


_WORST = ((1, 4), (2, 2), (4, 0), (5, 10))


def test_weeks_without_pain_told_are_gaps_in_its_line(view: TrendsChartView) -> None:
    view.show_chart(RUNS, LIGHT)
    lines = drawn(view)["worst"][0].get_segments()  # type: ignore[attr-defined]
    layout = view.canvas.layout_of_chart
    ends = [(start[0], end[0]) for start, end in lines]
    assert_allclose(ends, [(layout.x(1), layout.x(2)), (layout.x(4), layout.x(5))])


def test_where_nothing_was_run_there_is_one_panel(view: TrendsChartView) -> None:
    view.show_chart(WALKS, LIGHT)
    assert "distance" not in counts(view)
    assert "Run in the week (km)" not in texts(view)
    assert view.canvas.layout_of_chart.running is None


def test_an_empty_chart_has_words_and_no_scale(view: TrendsChartView) -> None:
    view.show_chart(activity_chart(activity_week(1), hint="Add them in the Log."), LIGHT)
    assert set(texts(view)) == {"Minutes in the week", "Add them in the Log.", "0", "Week 1"}


def test_sports_differ_without_any_colour(view: TrendsChartView) -> None:
    view.show_chart(activity_chart(activity_week(1, *((sport, 60) for sport in Sport))), LIGHT)
    looks = {
        sport: (each.get_hatch(), _grey(np.asarray(each.get_facecolor())[0]))
        for sport in Sport
        for each in drawn(view)[f"sport-{sport}"]
    }
    for (one, here), (other, there) in itertools.combinations(looks.items(), 2):
        assert here[0] != there[0] or abs(here[1] - there[1]) > 0.12, f"{one} and {other}"


def _grey(colour: np.ndarray) -> float:
    return float(colour[:3] @ (0.2126, 0.7152, 0.0722))


# Both


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    "chart", [sessions_chart(*SIX, now=4), RUNS, WALKS], ids=["sessions", "runs", "walks"]
)
def test_no_words_cover_each_other_or_are_cut(
    view: TrendsChartView, chart: object, size: tuple[int, int]
) -> None:
    view.resize(*size)
    view.show_chart(chart, LIGHT)  # type: ignore[arg-type]
    words = text_boxes(view)
    for (one, here), (other, there) in itertools.combinations(words, 2):
        assert here.covered(there) < 2, f"{one!r} and {other!r}"
    width, height = view.canvas.width(), view.canvas.height()
    for text, box in words:
        assert box.left >= -1 and box.right <= width + 1, text  # noqa: PT018
        assert box.bottom >= -1 and box.top <= height + 1, text  # noqa: PT018


@pytest.mark.parametrize("weeks", [1, 6, 52, 520])
def test_any_number_of_weeks_can_be_drawn(view: TrendsChartView, weeks: int) -> None:
    many = [
        activity_week(n, (Sport.RUNNING, 20), distance=3, worst=n % 10) for n in range(1, weeks + 1)
    ]
    for chart in (sessions_chart(*[(3, 1, 1, 2, 0)] * weeks), activity_chart(*many)):
        view.show_chart(chart, LIGHT)
        assert picture(view).width() > 0
        layout = view.canvas.layout_of_chart
        for week in (1, weeks):
            assert layout.week_at(layout.x(week)) == week
        assert layout.week_at(layout.left - 1) is None
        assert layout.week_at(layout.right) is None


def test_light_and_dark_differ(view: TrendsChartView) -> None:
    for chart in (sessions_chart(*SIX), RUNS):
        view.show_chart(chart, LIGHT)
        light = picture(view)
        view.show_chart(chart, DARK)
        assert picture(view) != light


@pytest.mark.parametrize("chart", [sessions_chart(*SIX, now=4), RUNS], ids=["sessions", "runs"])
def test_in_large_type_words_still_have_room(view: TrendsChartView, chart: object) -> None:
    font = view.canvas.font()
    font.setPixelSize(24)  # text scale 1.6
    view.canvas.setFont(font)
    view.resize(654, 420)
    view.show_chart(chart, LIGHT)  # type: ignore[arg-type]
    for (one, here), (other, there) in itertools.combinations(text_boxes(view), 2):
        assert here.covered(there) < 2, f"{one!r} and {other!r}"
    assert view.minimumHeight() > 260
