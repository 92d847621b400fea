"""The plan on the Programme screen: which programme, its days, its start, pauses, another round."""

from datetime import date, timedelta

from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.closing_words import begin_again_text
from rehabtimer.presenters.options import (
    Option,
    plan_options,
    plan_weekdays,
    toggled,
    weekday_options,
)
from rehabtimer.presenters.programme_changes import Changes
from rehabtimer.presenters.programme_frame import PlanFrame
from rehabtimer.presenters.wording import date_text, short_date

_A_YEAR = timedelta(days=365)


class PlanPresenter:
    """Says how the plan stands, and changes it; each change can be taken back."""

    def __init__(self, case: Case, changes: Changes) -> None:
        """Look at the case as it is."""
        self._case = case
        self._changes = changes

    def frame(self) -> PlanFrame:
        """Return the plan as it is now."""
        case, weekdays = self._case, self._weekdays
        listed = case.library.programmes
        followed = tuple(Option(p.id, _(p.name), p.id == case.programme.id) for p in listed)
        earliest, latest = self._start_span()
        return PlanFrame(
            name=_(case.programme.name),
            programmes=followed if len(followed) > 1 else (),
            plans=plan_options(weekdays),
            weekdays=weekday_options(weekdays),
            note=_("Other days hold from today on; past ones keep theirs."),
            start=case.plan.started_on,
            earliest=earliest,
            latest=latest,
            start_note=self._start_note(),
            pause_text=self._pause_text(),
            pause_action=self._pause_action(),
            begin_text=_("The same exercises and days; your history stays."),
            begin_action=self._begin_action(),
            begin_question=self._begin_question() if self._changes.asks_to_begin else "",
            matters=self._paused_since is not None or self._is_over,
        )

    def subtitle(self) -> str:
        """Return where the programme stands."""
        plan, today = self._case.plan, self._case.today
        started = date_text(plan.started_on)
        if today < plan.started_on:
            return _("Starts on {date}, {days} days").format(date=started, days=plan.days)
        if self._is_over:
            return _("Started on {date}; its {days} days are over").format(
                date=started, days=plan.days
            )
        text = _("Started on {date}; today is day {day} of {days}")
        if self._paused_since:
            text = _("Started on {date}; paused on day {day} of {days}")
        return text.format(date=started, day=plan.day(today), days=plan.days)

    def choose(self, plan: str) -> None:
        """Plan the days as the article has them: "daily" or "three" days a week."""
        chosen = next((option for option in plan_options(self._weekdays) if option.chosen), None)
        if chosen is None or chosen.key != plan:
            self._plan(plan_weekdays(plan))

    def toggle_weekday(self, weekday: int) -> None:
        """Add an ISO weekday to the plan, or take it out; one day always stays."""
        self._plan(toggled(self._weekdays, weekday))

    def start_on(self, day: date) -> None:
        """Let the programme begin on another date, within the span that the frame gives."""
        earliest, latest = self._start_span()
        start = min(max(day, earliest), latest)
        if start != self._case.plan.started_on:
            text = _("The programme begins on {date}.").format(date=date_text(start))
            self._changes.make(text, lambda: self._case.start_on(start), key="start")

    def toggle_pause(self) -> None:
        """Pause the programme from today on, or go on with it today."""
        case, today = self._case, self._case.today
        if self._paused_since:
            self._changes.make(_("The programme goes on today."), lambda: case.end_pause(today))
        elif self._pause_action():
            self._changes.make(_("The programme is paused."), lambda: case.pause_from(today))

    def ask_to_begin(self) -> None:
        """Begin another round if this one is over, else ask first."""
        if self._is_over:
            self.begin_again()
        else:
            self._changes.drop_questions()
            self._changes.asks_to_begin = True

    def begin_again(self) -> None:
        """Begin another round today."""
        case = self._case
        text = _("A new round begins today.")
        self._changes.make(text, lambda: case.begin_again(case.today))

    def follow(self, programme: str) -> None:
        """Follow another programme from today on."""
        case = self._case
        names = {listed.id: _(listed.name) for listed in case.library.programmes}
        if programme in names and programme != case.programme.id:
            text = _("{programme} begins today.").format(programme=names[programme])
            self._changes.make(text, lambda: case.follow(programme))

    @property
    def _weekdays(self) -> tuple[int, ...]:
        return self._case.plan.weekdays(self._case.today)

    @property
    def _paused_since(self) -> date | None:
        open_ones = (pause.since for pause in self._case.plan.pauses if pause.until is None)
        return next(open_ones, None)

    @property
    def _is_over(self) -> bool:
        return self._case.today > self._case.plan.last_day_on(self._case.today)

    def _plan(self, weekdays: tuple[int, ...]) -> None:
        if weekdays != self._weekdays:
            text = _("The days of the plan were changed.")
            self._changes.make(text, lambda: self._case.change_weekdays(weekdays))

    def _first_session(self) -> date | None:
        return self._case.store.history.first_day(self._case.course.id)

    def _start_span(self) -> tuple[date, date]:
        case, first = self._case, self._first_session()
        start, today = case.plan.started_on, case.today
        latest = first or max(today + _A_YEAR, start)
        return min(today - _A_YEAR, start), max(latest, start)

    def _start_note(self) -> str:
        first = self._first_session()
        if first is None:
            return ""
        text = _("At the latest on {date}, the day of your first session.")
        return text.format(date=short_date(first))

    def _pause_text(self) -> str:
        since = self._paused_since
        if since:
            text = _("Paused since {date}. The end moves by as many days as this lasts.")
            return text.format(date=short_date(since))
        if self._pause_action():
            return _("Ill, or on holiday? A pause moves the end by as many days as it lasts.")
        return ""

    def _pause_action(self) -> str:
        if self._paused_since:
            return _("Go on today")
        return _("Pause the programme") if self._case.plan.runs(self._case.today) else ""

    def _begin_action(self) -> str:
        if self._case.today < self._case.plan.started_on:
            return ""
        return begin_again_text(self._case.programme.days)

    def _begin_question(self) -> str:
        plan = self._case.plan
        text = _(
            "This round ends on its day {day} of {days}, and a new one begins today with the same "
            "exercises and days. What you have done stays in your history."
        )
        return text.format(day=plan.day(self._case.today), days=plan.days)
