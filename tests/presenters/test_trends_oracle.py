"""300 made-up histories, kept in a database, read as charts, and counted again by plain loops."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import Plan
from rehabtimer.insights.trend import trend
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.chart_reading import Reading, read_page
from rehabtimer.storage.engine import pragmas
from rehabtimer.storage.store import Store
from tests.support import plain_counts
from tests.support.lives import TODAY, Life, make_life

RUNS, LIVES = 12, 25  # 300 histories
ONE_DAY = timedelta(days=1)
COUNTED = ("planned", "done", "partial", "missed", "to come", "extra")
CHANGE = re.compile(
    r"(\w+) knee: (down |up |no change)([\d.]*)(?: points?)? "
    r"(?:since (?:the )?week (?:of )?(.+)"
    r"|from (?:the )?week (?:of )?(.+) to (?:that of |week )(.+))"
)
IN_NO_HURRY = ("PRAGMA synchronous = OFF", "PRAGMA journal_mode = MEMORY")
FURTHER = (Span.EVERYTHING, Span.LAST_SIX)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Store.open(path).close()
    return path


@contextmanager
def lived(seed: int, empty: Path, folder: Path) -> Iterator[tuple[Life, Reading]]:
    """A life in a database of its own; nothing waits for a disk."""
    life = make_life(seed)
    path = folder / f"{seed}.db"
    shutil.copy(empty, path)
    with Store.open(path) as store:
        pragmas(store.database._writer, IN_NO_HURRY)
        life.keep(store)
        yield life, Reading.of(store, TODAY)
    path.unlink()


@pytest.mark.parametrize("run", range(RUNS))
def test_every_figure_agrees_with_a_plain_count(run: int, empty: Path, tmp_path: Path) -> None:
    for seed in range(run * LIVES, (run + 1) * LIVES):
        with lived(seed, empty, tmp_path) as (life, reading):
            for span in (Span.PROGRAMME, FURTHER[seed % 2]):
                page = read_page(reading, ChartKey.PAIN, span)
                check_pain(life, page, span)
                check_headline(life, page)
                check_sessions(life, read_page(reading, ChartKey.SESSIONS, span), span)
                check_doses(life, read_page(reading, ChartKey.EXERCISES, span))
            check_slopes(life)


def check_pain(life: Life, page: ChartPage, span: Span) -> None:
    """The worst of each day and the median of each week, on days that follow one another."""
    rows = page.data.rows
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
    check_weeks(life, days, [row[1] for row in rows], span)
    if span is Span.EVERYTHING:
        assert {day for day, _knee in worst} <= set(days)


def check_weeks(life: Life, days: list[date], weeks: list[str], span: Span) -> None:
    """Weeks of seven days: from a Monday on, or those of the programme without its pauses."""
    plan = life.courses[-1].plan
    if not days:
        return
    since = [days[0] + n * ONE_DAY for n in range((TODAY - days[0]).days + 1)]
    has_pause = any(plain_counts.is_paused(plan, day) for day in (*since, *lately(plan)))
    if span is not Span.PROGRAMME and (has_pause or days[0] < plan.started_on):
        assert days == since
        assert days[0].weekday() == 0
        assert weeks == [str((day - days[0]).days // 7 + 1) for day in days]
    else:
        numbers = [plain_counts.programme_day(plan, day) for day in days]
        assert not any(plain_counts.is_paused(plan, day) for day in days)
        assert weeks == [str((number - 1) // 7 + 1) for number in numbers]


def lately(plan: Plan) -> list[date]:
    """The dates, paused or not, of the last six weeks of the programme."""
    week = (plain_counts.programme_day(plan, TODAY) - 1) // 7
    dates = [plan.started_on + n * ONE_DAY for n in range((TODAY - plan.started_on).days + 1)]
    return [day for day in dates if plain_counts.programme_day(plan, day) > (week - 5) * 7]


def check_sessions(life: Life, page: ChartPage, span: Span) -> None:
    """The weeks of the programme itself leave out what was done on paused days."""
    plan = life.courses[-1].plan
    for row in page.data.rows:
        first, last = date.fromisoformat(row[0]), date.fromisoformat(row[1])
        planned, done, partial, missed, to_come, extra = map(int, row[2:8])
        counted = dict.fromkeys((*COUNTED, "free done", "free partial"), 0)
        for n in range((last - first).days + 1):
            on = first + n * ONE_DAY
            if span is not Span.PROGRAMME or not plain_counts.is_paused(plan, on):
                count_day(life, on, counted)
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


def check_doses(life: Life, page: ChartPage) -> None:
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


def check_headline(life: Life, page: ChartPage) -> None:
    """A change is told from two weeks with three days each, and never within two weeks.

    They are the first and the last ones of those shown; a last one long ago is told by its name.
    """
    rows, plan = page.data.rows, life.courses[-1].plan
    days = [date.fromisoformat(row[0]) for row in rows]
    later = [days[-1] + n * ONE_DAY for n in range(1, (TODAY - days[-1]).days + 1)] if days else []
    beyond = sum(not plain_counts.is_paused(plan, day) for day in later)
    told = {}
    for knee, column in ((Side.LEFT, 2), (Side.RIGHT, 3)):
        weeks: dict[str, list[tuple[int, int]]] = {}
        for place, row in enumerate(rows):
            if row[column]:
                weeks.setdefault(row[1], []).append((place, int(row[column])))
        enough = [week for week, scores in weeks.items() if len(scores) >= 3]
        if len(enough) > 1 and len(rows) + beyond - weeks[enough[0]][0][0] >= 14:
            now, then = (sorted(s for _d, s in weeks[enough[n]]) for n in (-1, 0))
            is_over = (TODAY - days[weeks[enough[-1]][-1][0]]).days >= 14
            names = tuple(week_name(page, week) for week in (enough[0], enough[-1]))
            told[knee] = middle(now) - middle(then), names[: 1 + is_over]
    found = {}
    for line in page.headlines:
        if match := CHANGE.fullmatch(line):
            sign = -1 if match[2] == "down " else 1
            side = Side.LEFT if match[1] == "Left" else Side.RIGHT
            names = tuple(name for name in (match[4] or match[5], match[6]) if name)
            found[side] = sign * float(match[3] or 0), names
    assert found == told


def week_name(page: ChartPage, week: str) -> str:
    """The number of a week of the programme, or the date of the Monday of another one."""
    if page.data.head[1] == "Programme week":
        return week
    first = next(date.fromisoformat(row[0]) for row in page.data.rows if row[1] == week)
    return f"{first.day} {first:%b}"


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
