"""300 made-up histories, kept in a database, read as charts, and counted again by plain loops."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from rehabtimer.core.programme import Side
from rehabtimer.insights.trend import trend
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey
from rehabtimer.presenters.trends import read_chart
from rehabtimer.storage.store import Store
from tests.support import plain_counts
from tests.support.lives import TODAY, Life, make_life

RUNS, LIVES = 12, 25  # 300 histories
ONE_DAY = timedelta(days=1)
COUNTED = ("planned", "done", "partial", "missed", "to come", "extra")
FURTHER = (Span.EVERYTHING, Span.LAST_SIX)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Store.open(path).close()
    return path


@contextmanager
def lived(seed: int, empty: Path, folder: Path) -> Iterator[tuple[Life, Store]]:
    life = make_life(seed)
    path = folder / f"{seed}.db"
    shutil.copy(empty, path)
    with Store.open(path) as store:
        life.keep(store)
        yield life, store
    path.unlink()


@pytest.mark.parametrize("run", range(RUNS))
def test_every_figure_agrees_with_a_plain_count(run: int, empty: Path, tmp_path: Path) -> None:
    for seed in range(run * LIVES, (run + 1) * LIVES):
        with lived(seed, empty, tmp_path) as (life, store):
            for span in (Span.PROGRAMME, FURTHER[seed % 2]):
                check_pain(life, store, span)
                check_sessions(life, store, span)
                check_doses(life, store, span)
            check_headline(life, store)
            check_slopes(life)


def check_pain(life: Life, store: Store, span: Span) -> None:
    """The worst of each day and the median of each week, on days that follow one another."""
    rows = read_chart(store, ChartKey.PAIN, span, TODAY).data.rows
    worst = plain_counts.daily(life)
    days = [date.fromisoformat(row[0]) for row in rows]
    weeks = {
        week: [d for d, row in zip(days, rows, strict=True) if row[1] == week]
        for _, week, *_rest in rows
    }
    assert days == sorted(set(days))
    assert all(day <= TODAY for day in days)
    for day, (_on, week, left, right, left_median, right_median, *_more) in zip(
        days, rows, strict=True
    ):
        assert left == str(worst.get((day, Side.LEFT), ""))
        assert right == str(worst.get((day, Side.RIGHT), ""))
        assert left_median == plain_counts.weekly_median(worst, weeks[week], Side.LEFT)
        assert right_median == plain_counts.weekly_median(worst, weeks[week], Side.RIGHT)
    check_weeks(life, days, [row[1] for row in rows])
    if span is Span.EVERYTHING:
        start = life.courses[-1].plan.started_on
        assert {day for day, _knee in worst if day < start} <= set(days)


def check_weeks(life: Life, days: list[date], weeks: list[str]) -> None:
    """Weeks of seven days: from a Monday on, or those of the programme without its pauses."""
    plan = life.courses[-1].plan
    if days and days[0] < plan.started_on:
        assert days[0].weekday() == 0
        assert weeks == [str((day - days[0]).days // 7 + 1) for day in days]
    else:
        numbers = [plain_counts.programme_day(plan, day) for day in days]
        assert not any(plain_counts.is_paused(plan, day) for day in days)
        assert weeks == [str((number - 1) // 7 + 1) for number in numbers]


def check_sessions(life: Life, store: Store, span: Span) -> None:
    for row in read_chart(store, ChartKey.SESSIONS, span, TODAY).data.rows:
        first, last = date.fromisoformat(row[0]), date.fromisoformat(row[1])
        planned, done, partial, missed, to_come, extra = map(int, row[2:8])
        counted = dict.fromkeys((*COUNTED, "free done", "free partial"), 0)
        for n in range((last - first).days + 1):
            count_day(life, first + n * ONE_DAY, counted)
        free = {name: counted.pop(f"free {name}") for name in ("done", "partial")}
        for name, days in free.items():
            counted["extra" if counted["planned"] else name] += days
        found = (planned, done, partial, missed, to_come, extra)
        assert found == tuple(counted.values()), (first, last)


def count_day(life: Life, on: date, counted: dict[str, int]) -> None:
    plan = plain_counts.plan_of(life, on)
    share, asked = plain_counts.share_done(life, on), plain_counts.is_asked(plan, on)
    runs = plan is not None and plain_counts.programme_day(plan, on) <= plan.days
    counted["planned"] += asked
    if not asked and share and runs:
        counted["extra"] += 1
    elif share:
        counted[("" if asked else "free ") + ("done" if share == 1 else "partial")] += 1
    elif asked:
        counted["missed" if on < TODAY else "to come"] += 1


def check_doses(life: Life, store: Store, span: Span) -> None:
    page = read_chart(store, ChartKey.EXERCISES, span, TODAY)
    first, last = map(date.fromisoformat, re.findall(r"\d{4}-\d\d-\d\d", page.file_name))
    counted = plain_counts.doses(life, first, last)
    found = {
        (row[0], row[2]): [float(cell) for cell in row[3:7]] for row in page.data.rows if row[2]
    }
    assert found.keys() == counted.keys()
    for key, figures in counted.items():
        assert found[key] == pytest.approx(
            [figures[0], figures[1], figures[2], figures[3]], abs=0.01
        )


def check_headline(life: Life, store: Store) -> None:
    """A change is told from two weeks with three days each, and never within two weeks."""
    plan, worst = life.courses[-1].plan, plain_counts.daily(life)
    told = {}
    for knee in (Side.LEFT, Side.RIGHT):
        weeks: dict[int, list[tuple[int, int]]] = {}
        for (day, side), score in sorted(worst.items()):
            counts = plan.started_on <= day <= TODAY and not plain_counts.is_paused(plan, day)
            number = plain_counts.programme_day(plan, day) if counts and side is knee else 0
            if 0 < number <= 42:
                weeks.setdefault((number - 1) // 7 + 1, []).append((number, score))
        enough = [week for week, days in weeks.items() if len(days) >= 3]
        today = plain_counts.programme_day(plan, TODAY)
        if len(enough) > 1 and max(1, today) - weeks[enough[0]][0][0] >= 13:
            now, then = (sorted(s for _d, s in weeks[enough[n]]) for n in (-1, 0))
            told[knee] = middle(now) - middle(then), enough[0]
    lines = read_chart(store, ChartKey.PAIN, Span.PROGRAMME, TODAY).headlines
    found = {}
    for line in lines:
        if match := re.fullmatch(
            r"(\w+) knee: (down |up |no change)([\d.]*).* since week (\d+)", line
        ):
            sign = -1 if match[2] == "down " else 1
            side = Side.LEFT if match[1] == "Left" else Side.RIGHT
            found[side] = sign * float(match[3] or 0), int(match[4])
    assert found == told


def middle(scores: list[int]) -> float:
    half = len(scores) // 2
    return scores[half] if len(scores) % 2 else (scores[half - 1] + scores[half]) / 2


def check_slopes(life: Life) -> None:
    worst = plain_counts.daily(life)
    for knee in (Side.LEFT, Side.RIGHT):
        points = [
            (day.toordinal(), score) for (day, side), score in sorted(worst.items()) if side is knee
        ]
        found = trend(points)
        if len(points) < 10 or points[-1][0] - points[0][0] < 13:
            assert found is None
        else:
            assert found is not None
            slope, low, high = plain_counts.theil_sen(points)
            assert found.slope == pytest.approx(7 * slope)
            assert found.low == pytest.approx(7 * low)
            assert found.high == pytest.approx(7 * high)
