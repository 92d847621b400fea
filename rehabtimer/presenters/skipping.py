"""How skips are made, whoever asks for them."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.pain import Score
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Course, Reach, Skip, Stamp, new_id


class WhatHurt(Struct, frozen=True, kw_only=True):
    """What hurt when something was skipped: where, how much, and in which session."""

    side: Side | None = None
    score: Score | None = None
    session: str | None = None


def switched_off(choice: Choice, reason: OffReason, since: date, until: date | None) -> Choice:
    """Return the choice of an exercise that is off from `since` on; on `until` it is back.

    One that is off already stays so since the day that it has.
    """
    back = until.isoformat() if until else ""
    off_since = choice.since if choice.since and not choice.on else since.isoformat()
    return replace(choice, on=False, reason=reason, since=off_since, until=back)


def switched_on(choice: Choice) -> Choice:
    """Return the choice of an exercise that is on again."""
    return replace(choice, on=True, reason="", since="", until="", not_before="")


def lasting_skip(
    when: Stamp,
    course: str,
    choice: Choice,
    hurt: WhatHurt | None = None,
    standing: Skip | None = None,
) -> Skip:
    """Return the skip of an exercise that was switched off.

    One that stands already is only given another end, unless something hurt anew.
    """
    until = date.fromisoformat(choice.until) if choice.until else None
    reach = Reach.UNTIL if until else Reach.OPEN
    if standing and hurt is None:
        return replace(standing, reach=reach, until=until)
    about = hurt or WhatHurt()
    return Skip(
        id=new_id(),
        when=when,
        course=course,
        exercise=choice.exercise,
        side=about.side,
        score=about.score,
        reason=OffReason(choice.reason),
        reach=reach,
        session=about.session,
        until=until,
    )


def skipped_in_sessions(skips: Iterable[Skip], before: Iterable[Skip]) -> list[Skip]:
    """Return those skips that sessions have made since there were only the ones of `before`."""
    known = {skip.id for skip in before}
    return [skip for skip in skips if skip.session and skip.id not in known]


def still_off(course: Course, now: Course, standing: Iterable[Skip]) -> Course:
    """Return a course, but with what is skipped off as it is now; doses are its own."""
    choices = course.by_exercise
    for exercise in (skip.exercise for skip in standing):
        off, chosen = now.by_exercise[exercise], choices.get(exercise, Choice(exercise=exercise))
        choices[exercise] = replace(
            chosen, on=False, reason=off.reason, since=off.since, until=off.until
        )
    return replace(course, choices=tuple(choices.values()))
