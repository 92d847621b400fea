"""The form about an activity as it begins, and an activity in words."""

from collections.abc import Collection

from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.core.settings import Units
from rehabtimer.core.text import _
from rehabtimer.core.workouts import Sport, Workout
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.chart_words import sport_text
from rehabtimer.presenters.distances import distance_name, distance_words, field_text
from rehabtimer.presenters.log_forms import ActivityForm, KneeScale, SportOption
from rehabtimer.presenters.log_frame import EARLIEST
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.wording import knees


def asks_warm_up(sport: Sport) -> bool:
    """Whether it is asked if one stretched and warmed up; the article says to, for runs."""
    return sport is Sport.RUNNING


def workout_text(workout: Workout, units: Units) -> str:
    """Return an activity in one line: "Running: 5 km, 32 min"."""
    distance, minutes = workout.metres is not None, workout.minutes is not None
    text = "{sport}"
    if distance and minutes:
        text = _("{sport}: {distance}, {minutes} min")
    elif distance:
        text = _("{sport}: {distance}")
    elif minutes:
        text = _("{sport}: {minutes} min")
    return text.format(
        sport=sport_text(workout.sport),
        distance=distance_words(workout.metres or 0, units),
        minutes=workout.minutes,
    )


def activity_form(
    case: Case, identity: str, workout: Workout | None = None, told: Collection[PainEntry] = ()
) -> ActivityForm:
    """Return an empty form about this moment, or the one of an activity that is kept."""
    now, units = case.clock.now(), case.settings.units
    moment = (workout.when.local if workout else now).replace(second=0, microsecond=0)
    return ActivityForm(
        id=identity,
        save=_("Keep the change") if workout else _("Keep it"),
        sports=_sports(workout.sport if workout else None),
        minutes=str(workout.minutes) if workout and workout.minutes else "",
        distance_name=distance_name(units),
        distance=field_text(workout.metres, units) if workout else "",
        warmed_up=workout.warmed_up if workout else False,
        knees=_knees(case, told),
        note=workout.note if workout else "",
        day=moment.date(),
        at=moment.time(),
        earliest=EARLIEST,
        latest=now.date(),
        has_now=workout is None,
    )


def _sports(chosen: Sport | None) -> tuple[SportOption, ...]:
    return tuple(
        SportOption(
            Option(sport.value, sport_text(sport), sport is chosen),
            asks_distance=sport.has_distance,
            asks_warm_up=asks_warm_up(sport),
        )
        for sport in Sport
    )


def _knees(case: Case, told: Collection[PainEntry]) -> tuple[KneeScale, ...]:
    """The sore knee comes first; the other one is there for whoever wants it."""
    scores = {entry.knee: entry.score for entry in told}
    sore = knees(case.settings.affected)
    texts = {
        Side.LEFT: (_("How was your left knee? Leave it open if you like."), _("Left knee, too")),
        Side.RIGHT: (
            _("How was your right knee? Leave it open if you like."),
            _("Right knee, too"),
        ),
    }
    return tuple(
        KneeScale(
            knee,
            text=texts[knee][0],
            score=scores.get(knee),
            shown=knee in sore or knee in scores,
            more=texts[knee][1],
        )
        for knee in sorted(texts, key=lambda knee: knee not in sore)
    )
