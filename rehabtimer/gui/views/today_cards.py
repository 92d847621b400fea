"""The cards beside today's session: what waits, and what is worth knowing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame

from rehabtimer.core.text import _
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.parts import Part, button, card, label, row
from rehabtimer.gui.widgets.week_strip import WeekStrip
from rehabtimer.presenters.frames import ResumeCard, TodayCard, TodayFrame


def action_card(item: TodayCard, on_press: Callable[[str], object]) -> QFrame:
    """Return a card with its actions as buttons; `on_press` is given the key of one."""
    parts: list[Part] = [label(item.title, "strong"), label(item.text, "muted")]
    if item.actions:
        actions = Flow(gap=16)
        for place, action in enumerate(item.actions):
            made = button(action.text, partial(on_press, action.key), kind="link" if place else "")
            made.setToolTip(action.note)
            actions.add(made)
        parts += [2, actions]
    return card(*parts)


def resume_card(resume: ResumeCard, on_resume: Callable[[], object]) -> QFrame:
    """Return the card of a session that waits."""
    go_on = button(_("Resume"), on_resume, icon_name="play")
    return card(label(resume.title, "strong"), label(resume.text, "muted"), 2, row(go_on, None))


def week_card(frame: TodayFrame) -> QFrame:
    """Return the days of this week."""
    strip = WeekStrip()
    strip.show_days(frame.week)
    return card(label(frame.week_title, "strong"), 2, strip, label(frame.week_text, "muted"))


def trend_card(frame: TodayFrame, on_see: Callable[[], object]) -> QFrame:
    """Return what the trend comes to."""
    see = button(_("See Trends"), on_see, kind="link")
    return card(
        label(frame.trend_title, "strong"), label(frame.trend_text, "muted"), row(see, None)
    )
