"""Trends as the window asks for it, and as a command does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from rehabtimer.presenters.case import Case
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey
from rehabtimer.presenters.trends import TrendsPresenter, read_chart
from rehabtimer.storage.store import Store
from tests.support.cases import days_pass, play, welcomed
from tests.support.histories import DAY


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def asked(case: Case) -> Iterator[list[str]]:
    """The tables that are asked about."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        found.append(statement)

    engine = case.store.database._reader
    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


def test_it_opens_with_pain_in_this_programme(case: Case) -> None:
    frame = TrendsPresenter(case).frame()
    assert frame.page.key is ChartKey.PAIN
    assert [(option.text, option.chosen) for option in frame.which] == [
        ("Pain", True),
        ("Sessions", False),
        ("Exercises", False),
        ("Activity", False),
    ]
    assert all(option.note.endswith("?") for option in frame.which)
    assert frame.spans == ()


@pytest.mark.parametrize("key", list(ChartKey))
def test_one_chart_at_a_time(case: Case, key: ChartKey) -> None:
    presenter = TrendsPresenter(case)
    presenter.show(key)
    frame = presenter.frame()
    assert frame.page.key is key
    assert [option.key for option in frame.which if option.chosen] == [key]
    assert frame == presenter.frame()


def test_a_chart_reads_nothing_of_the_others(case: Case, asked: list[str]) -> None:
    presenter = TrendsPresenter(case)
    reads = {
        ChartKey.PAIN: ("FROM relievers", "FROM skips"),
        ChartKey.SESSIONS: ("sessions.planned", "FROM skips"),
        ChartKey.EXERCISES: ("FROM skips", "sessions.planned"),
        ChartKey.ACTIVITY: ("workouts.sport", "FROM skips"),
    }
    for key, (own, other) in reads.items():
        asked.clear()
        presenter.show(key)
        presenter.frame()
        flat = [" ".join(statement.split()) for statement in asked]
        assert any(own in statement for statement in flat), key
        assert not any(other in statement for statement in flat), key


def test_after_a_second_programme_began_there_are_spans(case: Case) -> None:
    play(case, 300).leave()
    days_pass(case, 30)
    case.begin_again(case.today)
    presenter = TrendsPresenter(case)
    assert [option.text for option in presenter.frame().spans] == [
        "This programme",
        "Last six weeks",
        "Everything",
    ]
    presenter.choose(Span.EVERYTHING)
    frame = presenter.frame()
    assert [option.key for option in frame.spans if option.chosen] == ["everything"]
    assert (
        frame.page.chart == read_chart(case.store, ChartKey.PAIN, Span.EVERYTHING, case.today).chart
    )


@pytest.mark.parametrize("key", list(ChartKey))
@pytest.mark.parametrize("span", list(Span))
def test_a_history_without_anything_has_charts_too(
    tmp_path: Path, key: ChartKey, span: Span
) -> None:
    with Store.open(tmp_path / "empty.db") as store:
        page = read_chart(store, key, span, DAY)
    assert page.chart.hint or key is ChartKey.SESSIONS
    assert all(page.headlines)
    assert page.file_name == f"{key}-2026-03-02-to-2026-04-12"
    assert all(len(row) == len(page.table.head) for row in page.table.rows)
    assert all(len(row) == len(page.data.head) for row in page.data.rows)


@pytest.mark.parametrize("key", list(ChartKey))
def test_no_word_promises_anything(case: Case, key: ChartKey) -> None:
    play(case, 900).leave()
    presenter = TrendsPresenter(case)
    presenter.show(key)
    frame = presenter.frame()
    words = f"{frame.which} {frame.page} {frame.page.data}".lower()
    avoided = ("improv", "heal", "cure", "treat", "better", "recommend", "diagnos", "safe")
    assert not [word for word in avoided if word in words]
