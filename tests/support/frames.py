"""Frames of the screens around a session, so that a test names only what it is about."""

from dataclasses import replace
from typing import Any

from rehabtimer.core.figure import Moment
from rehabtimer.core.programme import Phase, Side
from rehabtimer.presenters.frames import DayCell, DayMark, PainQuestion, TodayFrame, TodayRow
from rehabtimer.presenters.session_frame import Mark, Segment, SessionFrame

_SEGMENTS = (
    Segment(0.25, 1.0, False, "Standing quad stretch: done"),
    Segment(0.5, 0.5, False, "Straight leg lift: 2 of 4 sets done"),
    Segment(0.25, 0.0, True, "Clam: skipped; press to come back to it"),
)
_SESSION = SessionFrame(
    title="Straight leg lift",
    side=Side.LEFT,
    side_text="LEFT LEG",
    side_note="",
    figure="straight-leg-lift",
    phase=Phase.HOLD,
    mark=Mark.HOLD,
    moment=Moment(Phase.HOLD, 0.5, Side.LEFT, seconds=1.0, duration=2.0),
    digits="2",
    word="HOLD",
    ring=0.5,
    caption="Hold it there.",
    said="Hold.",
    dose="2 sets of 20 each leg, 2 s hold",
    steps=("Lie on your back.", "Bend the other knee."),
    is_teaching=False,
    safety="Stop if it hurts.",
    rep_text="Rep 3 of 20",
    set_text="Set 1 of 2",
    sets=2,
    sets_done=1,
    next_text="Next: right leg, 20 reps",
    place_text="Exercise 2 of 3",
    left_text="9 min left",
    segments=_SEGMENTS,
    primary="Pause",
    standing_still=False,
    may_finish=False,
    can_finish=False,
    undo_text="",
    finish_text="That is enough",
)
_TODAY = TodayFrame(
    title="Week 1, day 1",
    subtitle="Monday 2 March · 1 of 42 days",
    start_label="Start",
    start_minutes="33 min",
    can_start=True,
    rows=(
        TodayRow(
            "clam", "Clam", "2 sets of 15 each side, 2 s hold", "8 min", Side.LEFT, figure="clam"
        ),
        TodayRow("step-up", "Step up", "Skipped since 2 Mar", "", Side.LEFT, True, "Try again"),
    ),
    empty="",
    resume=None,
    questions=(PainQuestion(Side.LEFT, "How is the left knee this morning?"),),
    week_title="This week",
    week=tuple(
        DayCell(letter, mark, letter == "T", f"{letter}: {mark}")
        for letter, mark in zip("MTWFS", DayMark, strict=True)
    ),
    week_text="1 session of 2 so far.",
    trend_title="Your pain chart",
    trend_text="Two weeks make a trend.",
)


def session_frame(**changes: Any) -> SessionFrame:
    """In the hold of the third rep of a leg lift, with these changes."""
    return replace(_SESSION, **changes)


def today_frame(**changes: Any) -> TodayFrame:
    """A first day with one exercise on and one off, with these changes."""
    return replace(_TODAY, **changes)
