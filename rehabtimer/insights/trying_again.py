"""When a skipped exercise may be tried again, how that went, and what hurt lately."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from rehabtimer.core.pain import NO_PAIN, Moment, PainLimits, Score
from rehabtimer.core.records import DailyPain, ExerciseDay, PainEntry, Skip

# Fewer logged days say too little; a shorter calm than that asks for each of its days.
ENOUGH_LOGGED = 3

_WEEK = timedelta(days=7)


class Try(Struct, frozen=True, kw_only=True):
    """A skipped exercise that was tried again on a date, and how it went until its next skip.

    `worst` is the worst score told during it, None where none was; `hurt` also stands for what
    hurt without a score. `done` says whether anything of it was done at all.
    """

    skip: Skip
    on: date
    worst: Score | None
    hurt: bool
    done: bool


def may_try_again(skip: Skip, daily: Iterable[DailyPain], today: date, limits: PainLimits) -> bool:
    """Whether the person's own log allows an offer to try a skipped exercise again.

    So many days must have passed since the skip, with at least three of the last ones logged and
    neither knee above the person's own limit on any of them.
    """
    if not skip.lasts or (today - skip.when.day).days < limits.calm_days:
        return False
    first = today - timedelta(days=limits.calm_days - 1)
    lately = [entry for entry in daily if first <= entry.day <= today]
    logged = len({entry.day for entry in lately})
    is_calm = all(entry.score <= limits.calm_most for entry in lately)
    return is_calm and logged >= min(ENOUGH_LOGGED, limits.calm_days)


def tries(
    skips: Iterable[Skip], days: Sequence[ExerciseDay], hurts: Sequence[PainEntry]
) -> tuple[Try, ...]:
    """Say how each try of one exercise went, oldest first.

    `skips` are those of the exercise, `days` what was done of it, `hurts` what hurt during it.
    """
    lasting = sorted((skip for skip in skips if skip.lasts), key=lambda skip: skip.when.at)
    return tuple(
        _try(skip, skip.tried_on, _following(skip, lasting), days, hurts)
        for skip in lasting
        if skip.tried_on
    )


def hurt_this_week(entries: Iterable[PainEntry], today: date) -> tuple[str, ...]:
    """Return the exercises that hurt in the last seven days, the worst first.

    One that hurt without a score comes after those that have one.
    """
    worst: dict[str, int] = {}
    for entry in entries:
        if entry.exercise and _hurts(entry) and today - _WEEK < entry.when.day <= today:
            score = NO_PAIN if entry.score is None else entry.score
            worst[entry.exercise] = max(score, worst.get(entry.exercise, NO_PAIN))
    return tuple(sorted(worst, key=lambda exercise: (-worst[exercise], exercise)))


def _following(skip: Skip, lasting: list[Skip]) -> Skip | None:
    """Pass over the same skip as another round of the programme took it along."""
    return next((other for other in lasting if other.when.at > skip.when.at), None)


def _try(
    skip: Skip,
    on: date,
    following: Skip | None,
    days: Sequence[ExerciseDay],
    hurts: Sequence[PainEntry],
) -> Try:
    """What led to the next skip belongs to this try, and so does the score of that skip."""
    last, end = (following.when.day, following.when.at) if following else (date.max, None)
    told = [
        entry
        for entry in hurts
        if on <= entry.when.day
        and skip.when.at < entry.when.at
        and (not end or entry.when.at <= end)
    ]
    scores = [entry.score for entry in told if entry.score is not None]
    scores += [following.score] if following and following.score is not None else []
    return Try(
        skip=skip,
        on=on,
        worst=max(scores, default=None),
        hurt=any(map(_hurts, told)) or max(scores, default=NO_PAIN) > NO_PAIN,
        done=any(on <= day.day <= last and (day.reps or day.seconds) for day in days),
    )


def _hurts(entry: PainEntry) -> bool:
    return entry.moment is Moment.DURING and (entry.score is None or entry.score > NO_PAIN)
