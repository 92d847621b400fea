"""The exercises in Trends: which one hurts, and how much of each was done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach, SetRecord, Skip, new_id
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.dose_chart import DoseChart, DoseRow, PainDot
from tests.support.builders import LEGS, TOGETHER, lift, prescription, stretch
from tests.support.cases import shipped
from tests.support.chart_store import Kept, on, whole
from tests.support.histories import stamp

CHOSEN = prescription(
    lift("step-up", reps=10, hold=1, sides=LEGS),
    stretch("quad-stretch", hold=20, sides=LEGS),
    lift("wall-slide", reps=5, hold=2, sides=TOGETHER),
    lift("clam", reps=4, hold=0, sides=LEGS),
)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path)
    with kept.store:
        yield kept


def left_alone(row: SetRecord) -> SetRecord:
    """Everything with the left leg, half of it with the right one."""
    if row.side is not Side.RIGHT:
        return whole(row)
    half = row.planned_reps // 2
    held = row.planned_seconds / row.planned_reps * half
    return replace(row, reps=half, seconds=held, outcome=Outcome.PARTIAL)


def shown(kept: Kept, today: int = 10) -> ChartPage:
    return kept.page(ChartKey.EXERCISES, today)


def chart_of(page: ChartPage) -> DoseChart:
    assert isinstance(page.chart, DoseChart)
    return page.chart


def row_of(page: ChartPage, exercise: str) -> DoseRow:
    return next(row for row in chart_of(page).rows if row.exercise == exercise)


def skipped(
    kept: Kept, exercise: str, day: int, course: str, reach: Reach = Reach.OPEN, until: int = 0
) -> None:
    skip = Skip(
        id=new_id(),
        when=stamp(on(day)),
        course=course,
        exercise=exercise,
        reason=OffReason.HURT,
        reach=reach,
        until=on(until) if until else None,
    )
    kept.store.skips.keep(skip)


def test_before_the_first_session_all_ten_are_there_and_a_hint(kept: Kept) -> None:
    page = shown(kept)
    assert [row.exercise for row in chart_of(page).rows] == [e.id for e in shipped().exercises]
    assert page.headlines == ("Your exercises appear here after a session",)
    assert chart_of(page).hint == "What you do of each exercise appears here after a session."
    assert (page.summary, page.legend) == ("", "")
    assert chart_of(page).note(0) == "Standing quad stretch\nNothing was planned in this time"
    assert chart_of(page).note(10) == chart_of(page).note(-1) == ""
    assert chart_of(page).stops() == tuple(range(10))


def test_left_and_right_stand_apart(kept: Kept) -> None:
    kept.course()
    kept.done(1, 2, chosen=CHOSEN, doing=left_alone)
    page = shown(kept)
    left, right = row_of(page, "step-up").bars
    assert (left.name, left.share, right.name, right.share) == ("Left leg", 1, "Right leg", 0.5)
    assert right.text == "10 of 20 reps, 10 of 20 s of holding"
    assert row_of(page, "quad-stretch").bars[1].text == "0 of 40 s of holding"
    assert [bar.name for bar in row_of(page, "wall-slide").bars] == ["Both legs"]
    assert [bar.name for bar in row_of(page, "clam").bars] == ["Left side", "Right side"]
    assert row_of(page, "clam").bars[1].text == "4 of 8 reps"
    assert [name for _side, name in chart_of(page).sides] == ["Left leg", "Right leg", "Both legs"]


def test_the_headlines(kept: Kept) -> None:
    kept.course()
    kept.done(1, chosen=CHOSEN, doing=left_alone)
    assert shown(kept).headlines == (
        "No pain was told during the exercises",
        "64 % of the holding that begun sessions planned was done",
    )
    kept.hurt("step-up", 1, 5)
    assert shown(kept).headlines[0] == "Step up hurt most: 5 of 10, on 1 day"
    kept.hurt("step-up", 2, 3)
    kept.hurt("clam", 2, 5)
    assert shown(kept).headlines[0] == "Step up hurt most: up to 5 of 10, on 2 days"
    kept.hurt("clam", 3, 1)
    assert shown(kept).headlines[0] == "Step up and Clam hurt most: 5 of 10"
    kept.hurt("quad-stretch", 2, 5)
    kept.hurt("quad-stretch", 3, 5)
    assert shown(kept).headlines[0] == "3 exercises hurt most: 5 of 10"


def test_what_hurt_without_a_score(kept: Kept) -> None:
    kept.course()
    kept.hurt("clam", 1, None)
    assert shown(kept).headlines == ("Clam hurt on 1 day; no score was told",)
    kept.hurt("clam", 2, None)
    assert shown(kept).headlines == ("Clam hurt on 2 days; no score was told",)
    assert row_of(shown(kept), "clam").pain_text == "Hurt on 2 days"
    kept.hurt("step-up", 1, None)
    kept.hurt("step-up", 3, None)
    assert shown(kept).headlines == ("2 exercises hurt; no score was told",)


def test_a_score_of_nought_is_no_pain(kept: Kept) -> None:
    kept.course()
    kept.done(1, chosen=CHOSEN)
    kept.hurt("clam", 1, 0)
    page = shown(kept)
    assert page.headlines[0] == "No pain was told during the exercises"
    assert row_of(page, "clam").pain_text == "No pain"
    assert row_of(page, "clam").hurt_days == 0


def test_the_dots_count_days(kept: Kept) -> None:
    kept.course()
    for day, score in ((1, 3), (2, 3), (2, 2), (3, 5)):
        kept.hurt("step-up", day, score)
    kept.hurt("step-up", 3, 4, Side.RIGHT)
    page = shown(kept)
    row = row_of(page, "step-up")
    assert row.dots == (
        PainDot(Side.LEFT, 3, 2),
        PainDot(Side.LEFT, 5, 1),
        PainDot(Side.RIGHT, 4, 1),
    )
    assert row.pain_text == "Hurt on 3 days: up to 5 of 10"
    assert [name for _knee, name in chart_of(page).knees] == ["Left knee", "Right knee"]


def test_skips_are_counted_and_what_is_skipped_now_says_since_when(kept: Kept) -> None:
    course = kept.course().id
    skipped(kept, "step-up", 3, course)
    skipped(kept, "clam", 3, course, Reach.TODAY)
    skipped(kept, "wall-slide", 4, course, Reach.UNTIL, until=20)
    for day in (1, 2):
        skipped(kept, "donkey-kick", day, course, Reach.TODAY)
    page = shown(kept)
    texts = {row.exercise: row.skip_text for row in chart_of(page).rows if row.skip_text}
    assert texts == {
        "step-up": "Skipped since 4 Mar",
        "clam": "Skipped once",
        "wall-slide": "Skipped since 5 Mar, until 21 Mar",
        "donkey-kick": "Skipped 2 times",
    }
    assert [row.exercise for row in chart_of(page).rows if row.is_skipped] == [
        "step-up",
        "wall-slide",
    ]
    assert page.summary == "2 are skipped now."


def test_the_summary_counts_everything(kept: Kept) -> None:
    course = kept.course().id
    kept.done(1, chosen=CHOSEN, doing=left_alone)
    kept.hurt("step-up", 1, 2)
    skipped(kept, "step-up", 2, course)
    assert shown(kept).summary == (
        "45 of 70 s of holding. 26 of 33 reps. 1 exercise hurt. 1 is skipped now."
    )


@pytest.mark.parametrize(
    "chosen, legend",
    [
        (lift("step-up"), "Bars count reps."),
        (stretch("quad-stretch"), "Bars count seconds of holding."),
    ],
)
def test_the_legend_says_what_bars_count(kept: Kept, chosen: object, legend: str) -> None:
    kept.course()
    kept.done(1, chosen=prescription(chosen))  # type: ignore[arg-type]
    assert shown(kept).legend == (
        f"{legend} Planned counts sessions that were begun, and no missed ones."
    )


def test_only_days_of_the_span_count(kept: Kept) -> None:
    kept.course()
    kept.done(1, 50, chosen=CHOSEN)
    kept.hurt("step-up", 50, 9)
    page = shown(kept, 60)
    assert row_of(page, "step-up").bars[0].text == "10 of 10 reps, 10 of 10 s of holding"
    assert row_of(page, "step-up").dots == ()
    assert page.file_name == "exercises-2026-03-02-to-2026-04-12"


def test_one_that_is_in_no_programme_any_more_comes_last(kept: Kept) -> None:
    kept.course()
    kept.done(1, chosen=prescription(lift("gone")))
    rows = chart_of(shown(kept)).rows
    assert (len(rows), rows[-1].exercise) == (11, "gone")
    assert rows[-1].bars


def test_the_persons_own_order_is_kept(kept: Kept) -> None:
    course = kept.course()
    kept.store.courses.arrange(course.id, ("clam", "step-up"))
    rows = chart_of(shown(kept)).rows
    assert [row.exercise for row in rows[:3]] == ["clam", "step-up", "quad-stretch"]


def test_the_table_and_the_figures_for_a_file(kept: Kept) -> None:
    course = kept.course().id
    kept.done(1, chosen=CHOSEN, doing=left_alone)
    kept.hurt("step-up", 1, 4)
    skipped(kept, "step-up", 2, course)
    page = shown(kept)
    table = {row[0]: row[1:] for row in page.table.rows}
    assert page.table.head == (
        *("Exercise", "Left leg", "Right leg", "Both legs"),
        *("Pain during it", "Skips"),
    )
    assert table["Step up"] == (
        "100 %: 10 of 10 reps, 10 of 10 s of holding",
        "50 %: 5 of 10 reps, 5 of 10 s of holding",
        "–",
        "Hurt on 1 day: 4 of 10",
        "Skipped since 3 Mar",
    )
    assert table["Donkey kick"] == ("–",) * 5
    data = [row for row in page.data.rows if row[0] == "step-up"]
    assert data == [
        ("step-up", "Step up", "left", "10", "10", "10", "10", "1", "4", "", "1", "1"),
        ("step-up", "Step up", "right", "10", "5", "10", "5", "1", "4", "", "1", "1"),
    ]
    assert ("donkey-kick", "Donkey kick", *[""] * 5, "0", "", "", "0", "0") in page.data.rows
    assert all(len(row) == len(page.data.head) for row in page.data.rows)
