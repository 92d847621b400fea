"""Answers about pain in words: when, doing what, and what was chosen about it."""

from rehabtimer.core.pain import Activity, Decision, Moment
from rehabtimer.core.programme import Exercise
from rehabtimer.core.records import PainEntry
from rehabtimer.core.text import _
from rehabtimer.presenters.wording import knee_text, short_date, side_text


def activity_text(activity: Activity) -> str:
    """Return what a knee was doing."""
    return {
        Activity.STAIRS: _("Stairs"),
        Activity.SQUATTING: _("Squatting"),
        Activity.SITTING: _("Sitting for long"),
        Activity.RUNNING: _("Running"),
        Activity.OTHER: _("Something else"),
    }[activity]


def decision_text(decision: Decision) -> str:
    """Return what was chosen when something hurt, as it goes on in a line."""
    return {
        Decision.EASIER: _("easier version"),
        Decision.LESS: _("less of it"),
        Decision.SKIP_SIDE: _("this side skipped"),
        Decision.SKIP_TODAY: _("skipped that day"),
        Decision.SKIP_UNTIL: _("skipped until a date"),
        Decision.SKIP_OPEN: _("skipped until turned on"),
        Decision.GO_ON: _("went on"),
        Decision.END: _("ended the session"),
    }[decision]


def score_text(entry: PainEntry) -> str:
    """Return the answer itself: "Left knee: 4 of 10"."""
    knee = knee_text(entry.knee)
    if entry.score is None:
        return _("{knee}: it hurt").format(knee=knee)
    return _("{knee}: {score} of 10").format(knee=knee, score=entry.score)


def alarm_text(*, sharp: bool, locking: bool) -> str:
    """Return what was ticked besides, if anything."""
    if sharp and locking:
        return _("Sharp pain; swelling, locking or giving way")
    if sharp:
        return _("Sharp pain")
    return _("Swelling, locking or giving way") if locking else ""


def alarm_advice(entry: PainEntry) -> str:
    """Return what was told, and what the article says about it."""
    text = _("{alarm}, told on {date}. The article says: stop, and see a doctor.")
    alarm = alarm_text(sharp=entry.sharp, locking=entry.locking)
    return text.format(alarm=alarm, date=short_date(entry.when.day))


def occasion_text(entry: PainEntry, exercise: Exercise | None) -> str:
    """Return when it was asked or told; `exercise` is the one that hurt, if one did."""
    if exercise is not None:
        return _during(entry, exercise)
    if entry.activity is not None:
        return activity_text(entry.activity)
    return {
        Moment.BEFORE: _("Before a session"),
        Moment.DURING: _("During a session"),
        Moment.AFTER: _("After a session"),
        Moment.LATER: _("An hour after a session"),
        Moment.MORNING: _("In the morning"),
        Moment.EXTRA: "",
    }[entry.moment]


def _during(entry: PainEntry, exercise: Exercise) -> str:
    text = _("{exercise}, {side}")
    if entry.set is not None:
        text = _("{exercise}, {side}, set {set}")
    if entry.set is not None and entry.rep:
        text = _("{exercise}, {side}, set {set}, rep {rep}")
    if entry.side is None:
        text = "{exercise}"
    place = text.format(
        exercise=_(exercise.name),
        side=side_text(entry.side, exercise) if entry.side else "",
        set=entry.set,
        rep=entry.rep,
    )
    if entry.decision is None:
        return place
    chosen = decision_text(entry.decision)
    return _("{place} · {chosen}").format(place=place, chosen=chosen)
