"""When the log says what the article has an advice for: pain that has not gone after weeks."""

from collections.abc import Iterable
from datetime import date

from rehabtimer.core.pain import NO_PAIN
from rehabtimer.core.records import DailyPain
from rehabtimer.core.schedule import Plan

# The article advises to see a doctor when the pain has not gone after three weeks.
FROM_DAY = 21
LAST_LOGGED = 3


def should_see(plan: Plan, daily: Iterable[DailyPain], today: date) -> bool:
    """Whether either knee had pain on one of the last three logged days, from day 21 on.

    Only what was logged since the programme began counts. Paused days count too: pain does not
    wait.
    """
    if plan.day(today) < FROM_DAY:
        return False
    logged = [entry for entry in daily if plan.started_on <= entry.day <= today]
    lately = sorted({entry.day for entry in logged})[-LAST_LOGGED:]
    return any(entry.score > NO_PAIN for entry in logged if entry.day in lately)
