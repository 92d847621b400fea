"""Totals of questionnaires and pain relievers in the Log."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rehabtimer.core.workouts import TotalScore
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log import LogPresenter
from rehabtimer.presenters.log_forms import TotalAnswer, TotalForm
from rehabtimer.presenters.log_frame import Kind, LogAnswer, LogRow
from tests.support.cases import welcomed

TODAY = date(2026, 3, 2)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee, on Monday 2 March at 8."""
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def log(case: Case) -> LogPresenter:
    return LogPresenter(case)


def kept(case: Case) -> list[TotalScore]:
    return case.store.total_scores.between(None, date.max)


def rows(log: LogPresenter) -> list[LogRow]:
    return [row for day in log.frame().days for row in day.rows]


def answer(name: str = "AKPS", value: str = "78", most: str = "100") -> TotalAnswer:
    return TotalAnswer(name, value, most, TODAY)


def test_a_total_is_kept_with_its_day(case: Case, log: LogPresenter) -> None:
    log.add(TotalAnswer("  AKPS \n", "78,5", "100", YESTERDAY))
    (total,) = kept(case)
    assert (total.name, total.value, total.most, total.day) == ("AKPS", 78.5, 100, YESTERDAY)
    (row,) = rows(log)
    assert (row.title, row.time, row.name) == ("AKPS: 78.5 of 100", "", "AKPS: 78.5 of 100")
    assert log.frame().undo_text == "“AKPS: 78.5 of 100” is kept."
    log.undo()
    assert kept(case) == []


def test_what_it_is_out_of_may_be_left_open(case: Case, log: LogPresenter) -> None:
    log.add(answer(value="0", most=" "))
    assert kept(case)[0].most is None
    assert rows(log)[0].title == "AKPS: 0"


