"""The programme week in words."""

import pytest

from rehabtimer.insights.adherence import Adherence
from rehabtimer.presenters.week import week_text


@pytest.mark.parametrize(
    "full,partial,said",
    [
        (0, 0, "No sessions yet this week."),
        (1, 0, "1 session of 3 so far."),
        (2, 0, "2 sessions of 3 so far."),
        (0, 1, "1 session done in part, of 3 so far."),
        (0, 2, "2 sessions done in part, of 3 so far."),
        (1, 1, "1 whole session and 1 in part, of 3 so far."),
        (2, 1, "2 whole sessions and 1 in part, of 3 so far."),
    ],
)
def test_how_many_sessions_there_were(full: int, partial: int, said: str) -> None:
    week = Adherence(days=(), planned=3, full=full, partial=partial, extra=0, missed=0)
    assert week_text(week) == said
