"""Doses, times, sides and dates in words; every sentence whole, so that it can be translated."""

import math
from datetime import date

from rehabtimer.core.prescription import Prescribed
from rehabtimer.core.programme import Exercise, Phase, Position, Side
from rehabtimer.core.text import _, ngettext

_HALF_MINUTE_BELOW = 45
_HOUR = 60  # minutes


def figure(value: float) -> str:
    """Return a number without a useless point: 15, not 15.0."""
    return f"{value:g}"


def dose_text(exercise: Exercise, item: Prescribed) -> str:
    """Return the dose of one exercise: "2 sets of 20 each leg, 2 s hold"."""
    if exercise.moving:
        return _moving_dose(exercise, item)
    hold, sets = figure(item.hold), item.sets
    if len(item.sides) == 1:
        leg = side_text(item.sides[0], exercise)
        if sets == 1:
            return _("{hold} s, {side}").format(hold=hold, side=leg)
        return _("{sets} times {hold} s, {side}").format(sets=sets, hold=hold, side=leg)
    if sets == 1:
        return _each(exercise, _("{hold} s each leg"), _("{hold} s each side")).format(hold=hold)
    text = _each(
        exercise, _("{sets} sets, {hold} s each leg"), _("{sets} sets, {hold} s each side")
    )
    return text.format(sets=sets, hold=hold)


def _moving_dose(exercise: Exercise, item: Prescribed) -> str:
    values: dict[str, object] = {"sets": item.sets, "reps": item.reps, "hold": figure(item.hold)}
    if item.sides == (Side.BOTH,):
        one, many = _("{reps} times, {hold} s hold"), _("{sets} sets of {reps}, {hold} s hold")
    elif len(item.sides) == 1:
        values["side"] = side_text(item.sides[0], exercise)
        one = _("{reps} times, {side}, {hold} s hold")
        many = _("{sets} sets of {reps}, {side}, {hold} s hold")
    elif _is_sided(exercise):
        one = _("{reps} times each side, {hold} s hold")
        many = _("{sets} sets of {reps} each side, {hold} s hold")
    else:
        one = _("{reps} times each leg, {hold} s hold")
        many = _("{sets} sets of {reps} each leg, {hold} s hold")
    return (one if item.sets == 1 else many).format(**values)


def set_text(exercise: Exercise, item: Prescribed) -> str:
    """Return what one set asks for: "20 reps" or "15 s"."""
    if exercise.moving:
        return ngettext("{n} rep", "{n} reps", item.reps)
    return _("{hold} s").format(hold=figure(item.hold))


def side_text(side: Side, exercise: Exercise | None = None) -> str:
    """Return a side as it stands in a sentence: "left leg", or "left side" for the clam."""
    if exercise is not None and _is_sided(exercise) and side is not Side.BOTH:
        return {Side.LEFT: _("left side"), Side.RIGHT: _("right side")}[side]
    return {Side.LEFT: _("left leg"), Side.RIGHT: _("right leg"), Side.BOTH: _("both legs")}[side]


def exercise_text(exercise: Exercise, variant: str = "") -> str:
    """Return the name of an exercise, with that of its easier version if it is done so."""
    name = _(exercise.name)
    easier = next((each for each in exercise.variants if each.id == variant), None)
    if easier is None:
        return name
    return _("{exercise}: {version}").format(exercise=name, version=_(easier.name))


def knee_text(knee: Side) -> str:
    """Return a knee as it begins a sentence."""
    return {Side.LEFT: _("Left knee"), Side.RIGHT: _("Right knee")}.get(knee, _("Both knees"))


def knees(affected: Side) -> tuple[Side, ...]:
    """Return the knees that are asked about."""
    return (Side.LEFT, Side.RIGHT) if affected is Side.BOTH else (affected,)


def minutes_text(seconds: float) -> str:
    """Return a length of time as a person would say it: "½ min", "9 min"."""
    if seconds < _HALF_MINUTE_BELOW:
        return _("½ min")
    return _("{minutes} min").format(minutes=max(1, round(seconds / 60)))


def length_text(seconds: float) -> str:
    """Return a length of time to be summed up: "28 min", "4 h 12 min"."""
    minutes = round(seconds / 60)
    if minutes < _HOUR:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h {minutes} min").format(
        hours=grouped(minutes // _HOUR), minutes=minutes % _HOUR
    )


def grouped(count: int) -> str:
    """Return a whole number with its thousands apart: "12,345"."""
    return f"{count:,}"


def left_text(seconds: float) -> str:
    """Return how much of the session is left."""
    if seconds < _HALF_MINUTE_BELOW:
        return _("less than a minute left")
    return _("{minutes} min left").format(minutes=math.ceil(seconds / 60))


def date_text(day: date, today: date | None = None) -> str:
    """Return a date with its weekday: "Friday 21 November".

    Its year is added where it is not that of `today`.
    """
    values = {"weekday": f"{day:%A}", "day": day.day, "month": f"{day:%B}", "year": day.year}
    if today is None or day.year == today.year:
        return _("{weekday} {day} {month}").format(**values)
    return _("{weekday} {day} {month} {year}").format(**values)


def short_date(day: date, today: date | None = None) -> str:
    """Return a date in short: "14 Nov"; with its year where it is not that of `today`."""
    values = {"day": day.day, "month": f"{day:%b}", "year": day.year}
    if today is None or day.year == today.year:
        return _("{day} {month}").format(**values)
    return _("{day} {month} {year}").format(**values)


def phase_word(phase: Phase) -> str:
    """Return the one word that stands below the digits."""
    return {
        Phase.PREPARE: _("GET READY"),
        Phase.GO: _("GO"),
        Phase.HOLD: _("HOLD"),
        Phase.RETURN: _("RETURN"),
        Phase.SWITCH: _("SWITCH SIDES"),
        Phase.REST: _("REST"),
    }[phase]


def _is_sided(exercise: Exercise) -> bool:
    return exercise.position is Position.SIDE_LYING


def _each(exercise: Exercise, leg: str, side: str) -> str:
    return side if _is_sided(exercise) else leg
