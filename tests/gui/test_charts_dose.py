"""The chart of exercises: a row for each, with what was done, what hurt and what was skipped."""

import itertools
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Side
from rehabtimer.gui.charts.view import TrendsChartView
from tests.support.charts import LIGHT, boxes, counts, drawn, picture, points, text_boxes, texts
from tests.support.week_charts import dose_chart, dose_row

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
LONG = "My very own exercise whose name goes on for longer than anybody would read"
CHART = dose_chart(
    dose_row(0, "Step-up", (LEFT, 0.5), (RIGHT, 1.0), dots=((LEFT, 5, 3), (RIGHT, 2, 1))),
    dose_row(1, "Wall slide", (BOTH, 0.8), skip_text="Skipped 2 times"),
    dose_row(2, "Clam", (LEFT, 0.0), (RIGHT, 0.25), skip_text="Skipped now"),
    dose_row(3, "Calf stretch", pain_text="Hurt on 2 days"),
)
TEN = dose_chart(*(dose_row(n, f"Exercise {n}", (LEFT, 0.9), (RIGHT, 1.0)) for n in range(10)))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TrendsChartView]:
    made = TrendsChartView()
    qtbot.addWidget(made)
    made.resize(1110, 520)
    made.show()
    yield made
    made.canvas.draw()


def test_bars_are_as_long_as_what_was_done(view: TrendsChartView) -> None:
    view.show_chart(CHART, LIGHT)
    layout = view.canvas.layout_of_chart
    left, right, both = (boxes(view, f"done-{side}") for side in Side.__members__.values())
    ends = {"left": [b.right for b in left], "right": [b.right for b in right]}
    assert ends["left"][0] == pytest.approx(layout.dose_x(0.5))
    assert [ends["right"][n] for n in (0, 1)] == pytest.approx(
        [layout.dose_x(1), layout.dose_x(0.25)]
    )
    assert both[0].right == pytest.approx(layout.dose_x(0.8))
    assert len(left) == 1 + 1  # nothing was done on the left of the third; and one in the key
    assert left[0].bottom > right[0].top  # the left leg stands above the right
    assert {"50 %", "100 %", "80 %", "0 %", "25 %"} <= set(texts(view))


def test_what_was_planned_is_a_pale_track_of_the_whole_length(view: TrendsChartView) -> None:
    view.show_chart(CHART, LIGHT)
    layout = view.canvas.layout_of_chart
    tracks = boxes(view, "planned-left")
    assert len(tracks) == 2
    assert {(round(t.left), round(t.right)) for t in tracks} == {
        (round(layout.dose_x(0)), round(layout.dose_x(1)))
    }


def test_the_right_leg_is_split_so_that_grey_will_do(view: TrendsChartView) -> None:
    view.show_chart(CHART, LIGHT)
    assert counts(view)["split"] == counts(view)["done-right"]


def test_pain_stands_at_its_score_and_is_larger_the_more_days_it_hurt(
    view: TrendsChartView,
) -> None:
    view.show_chart(CHART, LIGHT)
    layout = view.canvas.layout_of_chart
    ((left_x, left_y),), ((right_x, right_y),) = (
        points(view, "pain-left"),
        points(view, "pain-right"),
    )
    assert (left_x, right_x) == pytest.approx((layout.pain_x(5), layout.pain_x(2)))
    assert left_y > layout.y(0) > right_y
    (often,), (once,) = (drawn(view)[f"pain-{knee}"][0].get_sizes() for knee in ("left", "right"))  # type: ignore[attr-defined]
    assert often > once


def test_pain_without_a_score_and_skips_are_told_in_words(view: TrendsChartView) -> None:
    view.show_chart(CHART, LIGHT)
    found = {text.get_text(): text for text in view.canvas.figure.axes[0].texts}
    assert {"Hurt on 2 days", "Skipped 2 times", "Skipped now", "Skipped"} <= set(texts(view))
    view.canvas.draw()
    found = {text.get_text(): text for text in view.canvas.figure.axes[0].texts}
    assert found["Skipped now"].get_fontweight() == "bold"
    assert found["Skipped 2 times"].get_fontweight() == "normal"


def test_without_rows_it_says_what_will_be_there(view: TrendsChartView) -> None:
    view.show_chart(dose_chart(hint="What you do appears here."), LIGHT)
    assert texts(view) == ["What you do appears here."]
    assert view.canvas.layout_of_chart.place_at(200) is None


@pytest.mark.parametrize("size", [(690, 390), (740, 400), (1110, 520), (1700, 800)], ids=str)
@pytest.mark.parametrize("chart", [CHART, TEN], ids=["four", "ten"])
def test_no_words_cover_each_other_or_are_cut(
    view: TrendsChartView, chart: object, size: tuple[int, int]
) -> None:
    view.resize(*size)
    view.show_chart(chart, LIGHT)  # type: ignore[arg-type]
    words = text_boxes(view)
    for (one, here), (other, there) in itertools.combinations(words, 2):
        assert here.covered(there) < 4, f"{one!r} and {other!r}"
    assert all(box.left >= -1 and box.right <= view.canvas.width() + 1 for _text, box in words)


def test_a_long_name_is_cut_and_shown_to_be(view: TrendsChartView) -> None:
    view.resize(690, 390)
    view.show_chart(dose_chart(dose_row(0, LONG, (LEFT, 1.0))), LIGHT)
    (name,) = [text for text in texts(view) if text.startswith("My very")]
    assert name.endswith("…")
    ((_text, box),) = [each for each in text_boxes(view) if each[0] == name]
    assert box.right < view.canvas.layout_of_chart.dose[0]


def test_signs_of_mathematics_are_but_signs(view: TrendsChartView) -> None:
    view.show_chart(dose_chart(dose_row(0, "$x_1$ and 5 $", (LEFT, 1.0))), LIGHT)
    assert "$x_1$ and 5 $" in texts(view)
    assert not picture(view).isNull()


def test_rows_and_heights_agree(view: TrendsChartView) -> None:
    view.show_chart(CHART, LIGHT)
    layout = view.canvas.layout_of_chart
    assert [layout.place_at(layout.y(place)) for place in range(4)] == [0, 1, 2, 3]
    assert layout.place_at(layout.top + 1) is None
    assert layout.place_at(layout.bottom - 1) is None