@pytest.mark.parametrize(
    "wrong, part, sentence",
    [
        (answer(name=" "), "name", "Please name the questionnaire."),
        (answer(name="x" * 101), "name", "room for 100 characters"),
        (answer(value=""), "value", "Please fill in the total: a number from 0 to 1,000."),
        (answer(value="good"), "value", "a number from 0 to 1,000"),
        (answer(value="1000.5"), "value", "a number from 0 to 1,000"),
        (answer(value="101"), "value", "more than what it is out of"),
        (answer(most="0"), "most", "a number above 0, up to 1,000"),
        (answer(most="many"), "most", "or leave it open"),
        (answer(most="1001"), "most", "up to 1,000"),
        (TotalAnswer("AKPS", "1", "", date(2026, 3, 3)), "when", "still to come"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(
    case: Case, log: LogPresenter, wrong: TotalAnswer, part: str, sentence: str
) -> None:
    log.add(wrong)
    assert sentence in getattr(log.frame().total.problems, part)
    assert kept(case) == []
    log.add(answer())
    assert log.frame().total.problems.are_none


def test_names_of_before_are_offered_the_latest_first(case: Case, log: LogPresenter) -> None:
    assert log.frame().total.known == ()
    for days, name, most in ((9, "AKPS", "100"), (8, "Own", ""), (7, "AKPS", "90")):
        log.add(TotalAnswer(name, "50", most, TODAY - timedelta(days=days)))
    known = [(each.name, each.most) for each in log.frame().total.known]
    assert known == [("AKPS", "90"), ("Own", "")]
    for number in range(5):
        log.add(TotalAnswer(f"Other {number}", "50", "", TODAY))
    assert len(log.frame().total.known) == 4


def test_a_total_is_changed_and_changed_back(case: Case, log: LogPresenter) -> None:
    log.add(answer())
    (before,) = kept(case)
    log.edit(before.id)
    form = log.frame().edited
    assert isinstance(form, TotalForm)
    assert (form.name, form.value, form.most, form.day) == ("AKPS", "78", "100", TODAY)
    assert rows(log)[0].editing
    log.change(answer())
    assert log.frame().undo_text == "“AKPS: 78 of 100” is kept.", "nothing was changed"
    log.edit(before.id)
    log.change(answer(value="x"))
    assert kept(case) == [before]
    log.change(answer(value="80"))
    assert (kept(case)[0].value, kept(case)[0].edited_at) == (80, case.stamp.at)
    assert rows(log)[0].mark == "changed by hand"
    assert (log.frame().edited, log.frame().undo_text) == (None, "“AKPS: 78 of 100” was changed.")
    log.undo()
    assert kept(case) == [before]
    log.change(answer(value="1"))
    assert kept(case) == [before]


def test_a_total_is_deleted_and_comes_back(case: Case, log: LogPresenter) -> None:
    log.add(answer())
    before = kept(case)
    log.edit(before[0].id)
    log.remove(before[0].id)
    assert (kept(case), log.frame().edited) == ([], None)
    log.undo()
    assert kept(case) == before


def test_another_form_closes_the_one_that_is_open(case: Case, log: LogPresenter) -> None:
    log.add(answer())
    log.add(LogAnswer(case.settings.affected, 3))
    for identity in (kept(case)[0].id, case.store.diary.entries(None, date.max)[0].id):
        log.edit(identity)
        assert [row.id for row in rows(log) if row.editing] == [identity]


def test_one_kind_at_a_time(log: LogPresenter) -> None:
    assert log.frame().kind is Kind.PAIN
    for kind in Kind:
        log.choose_kind(kind)
        frame = log.frame()
        assert [option.key for option in frame.kinds if option.chosen] == [kind]
        assert frame.kind is kind


# Pain relievers


def test_a_reliever_is_a_tick_and_nothing_more(case: Case, log: LogPresenter) -> None:
    tick = log.frame().reliever
    assert (tick.text, tick.taken, tick.day) == ("Took a pain reliever today", False, TODAY)
    assert tick.note == "The article says to ask a doctor about pain relievers."
    log.take_reliever(True)
    assert log.frame().reliever.taken
    (row,) = rows(log)
    assert (row.title, row.has_form) == ("Pain reliever taken", False)
    assert row.name == "Pain reliever taken, Monday 2 March"
    log.undo()
    assert not log.frame().reliever.taken
    assert log.frame().days == ()


def test_a_reliever_of_another_day(case: Case, log: LogPresenter) -> None:
    log.choose_reliever_day(YESTERDAY)
    assert log.frame().reliever.text == "Took a pain reliever on Sunday 1 March"
    log.take_reliever(True)
    assert case.store.diary.relievers(None, date.max) == {YESTERDAY}
    log.choose_reliever_day(date(2026, 3, 5))
    assert log.frame().reliever.day == TODAY


def test_a_reliever_is_deleted_from_the_diary_and_comes_back(case: Case, log: LogPresenter) -> None:
    log.take_reliever(True)
    log.take_reliever(True)
    log.remove(rows(log)[0].id)
    assert case.store.diary.relievers(None, date.max) == set()
    assert log.frame().undo_text == "“Pain reliever taken, Monday 2 March” was deleted."
    log.undo()
    assert case.store.diary.relievers(None, date.max) == {TODAY}


def test_what_belongs_to_the_whole_day_comes_last(case: Case, log: LogPresenter) -> None:
    log.take_reliever(True)
    log.add(answer())
    log.add(LogAnswer(case.settings.affected, 3))
    titles = ["Left knee: 3 of 10", "AKPS: 78 of 100", "Pain reliever taken"]
    assert [row.title for row in rows(log)] == titles


def test_numbers_are_taken_as_the_form_writes_them(case: Case, log: LogPresenter) -> None:
    log.add(answer(value="1,000", most="1,000"))
    (total,) = kept(case)
    assert (total.value, total.most) == (1000, 1000)
    assert rows(log)[0].title == "AKPS: 1000 of 1000"


@pytest.mark.parametrize(
    "value, most, value_problem, most_problem",
    [
        ("1,000", "10,000", "", "please write 10000 or 10."),
        ("1.000", "10.000", "please write 1000 or 1.", "please write 10000 or 10."),
        ("78,125", "100", "please write 78125 or 78.125.", ""),
    ],
)
def test_no_total_is_a_thousandth_of_what_was_meant(
    case: Case,
    log: LogPresenter,
    value: str,
    most: str,
    value_problem: str,
    most_problem: str,
) -> None:
    log.add(answer(value=value, most=most))
    assert kept(case) == []
    problems = log.frame().total.problems
    assert problems.value.endswith(value_problem)
    assert problems.most.endswith(most_problem)
    assert (bool(problems.value), bool(problems.most)) == (bool(value_problem), bool(most_problem))
