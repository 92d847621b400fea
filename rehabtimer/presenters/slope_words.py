"""The slope of a knee's pain in a sentence, never without its interval."""

from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.pain import KneePain
from rehabtimer.insights.trend import MOST_DAYS, Trend, trend
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.wording import figure, knee_text


def slope_text(pain: KneePain, axis: Axis) -> str:
    """Say where the days of a chart lead, in points a week; "" where there are too few of them."""
    places = axis.weeks.places
    shown = [logged for logged in pain.days if logged.day in places]
    lately = shown[-MOST_DAYS - 1 :]  # one more, so that it is known that there are more
    found = trend([(axis.days.date_of(day.day).toordinal(), day.score) for day in lately])
    return _text(found, knee_text(pain.knee)) if found else ""


def _text(found: Trend, knee: str) -> str:
    values: dict[str, object] = {"knee": knee, "days": found.days}
    if found.is_level:
        return _one(
            found,
            _("{knee}: neither up nor down over {days} logged days."),
            _("{knee}: neither up nor down over the last {days} logged days."),
        ).format(**values)
    if not found.is_clear:
        return _one(
            found,
            _("{knee}: too uneven over {days} logged days to tell a direction."),
            _("{knee}: too uneven over the last {days} logged days to tell a direction."),
        ).format(**values)
    ends = sorted((abs(found.low), abs(found.high)))
    values |= {"low": figure(_rounded(ends[0])), "high": figure(_rounded(ends[1]))}
    return _slope(found).format(**values)


def _slope(found: Trend) -> str:
    rate = _rounded(abs(found.slope))
    if found.slope < 0:
        whole = ngettext(
            "{knee}: about {n} point a week less, over {days} logged days"
            " (95 % interval {low} to {high}).",
            "{knee}: about {n} points a week less, over {days} logged days"
            " (95 % interval {low} to {high}).",
            rate,
        )
        cut = ngettext(
            "{knee}: about {n} point a week less, over the last {days} logged days"
            " (95 % interval {low} to {high}).",
            "{knee}: about {n} points a week less, over the last {days} logged days"
            " (95 % interval {low} to {high}).",
            rate,
        )
    else:
        whole = ngettext(
            "{knee}: about {n} point a week more, over {days} logged days"
            " (95 % interval {low} to {high}).",
            "{knee}: about {n} points a week more, over {days} logged days"
            " (95 % interval {low} to {high}).",
            rate,
        )
        cut = ngettext(
            "{knee}: about {n} point a week more, over the last {days} logged days"
            " (95 % interval {low} to {high}).",
            "{knee}: about {n} points a week more, over the last {days} logged days"
            " (95 % interval {low} to {high}).",
            rate,
        )
    return _one(found, whole, cut)


def _one(found: Trend, whole: str, cut: str) -> str:
    return cut if found.is_cut else whole


def _rounded(rate: float) -> float:
    """Return points to a tenth, or to the first figure where they are fewer."""
    return round(rate, 1) if rate >= 0.1 else float(f"{rate:.1g}")
