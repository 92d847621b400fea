"""What was changed about the programme, with the dates: it is read from what sessions were like."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rehabtimer.core.prescription import Choice, OffReason, Prescribed, dose_of
from rehabtimer.core.programme import Exercise, Level, Side
from rehabtimer.core.records import Course, Reach, SessionRecord, Skip
from rehabtimer.core.schedule import EVERY_DAY, Plan
from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.options import weekday_options
from rehabtimer.presenters.report_period import Period
from rehabtimer.presenters.wording import dose_text, exercise_text, short_date, side_text

Named = Callable[[str], Exercise]


class Change(NamedTuple):
    """What changed on a date."""

    on: date
    text: str


def plan_changes(
    courses: Sequence[Course], names: Callable[[str], str], period: Period
) -> list[Change]:
    """Return begins, other weekdays and pauses of every course in a period."""
    found = [change for course in courses for change in _of_course(course, names(course.programme))]
    return [each for each in found if period.first <= each.on <= period.last]


def skip_changes(skips: Iterable[Skip], named: Named, period: Period) -> list[Change]:
    """Return each skip that lasted beyond its day, and each that was tried again, in a period."""
    lasting = {(skip.exercise, skip.when.at): skip for skip in skips if skip.lasts}
    found: list[Change] = []
    for skip in lasting.values():
        name = _(named(skip.exercise).name)
        found.append(Change(skip.when.day, _skip_text(skip, named(skip.exercise), period.last)))
        if skip.tried_on:
            text = _("{exercise}: turned on again").format(exercise=name)
            found.append(Change(skip.tried_on, text))
    return [each for each in found if period.first <= each.on <= period.last]


def dose_changes(sessions: Iterable[SessionRecord], named: Named) -> list[Change]:
    """Return where sessions, oldest first, asked for something else of an exercise than before.

    Its first one is compared with the article, or with what one's own exercise says.
    """
    before: dict[str, Prescribed] = {}
    found: list[Change] = []
    for session in sessions:
        for item in session.prescription.exercises:
            known, exercise = before.get(item.exercise), named(item.exercise)
            if known is None and not _is_usual(exercise, item):
                found.append(Change(session.started.day, _unusual_text(exercise, item)))
            elif known is not None and _asked(known) != _asked(item):
                found.append(Change(session.started.day, _changed_text(exercise, known, item)))
            before[item.exercise] = item
    return found


def _of_course(course: Course, name: str) -> list[Change]:
    plan, start = course.plan, course.plan.started_on
    begun = _("The programme begins: {programme}, {days} days, {weekdays}").format(
        programme=name, days=plan.days, weekdays=weekdays_text(plan.weekdays(start))
    )
    other = [
        Change(
            each.since,
            _("Sessions planned: {weekdays}").format(weekdays=weekdays_text(each.weekdays)),
        )
        for each in plan.changes
        if each.since > start
    ]
    return [Change(start, begun), *other, *_pauses(plan)]


def _pauses(plan: Plan) -> list[Change]:
    found = []
    for pause in plan.pauses:
        text = _("The programme is paused")
        if pause.until:
            days = (pause.until - pause.since).days + 1
            text = ngettext(
                "The programme is paused for {n} day", "The programme is paused for {n} days", days
            )
        found.append(Change(pause.since, text))
    return found


def weekdays_text(weekdays: tuple[int, ...]) -> str:
    """Return the days of a plan: "daily", or "Mo, We, Fr"."""
    if weekdays == EVERY_DAY:
        return _("daily")
    return ", ".join(option.text for option in weekday_options(weekdays) if option.chosen)


def _skip_text(skip: Skip, exercise: Exercise, today: date) -> str:
    values = {
        "exercise": _(exercise.name),
        "score": skip.score,
        "side": side_text(skip.side or Side.BOTH, exercise),
        "date": short_date(skip.until, today) if skip.until else "",
    }
    has_end = skip.reach is Reach.UNTIL and skip.until is not None
    return _why(skip, has_end=has_end).format(**values)


def _why(skip: Skip, *, has_end: bool) -> str:
    if skip.reason == OffReason.STAIRS_HURT:
        return _("{exercise}: skipped, stairs hurt")
    if skip.reason != OffReason.HURT:
        until = _("{exercise}: turned off until {date}, own choice")
        return until if has_end else _("{exercise}: turned off, own choice")
    if skip.score is None:
        return (
            _("{exercise}: skipped until {date}, it hurt")
            if has_end
            else _("{exercise}: skipped, it hurt")
        )
    until = _("{exercise}: skipped until {date}, it hurt {score} of 10 ({side})")
    return until if has_end else _("{exercise}: skipped, it hurt {score} of 10 ({side})")


def _asked(item: Prescribed) -> tuple[object, ...]:
    return (item.variant, item.hold, item.reps, item.sets, frozenset(item.sides))


def _is_usual(exercise: Exercise, item: Prescribed) -> bool:
    plain = dose_of(exercise.dose, Choice(exercise=exercise.id), Level.TARGET)
    return not item.variant and (item.hold, item.reps, item.sets) == plain


def _unusual_text(exercise: Exercise, item: Prescribed) -> str:
    hold, reps, sets = dose_of(exercise.dose, Choice(exercise=exercise.id), Level.TARGET)
    usual = Prescribed(
        exercise=item.exercise,
        moving=item.moving,
        hold=hold,
        reps=reps,
        sets=sets,
        sides=item.sides,
        change=item.change,
    )
    text = _("{exercise}: {dose}; the article's target is {usual}")
    if exercise.own:
        text = _("{exercise}: {dose}; the exercise as written is {usual}")
    if dose_text(exercise, usual) == dose_text(exercise, item):
        text = _("{exercise}: {dose}")
    return text.format(
        exercise=exercise_text(exercise, item.variant),
        dose=dose_text(exercise, item),
        usual=dose_text(exercise, usual),
    )


def _changed_text(exercise: Exercise, before: Prescribed, item: Prescribed) -> str:
    text = _("{exercise}: {dose}; before, {former}")
    former = dose_text(exercise, before)
    if before.variant != item.variant and former == dose_text(exercise, item):
        former = exercise_text(exercise, before.variant)
    return text.format(
        exercise=exercise_text(exercise, item.variant),
        dose=dose_text(exercise, item),
        former=former,
    )
