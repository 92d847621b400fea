"""The report's table of exercises: planned now, done of it, what hurt, what was skipped and why."""

from collections.abc import Iterable, Sequence

from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import Skip
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.dose import Dose, ExerciseDose
from rehabtimer.presenters.chart_words import percent
from rehabtimer.presenters.report_frame import ExerciseLine
from rehabtimer.presenters.report_records import Records
from rehabtimer.presenters.skipped import off_text, tried_text
from rehabtimer.presenters.wording import dose_text, exercise_text, side_text

_NOTHING = "–"


def exercise_head() -> tuple[str, ...]:
    """Return the names of the columns."""
    return (
        _("Exercise"),
        _("Planned now"),
        _("Done of planned"),
        _("Pain during it"),
        _("Skipped, and why"),
    )


def exercise_lines(records: Records) -> tuple[ExerciseLine, ...]:
    """Return a line for each exercise of the programme, in the person's order, and for others.

    Others are those with something planned or told in the period.
    """
    return tuple(_line(records, identity) for identity in _in_order(records))


def share_text(share: float) -> str:
    """Return a share, 0 to 1, in words: "84 %"."""
    return _("{share} %").format(share=percent(share))


def _in_order(records: Records) -> list[str]:
    planned = [item.exercise for item in records.prescription.exercises]
    inside = [exercise.id for exercise in records.programme.exercises]
    others = [each.exercise for each in records.doses.values() if each.doses or each.hurt_days]
    return list(dict.fromkeys([*planned, *inside, *others]))


def _line(records: Records, identity: str) -> ExerciseLine:
    exercise = records.named(identity)
    item = next(
        (each for each in records.prescription.exercises if each.exercise == identity), None
    )
    choice = records.course.by_exercise.get(identity, Choice(exercise=identity)).on_day(
        records.today
    )
    dose = records.doses.get(identity, ExerciseDose(exercise=identity))
    return ExerciseLine(
        name=exercise_text(exercise, item.variant if item else ""),
        planned=dose_text(exercise, item) if item else _off(records, identity),
        done=_done(dose.doses, exercise),
        pain=_pain(dose),
        skips=_skips(records, identity, choice),
    )


def _off(records: Records, identity: str) -> str:
    inside = any(exercise.id == identity for exercise in records.programme.exercises)
    return _("Off") if inside else _("Not in the programme now")


def _done(doses: Sequence[Dose], exercise: Exercise) -> str:
    """Return how much of what was planned was done, left and right apart."""
    planned = [dose for dose in doses if dose.planned_reps or dose.planned_seconds]
    if not planned:
        return _NOTHING
    shares = {dose.side: share_text(dose.share) for dose in planned}
    if Side.BOTH in shares and len(shares) == 1:
        return shares[Side.BOTH]
    if len(shares) == len(Side) - 1 and len(set(shares.values())) == 1:
        return _("{share} each side").format(share=shares[planned[0].side])
    lines = (
        _("{share} {side}").format(share=share, side=side_text(side, exercise))
        for side, share in shares.items()
    )
    return "\n".join(lines)


def _pain(dose: ExerciseDose) -> str:
    days = dose.hurt_days
    if not days:
        return _("None told")
    if not dose.worst:
        return ngettext("It hurt on {n} day", "It hurt on {n} days", days)
    text = ngettext(
        "Worst {worst} of 10, hurt on {n} day", "Worst {worst} of 10, hurt on {n} days", days
    )
    return text.format(worst=dose.worst)


def _skips(records: Records, identity: str, choice: Choice) -> str:
    now = "" if choice.on else off_text(choice, records.log.standing(identity), records.today)
    first, last = records.first, records.today
    mine = [s for s in records.skips if s.exercise == identity and first <= s.when.day <= last]
    tried = tried_text(records.log.tried(identity), records.today)
    parts = (now, tried, _for_a_day(mine))
    return "\n".join(part for part in parts if part) or _NOTHING


def _for_a_day(skips: Iterable[Skip]) -> str:
    """Return on how many days it, or one side of it, was left out for that day alone."""
    days = len({skip.when.day for skip in skips if not skip.lasts})
    if not days:
        return ""
    return ngettext("Left out for the day, {n} time", "Left out for the day, {n} times", days)
