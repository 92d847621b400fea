"""The figures of Trends once more, by plain loops over what was made up and nothing of ours."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations
from math import sqrt
from statistics import median

from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import Plan
from tests.support.lives import TODAY, Life

ONE_DAY = timedelta(days=1)


def daily(life: Life) -> dict[tuple[date, Side], int]:
    """The worst score of each day and knee."""
    worst: dict[tuple[date, Side], int] = {}
    for answer in life.answers:
        knees = [Side.LEFT, Side.RIGHT] if answer.knee is Side.BOTH else [answer.knee]
        for knee in knees:
            key = answer.day, knee
            worst[key] = max(answer.score, worst.get(key, 0))
    return worst


def is_paused(plan: Plan, on: date) -> bool:
    """Whether a date is in a pause; one that goes on ends today."""
    return any(p.since <= on <= (p.until or max(TODAY, p.since)) for p in plan.pauses)


def programme_day(plan: Plan, on: date) -> int:
    """Count the days from the start that were not paused."""
    days = [plan.started_on + n * ONE_DAY for n in range((on - plan.started_on).days + 1)]
    return sum(not is_paused(plan, day) for day in days)


def plan_of(life: Life, on: date) -> Plan | None:
    """The plan of the latest course that had started; one left without a session is none."""
    found = None
    trained = {record.programme for _day, record, _rows in life.sessions}
    for course in life.courses:
        is_there = course.id in trained or course is life.courses[-1]
        if is_there and course.plan.started_on <= on:
            found = course.plan
    return found


def is_asked(plan: Plan | None, on: date) -> bool:
    """Whether a session was planned."""
    if plan is None or is_paused(plan, on) or programme_day(plan, on) > plan.days:
        return False
    weekdays: tuple[int, ...] = ()
    for change in plan.changes:
        if change.since <= on:
            weekdays = change.weekdays
    return on.isoweekday() in weekdays


def share_done(life: Life, on: date) -> float:
    """How much of the fullest session of a date was done; 0 without any."""
    best = 0.0
    for day, _record, rows in life.sessions:
        if day == on:
            sets = {(row.exercise, row.side, row.set) for row in rows}
            done = {(r.exercise, r.side, r.set) for r in rows if r.outcome == "done"}
            best = max(best, len(done) / len(sets))
    return best


def weekly_median(worst: dict[tuple[date, Side], int], days: list[date], knee: Side) -> str:
    """The median of the worst scores of some days, as a file has it."""
    scores = [worst[day, knee] for day in days if (day, knee) in worst]
    return f"{median(scores):.2f}".rstrip("0").rstrip(".") if scores else ""


def doses(life: Life, first: date, last: date) -> dict[tuple[str, str], list[float]]:
    """Planned and done reps and seconds by exercise and side, the best attempt of each set."""
    sums: defaultdict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0] * 4)
    for day, _record, rows in life.sessions:
        if not first <= day <= last:
            continue
        best: dict[tuple[str, str, int], list[float]] = {}
        for row in rows:
            key = row.exercise, row.side.value, row.set
            figures = [row.planned_reps, row.reps, row.planned_seconds, row.seconds]
            best[key] = [max(pair) for pair in zip(best.get(key, figures), figures, strict=True)]
        for (exercise, side, _set), figures in best.items():
            before = sums[exercise, side]
            sums[exercise, side] = [a + b for a, b in zip(before, figures, strict=True)]
    return dict(sums)


def theil_sen(points: list[tuple[int, int]]) -> tuple[float, float, float]:
    """Slope a day and the ends of its interval, from every pair; the interval after Sen 1968."""
    slopes = sorted((b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(points, 2))
    n, scores = len(points), [score for _day, score in points]
    ties = 0
    for score in set(scores):
        tied = scores.count(score)
        ties += tied * (tied - 1) * (2 * tied + 5)
    reach = 1.959964 * sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18)
    low = max(0, round((len(slopes) - reach) / 2) - 1)
    high = min(len(slopes) - 1, round((len(slopes) + reach) / 2))
    return median(slopes), slopes[low], slopes[high]
