"""The first start: four short questions, each of which may be passed over."""

from dataclasses import replace
from datetime import date

from rehabtimer.core.programme import Side
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import plan_weekdays, toggled
from rehabtimer.presenters.welcome_frame import (
    YES,
    Answers,
    Page,
    WelcomeFrame,
    earliest,
    latest,
    welcome_frame,
)

_AFTER = {
    Page.KNEE: Page.SIGNS,
    Page.SIGNS: Page.STAIRS,
    Page.DOCTOR: Page.STAIRS,
    Page.STAIRS: Page.DAYS,
}
_BEFORE = {Page.SIGNS: Page.KNEE, Page.DOCTOR: Page.SIGNS, Page.DAYS: Page.STAIRS}


class WelcomePresenter:
    """Asks, remembers the answers, and hands them to the case at the end."""

    def __init__(self, case: Case) -> None:
        """Start at the first question, with nothing answered."""
        self._case = case
        self._page = Page.KNEE
        self.answers = self._nothing = Answers(affected=_told_before(case))
        self.is_over = False

    def frame(self) -> WelcomeFrame:
        """Return the question at hand."""
        return welcome_frame(self._page, self.answers, self._case.today)

    def choose(self, key: str) -> None:
        """Take an answer by the key of its option; a sign is ticked, or no longer."""
        match self._page:
            case Page.KNEE:
                self._answer(affected=Side(key))
            case Page.SIGNS:
                self._answer(signs=self.answers.signs ^ {key})
            case Page.DOCTOR:
                self.next()
            case Page.STAIRS:
                self._answer(stairs_hurt=key == YES)
            case Page.DAYS:
                self._answer(weekdays=plan_weekdays(key))

    def toggle_weekday(self, weekday: int) -> None:
        """Add an ISO weekday to the plan, or take it out; one day always stays."""
        self._answer(weekdays=toggled(self.answers.weekdays, weekday))

    def start_on(self, day: date) -> None:
        """Begin the programme on a date, one that is on offer."""
        today = self._case.today
        self._answer(start=min(max(day, earliest(today)), latest(today)))

    def next(self) -> None:
        """Go on with the answer as it is; after the last question, begin the programme."""
        if self._page is Page.SIGNS and self.answers.signs:
            self._page = Page.DOCTOR
        elif self._page in _AFTER:
            self._page = _AFTER[self._page]
        else:
            self._finish()

    def skip(self) -> None:
        """Go on without an answer to this question."""
        nothing = self._nothing
        match self._page:
            case Page.KNEE:
                self._answer(affected=nothing.affected)
            case Page.SIGNS:
                self._answer(signs=nothing.signs)
            case Page.STAIRS:
                self._answer(stairs_hurt=nothing.stairs_hurt)
            case Page.DAYS:
                self._answer(weekdays=nothing.weekdays, start=nothing.start)
        self.next()

    def back(self) -> None:
        """Return to the question before; answers stay."""
        warned = self._page is Page.STAIRS and self.answers.signs
        before_stairs = Page.DOCTOR if warned else Page.SIGNS
        self._page = {Page.STAIRS: before_stairs, **_BEFORE}.get(self._page, Page.KNEE)

    def _answer(self, **changes: object) -> None:
        self.answers = replace(self.answers, **changes)  # type: ignore[arg-type]

    def _finish(self) -> None:
        if self.is_over:
            return
        answers = self.answers
        self._case.welcome(
            affected=answers.affected or Side.BOTH,
            stairs_hurt=bool(answers.stairs_hurt),
            weekdays=answers.weekdays,
            start=answers.start or self._case.today,
        )
        self.is_over = True


def _told_before(case: Case) -> Side | None:
    """Return the knee that `--side` told before the first question, if it did."""
    affected = case.settings.affected
    return None if affected is Side.BOTH else affected
