"""Says today's session as a sheet of paper, to be ticked with a pencil."""

from rehabtimer.core.prescription import Prescribed
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.text import _
from rehabtimer.presenters.plan import PlannedDay
from rehabtimer.presenters.report_words import long_date
from rehabtimer.presenters.sheet_frame import SheetFrame, SheetLine
from rehabtimer.presenters.skipped import skipped_text
from rehabtimer.presenters.wording import dose_text, exercise_text, knee_text, knees

MOST_LINES = 20  # exercises that one page has room for


def sheet_frame(planned: PlannedDay) -> SheetFrame:
    """Return the sheet of a planned day."""
    items = planned.prescription.exercises
    named = [(planned.programme.exercise(item.exercise), item) for item in items]
    return SheetFrame(
        title=_("Exercise sheet"),
        subtitle=_subtitle(planned),
        date_label=_("Date"),
        lines=tuple(_line(*pair) for pair in named[:MOST_LINES]),
        more=tuple(exercise_text(each, item.variant) for each, item in named[MOST_LINES:]),
        more_title=_("Also today:"),
        empty="" if items else _("Every exercise is off."),
        pain_box=_("Pain 0–10"),
        skipped_title=_("Left out:"),
        skipped=tuple(map(skipped_text, planned.skipped)),
        pain_title=_("Pain, 0 (none) to 10 (the worst you can imagine)"),
        moments=(_("Before"), _("After"), _("Next morning")),
        knees=tuple(map(knee_text, knees(planned.prescription.affected))),
        notes_label=_("Notes"),
        safety=_(
            "Something hurts? Stop, or leave it out, and write down how much. Sharp pain, swelling,"
            " locking or giving way: the article says to stop and see a doctor."
        ),
        footer=_(
            "Made with RehabTimer on {date} · an exercise timer and a diary, not a medical device"
        ).format(date=long_date(planned.on)),
    )


def _subtitle(planned: PlannedDay) -> str:
    name = _(planned.programme.name)
    if planned.course is None:
        return _("{programme}: the article's targets").format(programme=name)
    return name


def _line(exercise: Exercise, item: Prescribed) -> SheetLine:
    steps = exercise.steps_of(item.variant)
    return SheetLine(
        name=exercise_text(exercise, item.variant),
        dose=dose_text(exercise, item),
        how=_(steps.go or steps.hold),
        safety=_(exercise.safety),
        figure=exercise.figure,
        variant=item.variant,
        side=item.sides[0],
        boxes=tuple((_label(side), item.sets) for side in item.sides),
    )


def _label(side: Side) -> str:
    return {Side.LEFT: _("Left"), Side.RIGHT: _("Right")}.get(side, "")
