"""What the report says: its figures are counted again here, by plain loops over the records."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SetRecord, best_attempts
from rehabtimer.core.schedule import THREE_DAYS
from rehabtimer.presenters.report import ReportWish, read_report
from rehabtimer.presenters.report_frame import ReportFrame
from rehabtimer.storage.store import Store
from tests.support.cases import clock_of, days_pass, opened, play, welcomed
from tests.support.clock import FakeClock
from tests.support.pain import entry
from tests.support.reports import made_up, report_from, report_of, texts

TODAY = FakeClock().now().date()
AVOIDED = ("improv", "heal", "cure", "treat", "recommend", "diagnos", "prescri", "proven", "safe")


def worst_days(store: Store, since: date) -> dict[Side, dict[date, int]]:
    worst: dict[Side, dict[date, int]] = defaultdict(dict)
    for told in store.diary.entries(None, TODAY):
        if told.score is not None and told.when.day >= since:
            days = worst[told.knee]
            days[told.when.day] = max(told.score, days.get(told.when.day, 0))
    return worst


def sets_of(store: Store, since: date) -> list[SetRecord]:
    records = store.history.sessions(since, TODAY)
    return [row for record in records for row in best_attempts(store.history.sets(record.id))]


def whole_and_partial(store: Store, since: date) -> tuple[int, int]:
    whole = partial = 0
    for record in store.history.sessions(since, TODAY):
        rows = best_attempts(store.history.sets(record.id))
        done = sum(row.outcome is Outcome.DONE for row in rows)
        whole += done == len(rows)
        partial += 0 < done < len(rows)
    return whole, partial


@pytest.mark.parametrize("weeks", [1, 3, 6, None])
def test_the_first_figures_are_those_of_the_records(tmp_path: Path, weeks: int | None) -> None:
    with made_up(tmp_path) as store:
        course = store.courses.current()
        assert course is not None
        begun = course.plan.started_on
        since = begun if weeks in (6, None) else begun + timedelta(days=42 - 7 * (weeks or 0))
        whole, partial = whole_and_partial(store, since)
        rows = sets_of(store, since)
        planned = sum(row.planned_seconds for row in rows)
        done = sum(row.seconds for row in rows)
        frame = report_from(store, weeks)
    figures = frame.figures
    assert figures[0].value == f"{whole + partial} of {(TODAY - since).days}"
    assert figures[0].note.startswith(f"{partial} of them partly" if partial else "")
    share = float(figures[-1].value.removesuffix(" %"))
    assert share == pytest.approx(100 * done / planned, abs=1)


def test_the_medians_are_those_of_the_first_and_the_last_week_with_three_days(
    tmp_path: Path,
) -> None:
    with made_up(tmp_path) as store:
        course = store.courses.current()
        assert course is not None
        begun = course.plan.started_on
        worst = worst_days(store, begun)
        frame = report_from(store)
    for place, knee in enumerate((Side.LEFT, Side.RIGHT), 1):
        weeks: dict[int, list[int]] = defaultdict(list)
        for day, score in sorted(worst[knee].items()):
            weeks[(day - begun).days // 7].append(score)
        medians = [median(scores) for scores in weeks.values() if len(scores) >= 3]
        assert frame.figures[place].value == f"{medians[0]:g} → {medians[-1]:g}"


def test_each_exercise_has_what_was_planned_done_told_and_skipped(tmp_path: Path) -> None:
    with made_up(tmp_path) as store:
        since = TODAY - timedelta(days=36)
        rows, told = sets_of(store, since), store.diary.entries(since, TODAY)
        frame = report_from(store)
    by_name = {line.name: line for line in frame.exercises}
    step_ups = [row for row in rows if row.exercise == "step-up"]
    for side, name in ((Side.LEFT, "left leg"), (Side.RIGHT, "right leg")):
        mine = [row for row in step_ups if row.side is side]
        share = 100 * sum(row.reps for row in mine) / sum(row.planned_reps for row in mine)
        assert f"{share:.0f} % {name}" in by_name["Step up"].done.splitlines()
    hurt = [e for e in told if e.exercise == "step-up" and e.moment is Moment.DURING]
    worst, days = max(e.score or 0 for e in hurt), len({e.when.day for e in hurt})
    assert by_name["Step up"].pain == f"Worst {worst} of 10, hurt on {days} day"
    assert by_name["Step up"].planned == "Off"
    assert by_name["Step up"].skips.startswith("Skipped since ")
    assert by_name["Wall slide"].skips.startswith("Tried again on ")
    assert by_name["Clam"].planned == "2 sets of 15 each side, 2 s hold"
    assert by_name["Clam"].pain == "None told"
    assert len(frame.exercises) == 10


def test_it_says_what_it_is_about(tmp_path: Path) -> None:
    with made_up(tmp_path) as store:
        frame = report_from(store, 6, "Jana Nováková")
    assert frame.name == "Jana Nováková"
    assert frame.about == (
        "Left knee · 25 January 2026 to 2 March 2026",
        "Runner's knee: day 37 of 42, week 6 · planned: daily",
    )
    assert frame.made_up == "A made-up history, to look around in"
    assert frame.pain.headlines[0].startswith("Left knee: down ")
    assert "95 % interval" in frame.pain.summary


def test_an_empty_history_says_that_nothing_is_there_yet(tmp_path: Path) -> None:
    with opened(tmp_path) as case:
        frame = report_of(case)
    assert [figure.value for figure in frame.figures] == ["–", "–", "–", "–"]
    assert {line.done for line in frame.exercises} == {"–"}
    assert frame.notes.rows == frame.scores.rows == frame.besides.rows == ()
    assert frame.notes.empty == "Nothing was written down in this time."
    assert frame.made_up == ""
    assert frame.warnings == ()
    assert frame.name == ""


def test_one_knee_leaves_room_for_how_many_days_were_logged(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=5) as case:
        case.store.diary.add(entry(score=4))
        frame = report_of(case)
    assert [(f.value, f.text) for f in frame.figures] == [
        ("0 of 4", "planned sessions done"),
        ("–", "Left knee, weekly median"),
        ("–", "of the dose done, in begun sessions"),
        ("1 of 5", "days with pain logged"),
    ]
    assert frame.figures[0].note == "4 missed"


def test_a_session_of_today_that_is_still_to_come_is_not_counted(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=1) as case:
        before = report_of(case).figures[0]
        play(case, 60).leave()
        after = report_of(case).figures[0]
    assert (before.value, before.note) == ("–", "")
    assert (after.value, after.note) == ("1 of 1", "1 of them partly")


def test_one_week_is_no_trend(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=5) as case:
        for days in range(3):
            when = clock_of(case).wall - timedelta(days=days)
            case.store.diary.add(entry(when=when, score=4))
        figure = report_of(case).figures[1]
    assert (figure.value, figure.note) == ("4", "of 10, in the one week with three days logged")


def test_weeks_before_a_new_programme_are_in_it_as_weeks_of_the_calendar(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=10) as case:
        case.store.diary.add(entry(when=clock_of(case).wall - timedelta(days=9), score=7))
        play(case, 30).leave()
        days_pass(case, 5)
        case.begin_again(case.today)
        case.store.diary.add(entry(when=clock_of(case).wall, score=2))
        frame = report_of(case)
    assert frame.about[0] == "Left knee · 26 January 2026 to 7 March 2026"
    assert frame.figures[0].value == "1 of 14"
    begins = [text for _day, text in frame.changes.rows if text.startswith("The programme begins")]
    assert len(begins) == 2


@pytest.mark.parametrize(
    "day,said",
    [
        (-2, "begins on 5 March 2026"),
        (42, "day 42 of 42, week 6"),
        (43, "ended on 1 March 2026"),
    ],
)
def test_it_says_where_the_programme_stands(tmp_path: Path, day: int, said: str) -> None:
    with welcomed(tmp_path, day=day) as case:
        assert said in report_of(case).about[1]


def test_a_pause_is_said(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=8) as case:
        case.pause_from(case.today)
        days_pass(case, 3)
        frame = report_of(case)
    assert "day 7 of 42, paused now" in frame.about[1]
    assert ("2 Mar", "The programme is paused") in frame.changes.rows
    assert "4 days paused" in frame.figures[0].note


def test_the_name_is_the_one_that_is_kept_unless_another_is_given(tmp_path: Path) -> None:
    from msgspec.structs import replace

    with opened(tmp_path) as case:
        case.save(replace(case.settings, report_name="A. Runner"))
        assert report_of(case).name == "A. Runner"
        assert report_of(case, name="").name == ""
        assert report_of(case, name="B\u202e\x07 Runner\n").name == "B Runner"
        assert len(report_of(case, name="x" * 500).name) == 80


def test_other_weekdays_are_said(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=8) as case:
        case.change_weekdays(THREE_DAYS)
        frame = report_of(case)
    assert ("2 Mar", "Sessions planned: Mo, We, Fr") in frame.changes.rows
    assert frame.about[1].endswith("planned: Mo, We, Fr")


def avoided(frame: ReportFrame) -> list[str]:
    return [t for t in texts(frame) if any(word in t.lower() for word in AVOIDED)]


def test_it_keeps_to_words_that_promise_nothing(tmp_path: Path) -> None:
    with made_up(tmp_path) as store:
        frame = report_from(store, None)
    assert avoided(frame) == []
    assert any("not a medical device" in text for text in texts(frame))


def test_a_report_of_weeks_without_an_answer_says_so(tmp_path: Path) -> None:
    with made_up(tmp_path, 24) as store:
        course = store.courses.current()
        assert course is not None
        later = FakeClock().now() + timedelta(days=400)
        frame = read_report(store, course, ReportWish(weeks=6), later)
    assert frame.pain.headlines[0].startswith("No answer about pain since ")
    assert frame.pain.headlines[0].endswith(" 2026")
    assert frame.figures[1].value == "–"
    assert frame.figures[1].note == "No week in this time has three days logged"


@pytest.mark.parametrize(
    "scores, said",
    [
        ((5, 3), "of 10, weeks of 9 Mar and 16 Mar: 2 points less"),
        ((3, 4), "of 10, weeks of 9 Mar and 16 Mar: 1 point more"),
        ((3, 3), "of 10, weeks of 9 Mar and 16 Mar: no change"),
    ],
)
def test_paused_weeks_are_in_it_as_weeks_of_the_calendar(
    tmp_path: Path, scores: tuple[int, int], said: str
) -> None:
    with welcomed(tmp_path, day=8) as case:
        case.pause_from(case.today)
        for week, score in enumerate(scores, 1):
            days_pass(case, 7)
            for days in range(3):
                when = clock_of(case).wall + timedelta(days=days, hours=week)
                case.store.diary.add(entry(when=when, score=score))
        days_pass(case, 10)
        frame = report_of(case)
    assert frame.figures[1].note == said
    assert "the week of 9 Mar" in frame.pain.headlines[0]


@pytest.mark.parametrize(
    "scores, said", [((3, 4), "week 1 to 2: 1 point more"), ((3, 3), "week 1 to 2: no change")]
)
def test_weeks_of_the_programme_are_told_by_number(
    tmp_path: Path, scores: tuple[int, int], said: str
) -> None:
    with welcomed(tmp_path, day=1) as case:
        for score in scores:
            for _day in range(3):
                case.store.diary.add(entry(when=clock_of(case).wall, score=score))
                days_pass(case, 1)
            days_pass(case, 4)
        frame = report_of(case)
    assert frame.figures[1].note == f"of 10, {said}"
